"""Titles in the shapes that running news gives them: behind "whose", before ranks, by verbs, told a sentence later."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, name_of, titles


@pytest.mark.parametrize(
    ("text", "person", "said"),
    [
        ("Nordic Foods, whose depot manager, Jon Dahl, was hurt, said so.", "Jon Dahl", ["depot manager"]),
        ("The army's commander, General Jon Dahl, left on Monday.", "Jon Dahl", ["commander"]),
        ("Its master, Captain Jon Dahl, was held on Monday.", "Jon Dahl", ["master"]),
        ("The rector, the Rev Ida Moe, found the money.", "Ida Moe", ["rector"]),
        ("On 3 June a guard, Jon Dahl, died in Oslo.", "Jon Dahl", ["guard"]),
        ("She met Ida Moe, a doctoral student at Harwell.", "Ida Moe", ["doctoral student"]),
        ("A planning inspector called Jon Dahl walked the fence.", "Jon Dahl", ["planning inspector"]),
        ("Jon Dahl, her father, is a fire captain in Oslo.", "Jon Dahl", ["fire captain"]),
        ("Jon Dahl, who began it and is a cook in Oslo, left.", "Jon Dahl", ["cook"]),
        ("Ida Moe is to become chief executive in May.", "Ida Moe", ["chief executive"]),
        ("They fought the appointment of Ida Moe as chancellor.", "Ida Moe", ["chancellor"]),
        ("Ida Moe's resignation as mayor came late.", "Ida Moe", ["mayor"]),
        ("Jon Dahl, once the bank's chief risk officer, denied it.", "Jon Dahl", ["chief risk officer"]),
        ("Jon Dahl, until last month legal manager of a mill, was sworn in.", "Jon Dahl", ["legal manager of a mill"]),
        ("Ida Moe was chosen. A marine chemist, she is 40 years old.", "Ida Moe", ["marine chemist"]),
        ("Jon Dahl, who heads the inquiry, said so.", "Jon Dahl", ["head of the inquiry"]),
        ("Nordic Air was founded in Oslo in 1989 by Jon Dahl.", "Jon Dahl", ["founder"]),
        ("Jon Dahl was hurt on Sunday. The trawlerman is in hospital.", "Jon Dahl", ["trawlerman"]),
        ("A nurse who lifted a car was honoured on Monday. Jon Dahl, 26, of Oslo, said so.", "Jon Dahl", ["nurse"]),
        ("The driver, Jon Dahl of Nordic Express, was hurt.", "Jon Dahl", ["driver"]),
        ("Ambassador Jon Dahl of the Philippines, chair this month, left.", "Jon Dahl", ["Ambassador", "chair"]),
        ("Ida Moe and Jon Dahl, her son, a coastguard in Oslo, left.", "Jon Dahl", ["coastguard"]),
        ("Jon Dahl, one-time head of the guard, left.", "Jon Dahl", ["one-time head of the guard"]),
        ("Ida Moe joined the group as head of snacks only last June.", "Ida Moe", ["head of snacks"]),
        ("Ida Moe was named director on Monday. She succeeds Jon Dahl, who left.", "Jon Dahl", ["director"]),
        ("The jury's president, the Malian director Jon Dahl, left.", "Jon Dahl", ["president", "director"]),
        ("The minister, Ana Ruiz, met her Peruvian counterpart, Jon Dahl, on Monday.", "Jon Dahl", ["minister"]),
    ],
)
def test_a_title_is_read_in_this_shape(annotate: Annotate, text: str, person: str, said: list[str]) -> None:
    assert [each.split(" at ")[0] for each in titles(annotate(article(text)).value, person) if each] == said


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("It was told to the director. Ida Moe said so.", "Ida Moe"),
        ("Jon Dahl was hurt on Sunday. The mayor paid tribute to him.", "Jon Dahl"),
        ("Jon Dahl was hurt on Sunday. The trawlerman Otto Lind is in hospital.", "Jon Dahl"),
        ("Jon Dahl left. The Dutch consul, Ida Moe, met them.", "Jon Dahl"),
        ("Jon Dahl sailed merchant ships, commanded merchant crews and left.", "Jon Dahl"),
        ("A nurse was killed on Monday. Jon Dahl was arrested.", "Jon Dahl"),
        ("At a hearing adjourned for want of an interpreter, Jon Dahl pleaded guilty.", "Jon Dahl"),
        ("A nurse was hurt. Jon Dahl was there. The nurse is in hospital.", "Jon Dahl"),
        ("Jon Dahl, who led Harwell Rovers to the title, left.", "Jon Dahl"),
    ],
)
def test_a_title_of_somebody_else_does_not_stick(annotate: Annotate, text: str, person: str) -> None:
    assert [each for each in titles(annotate(article(text)).value, person) if each] == []


def test_who_was_removed_from_an_office_holds_it_no_longer(annotate: Annotate) -> None:
    found = annotate(article("Shareholders voted to remove Jon Dahl as chairman.")).value
    assert [(each.title, each.former) for each in found.roles] == [("chairman", True)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ida Moe was the first to dive. The Polish archaeologist came back.", ("Ida Moe", "nationality", "Polish")),
        ("Head coach Jon Dahl, the South Korean who came in May, left.", ("Jon Dahl", "nationality", "South Korean")),
        ("Ida Moe, a nurse in Harwell who comes from Bergen, said so.", ("Ida Moe", "homeLocation", "Bergen")),
        ("The talks were led by Jon Dahl, a Jesuit from Bergen.", ("Jon Dahl", "homeLocation", "Bergen")),
    ],
)
def test_a_description_says_where_a_person_is_from(annotate: Annotate, text: str, fact: tuple[str, str, str]) -> None:
    found = annotate(article(text)).value
    assert fact in {(name_of(found, each.person), each.property, each.value) for each in found.facts}
