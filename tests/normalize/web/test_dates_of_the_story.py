"""A day that the story tells of is not the day of publication."""

from __future__ import annotations

import pytest

from pipeline import config
from pipeline.model.source import Source
from pipeline.normalize import normalize

BODY = (
    "<p>The council of Porto will open the new bridge on 3 March 2027, Mayor Ana Lima said in the town hall, where she met citizens.</p>"
    "<p>It was designed by Rui Costa, an engineer from Braga, who said that the work had taken four years and cost 40 million euros.</p>"
    "<p>Citizens had waited long for it, the mayor added, and they would be able to walk across it from the first day on.</p>"
)


def page(between: str = "", head: str = "", language: str = "") -> Source:
    html = (
        f"<html lang='{language}'><head><title>Bridge</title>{head}</head>"
        f"<body><article><h1>Council plans bridge</h1>{between}{BODY}</article></body></html>"
    )
    return Source(name="bridge.html", content=html.encode())


def test_a_date_in_a_sentence_is_no_date_of_publication() -> None:
    outcome = normalize(page(), config.DEFAULT)
    assert outcome.value[0].date_published is None
    assert "date-published-missing" in {each.code for each in outcome.findings}


@pytest.mark.parametrize(
    "line", ["<p>Published 2 May 2025</p>", "<div>May 2, 2025</div>", '<time datetime="2025-05-02">Friday</time>']
)
def test_a_date_line_is(line: str) -> None:
    assert str(normalize(page(line), config.DEFAULT).value[0].date_published)[:10] == "2025-05-02"


def published(source: Source) -> str | None:
    return normalize(source, config.DEFAULT).value[0].date_published


def json_ld(day: str) -> str:
    node = f'{{"@type": "NewsArticle", "headline": "Council plans bridge", "datePublished": "{day}"}}'
    return f'<script type="application/ld+json">{node}</script>'


def test_the_day_of_a_move_to_another_system_loses_to_the_earlier_one_that_the_page_shows() -> None:
    assert published(page("<p>May 2, 2025</p>", json_ld("2026-06-12T08:00:00Z"))) == "2025-05-02"


def test_a_later_day_that_the_page_shows_may_be_of_a_change_and_loses_to_the_stated_one() -> None:
    assert published(page("<p>June 12, 2026</p>", json_ld("2025-05-02T08:00:00Z"))) == "2025-05-02T08:00:00Z"


def test_where_the_article_says_when_it_first_came_out_that_day_is_taken() -> None:
    row = "<p>This article was originally published on 2 May 2025 but has been updated to keep it current.</p>"
    assert published(page(f"<p>12 June 2026</p>{row}")) == "2025-05-02"


def test_only_a_day_of_change_stands_in_and_is_told() -> None:
    outcome = normalize(page("<p>By Ana Lima | Updated May 2, 2025</p>"), config.DEFAULT)
    assert outcome.value[0].date_published == outcome.value[0].date_modified == "2025-05-02"
    assert "date-published-from-change" in {each.code for each in outcome.findings}


@pytest.mark.parametrize(("language", "expected"), [("en-US", "2025-05-02"), ("en-GB", "2025-02-05")])
def test_a_date_in_numbers_is_read_as_the_language_of_the_page_writes_it(language: str, expected: str) -> None:
    assert published(page("<p>Published 05/02/2025</p>", language=language)) == expected


def test_a_year_in_a_copyright_line_makes_no_first_of_january() -> None:
    assert published(page("<p>Copyright 2024 The Courier</p>")) is None
