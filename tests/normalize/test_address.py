from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.article import Article, Block
from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.source import Source
from pipeline.normalize.address import absolute, give_address, last_segment, slug_of, slugify

NEWSROOM = Newsroom(site=Site(url="https://news.example/"), publisher=Publisher(name="Example"))


def article(url: str = "", headline: str | None = None) -> Article:
    return Article(slug="", url=url, source="", headline=headline, paragraphs=(Block("paragraph", "Text."),))


def test_the_slug_is_the_urls_last_telling_segment():
    assert slug_of(article("https://a.example/2025/05/bridge-closes.html")) == "bridge-closes"
    assert slug_of(article("https://a.example/world/bridge-closes/12345")) == "bridge-closes"


def test_without_a_telling_url_the_slug_is_the_headline():
    assert slug_of(article("https://a.example/?p=12", "Été: “Brücke” closes!")) == "ete-brucke-closes"


def test_without_words_the_slug_is_a_digest_of_the_text():
    assert slug_of(article()).startswith("article-")


def test_a_headline_in_another_script_keeps_its_letters():
    assert slug_of(article(headline="다리 폐쇄")) == "다리-폐쇄"


def test_a_long_slug_is_cut_between_words():
    slug = slugify("word " * 40)
    assert len(slug) <= 80
    assert slug.endswith("word")


def test_names_of_devices_are_no_slugs():
    assert slugify("CON") == "con-article"


def test_a_url_that_is_there_is_kept():
    outcome = give_address(article("https://a.example/bridge-closes"), Source(name="in.txt", content=b""), NEWSROOM)
    assert outcome.value.url == "https://a.example/bridge-closes"
    assert outcome.findings == ()


def test_a_minted_url_stands_under_the_site():
    outcome = give_address(article(headline="Bridge closes"), Source(name="in.txt", content=b""), NEWSROOM)
    assert outcome.value.url == "https://news.example/bridge-closes"
    assert outcome.value.origins["url"].source == "minted"
    assert outcome.value.source == "in.txt"


@given(st.text())
def test_no_text_makes_a_slug_that_leaves_its_folder(text):
    slug = slugify(text)
    assert not set(slug) & set("/\\.:\0 \n%~")
    assert slug == slugify(slug)
    assert len(slug) <= 90


@given(st.text())
def test_no_text_makes_an_address_raise(text):
    last_segment(text)
    absolute(text)
    assert slug_of(article(f"https://a.example/{text}"))
