"""Organizations and places of several names in one article: nations, acronyms, short forms; towns beside what is named after them."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United States Air Force chose Boeing. The U.S. Air Force and the Air Force gave no reason.", "United States Air Force"),
        ("The United States Air Force chose a tanker on Monday. The USAF gave no reason.", "United States Air Force"),
        ("The United Nations met on Monday. The U.N. said nothing.", "United Nations"),
        ("Singapore Airlines ordered ten jets. In a statement, SIA said that the jets were late.", "Singapore Airlines"),
        ("The University of Harwell closed on Monday. The University said that it would open in May.", "University of Harwell"),
        ("The New People's Party won. Voters of the New People Party cheered.", "New People's Party"),
    ],
)  # fmt: skip
def test_names_of_one_body_are_one(annotate: Annotate, text: str, name: str) -> None:
    found = annotate(article(text)).value
    assert [each for each in names(found, "organization") if each != "Boeing"] == [name]


def test_navies_of_two_nations_stay_two(annotate: Annotate) -> None:
    found = annotate(article("The French Navy met the U.S. Navy in Brest on Monday. The Navy was late.")).value
    bodies = {each.id for each in found.entities if "Navy" in each.name}
    assert len(bodies) >= 2


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Russia's Air Force flew to Syria. The U.S. Air Force watched.", "Air Force"),
        ("Ri Yong, vice-minister of Foreign Affairs, left Pyongyang. Russia's Ministry of Foreign Affairs waited.", "Foreign Affairs"),
    ],
)  # fmt: skip
def test_the_body_of_another_nation_is_another(annotate: Annotate, text: str, foreign: str) -> None:
    found = annotate(article(text)).value
    joined = [each for each in found.entities if foreign in (each.name, *each.alternate_names)]
    assert all(each.name == foreign for each in joined)


def test_a_town_is_not_the_newspaper_named_after_it(annotate: Annotate) -> None:
    found = annotate(article("The Boston Globe reported the fire. Boston officials closed the harbour.")).value
    assert "Boston" in names(found, "place")
    assert "Boston Globe" in names(found, "organization")


def test_the_adjective_of_a_country_is_not_its_government(annotate: Annotate) -> None:
    found = annotate(article("The Irish government sold its shares. Irish Farmers protested in Dublin.")).value
    mentions = [(each.text, each.entity) for each in found.mentions]
    assert not [entity for text, entity in mentions if text == "Irish"]


def test_the_north_means_the_country_named_in_full(annotate: Annotate) -> None:
    found = annotate(
        article("North Korea fired at South Korea on Monday. The South answered. The North fell silent.")
    ).value
    assert names(found, "place") == ["North Korea", "South Korea"]


def test_a_hyphen_between_two_names_that_stand_alone_joins_them_for_once_only(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Kestrel Air makes tankers. Kestrel won the contract on Monday, and the Kestrel-Navy deal was signed.",
            "Anheuser-Busch, a brewer in St. Louis, said it would build a plant.",
            headline="Kestrel wins contract",
        )
    ).value
    assert not [each.text for each in found.mentions if "-Navy" in each.text]
    assert [each.text for each in found.mentions if each.text.startswith("Anheuser")] == ["Anheuser-Busch"]


def test_a_firm_is_not_its_part_where_the_article_speaks_of_the_firm(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Kestrel won the order on Monday. Kestrel said it would build the jets in Harwell. The head of Kestrel Aerospace, Ann Lee, "
            "said Kestrel had waited for years.",
            headline="Kestrel wins order",
        )
    ).value
    assert "Kestrel" in names(found, "organization")
    assert "Kestrel Aerospace" in names(found, "organization")
