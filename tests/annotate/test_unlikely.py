"""What only looks like a name is none: headings, labels, abbreviations, programs, laws, prizes."""

from __future__ import annotations

import msgspec
import pytest

from pipeline.annotate import Annotate
from pipeline.model.article import Article, Block
from tests.annotate.articles import article, names


def _with_heading(heading: str, text: str) -> Article:
    return msgspec.structs.replace(article(text), paragraphs=(Block("heading", heading), Block("paragraph", text)))


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Financial Management", "Sound financial management keeps a small firm alive, and good advice helps."),
        ("Strategic Insights", "The report gives strategic insights into a market that grows."),
        ("Related Services", "We clean offices as well, and the related services cost less."),
        ("Dosage", "The dosage depends on the weight of the patient."),
    ],
)
def test_a_heading_of_everyday_words_names_nobody(annotate: Annotate, heading: str, text: str) -> None:
    found = annotate(_with_heading(heading, text)).value
    assert names(found, "person") == names(found, "organization") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The average order value (AOV) grew. AOV is what each customer spends.", "AOV"),
        ("Many CFOs and CTOs fear the cost, a survey said.", "CFOs"),
        ("Some 65% of Gen Z users told Strava that health matters.", "Gen Z"),
        ("The plant makes 40 MW. Its rival makes 60 MW.", "MW"),
        ("It paid NT$300 for each, and NT$500 for the rest.", "NT"),
        ("Expert Tip: The only safe way is to ask. Expert Tip: Wait.", "Tip"),
        ("The tax is paid by the owner. Property tax is due in May.", "Property"),
    ],
)
def test_a_common_noun_in_capitals_is_no_name(annotate: Annotate, text: str, word: str) -> None:
    found = annotate(article(text)).value
    assert word not in (*names(found, "person"), *names(found, "organization"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("We built it using Zeplin. Tools like Zeplin, Figma and Notion help a team.", "Zeplin"),
        ("Haskell is a programming language with types. Versions of Haskell differ.", "Haskell"),
        ("Improvado is an analytics platform for firms. Improvado supports 500 sources.", "Improvado"),
    ],
)
def test_a_program_is_no_person(annotate: Annotate, text: str, word: str) -> None:
    assert word not in names(annotate(article(text)).value, "person")


@pytest.mark.parametrize(
    "text",
    [
        "Pianist Rodrigo played on. Rodrigo uses software of her own.",
        "Merkel said that the tools were there. Merkel told reporters to wait.",
        "They met Kovacs, who is 41, at the gate.",
    ],
)
def test_a_person_by_one_word_stays_one_where_the_text_shows_it(annotate: Annotate, text: str) -> None:
    assert len(names(annotate(article(text)).value, "person")) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Congress passed the Clean Water Act in 1972, and the Clean Water Act still holds.", "Clean Water Act"),
        ("Her novel won the Harwell Prize, and she thanked the jury.", "Harwell Prize"),
        ("Meet the Kitchen Revolution that saves space.", "Kitchen Revolution"),
    ],
)
def test_laws_prizes_and_slogans_are_no_events(annotate: Annotate, text: str, name: str) -> None:
    assert name not in names(annotate(article(text)).value, "named-event")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The play opened at the Harwell Festival in Oslo.", "Harwell Festival"),
        ("He fought in the Second World War and came home.", "Second World War"),
        ("The winners met at the Harwell Awards night in Bergen.", "Harwell Awards"),
    ],
)
def test_what_takes_place_is_an_event(annotate: Annotate, text: str, name: str) -> None:
    assert name in names(annotate(article(text)).value, "named-event")


def test_an_adjective_made_of_a_name_leaves_the_name(annotate: Annotate) -> None:
    found = annotate(article("Taylor Moe-themed classes sold out. Fans of Taylor Moe came in crowds.")).value
    assert names(found, "person") == ["Taylor Moe"]


def test_a_body_of_common_words_stays_one_in_running_text(annotate: Annotate) -> None:
    found = annotate(article("She works for the World Food Programme. Food is dear, and the world knows.")).value
    assert "World Food Programme" in names(found, "organization")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The talks were led by Otto Lind, ambassador to the reclusive, and Ida Moe.", "ambassador"),
        ("Otto Lind, a guide to birds by Ida Moe, sells well.", None),
    ],
)
def test_a_title_does_not_break_off(annotate: Annotate, text: str, title: str | None) -> None:
    found = annotate(article(text)).value
    assert [each.title for each in found.roles if each.title] == ([title] if title else [])


@pytest.mark.parametrize(
    "text",
    [
        "In 2008 Norvik Stores passed Harwell Stores to become the largest seller in the country.",
        "Post updated July 2021. The town has many cafes.",
        "Competitions were common in 2006, and deaths were rare.",
    ],
)
def test_what_nobody_would_note_down_is_no_event(annotate: Annotate, text: str) -> None:
    found = annotate(article(text)).value
    assert [
        each.name for each in found.events if each.name.startswith(("Approval", "Post", "Competition", "Death"))
    ] == []


def test_a_law_that_is_passed_is_an_event(annotate: Annotate) -> None:
    found = annotate(article("On 4 June 2024 parliament passed the budget by two votes.")).value
    assert len(found.events) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Support came from everybody from President Ada Moen to Facebook's users.",
        "The singers Ida Moe, Otto Lind, Blue Harbour Band, and others played on.",
        "Ida Moe-themed classes filled the rooms that Harwell Sports Ltd rents out.",
    ],
)
def test_who_only_stands_beside_a_body_does_not_belong_to_it(annotate: Annotate, text: str) -> None:
    assert [each for each in annotate(article(text)).value.roles if each.organization] == []
