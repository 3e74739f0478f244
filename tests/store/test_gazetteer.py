"""The packaged tables answer by name, and only by name."""

from __future__ import annotations

import re

import pytest

from pipeline.store.gazetteer import PackagedGazetteer

GAZETTEER = PackagedGazetteer()


@pytest.mark.parametrize("name", ["Japan", "Japanese", "JAPAN", "japan"])
def test_a_country_is_found_by_name_and_by_people(name: str) -> None:
    assert [each.identifier for each in GAZETTEER.countries(name)] == ["http://www.wikidata.org/entity/Q17"]


def test_a_pronoun_is_no_country() -> None:
    assert GAZETTEER.countries("us") == ()
    assert [each.code for each in GAZETTEER.countries("US")] == ["US"]


def test_a_people_that_two_countries_share_gives_both() -> None:
    assert {each.code for each in GAZETTEER.countries("Congolese")} == {"CD", "CG"}


def test_cities_come_with_their_place_in_the_world_the_largest_first() -> None:
    first, second, *_ = GAZETTEER.cities("Birmingham")
    assert (first.country, first.country_name, second.country, second.region) == (
        "GB",
        "United Kingdom",
        "US",
        "Alabama",
    )
    assert first.population > second.population
    assert first.latitude is not None


def test_an_unknown_or_empty_name_finds_nothing() -> None:
    assert GAZETTEER.cities("Atlantisville") == GAZETTEER.countries("") == GAZETTEER.regions("\t") == ()


def test_every_territory_has_an_identifier_and_no_two_countries_share_one() -> None:
    found = [each for line in GAZETTEER._lines for each in [line[4]]]
    assert all(
        re.fullmatch(r"http://www\.wikidata\.org/entity/Q\d+|https://sws\.geonames\.org/\d+/", each) for each in found
    )
    countries = [line[4] for line in GAZETTEER._lines if line[1] == "Country"]
    assert len(set(countries)) == len(countries)
