"""Adjectives that mean a country of the article."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, name_of


def countries(annotate: Annotate, *paragraphs: str) -> list[tuple[str, str | None]]:
    found = annotate(article(*paragraphs)).value
    return [(each.text, name_of(found, each.entity)) for each in found.mentions if each.form == "demonym"]


def test_an_adjective_means_the_country_that_is_named(annotate: Annotate) -> None:
    found = countries(annotate, "Germany voted on Sunday. German farmers stayed at home, and the Dutch watched.")
    assert found == [("German", "Germany")]


@pytest.mark.parametrize(
    "text",
    [
        "Germany voted on Sunday. The leaflets were printed in German.",
        "German farmers stayed at home on Sunday.",
        "Germany voted on Sunday. Most Germans stayed at home.",
    ],
)
def test_a_language_a_people_and_a_country_that_is_not_named_are_no_mention(annotate: Annotate, text: str) -> None:
    assert countries(annotate, text) == []


def test_no_place_is_more_salient_for_its_adjective(annotate: Annotate) -> None:
    plain = annotate(article("Germany voted on Sunday. Farmers stayed at home.")).value
    more = annotate(article("Germany voted on Sunday. German farmers stayed at home.")).value
    assert [each.salience for each in plain.topics] == [each.salience for each in more.topics]
