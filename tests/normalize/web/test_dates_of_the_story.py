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


def page(between: str = "") -> Source:
    html = f"<html><head><title>Bridge</title></head><body><article><h1>Council plans bridge</h1>{between}{BODY}</article></body></html>"
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
