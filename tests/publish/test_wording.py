"""The words a page adds, by language."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from pipeline.model.edition import retract
from pipeline.model.moment import Moment
from pipeline.publish.html import page
from pipeline.publish.retraction import notice
from pipeline.publish.wording import WORDS, names_itself, readable
from tests.publish import samples


def text(language: str):
    content = page(samples.article(in_language=language), samples.GRAPH, samples.NEWSROOM)
    return lxml_html.document_fromstring(content)


@pytest.mark.parametrize("words", WORDS, ids=lambda each: each.language)
def test_every_language_has_all_words_and_twelve_months(words):
    assert len(words.months.split()) == 12
    shown = text(words.language).text_content()
    for each in (words.by, words.and_, words.updated, words.named, words.people, words.events, words.notes[0]):
        assert each in shown


def test_a_page_in_a_language_without_words_marks_ours_as_english():
    document = text("ko")
    assert document.get("lang") == "ko"
    assert "People" in document.xpath("string(//h3/span[@lang='en'])")
    assert "2026-03-04, 10:15 (UTC+01:00)" in document.text_content()


@pytest.mark.parametrize(
    ("language", "moment", "expected"),
    [
        ("en", "2014", "2014"),
        ("en-GB", "2014-11", "November 2014"),
        ("en", "2014-11-18T09:00:00+09:00", "18 November 2014, 09:00 (UTC+09:00)"),
        ("en", "2014-11-18T09:00", "18 November 2014, 09:00"),
        ("de", "2014-03-01", "1. März 2014"),
        ("fr", "2014-03-01", "1er mars 2014"),
        ("es", "2014-03", "marzo de 2014"),
        ("ja", "2014-03-01", "2014-03-01"),
    ],
)
def test_dates_are_written_as_the_language_does_and_say_no_more_than_the_source(language, moment, expected):
    assert readable(Moment(moment), language) == expected


def test_a_notice_speaks_the_articles_language():
    entry = retract(samples.entry(language="de"), now=Moment("2026-03-05T08:00:00Z"), reason="Die Quelle irrte.")
    assert "Dieser Artikel wurde zurückgezogen. Die Quelle irrte." in notice(entry, samples.NEWSROOM).decode()


def test_a_caption_that_repeats_the_headline_is_shown_once():
    image = samples.Image(caption=samples.ARTICLE.headline, credit_text="Sam Field")
    content = page(samples.article(image=(image,)), samples.GRAPH, samples.NEWSROOM)
    document = lxml_html.document_fromstring(content)
    assert document.xpath("string(//figcaption)") == "Picture: Sam Field"


@pytest.mark.parametrize(
    ("note", "itself"),
    [
        ("Correction: An earlier version named the wrong town.", True),
        ("CORRECTION — An earlier version named the wrong town.", True),
        ("Corrections are made at once.", False),
        ("An earlier version named the wrong town.", False),
    ],
)
def test_a_note_that_names_itself_is_not_named_again(note: str, itself: bool):
    assert names_itself("correction", note, "en") is itself
