"""Titles that stand for the one person who bears them."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, name_of


def titled(annotate: Annotate, *paragraphs: str) -> list[tuple[str, str | None]]:
    """Every mention by title with the name of whom it means."""
    found = annotate(article(*paragraphs)).value
    return [(each.text, name_of(found, each.entity)) for each in found.mentions if each.form == "title"]


def test_the_only_minister_of_the_article_is_the_minister(annotate: Annotate) -> None:
    found = titled(annotate, "Ida Moe, the transport minister, met Jon Dahl in Oslo.", "The minister left before noon.")
    assert found == [("The minister", "Ida Moe")]


@pytest.mark.parametrize(
    "behind",
    [
        "The minister of Peru left before noon.",
        "The finance minister left before noon.",
        "A minister of Peru arrived. The minister left before noon.",
        "The minister Eva Berg left before noon.",
        "The ministers left before noon.",
    ],
)
def test_another_minister_is_not_taken_for_the_one_named(annotate: Annotate, behind: str) -> None:
    assert titled(annotate, "Ida Moe, the transport minister, met Jon Dahl in Oslo.", behind) == []


def test_of_two_ministers_none_is_the_minister(annotate: Annotate) -> None:
    text = (
        "Ida Moe, the transport minister, met Eva Berg, the interior minister, in Oslo. The minister left before noon."
    )
    assert titled(annotate, text) == []
