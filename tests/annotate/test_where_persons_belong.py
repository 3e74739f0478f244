"""Where persons belong, when no words of theirs alone say it: the sentence before, the title's first word, the clause around."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.model.annotations import Annotations
from tests.annotate.articles import article, name_of, names, titles


def employers(found: Annotations, person: str) -> list[str | None]:
    persons = {each.id: each.name for each in found.entities}
    return [
        name_of(found, each.organization)
        for each in found.roles
        if persons[each.person] == person and each.organization
    ]


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        (
            "Harwell Trust denied that it had agreed to buy Nordic Merchant Bank. “We have one wedding,” said Ida Moe, its head of communications.",
            "Ida Moe",
            "Harwell Trust",
        ),
        (
            "The Nordic Relief Fund opened a school. The fund moved on. Half of it came from the Dahl Foundation. “We give money,” its chairman, Jon Dahl, said.",
            "Jon Dahl",
            "Dahl Foundation",
        ),
        ("The Harwell Schools Union is not done. State secretary Ida Moe said members would meet in Oslo.", "Ida Moe", "Harwell Schools Union"),
        ("The Norwegian Army sent a team on Monday. Army spokesman Jon Dahl denied the report.", "Jon Dahl", "Norwegian Army"),
        ("She was banned by the Nordic Integrity Panel. “It is hers,” panel chair Ida Moe said.", "Ida Moe", "Nordic Integrity Panel"),
        (
            "The Harwell Valley Planters' Association met. Jon Dahl, chairman of the planters' association, denied it.",
            "Jon Dahl",
            "Harwell Valley Planters' Association",
        ),
        ("Under the deal with the Nordic Nurses' Alliance (NNA), which Moe has chaired since 2014, said Ida Moe, pay goes up.", "Ida Moe", "Nordic Nurses' Alliance"),
        ("The Democratic Renewal Front of Ida Moe won 34 of the 72 seats on Sunday.", "Ida Moe", "Democratic Renewal Front"),
        ("It would have to raise money, according to Ida Moe of Oslo-based Harwell Research.", "Ida Moe", "Harwell Research"),
        ("Ida Moe, now a partner at the Oslo law firm Dahl Lund Moe, foresees no objection.", "Ida Moe", "Dahl Lund Moe"),
        ("The post goes to Jon Dahl, who ran the shipbuilder Harwell Marine until last June.", "Jon Dahl", "Harwell Marine"),
        ("Ida Moe will cut the ribbon. She teaches drama at Harwell High School.", "Ida Moe", "Harwell High School"),
        ("Ida Moe has died. The first woman to be master founder at Harwell Foundry Ltd, of Bergen, she cast 300 bells.", "Ida Moe", "Harwell Foundry Ltd"),
        ("“He paid for three nights,” said Dubuque police Lt. Ida Moe, the lead investigator.", "Ida Moe", "Dubuque police"),
        ("Striker Diego Paz scored twice as Atlético Sur beat Deportivo Norte 3-1.", "Diego Paz", "Atlético Sur"),
        ("Ida Moe, whose Harwell Watch group monitors elections, called it a disgrace.", "Ida Moe", "Harwell Watch"),
        ("Harwell Rail Ltd announced it on Monday. “We had no choice,” chief executive Ida Moe said.", "Ida Moe", "Harwell Rail Ltd"),
        ("Lee Min-jung, CEO of Hanbit Motors, and her deputy, Park Jae-ho, resigned.", "Park Jae-ho", "Hanbit Motors"),
        ("“They pay,” said analyst Ida Moe with the Harwell Research Group in Oslo.", "Ida Moe", "Harwell Research Group"),
        ("Omar Said, 45, worked for the Red Crescent as a driver until March.", "Omar Said", "Red Crescent"),
        ("Jon Dahl, a winger who joined Leicester City from Enyimba last summer, limped off.", "Jon Dahl", "Leicester City"),
        ("Jon Dahl, who retired from Harwell Foods Ltd in 2019, said he knew nothing.", "Jon Dahl", "Harwell Foods Ltd"),
        ("Ida Moe founded the weekly Novi Glas in 1994.", "Ida Moe", "Novi Glas"),
        ("Volunteer Ida Moe has been with the Red Cross since 2015.", "Ida Moe", "Red Cross"),
        ("The Open Door Trust, run by sisters Mary and Jane Dahl, feeds 300 families.", "Jane Dahl", "Open Door Trust"),
    ],
)  # fmt: skip
def test_the_words_around_say_where_a_person_belongs(annotate: Annotate, text: str, person: str, body: str) -> None:
    assert body in employers(annotate(article(text)).value, person)


def test_a_member_of_a_people_belongs_to_no_body(annotate: Annotate) -> None:
    found = annotate(
        article("The post was given to novelist Ida Moe, the first member of the Amis people to hold it.")
    ).value
    assert "Amis" not in names(found, "organization")


def test_an_office_that_opens_a_sentence_is_of_its_subject(annotate: Annotate) -> None:
    found = annotate(
        article("Appointed minister of rural development in January 1981, Ida Moe resigned in 1983.")
    ).value
    assert "minister of rural development" in titles(found, "Ida Moe")


def test_nobody_is_his_own_driver(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe counted every seed. It was slow, recalled Sol Lind, then her driver.")).value
    ids = {each.id: each.name for each in found.entities}
    assert [ids[each.entity] for each in found.mentions if each.text == "her"] == ["Ida Moe"]


def test_she_is_whom_the_obituary_is_of(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Ida Moe, who has died aged 81, cast bells in Bergen.",
            "“She was impossible,” said his daughter, Cordelia Vane, now the managing director.",
            "Her memoir appeared in 2015.",
        )
    ).value
    ids = {each.id: each.name for each in found.entities}
    assert [ids[each.entity] for each in found.mentions if each.text == "Her"] == ["Ida Moe"]


def test_a_body_and_its_leader_are_two_names(annotate: Annotate) -> None:
    found = annotate(
        article("The Renewal Front of Osvaldo Tavares Lima won.", "Tavares Lima said so. Mr. Tavares Lima was tired.")
    ).value
    assert "Renewal Front" in names(found, "organization")


def test_who_took_a_picture_is_not_of_the_story(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe at the castle in Oslo on Wednesday. NNA photo March 11, 2026 by Jon Dahl")).value
    assert names(found, "person") == ["Ida Moe"]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moe, the mother of a student at Harwell High, said she was furious.",
        "Jon Dahl, whose son works for Harwell Foods, declined to comment.",
        "Jon Dahl, a critic of the Nordic Bank, cheered.",
        "Ida Moe, a patient at Harwell Hospital, died on Monday.",
        "Jon Dahl, a fan of Harwell Rovers since 1990, cried.",
        "A spokesman for Ida Moe said the Nordic Party was wrong.",
        "The Labour Party lost the vote. President Ida Moe signed the bill.",
        "Jon Dahl scored twice as Harwell United lost 4-2 to Torvik.",
        "Jon Dahl visited the offices of the Nordic Fund with Ida Moe.",
    ],
)
def test_who_only_has_to_do_with_a_body_does_not_belong_to_it(annotate: Annotate, text: str) -> None:
    assert [each.organization for each in annotate(article(text)).value.roles if each.organization] == []
