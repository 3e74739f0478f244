import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model.article import Article, canonical_text
from pipeline.model.codec import decode, encode
from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.sidecar import Sidecar
from pipeline.model.source import Source
from pipeline.normalize import finish, normalize
from pipeline.normalize.prose import tidy

NEWSROOM = Newsroom(site=Site(url="https://news.example"), publisher=Publisher(name="Example"))
STORY = """Bridge closes for a year of repairs

The council said on Friday that the old bridge would close in May so that its cables can be replaced.

Drivers will have to cross the river four miles upstream, which adds half an hour to the way to the hospital.
"""


def codes(content: bytes, **known: object) -> list[str]:
    outcome = normalize(Source(name="a.txt", content=content, **known), NEWSROOM)
    return [each.code for each in outcome.findings if each.severity == "error"]


def test_nothing_at_all_is_an_error_finding():
    assert codes(b"") == codes(b" \n\t ") == ["source-empty"]


def test_an_image_is_named_as_what_it_is():
    outcome = normalize(Source(name="a.png", content=b"\x89PNG\r\n\x1a\n" + bytes(range(256))), NEWSROOM)
    assert outcome.value == ()
    assert outcome.findings[0].code == "source-binary"
    assert "PNG" in outcome.findings[0].message
    assert outcome.findings[0].path == "a.png"


def test_binary_data_without_a_known_mark_is_refused():
    assert codes(bytes(range(32)) * 50 + b"text") == ["source-binary"]


def test_a_source_over_the_limit_is_refused_unread():
    assert codes(b"a" * 10_000_001) == ["source-too-big"]


def test_an_unknown_format_says_which_there_are():
    outcome = normalize(Source(name="a", content=b"x", format="wordstar"), NEWSROOM)
    assert outcome.findings[0].code == "format-unknown"
    assert "html" in outcome.findings[0].hint


def test_a_text_without_sentences_is_no_article():
    assert codes(b"Home\nNews\nSport\n") == ["no-article"]


def test_a_page_without_text_is_no_article():
    assert codes(b"<html><body><nav>Home</nav></body></html>") == ["no-article"]


def test_every_finding_names_the_source():
    outcome = normalize(Source(name="in/story.txt", content=STORY.encode()), NEWSROOM)
    assert {each.path for each in outcome.findings} == {"in/story.txt"}


def test_a_bare_text_gets_a_minted_url_and_a_warning_for_its_date():
    outcome = normalize(Source(name="story.txt", content=STORY.encode()), NEWSROOM)
    (article,) = outcome.value
    assert article.url == "https://news.example/bridge-closes-for-a-year-of-repairs"
    assert [each.code for each in outcome.findings] == ["date-published-missing", "url-minted"]


def test_the_format_is_told_by_the_content_not_by_the_name():
    page = f"<!DOCTYPE html><html><body><article><h1>Bridge closes</h1><p>{STORY}</p></article></body></html>"
    (article,) = normalize(Source(name="story.txt", content=page.encode()), NEWSROOM).value
    assert article.origins["paragraphs"].source == "model:body"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(content):
    normalize(Source(name="x", content=content), NEWSROOM)


FRAGMENTS = st.sampled_from(
    [b"<html>", b"<p>", b"</p>", b"<script type='application/ld+json'>", b"</script>", b'{"@type":"NewsArticle",', b'"headline":"x"}',
     b"<h1>", b"<!--", b"-->", b"<meta property='og:title' content='", b"'>", b"\x00", b"\xff", b"A sentence that is long enough to count as one. ",
     b"<div itemscope itemtype='https://schema.org/Article'>", b"<span itemprop='author'>", b"<time datetime='2025-13-45'>", b"By \n",
     b"<table><tr><td>", b"<svg>", b"<base href='http://[::1'>", b"<link rel='canonical' href='//['>", b"&#x0;&#xD800;", b"<![CDATA[",
     b"<a itemprop='url' href='http://['>", b"<img itemprop='image' src='//[x'>", b"</div>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map(b"".join), st.sampled_from(["text", "html", None]))
def test_no_broken_page_makes_it_raise(content, forced):
    normalize(Source(name="x", content=b" " + content, format=forced), NEWSROOM)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["", "https://news.example/2025/a-story", "https://news.example/"]))
def test_the_steps_done_twice_equal_once(headline, url):
    source = Source(name="x", content=b"x", sidecar=Sidecar(url=url or None, headline=headline, keywords="a"))
    (article,) = normalize(Source(name="x", content=STORY.encode()), NEWSROOM).value
    once = finish(article, source, NEWSROOM).value
    assert finish(once, source, NEWSROOM).value == once


CASES = sorted((Path(__file__).parents[1] / "data/cases").glob("*/1-source.*"))
DAMAGE = st.sampled_from(
    [b"\x00", b"\xff\xfe", b"&#xD800;", b"<", b"</p>", b'"', b"http://[", b"\xed\xa0\x80", b"\r", b"9" * 40, b"null", b"2025-13-45T99:99",
     "e\u0301\u00ad \u202e\u2028".encode(), b"<div>" * 300, b'{"a":' * 300, b"A" * 2_000]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(CASES),
    st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 60), DAMAGE), min_size=1, max_size=4),
)
def test_a_damaged_source_gives_clean_text_or_says_why_not(path, wounds):
    content = path.read_bytes()
    for at, length, inserted in wounds:
        content = content[:at] + inserted + content[at + length :]
    source = Source(name="x", content=content)
    outcome = normalize(source, NEWSROOM)
    assert outcome.value or outcome.findings
    for each in outcome.value:
        text = canonical_text(each)
        assert unicodedata.is_normalized("NFC", text)
        assert all(block.text == tidy(block.text) != "" for block in each.paragraphs)
        assert decode(encode(each), Article) == each
        assert finish(each, source, NEWSROOM).value == each
