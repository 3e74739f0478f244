from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, name_of, titles


@pytest.mark.parametrize(
    ("sentence", "person", "title", "organization"),
    [
        ("Jon Dahl, the mayor, left on Monday.", "Jon Dahl", "mayor", None),
        ("The mayor, Jon Dahl, left on Monday.", "Jon Dahl", "mayor", None),
        ("French composer Ida Moe won the prize.", "Ida Moe", "composer", None),
        (
            "Ida Moe, 54, a nurse at Harwell Hospital, saw it.",
            "Ida Moe",
            "nurse at Harwell Hospital",
            "Harwell Hospital",
        ),
        ("Harwell Hospital director Ida Moe resigned.", "Ida Moe", "director", "Harwell Hospital"),
        (
            "Ida Moe is now a vice president of Harwell Credit Union.",
            "Ida Moe",
            "vice president of Harwell Credit Union",
            "Harwell Credit Union",
        ),
        (
            "The board of Harwell Group named Ida Moe chief executive on Monday.",
            "Ida Moe",
            "chief executive",
            "Harwell Group",
        ),
        ("U.S. Secretary of State Ida Moe arrived.", "Ida Moe", "Secretary of State", None),
        ("Ida Moe, first deputy minister of Trade, spoke.", "Ida Moe", "first deputy minister of Trade", None),
        ("Marine biologist Dr Ida Moe led the study.", "Ida Moe", "Marine biologist", None),
    ],
)
def test_a_title_is_found_with_its_organization(
    annotate: Annotate, sentence: str, person: str, title: str, organization: str | None
) -> None:
    found = annotate(article(sentence)).value
    assert titles(found, person) == [title]
    assert [name_of(found, each.organization) for each in found.roles] == [organization]


def test_each_person_of_a_list_keeps_his_own_title(annotate: Annotate) -> None:
    found = annotate(article("Pianist Ida Moe, Peruvian singer Ana Ruiz and drummer Jon Dahl played in Oslo.")).value
    assert [titles(found, each) for each in ("Ida Moe", "Ana Ruiz", "Jon Dahl")] == [
        ["Pianist"],
        ["singer"],
        ["drummer"],
    ]


def test_a_former_role_is_marked(annotate: Annotate) -> None:
    found = annotate(article("Former oil minister Jon Dahl was arrested on Friday.")).value
    assert [each.former for each in found.roles] == [True]


def test_a_title_of_an_unnamed_spokesman_does_not_stick_to_the_minister(annotate: Annotate) -> None:
    found = annotate(article("A spokesman for the minister, Jon Dahl, declined to comment.")).value
    assert "spokesman" not in " ".join(each or "" for each in titles(found, "Jon Dahl"))


def test_honorifics_nationality_home_and_kin_are_facts(annotate: Annotate) -> None:
    found = annotate(
        article("Gen. Otto Lind, 61, of Oslo, met the Peruvian pianist Ana Ruiz. His wife, Eva Lind, stayed at home.")
    ).value
    facts = {(name_of(found, each.person), each.property, each.value) for each in found.facts}
    assert ("Otto Lind", "honorificPrefix", "Gen.") in facts
    assert ("Otto Lind", "homeLocation", "Oslo") in facts
    assert ("Ana Ruiz", "nationality", "Peruvian") in facts
    assert any(each[1:] == ("spouse", "Eva Lind") for each in facts)


def test_births_and_deaths_become_facts(annotate: Annotate) -> None:
    found = annotate(article("Born in Bergen on 3 May 1941, Ida Moe died in Oslo in 2021.")).value
    facts = {each.property: each.value for each in found.facts}
    assert facts["birthDate"] == "1941-05-03"
    assert facts["deathDate"] == "2021"


@pytest.mark.parametrize(
    ("sentences", "person", "title", "organization"),
    [
        (
            ["Ida Moe, director of the Lofoten Marine Station, spoke."],
            "Ida Moe",
            "director of the Lofoten Marine Station",
            "Lofoten Marine Station",
        ),
        (
            ["Dr Ida Moe, Director-General of the Nordic Space Centre, spoke."],
            "Ida Moe",
            "Director-General of the Nordic Space Centre",
            "Nordic Space Centre",
        ),
        (
            ["Ida Moe, a lawyer at Oslo-based Nordic Aerospace, spoke."],
            "Ida Moe",
            "lawyer at Oslo-based Nordic Aerospace",
            "Nordic Aerospace",
        ),
        (
            ["The National Pilotage Board met.", "Jon Dahl, the head of the pilotage board, denied it."],
            "Jon Dahl",
            "head of the pilotage board",
            "National Pilotage Board",
        ),
        (
            ["The Women's Cooperative of Bodo met.", 'It "will go on," said the cooperative\'s treasurer, Ida Moe.'],
            "Ida Moe",
            "treasurer",
            "Women's Cooperative of Bodo",
        ),
        (
            ["Harwell Motors said it would buy Fjord Van Ltd and that its managing director, Jon Dahl, would leave."],
            "Jon Dahl",
            "managing director",
            "Harwell Motors",
        ),
        (
            ["Jon Dahl, a cousin of the mayor and the deputy leader of the Harbour Party, lost."],
            "Jon Dahl",
            "deputy leader of the Harbour Party",
            "Harbour Party",
        ),
    ],
)
def test_a_title_reaches_the_body_however_it_is_said(
    annotate: Annotate, sentences: list[str], person: str, title: str, organization: str
) -> None:
    found = annotate(article(*sentences)).value
    assert [(each.title, name_of(found, each.organization)) for each in found.roles if titles(found, person)] == [
        (title, organization)
    ]


def test_a_second_title_joined_to_the_first_is_found(annotate: Annotate) -> None:
    found = annotate(
        article("Ida Moe, a former pilot at Harwell Air and now an adviser to the Nordic Bank, spoke.")
    ).value
    assert [(each.title, each.former) for each in found.roles] == [
        ("former pilot at Harwell Air", True),
        ("adviser to the Nordic Bank", False),
    ]


def test_who_leads_an_organization_belongs_to_it(annotate: Annotate) -> None:
    found = annotate(article("The Green Alliance, led by former minister Ida Moe, won 22 seats.")).value
    assert "Green Alliance" in [name_of(found, each.organization) for each in found.roles]


def test_a_predecessor_held_the_office_that_is_named(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe succeeded Sir Otto Lind as director in 1979.")).value
    assert [(each.title, each.former) for each in found.roles if name_of(found, each.person) == "Otto Lind"] == [
        ("director", True)
    ]


def test_a_street_and_a_stadium_employ_nobody(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl, a guard at Wembley Stadium, lives in Park Street.")).value
    assert [each.organization for each in found.roles] == [None]


def test_another_persons_office_joined_to_a_job_is_not_the_subjects(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl, an aide to the president and the prime minister, resigned.")).value
    assert all(each != "prime minister" for each in titles(found, "Jon Dahl"))


@pytest.mark.parametrize(
    ("sentences", "said"),
    [
        (
            ["The Harwell Foundation's president, Ida Moe, and its treasurer, Jon Dahl, left."],
            [("Ida Moe", "president", "Harwell Foundation"), ("Jon Dahl", "treasurer", "Harwell Foundation")],
        ),
        (
            ["The Nordic Hospital is full.", "The hospital's chief surgeon, Dr. Ida Moe, said so."],
            [("Ida Moe", "chief surgeon", "Nordic Hospital")],
        ),
        (
            ["The Nordic Hospital is full.", "Ida Moe, chief surgeon at the hospital, said so."],
            [("Ida Moe", "chief surgeon", "Nordic Hospital")],
        ),
        (
            ["Ida Moe joined Harwell Group in 2004 and became its finance director in 2010."],
            [("Ida Moe", None, "Harwell Group"), ("Ida Moe", "finance director", "Harwell Group")],
        ),
        (
            ["Ida Moe was appointed editor-in-chief of the Bergen Post in 2004."],
            [("Ida Moe", "editor-in-chief of the Bergen Post", "Bergen Post")],
        ),
        (["Jon Dahl (Labour Party) finished first."], [("Jon Dahl", None, "Labour Party")]),
        (["Nordic Bank's Jon Dahl said so."], [("Jon Dahl", None, "Nordic Bank")]),
        (["Fjord Bank was founded by Jon Dahl in 1990."], [("Jon Dahl", "founder", "Fjord Bank")]),
        (
            ["The chairman of the Nordic Bank, Jon Dahl, said so."],
            [("Jon Dahl", "chairman of the Nordic Bank", "Nordic Bank")],
        ),
        (
            ["The head of the Nordic Bank's research unit, Jon Dahl, said so."],
            [("Jon Dahl", "head of the Nordic Bank's research unit", "Nordic Bank")],
        ),
        (["The prosecutor in the case, Ida Moe, said so."], [("Ida Moe", "prosecutor", None)]),
        (
            ["Ida Moe, editor of the Bergen Post and author of three novels, died."],
            [("Ida Moe", "editor of the Bergen Post", "Bergen Post"), ("Ida Moe", "author of three novels", None)],
        ),
        (
            ["Ida Moe, professor emerita at Oslo University, said so."],
            [("Ida Moe", "professor emerita at Oslo University", "Oslo University")],
        ),
        (["Harwell Motors and its chairman Jon Dahl were fined."], [("Jon Dahl", "chairman", "Harwell Motors")]),
        (["I will miss Ida Moe."], []),
        (
            ["Jon Dahl, an ice expert with the Nordic Maritime Agency, said so."],
            [("Jon Dahl", "ice expert with the Nordic Maritime Agency", "Nordic Maritime Agency")],
        ),
        (["Harwell Motors CEO and co-founder Ida Moe left."], [("Ida Moe", "CEO and co-founder", "Harwell Motors")]),
        (
            ["Ida Moe, a detective for the Bergen sheriff's office, said so."],
            [("Ida Moe", "detective for the Bergen sheriff's office", None)],
        ),
        (
            ["The United Nations met on Monday.", "The Peruvian team's coach, Jon Dahl, watched."],
            [("Jon Dahl", "coach", None)],
        ),
        (["The U.N. secretary-general, Jon Dahl, said so."], [("Jon Dahl", "secretary-general", "U.N.")]),
        (
            ["Ida Moe replaced Jon Dahl as treasurer on Monday."],
            [("Ida Moe", "treasurer", None), ("Jon Dahl", "treasurer", None)],
        ),
    ],
)
def test_a_sentence_says_these_roles_and_no_others(
    annotate: Annotate, sentences: list[str], said: list[tuple[str, str | None, str | None]]
) -> None:
    found = annotate(article(*sentences)).value
    roles = [(name_of(found, each.person), each.title, name_of(found, each.organization)) for each in found.roles]
    assert sorted(roles, key=str) == sorted(said, key=str)


@pytest.mark.parametrize(
    ("sentences", "said"),
    [
        (["Jon Dahl smiled.", "He is a nurse at Harwell Hospital."], ("nurse at Harwell Hospital", "Harwell Hospital")),
        (["Jon Dahl died.", "He was the mayor."], ("mayor", None)),
        (["Jon Dahl was born in Bergen.", "He studied law and in 1990 joined the Nordic Bank."], (None, "Nordic Bank")),
        (
            ["Jon Dahl left.", "He joined the Nordic Bank, where he succeeded Ida Moe as treasurer."],
            ("treasurer", "Nordic Bank"),
        ),
    ],
)
def test_what_is_said_of_a_pronoun_is_said_of_the_person(
    annotate: Annotate, sentences: list[str], said: tuple[str | None, str | None]
) -> None:
    found = annotate(article(*sentences)).value
    roles = [(each.title, name_of(found, each.organization)) for each in found.roles if titles(found, "Jon Dahl")]
    assert said in roles


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Moe, previously head of Fjord Bank, took over on Monday.",
        "Ida Moe, formerly head of Fjord Bank, took over on Monday.",
        "Ida Moe resigned as head of Fjord Bank on Monday.",
    ],
)
def test_an_office_that_has_ended_is_marked(annotate: Annotate, sentence: str) -> None:
    found = annotate(article(sentence)).value
    assert [(each.title, each.former) for each in found.roles] == [("head of Fjord Bank", True)]


def test_years_are_no_part_of_an_office(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl, president of Peru from 1990 to 1995, died.")).value
    assert titles(found, "Jon Dahl") == ["president of Peru"]


@pytest.mark.parametrize(
    ("text", "person", "organization"),
    [
        (
            "Ida Moe and Jon Dahl were set free on Monday. Both work for the Oslo-based charity Harwell Relief Fund.",
            "Jon Dahl",
            "Harwell Relief Fund",
        ),
        ("Lind, the former mayor, now chairs Harwell Credit Union.", "Lind", "Harwell Credit Union"),
        (
            "Captain Ida Moe, who commands the Harwell Coast Guard, saw it at sea.",
            "Ida Moe",
            "Harwell Coast Guard",
        ),
        (
            (
                "Otto Lind, 44, owner of Harwell Foods Group, was held when the Bergen Police raided it. "
                "Held with him was the company's accountant, Jon Dahl (61)."
            ),
            "Jon Dahl",
            "Harwell Foods Group",
        ),
        (
            (
                "The charity Harwell Relief Fund left. The Bergen Police stayed. "
                '"It is late," said the charity\'s director, Jon Dahl.'
            ),
            "Jon Dahl",
            "Harwell Relief Fund",
        ),
    ],
)
def test_where_somebody_belongs_is_found(annotate: Annotate, text: str, person: str, organization: str) -> None:
    found = annotate(article(f"Otto Lind met the press.\n\n{text}")).value
    named = {name_of(found, each.organization) for each in found.roles if person in name_of(found, each.person)}
    assert organization in named


@pytest.mark.parametrize(
    ("sentence", "person", "title"),
    [
        ("Nothing is known of Jon Dahl, a geologist seized with them on Monday.", "Jon Dahl", "geologist"),
        ("The previous governor, Gen. Otto Lind, was dismissed.", "Otto Lind", "previous governor"),
        ("The club's physiotherapist, Jon Dahl (51), agreed.", "Jon Dahl", "physiotherapist"),
    ],
)
def test_a_title_in_apposition_is_found_beside_ranks_ages_and_participles(
    annotate: Annotate, sentence: str, person: str, title: str
) -> None:
    found = annotate(article(sentence)).value
    assert title in [each.title for each in found.roles if name_of(found, each.person) == person]
