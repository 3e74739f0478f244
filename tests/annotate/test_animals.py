"""Animals by name are no persons, and who stands beside one stays one."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, names


@pytest.mark.parametrize(
    "text",
    [
        "It was Ida Moe's dog, Trygve, that stopped on the rubble. She had called Trygve back twice.",
        "The trainer sold a horse named Kauto Ray to a farmer in Oslo on Monday.",
        "Her two-year-old filly, Lady Karlsson, won by a length.",
    ],
)
def test_an_animal_with_a_name_is_no_person(annotate: Annotate, text: str) -> None:
    found = names(annotate(article(text)).value, "person")
    assert not {"Trygve", "Kauto Ray", "Lady Karlsson", "Karlsson"} & set(found)


@pytest.mark.parametrize(
    "text",
    [
        "“She loved the horse,” Jon Dahl said on Monday in Oslo.",
        "The police dog's handler, Jon Dahl, was hurt.",
        "Nobody fed the dog, Jon Dahl said.",
        "Nobody fed the dog, Sir Jon Dahl said.",
        "The owner of the horse, Jon Dahl, 44, is from Oslo.",
        "The trainer of Oslo's horse, Jon Dahl, is ill.",
    ],
)
def test_a_person_beside_an_animal_stays_one(annotate: Annotate, text: str) -> None:
    assert names(annotate(article(text)).value, "person") == ["Jon Dahl"]
