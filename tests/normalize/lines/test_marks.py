"""A scrape in Markdown loses its marks and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import DEFAULT
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.lines.marks import without_marks

SCRAPE = """[Skip to content](#main)

* [World](https://news.example/world)
* [Business](https://news.example/business)

# River towns count the cost of a dry summer

*By [Ann Lee](/people/ann-lee)*

**May 1, 2025**

![Barges lie idle](https://news.example/a.jpg)

The river has fallen to its lowest level in forty years, and the [towns](/towns) along it are counting the cost.

> "We have never waited this long," said Ida Brook, who runs the ferry at the upper lock.

The council meets on Monday to decide whether water may be let out of the *reservoir* in the hills.
"""


def test_a_scrape_in_markdown_is_read_as_its_plain_text() -> None:
    outcome = normalize(Source(name="a.txt", content=SCRAPE.encode()), DEFAULT)
    (article,) = outcome.value
    assert article.headline == "River towns count the cost of a dry summer"
    assert [each.name for each in article.author] == ["Ann Lee"]
    assert article.date_published == "2025-05-01"
    assert [each.text[:20] for each in article.paragraphs] == [
        "The river has fallen",
        '"We have never waite',
        "The council meets on",
    ]
    assert "](" not in "".join(each.text for each in article.paragraphs)
    assert "markdown-marks-removed" in {each.code for each in outcome.findings}


@pytest.mark.parametrize(
    "text",
    [
        "A * in the table marks a record; 2 * 3 * 4 is 24.",
        "The file snake_case_name.py is named in [1] and [2] (see below).",
        "#Ardmouth is closed. #1 in the list is Kelby.",
    ],
)
def test_stars_brackets_and_hashes_of_a_plain_text_stay(text: str) -> None:
    assert without_marks(text).text == text


@given(st.text(alphabet="ab*_#[](/)!>\\ \n", max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    without_marks(text)
