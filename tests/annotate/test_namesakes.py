"""Articles full of namesakes: every mention means the right one of them, and never another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate import Annotate
from pipeline.annotate.person_names import one_letter_off
from tests.annotate.articles import article


def told(annotate: Annotate, *paragraphs: str) -> list[tuple[str, str]]:
    """Every mention of a name with the id of what it means."""
    found = annotate(article(*paragraphs)).value
    return [(each.text, each.entity) for each in found.mentions if each.form != "pronoun"]


def ids(mentions: list[tuple[str, str]], text: str) -> list[str]:
    return [entity for words, entity in mentions if words == text]


def test_a_form_of_address_tells_two_kims_apart(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "Kim Min-seo, a chemist at Hanyang University, disputed the findings of Kim Dae-jung, who runs a laboratory in Busan.",
        "“The data are old,” Kim Min-seo said. Kim Dae-jung said that he stood by his report. Ms. Kim asked for a new study.",
    )
    assert ids(mentions, "Kim") == ids(mentions, "Kim Min-seo")[:1]


def test_an_office_tells_two_kims_apart(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "South Korean Foreign Minister Kim Sung-hwan met North Korean envoy Kim Yong-chol in Geneva on Monday.",
        "Foreign Minister Kim said the talks were useful. Envoy Kim Yong-chol left without a word.",
    )
    assert ids(mentions, "Kim") == ids(mentions, "Kim Sung-hwan")


def test_the_younger_of_father_and_son(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "George Tilden, 81, who governed Ohio for two terms, died on Friday. His son, George Tilden Jr., is the mayor of Dayton.",
        "The younger Tilden said that his father had been a quiet man.",
    )
    assert ids(mentions, "Tilden") == ids(mentions, "George Tilden Jr.")
    assert ids(mentions, "George Tilden") != ids(mentions, "George Tilden Jr.")


def test_father_and_son_of_exactly_one_name(annotate: Annotate) -> None:
    mentions = told(
        annotate, "Former president Henrik Aas and his son Henrik Aas, a banker, were questioned in Oslo on Tuesday."
    )
    assert len(set(ids(mentions, "Henrik Aas"))) == 2


def test_a_person_called_like_two_cities(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "Paris Hamilton, a nurse from Leeds, won the marathon in Paris on Sunday.",
        "Hamilton, 29, said that she had trained in Hamilton, Ontario. Paris was hot, she said.",
    )
    [person] = set(ids(mentions, "Paris Hamilton"))
    surname, town = ids(mentions, "Hamilton")
    assert surname == person
    assert town.startswith("place")
    assert all(each.startswith("place") for each in ids(mentions, "Paris"))


def test_a_lawyer_called_like_the_city_she_sues(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "Chelsea Lincoln, a lawyer in Lincoln, Nebraska, sued the city on Monday.",
        "Lincoln said that Lincoln officials had ignored her letters.",
    )
    assert [each.split("-")[0] for each in ids(mentions, "Lincoln")] == ["place", "person", "place"]


def test_a_firm_named_after_its_founder(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "Lars Brandvik founded Brandvik in 1971. Brandvik, 88, sold his shares in Brandvik Shipping on Tuesday.",
        "Brandvik Shipping employs 400 people in Bergen. Brandvik said that he would retire.",
    )
    [person], [firm] = set(ids(mentions, "Lars Brandvik")), set(ids(mentions, "Brandvik Shipping"))
    assert ids(mentions, "Brandvik") == [firm, person, person]


def test_a_foundation_a_hospital_and_a_maker_of_cars_are_no_trustee(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "The Ford Foundation gave $2 million to the Henry Ford Hospital in Detroit. Edsel Ford, a trustee, welcomed the gift.",
        "Ford said that the hospital needed it. Ford Motor Co. was not involved.",
    )
    assert ids(mentions, "Ford") == ids(mentions, "Edsel Ford")
    others = [entity for text, entity in mentions if text not in {"Ford", "Edsel Ford", "Detroit"}]
    assert len(set(others)) == 3


@pytest.mark.parametrize(
    ("second", "who"),
    [
        ("Mr. Whitfield laughed.", "Dan Whitfield"),
        ("Mrs. Whitfield laughed.", "Laura Whitfield"),
        ("Whitfield told reporters that she had read every page.", "Laura Whitfield"),
        ("Whitfield told reporters that he had read every page.", "Dan Whitfield"),
    ],
)
def test_a_couple_of_one_surname(annotate: Annotate, second: str, who: str) -> None:
    first = "Sen. Laura Whitfield voted against the bill on Thursday. Her husband, Rep. Dan Whitfield, voted for it."
    mentions = told(annotate, first, second)
    assert ids(mentions, "Whitfield") == ids(mentions, who)


def test_washington_the_government_the_man_and_the_state(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "Washington said on Monday that it would join the talks. In Washington, D.C., Carl Washington, a senator from Georgia, "
        "welcomed the decision.",
        "Washington, 61, said that he would fly to Geneva. Officials in Seattle, Washington, were not consulted.",
    )
    *capital, man, state = ids(mentions, "Washington")
    [government] = {*capital, *ids(mentions, "Washington, D.C."), *ids(mentions, "D.C.")}
    assert [man] == ids(mentions, "Carl Washington")
    assert state.startswith("place")
    assert state != government


def test_the_actor_not_the_president_whom_he_plays(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "Denzel Washington arrived in Washington on Tuesday for a film about George Washington.",
        "Washington, who plays a general, said he had read the president's letters.",
    )
    place, man = ids(mentions, "Washington")
    assert place.startswith("place")
    assert [man] == ids(mentions, "Denzel Washington")


@pytest.mark.parametrize(
    "text",
    [
        "Letters for John Smith, a plumber from Hull, went to John Smith, a judge in York.",
        "Police questioned John Smith, 34, of Hull. Another John Smith, a teacher in York, was not involved.",
    ],
)
def test_two_strangers_of_one_name_stay_two(annotate: Annotate, text: str) -> None:
    assert len(set(ids(told(annotate, text), "John Smith"))) == 2


def test_two_john_smiths_named_together_are_no_third(annotate: Annotate) -> None:
    mentions = told(annotate, "The two John Smiths met on Monday. John Smith, a plumber, greeted John Smith, a judge.")
    assert ids(mentions, "John Smiths") == []


def test_one_person_with_two_jobs_stays_one(annotate: Annotate) -> None:
    mentions = told(
        annotate, "Ida Moe, a nurse in Oslo, wrote a novel. On Monday Ida Moe, the author, read from it in Bergen."
    )
    assert len(set(ids(mentions, "Ida Moe"))) == 1


def test_a_surname_one_letter_off_is_the_same_person_and_two_letters_are_not(annotate: Annotate) -> None:
    mentions = told(annotate, "Karl Maurer, a treasurer, spoke in Kiel. The boxes, Mauer said, were full. Meyer left.")
    assert ids(mentions, "Mauer") == ids(mentions, "Karl Maurer")
    assert ids(mentions, "Meyer") != ids(mentions, "Karl Maurer")


def test_two_people_introduced_in_full_stay_two_however_alike(annotate: Annotate) -> None:
    mentions = told(annotate, "Jon Maurer, a baker, met Jon Mauer, a priest, in Kiel on Monday.")
    assert len({*ids(mentions, "Jon Maurer"), *ids(mentions, "Jon Mauer")}) == 2


def test_a_mayor_who_says_it_is_not_the_city_of_her_name(annotate: Annotate) -> None:
    mentions = told(
        annotate, "Ana Lima, the mayor of Porto, opened the bridge. “It holds,” Lima said to those who came to see it."
    )
    assert ids(mentions, "Lima") == ids(mentions, "Ana Lima")


@given(st.text("abcdef", min_size=1, max_size=8), st.integers(0, 8), st.sampled_from("abcdefxyz"))
def test_a_letter_added_is_one_letter_off_and_two_are_not(word: str, at: int, letter: str) -> None:
    longer = f"{word[: at + 1]}{letter}{word[at + 1 :]}"
    assert one_letter_off(word, longer)
    assert one_letter_off(longer, word)
    assert not one_letter_off(word, word)
    assert not one_letter_off(word, f"{longer}{letter}")


def test_a_player_called_like_the_country_he_visits(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "Michael Jordan opened a school in Amman, the capital of Jordan, on Sunday.",
        "The government of Jordan paid for it. Jordan, 61, said that he would return.",
    )
    assert [each.split("-")[0] for each in ids(mentions, "Jordan")] == ["place", "place", "person"]
    assert ids(mentions, "Jordan")[-1:] == ids(mentions, "Michael Jordan")


def test_a_detective_and_the_man_she_arrests(annotate: Annotate) -> None:
    mentions = told(
        annotate,
        "Detective Anna Smith arrested Peter Smith in Leeds on Monday. Smith, 34, a plumber, was charged with theft.",
        "Detective Smith said that he had confessed. Smith is due in court on Friday.",
    )
    [detective], [man] = ids(mentions, "Anna Smith"), ids(mentions, "Peter Smith")
    assert ids(mentions, "Smith") == [man, detective, man]


def test_a_founder_and_the_town_of_his_name(annotate: Annotate) -> None:
    mentions = told(annotate, "Drew Houston, who grew up in Houston, Texas, will open an office in Houston on Monday.")
    assert all(each.startswith("place") for each in ids(mentions, "Houston"))


def test_the_shares_are_the_firms(annotate: Annotate) -> None:
    mentions = told(annotate, "Michael Dell, 59, founded Dell in Austin, Texas. Dell's shares fell by 3 percent.")
    assert [each.split("-")[0] for each in ids(mentions, "Dell")] == ["organization", "organization"]
