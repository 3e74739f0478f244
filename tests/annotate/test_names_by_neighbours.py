"""Names that the words right beside them tell: bodies by what they are called, teams by scores, towns by where one comes from."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, names, titles


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The patients' association Norte Vivo called a sit-in for Monday.", "Norte Vivo"),
        ("Ida Moe, the former manager of the Ospedale San Torvo in Bergen, left.", "Ospedale San Torvo"),
        ("Leaders of the Nava Sramik Parishad sat with the owners until dawn.", "Nava Sramik Parishad"),
    ],
)
def test_a_body_is_known_by_its_kind_in_any_language(annotate: Annotate, sentence: str, body: str) -> None:
    assert body in names(annotate(article(sentence)).value, "organization")


def test_a_town_that_beats_another_is_a_team(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Cedar Creek beat top-seeded Maple Valley 5-4 for the title on Tuesday.",
            "Maple Valley (20-3) led 4-1 after five innings.",
        )
    ).value
    assert set(names(found, "organization")) == {"Cedar Creek", "Maple Valley"}


def test_a_nation_that_beats_another_stays_a_place(annotate: Annotate) -> None:
    found = annotate(article("Norway beat Peru 2-1 in Lima on Tuesday.")).value
    assert {"Norway", "Peru", "Lima"} <= set(names(found, "place"))


@pytest.mark.parametrize(
    "sentence",
    [
        "HARWELLTON – The mayor said on Monday that the bridge would open.",
        "HARWELLTON, Norway (Agency) -- The mayor said on Monday that the bridge would open.",
    ],
)
def test_a_dateline_in_capitals_is_no_person(annotate: Annotate, sentence: str) -> None:
    assert names(annotate(article(sentence)).value, "person") == []


def test_an_official_in_a_town_does_not_make_the_town_a_person(annotate: Annotate) -> None:
    found = annotate(article("In Brussels, a spokesman for Ida Moe, the commissioner, welcomed the news.")).value
    assert names(found, "person") == ["Ida Moe"]
    assert "Brussels" in names(found, "place")


def test_who_comes_from_a_town_is_another_than_the_town(annotate: Annotate) -> None:
    found = annotate(article("The 22-year-old from Tromsø won the race on Monday, Ida Moe said.")).value
    assert names(found, "person") == ["Ida Moe"]


def test_a_firm_ends_before_its_town_and_its_price(annotate: Annotate) -> None:
    found = annotate(article("Harwell agreed to buy Torvik Noodle Corp of Bergen for RM412 million.")).value
    assert "Torvik Noodle Corp" in names(found, "organization")


def test_a_department_of_two_regions_is_one_body(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe, a deputy director in its Asia and Oceania Department, came along.")).value
    assert "Asia and Oceania Department" in names(found, "organization")
    assert "Asia" not in names(found, "place")


@pytest.mark.parametrize("name", ["Rear Adm", "Tk"])
def test_a_rank_and_a_currency_are_no_bodies(annotate: Annotate, name: str) -> None:
    found = annotate(article("The group includes Rear Adm. Jon Dahl. They asked for Tk 120 instead of Tk 62.")).value
    assert name not in names(found, "organization")


def test_a_councillor_by_his_abbreviation_is_the_one_named_before(annotate: Annotate) -> None:
    found = annotate(article("The mayor, Trevor Dahl, voted. Cr Dahl denied that he had met the firm.")).value
    assert names(found, "person") == ["Trevor Dahl"]


def test_a_body_with_another_name_is_one(annotate: Annotate) -> None:
    found = annotate(
        article(
            "The board of Minas y Cales del Sur SAA, as Calmin is formally known, met.", "Calmin denied the report."
        )
    ).value
    assert "Calmin" not in names(found, "organization")


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Coach is Ida Moe, a former catcher.", "Coach"),
        ("The head of the union is Ida Moe, who joined in 1990.", "head of the union"),
    ],
)
def test_who_an_office_is_held_by_may_stand_behind_is(annotate: Annotate, sentence: str, title: str) -> None:
    assert title in titles(annotate(article(sentence)).value, "Ida Moe")


def test_the_town_behind_a_street_is_home(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl, 58, of Harwell Road, Boston, was jailed on Monday.")).value
    assert [each.value for each in found.facts if each.property == "homeLocation"] == ["Boston"]


def test_what_a_nation_has_the_largest_of_lies_not_in_it(annotate: Annotate) -> None:
    found = annotate(
        article("The group raised its offer for Calmin, Peru's largest producer of lime, on Monday.")
    ).value
    assert "Calmin" not in names(found, "place") + names(found, "person")


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The folk trio Martha Quill play the mill on Saturday.", "Martha Quill"),
        ("Rival Leonardo Ricci, which makes shoes in Fermo, declined to comment.", "Leonardo Ricci"),
        ("Workers from Hospital General San Lucas marched in Puebla.", "Hospital General San Lucas"),
        ("Ida Moe will take over as editor of the Evening Star in May.", "Evening Star"),
    ],
)
def test_what_is_spoken_of_as_a_body_is_no_person(annotate: Annotate, sentence: str, body: str) -> None:
    assert body in names(annotate(article(sentence)).value, "organization")


def test_who_speaks_for_a_firm_is_a_person(annotate: Annotate) -> None:
    found = annotate(article("A spokeswoman for Arla Foods, Mette Friis, confirmed the cuts.")).value
    assert names(found, "person") == ["Mette Friis"]


def test_who_founded_a_choir_stays_a_person(annotate: Annotate) -> None:
    found = annotate(article("The choir Ida Moe founded in 1990 sings on Saturday. Moe said she was glad.")).value
    assert names(found, "person") == ["Ida Moe"]


def test_a_school_by_its_namesake_alone_is_the_school(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Ida Pearce Primary will close.",
            "Ida Pearce opened in 1961.",
            "Jon Dahl, principal of Ida Pearce since 2018, wept.",
        )
    ).value
    assert names(found, "person") == ["Jon Dahl"]


def test_a_school_and_its_namesake_may_both_be_told_of(annotate: Annotate) -> None:
    found = annotate(
        article("Ida Pearce Primary will close.", "Ida Pearce, who died in 1961, was a nurse. Pearce wrote books.")
    ).value
    assert "Ida Pearce" in names(found, "person")


def test_a_saint_keeps_the_possessive_of_his_church(annotate: Annotate) -> None:
    found = annotate(article("The service will be held at St Brendan's, Tralee, on Friday.")).value
    assert "St Brendan's" in names(found, "facility")


def test_a_style_of_two_words_is_no_part_of_the_name(annotate: Annotate) -> None:
    found = annotate(article("The group's chairman Tan Sri Azman Hashim opened the plant in Klang.")).value
    assert names(found, "person") == ["Azman Hashim"]
    assert [each.value for each in found.facts if each.property == "honorificPrefix"] == ["Tan Sri"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The camera caught the getaway car, a maroon Buick, on Monday.", "Buick"),
        ("“Nothing left to shout about,” Ida Moe wrote on Facebook.", "Facebook"),
        ("The asteroid would not strike Earth in 2029, Ida Moe said.", "Earth"),
        ("Jon Dahl is ambassador of the Lao People's Democratic Republic to Cuba.", "Lao People's Democratic Republic"),
    ],
)
def test_a_thing_one_has_or_uses_is_no_body(annotate: Annotate, sentence: str, name: str) -> None:
    assert name not in names(annotate(article(sentence)).value, "organization")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Facebook said on Monday that it would appeal.", "Facebook"),
        ("Volvo's plant in Ghent closed on Monday, the carmaker said.", "Volvo"),
    ],
)
def test_the_firm_behind_a_thing_stays_one(annotate: Annotate, sentence: str, name: str) -> None:
    assert name in names(annotate(article(sentence)).value, "organization")


def test_the_adjective_of_a_region_is_no_place(annotate: Annotate) -> None:
    found = annotate(article("Riverlight, the Tasmanian town's spring festival, runs for nine days.")).value
    assert "Tasmanian" not in names(found, "place")


def test_a_port_is_a_town(annotate: Annotate) -> None:
    assert "Port Harcourt" in names(
        annotate(article("The bank sold 38 branches in Port Harcourt and Uyo.")).value, "place"
    )
