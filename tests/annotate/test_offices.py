"""Titles and employers in the shapes that news gives them, one sentence each."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.mapping.person import job_title
from tests.annotate.articles import article, name_of

type Said = set[tuple[str | None, str | None]]


def _said(annotate: Annotate, sentence: str, person: str) -> Said:
    found = annotate(article(sentence)).value
    roles = [each for each in found.roles if name_of(found, each.person) == person]
    return {(job_title(each), name_of(found, each.organization) if each.organization else None) for each in roles}


@pytest.mark.parametrize(
    ("sentence", "person", "title", "organization"),
    [
        ("Eva Lund, chief economist, Nordic Bank, said prices would rise.", "Eva Lund", "chief economist", "Nordic Bank"),
        ("Ola Berg – the chief executive of Nordic Bank – said so.", "Ola Berg", "chief executive of Nordic Bank", "Nordic Bank"),
        ("Nordic Bank CEO, Ola Berg, justified his choice.", "Ola Berg", "CEO", "Nordic Bank"),
        ("Co-founder of Google, Ida Moe, met the boy.", "Ida Moe", "Co-founder of Google", "Google"),
        ("An aerospace analyst, Jon Dahl, said the test was overdue.", "Jon Dahl", "aerospace analyst", None),
        ("A spokeswoman for Harwich Town, Ana Ruiz, declined to comment.", "Ana Ruiz", "spokeswoman for Harwich Town", "Harwich Town"),
        ("The vice president and general counsel of the company, Jon Dahl, quit.", "Jon Dahl", "vice president and general counsel of the company", None),
        ("Executive director of the Council on Foreign Trade Ida Moe said so.", "Ida Moe", "Executive director of the Council on Foreign Trade", "Council on Foreign Trade"),
        ("Afghan Ambassador to the United States Jon Dahl thanked them.", "Jon Dahl", "Ambassador to the United States", None),
        ("They asked director of football Jon Dahl about it.", "Jon Dahl", "director of football", None),
        ("The army's chief of staff General Otto Lind spoke first.", "Otto Lind", "chief of staff", None),
        ("President-elect Lucia Moreno will take office in January.", "Lucia Moreno", "President-elect", None),
        ("Team member Ida Moe thanked the jury.", "Ida Moe", "Team member", None),
        ("\"It is slow,\" claims writer John Moe.", "John Moe", "writer", None),
        ("Study co-author Ida Moe said so.", "Ida Moe", "Study co-author", None),
        ("Ida Moe, an Australian woman and former teacher, has sued them.", "Ida Moe", "former teacher", None),
        ("Ola Berg, himself a former miner, said so.", "Ola Berg", "former miner", None),
        ("Ola Berg, a member of the Progress Party, said so.", "Ola Berg", None, "Progress Party"),
        ("Ida Moe, professor of education policy and law at the University of Oslo, was there.", "Ida Moe", "professor of education policy and law at the University of Oslo", "University of Oslo"),
        ("Peter Lang, who resigned as finance minister on Tuesday, was there.", "Peter Lang", "former finance minister", None),
        ("Ola Berg, who was chief executive of Nordic Bank from 2011 to 2018, said so.", "Ola Berg", "former chief executive of Nordic Bank", "Nordic Bank"),
        ("Ola Berg, who works as an engineer at Nordic Bank, said so.", "Ola Berg", "engineer at Nordic Bank", "Nordic Bank"),
        ("Eva Lund will succeed Peter Lang as chief executive of Nordic Bank.", "Peter Lang", "chief executive of Nordic Bank", "Nordic Bank"),
        ("Eva Lund will succeed Peter Lang as chief executive of Nordic Bank.", "Eva Lund", "chief executive of Nordic Bank", "Nordic Bank"),
    ],
)  # fmt: skip
def test_a_title_is_taken_as_said(
    annotate: Annotate, sentence: str, person: str, title: str | None, organization: str | None
) -> None:
    assert _said(annotate, sentence, person) == {(title, organization)}


@pytest.mark.parametrize(
    ("sentence", "person", "organization"),
    [
        ("Ana Ruiz plays for Harwich Town and has scored nine goals.", "Ana Ruiz", "Harwich Town"),
        ("Eva Lund, who has led Nordic Bank since 2019, will stay.", "Eva Lund", "Nordic Bank"),
        ("Ola Berg, who serves on the board of Nordic Bank, said so.", "Ola Berg", "Nordic Bank"),
        ("Jon Dahl from the Democratic Party was elected.", "Jon Dahl", "Democratic Party"),
        ("Nordic Bank's Ida Moe and Jon Dahl voted against.", "Jon Dahl", "Nordic Bank"),
        ("Jon Dahl gave Harwich Town the lead after 12 minutes.", "Jon Dahl", "Harwich Town"),
        ("Harwich Town took the lead through Jon Dahl.", "Jon Dahl", "Harwich Town"),
        ("Jon Dahl, 31, has signed a new contract with Harwich Town.", "Jon Dahl", "Harwich Town"),
    ],
)  # fmt: skip
def test_an_employer_is_found_without_a_title(
    annotate: Annotate, sentence: str, person: str, organization: str
) -> None:
    assert _said(annotate, sentence, person) == {(None, organization)}


def test_each_of_a_list_has_the_title_in_the_singular(annotate: Annotate) -> None:
    sentence = "Ministers Ana Ruiz and Jon Dahl met the ambassadors Piet de Vries and Olga Petrova."
    assert _said(annotate, sentence, "Jon Dahl") == {("Minister", None)}
    assert _said(annotate, sentence, "Olga Petrova") == {("ambassador", None)}


def test_the_subject_behind_according_to_is_somebody_else(annotate: Annotate) -> None:
    assert not _said(annotate, "According to Jon Dahl, a detective for the city was given the file.", "Jon Dahl")


@pytest.mark.parametrize(
    "sentence", ["Ida Moe, a resident of Bergen, lost her house.", "Ida Moe, a 14-year-old girl from Bergen, was seen."]
)
def test_where_somebody_lives_is_a_fact(annotate: Annotate, sentence: str) -> None:
    facts = annotate(article(sentence)).value.facts
    assert [(each.property, each.value) for each in facts if each.property == "homeLocation"] == [
        ("homeLocation", "Bergen")
    ]


def test_a_later_description_adds_a_title_and_an_employer(annotate: Annotate) -> None:
    text = "The boss, Ida Moe, had seen it. She left. Harwich Rovers play on Sunday. Harwich Rovers are third."
    found = annotate(article(text, 'Moe smiled. "He is tired," the Harwich Rovers coach said.')).value
    said = {(each.title, name_of(found, each.organization)) for each in found.roles}
    assert ("coach", "Harwich Rovers") in said


def test_a_bare_company_title_belongs_to_the_company_told_of(annotate: Annotate) -> None:
    found = annotate(
        article("Nordic Bank cut its outlook on Monday.", "Chief executive Eva Lund said Nordic Bank was sound.")
    ).value
    assert [(each.title, name_of(found, each.organization)) for each in found.roles] == [
        ("Chief executive", "Nordic Bank")
    ]


def test_a_company_that_looks_like_a_name_is_no_person(annotate: Annotate) -> None:
    found = annotate(article("Ana Ruiz, an analyst at Lowther Price in London, said Lowther Price was wrong.")).value
    assert {each.name for each in found.entities if each.type == "person"} == {"Ana Ruiz"}


def test_his_home_is_where_he_lives(annotate: Annotate) -> None:
    facts = annotate(article("Jon Dahl died at his home in Bergen on Sunday.")).value.facts
    assert ("homeLocation", "Bergen") in {(each.property, each.value) for each in facts}


@pytest.mark.parametrize(
    "sentence",
    [
        "State that Ana Ruiz is the president of Peru.",
        "They claimed Ana Ruiz was a volunteer.",
        "Nobody asked if Ana Ruiz was the mayor.",
    ],
)
def test_what_is_commanded_claimed_or_asked_is_no_title(annotate: Annotate, sentence: str) -> None:
    assert not _said(annotate, sentence, "Ana Ruiz")


def test_a_dash_in_capitals_ends_a_title(annotate: Annotate) -> None:
    text = "OSLO, NORWAY - MAYOR ANA LIMA OPENED A BRIDGE ON MONDAY, THE CITY COUNCIL SAID."
    roles = annotate(article(text)).value.roles
    assert all("-" not in (each.title or "") for each in roles)


def test_kinship_is_read_in_front_of_a_title(annotate: Annotate) -> None:
    text = "Nordic Bank owner Lou Berg, 81, and his daughter, bank president Gina Berg-Cole, watched."
    facts = annotate(article(text)).value.facts
    assert ("children", "Gina Berg-Cole") in {(each.property, each.value) for each in facts}
