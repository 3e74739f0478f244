"""What "it", "its", "the company" and "the city" mean, and that nothing is said where it could be another."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, name_of


def meant(annotate: Annotate, *paragraphs: str) -> list[tuple[str, str | None]]:
    """What the rules for things found: the words and the name of what they mean."""
    found = annotate(article(*paragraphs)).value
    return [(each.text, name_of(found, each.entity)) for each in found.mentions if each.by.startswith("rule:thing")]


@pytest.mark.parametrize(
    ("paragraphs", "words", "name"),
    [
        (("Boeing said on Monday that it would cut 400 jobs.",), "it", "Boeing"),
        (("Harwell Airways has raised its prices.",), "its", "Harwell Airways"),
        (("Harwell United have sacked their coach.",), "their", "Harwell United"),
        (("Boeing cut 400 jobs. The company employs 60,000 people.",), "The company", "Boeing"),
        (("Boeing cut 400 jobs, company spokesman Jon Dahl said.",), "company", "Boeing"),
        (("Fire broke out in Lisbon. Half of the city was without power.",), "the city", "Lisbon"),
        (("Portugal votes on Sunday. The country has had three elections since 2022.",), "The country", "Portugal"),
        (("The Ministry of Health raised the alarm. Later the ministry closed two hospitals.",), "the ministry", "Ministry of Health"),
    ],
)  # fmt: skip
def test_what_is_plain_is_told(annotate: Annotate, paragraphs: tuple[str, ...], words: str, name: str) -> None:
    assert (words, name) in meant(annotate, *paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "Boeing said it was unclear when flights would resume.",
        "Boeing said that the plane had lost its door.",
        "Boeing sued Airbus. Of the two, the company with more orders won.",
        "Airbus met Boeing. An insurer paid. The company had promised to.",
        "Fire broke out between Lisbon and Porto. The city was without power.",
        "Boeing delivered a plane to an airline. The airline paid in cash.",
        "Boeing told workers that their jobs were safe.",
    ],
)
def test_what_could_be_another_is_not_told(annotate: Annotate, text: str) -> None:
    assert meant(annotate, text) == []
