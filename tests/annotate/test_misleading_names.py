"""Names that look like other names: firms, ships and works like persons, titles like bodies, parts like wholes."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, names


@pytest.mark.parametrize("firm", ["Western Grain Co.", "Dahl Brothers Inc.", "Moe Rosa Ltd"])
def test_a_legal_form_makes_a_firm_of_an_owner(annotate: Annotate, firm: str) -> None:
    found = annotate(article(f"The terminal's owner, {firm}, said that it would wait.")).value
    assert names(found, "organization") == [firm]
    assert names(found, "person") == []


def test_two_firms_joined_by_and_are_two(annotate: Annotate) -> None:
    found = annotate(article("The bank sold Rosa Moen Inc. and Harwell Corp. on Monday.")).value
    assert {"Rosa Moen Inc.", "Harwell Corp."} <= set(names(found, "organization"))


def test_the_rest_of_a_title_is_neither_a_person_nor_a_body(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Ida Moe, Minister of State for Applied Physics, left. Jon Dahl, Minister for Public Works, stayed in Oslo."
        )
    ).value
    assert names(found, "person") == ["Ida Moe", "Jon Dahl"]
    assert names(found, "organization") == []


def test_where_somebody_was_born_is_no_child_of_anybody(annotate: Annotate) -> None:
    found = annotate(article("Born in Tromsø, the daughter of a grocer, Ida Moe left Norway in 1951.")).value
    assert names(found, "person") == ["Ida Moe"]
    assert "Tromsø" in names(found, "place")
    assert [each for each in found.facts if each.property == "children"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Jon Dahl, a ferry, sailed from Oslo on Monday.",
        "The last freighter, the Jon P. Dahl, is expected to load in Duluth.",
        "The ferry stopped. The Jon Dahl, which had left Oslo at noon, took on water.",
        "Two tankers waited. The Jon Dahl ran aground off Bergen.",
    ],
)
def test_a_ship_called_like_a_person_is_none(annotate: Annotate, text: str) -> None:
    found = annotate(article(text)).value
    assert names(found, "person") == []
    assert [each.startswith("Jon") for each in names(found, "product")] == [True]


def test_a_person_beside_a_ship_stays_a_person(annotate: Annotate) -> None:
    found = annotate(article("The captain of the ferry, Jon Dahl, sailed from Oslo on Monday.")).value
    assert names(found, "person") == ["Jon Dahl"]


@pytest.mark.parametrize(
    "text",
    [
        "The Silent Orchard, her study of apples, won a prize.",
        "His first novel, The Silent Orchard, was set in Peru.",
        "Moe's memoir The Silent Orchard sold well.",
    ],
)
def test_what_is_called_a_book_is_a_work_and_no_place(annotate: Annotate, text: str) -> None:
    found = annotate(article(text)).value
    assert names(found, "work") == ["The Silent Orchard"]
    assert "Silent Orchard" not in {*names(found, "place"), *names(found, "facility"), *names(found, "organization")}


def test_friends_of_a_society_are_one_organization_and_the_part_of_a_body_names_the_body(annotate: Annotate) -> None:
    found = annotate(article("Friends of Oslo Society wrote to the Council of the Writers' Union.")).value
    assert names(found, "organization") == [
        "Friends of Oslo Society",
        "Council of the Writers' Union",
        "Writers' Union",
    ]


def test_a_local_of_a_union_is_one_organization_with_its_number(annotate: Annotate) -> None:
    found = annotate(article("Members of Quarry Workers Local 88 voted on Monday.", "Local 88 was glad.")).value
    assert names(found, "organization") == ["Quarry Workers Local 88"]


def test_the_organization_behind_a_person_of_it_is_named(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl of St. Olav's Church will lead it.")).value
    assert names(found, "person") == ["Jon Dahl"]
    assert names(found, "organization") == ["St. Olav's Church"]


def test_abbreviated_offices_and_meetings_are_no_names(annotate: Annotate) -> None:
    found = annotate(article("The MD missed the EGM in Oslo.", headline="MD Dahl to quit")).value
    assert names(found, "organization") == []


def test_the_name_of_a_storm_alone_is_the_storm(annotate: Annotate) -> None:
    found = annotate(article("Cyclone Adela struck Beira on Monday.", "Adela killed nine people. Adela's winds fell."))
    assert "Adela" not in {*names(found.value, "person"), *names(found.value, "place")}


def test_a_law_firm_is_one_name(annotate: Annotate) -> None:
    found = annotate(article("A lawyer of Hale & Dahl LLP said on Monday that the firm would appeal.")).value
    assert names(found, "organization") == ["Hale & Dahl LLP"]


def test_a_title_between_commas_is_a_work(annotate: Annotate) -> None:
    found = annotate(article("The jury gave Ida Moe's book, Winter in Bergen, a prize.")).value
    assert names(found, "work") == ["Winter in Bergen"]
    assert names(found, "person") == ["Ida Moe"]


def test_common_nouns_behind_a_product_are_no_part_of_its_name(annotate: Annotate) -> None:
    found = annotate(article("The airline ordered ten Boeing 787 passenger jets. The first Boeing 787 flew on Monday."))
    things = {*names(found.value, "other"), *names(found.value, "product")}
    assert "Boeing 787" in things
    assert not any("jets" in each for each in things)


def test_a_common_noun_behind_a_state_or_a_nationality_makes_no_name(annotate: Annotate) -> None:
    found = annotate(article("A jury convicted the founder of a Florida bank. The Swedish insurer has left.")).value
    assert names(found, "organization") == []
