"""Births, deaths and kin are stated of the right person, each at most once."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.model.annotations import Annotations
from tests.annotate.articles import article, name_of


def facts(annotations: Annotations, prop: str) -> list[tuple[str | None, str]]:
    """Person and value of every fact with this property."""
    return [(name_of(annotations, each.person), each.value) for each in annotations.facts if each.property == prop]


@pytest.mark.parametrize(
    "text",
    [
        "Born in Tromsø, the daughter of a grocer, Ida Moe left Norway in 1951.",
        "Born and raised in Tromsø, Ida Moe left Norway.",
        "Ida Moe was born in Tromsø, the daughter of a grocer.",
    ],
)
def test_where_somebody_was_born_needs_no_date(annotate: Annotate, text: str) -> None:
    found = annotate(article(text)).value
    assert facts(found, "birthPlace") == [("Ida Moe", "Tromsø")]


def test_a_bracket_says_when_somebody_was_born(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl (born 4 May 1950) is a painter in Oslo.")).value
    assert facts(found, "birthDate") == [("Jon Dahl", "1950-05-04")]


def test_the_death_of_the_husband_is_not_hers(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Solveig Moe lived in Bergen.",
            "In 1961 she married the sailor Torvald Dahl; he died in 1998.",
            "Moe died on 3 June 2024.",
        )
    ).value
    assert sorted(facts(found, "deathDate"), key=str) == [("Solveig Moe", "2024-06-03"), ("Torvald Dahl", "1998")]


def test_nobody_dies_twice(annotate: Annotate) -> None:
    found = annotate(
        article("Ida Moe died on 3 June, her family said. Moe died in hospital on 4 June, the police said.")
    ).value
    assert len(facts(found, "deathDate")) == 1


def test_the_more_exact_date_stays(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe died in June 2024. Moe died on 3 June 2024 in Oslo.")).value
    assert facts(found, "deathDate") == [("Ida Moe", "2024-06-03")]


def test_kin_needs_a_person_behind_of(annotate: Annotate) -> None:
    other = annotate(article("Jon Dahl, the son of a grocer, met Ida Moe in Oslo.")).value
    assert facts(other, "children") == []
    own = annotate(article("Jon Dahl, son of the painter Ida Moe, left.")).value
    assert facts(own, "children") == [("Ida Moe", "Jon Dahl")]


def test_mr_is_not_the_brother_who_is_called_dr(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Kiran Rao leaves in May. Dr. Arun Rao, chairman of Lund Motors, stays.",
            "Mr. Rao was glad.",
            "Dr. Rao was not.",
        )
    ).value
    assert sorted(facts(found, "honorificPrefix"), key=str) == [("Arun Rao", "Dr."), ("Kiran Rao", "Mr.")]


def test_mrs_and_mr_of_one_surname_are_told_apart_by_their_given_names(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe and John Moe left. Mrs. Moe was glad, Mr. Moe was not.")).value
    assert sorted(facts(found, "honorificPrefix"), key=str) == [("Ida Moe", "Mrs."), ("John Moe", "Mr.")]


@pytest.mark.parametrize("text", ["Jon Dahl's daughter was born in Oslo in 2001.", "Jon Dahl's wife died in 2001."])
def test_the_life_of_a_relative_is_not_the_persons(annotate: Annotate, text: str) -> None:
    found = annotate(article(text)).value
    assert [each for prop in ("birthDate", "birthPlace", "deathDate") for each in facts(found, prop)] == []


def test_a_relative_who_is_named_keeps_the_date(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe left Oslo. Her brother, Jon Dahl, died in 1999.")).value
    assert facts(found, "deathDate") == [("Jon Dahl", "1999")]
