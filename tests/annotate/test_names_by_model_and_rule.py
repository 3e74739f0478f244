"""Where the names model and a rule disagree: what the model is sure of stands, what it does not know the rule tells."""

from __future__ import annotations

import pytest

from pipeline.annotate.gazetteer import NoCities
from pipeline.annotate.names import find_names
from pipeline.annotate.reading import Parse, read
from pipeline.annotate.tagging import NameType
from pipeline.run.engines import load_parser
from tests.annotate.articles import article
from tests.annotate.taggers import Marked


@pytest.fixture(scope="module")
def parse() -> Parse:
    return load_parser(names=False)[0]


def found(
    parse: Parse, text: str, known: dict[str, NameType], *, probability: float = 0.95, headline: str | None = None
) -> list[tuple[str, str]]:
    reading = read(article(text, headline=headline), parse)
    names = find_names(reading, Marked(known, probability), NoCities())
    return [(each.text, each.type) for each in names]


def test_two_names_that_the_model_tells_apart_stay_two(parse: Parse) -> None:
    known: dict[str, NameType] = {"Norrland": "place", "Eastern Cape": "place", "Moe Air": "organization"}
    text = "They flew with Moe Air to Norrland and the Eastern Cape."
    assert found(parse, text, known) == [
        ("Moe Air", "organization"),
        ("Norrland", "place"),
        ("Eastern Cape", "place"),
    ]


def test_a_longer_name_by_the_model_is_not_cut_to_its_head(parse: Parse) -> None:
    name = "All Workers' Relief Army"
    assert found(parse, f"She fled from the {name} in May.", {name: "organization"}) == [(name, "organization")]


def test_the_foundation_of_a_person_begins_behind_the_possessive(parse: Parse) -> None:
    text = "Friends of the late Ida Moe's Anti-Corruption Foundation met."
    assert ("Anti-Corruption Foundation", "organization") in found(parse, text, {"Ida Moe": "person"})


def test_what_the_model_is_sure_of_is_not_retyped_by_a_head_word(parse: Parse) -> None:
    text = "He wrote for the Random Winter House for years."
    assert found(parse, text, {"Random Winter House": "organization"}) == [("Random Winter House", "organization")]


def test_a_hall_that_the_model_takes_for_a_person_is_a_hall(parse: Parse) -> None:
    text = "They met in the Ned Hale Stadium."
    assert found(parse, text, {"Ned Hale Stadium": "person"}) == [("Ned Hale Stadium", "facility")]


@pytest.mark.parametrize("body", ["House of Commons", "House of Representatives"])
def test_a_house_of_members_is_no_place(parse: Parse, body: str) -> None:
    assert found(parse, f"He sat in the {body}.", {}) == [(body, "organization")]


def test_a_number_before_a_group_is_no_part_of_it(parse: Parse) -> None:
    text = "On Monday Three Republicans voted no."
    assert ("Republicans", "group") in found(parse, text, {"Republicans": "group"})


def test_a_nickname_within_a_name_is_no_work(parse: Parse) -> None:
    name = 'Jimmy "Barbecue" Moe'
    assert found(parse, f"Its leader, {name}, spoke.", {name: "person"}) == [(name, "person")]


def test_dollars_are_no_country(parse: Parse) -> None:
    assert found(parse, "It costs US$ 299 and US$399.", {}) == []


def test_a_town_and_its_club_are_two_where_the_model_is_sure(parse: Parse) -> None:
    text = "The Leeds-born striker of Leeds United scored."
    made = found(parse, text, {"Leeds": "place", "Leeds United": "organization"})
    assert made == [("Leeds", "place"), ("Leeds United", "organization")]


def test_people_of_a_country_are_no_body_because_a_body_bears_their_name(parse: Parse) -> None:
    text = "The Iraqi Army lost. An Iraqi spoke."
    made = found(parse, text.replace("An Iraqi", "Every Iraqi"), {"Iraqi Army": "organization"})
    assert ("Iraqi", "organization") not in made


def test_a_super_typhoon_is_one_name(parse: Parse) -> None:
    assert found(parse, "Super Typhoon Adela is next.", {"Adela": "person"}) == [("Super Typhoon Adela", "named-event")]


def test_a_person_behind_a_title_is_as_long_as_the_model_says(parse: Parse) -> None:
    text = "The director General Omar al-Amin left."
    assert found(parse, text, {"Omar al-Amin": "person"}) == [("Omar al-Amin", "person")]


def test_verbs_of_a_headline_are_no_part_of_a_name_behind_a_title(parse: Parse) -> None:
    text = "Police Trader Moe Quits. Boss Ida Moe Meets Acme Buyers."
    made = found(parse, text, {"Ida Moe": "person", "Acme": "organization"})
    assert ("Ida Moe", "person") in made
    assert ("Acme", "organization") in made


@pytest.mark.parametrize("firm", ["Karpat Busz Zrt", "Moe Bersatu Bhd"])
def test_legal_forms_of_many_countries_make_a_firm(parse: Parse, firm: str) -> None:
    assert found(parse, f"She works for {firm} in town.", {firm: "person"}) == [(firm, "organization")]


def test_who_holds_an_office_is_no_part_of_a_place(parse: Parse) -> None:
    assert found(parse, "He met the Moeville sheriff.", {"Moeville sheriff": "place"}) == [("Moeville", "place")]


def test_an_everyday_word_that_opens_a_sentence_is_no_name(parse: Parse) -> None:
    assert found(parse, "Study leaders said so.", {"Study": "organization"}) == []


def test_what_reports_behind_an_article_is_a_medium(parse: Parse) -> None:
    text = "The Sentinelle cited three of them. The Sentinelle was right."
    assert found(parse, text, {"Sentinelle": "person"})[0] == ("Sentinelle", "organization")
