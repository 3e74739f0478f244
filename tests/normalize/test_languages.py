import pytest

from pipeline.model.article import Article, Block
from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.source import Source
from pipeline.normalize.languages import settle_language, tag

NEWSROOM = Newsroom(site=Site(url="https://news.example"), publisher=Publisher(name="Example"))


def settled(text: str, stated: str | None = None) -> str | None:
    article = Article(slug="", url="", source="", in_language=stated, paragraphs=(Block("paragraph", text),))
    return settle_language(article, Source(name="a", content=b""), NEWSROOM).value.in_language


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("en_GB", "en-GB"), ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"), ("English", None), ("und", None), ("", None)],
)
def test_a_stated_language_becomes_a_tag_in_its_usual_case(stated, expected):
    assert tag(stated) == expected


def test_a_language_that_is_not_stated_is_told_from_the_text():
    german = "Der Rat der Stadt hat am Freitag beschlossen, dass die alte Brücke im Mai geschlossen wird, damit die Seile erneuert werden."
    assert settled(german) == "de"


def test_a_few_words_are_not_enough_to_tell_a_language():
    assert settled("Bridge closes") is None


def test_the_stated_language_wins():
    assert (
        settled("Der Rat der Stadt hat am Freitag beschlossen, dass die alte Brücke im Mai geschlossen wird.", "nl")
        == "nl"
    )


def test_a_tag_that_had_to_be_read_leniently_or_not_at_all_is_told():
    def codes(stated: str) -> list[str]:
        article = Article(slug="", url="", source="", in_language=stated, paragraphs=(Block("paragraph", "Short."),))
        return [each.code for each in settle_language(article, Source(name="a", content=b""), NEWSROOM).findings]

    assert codes("en_US") == ["language-tag-corrected"]
    assert codes("English") == ["language-tag-unreadable", "language-unsure"]
    assert codes("en-US") == []
