"""Happenings whose day, place or people stand beside the clause that tells of them."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.model.annotations import Annotations, Event
from tests.annotate.articles import article, name_of


def _events(annotations: Annotations, kind: str) -> list[Event]:
    return [each for each in annotations.events if each.type == kind]


@pytest.mark.parametrize(
    ("sentence", "kind", "start"),
    [
        ("Ida Moe died in Oslo on Friday. She was buried in Bergen the day after her death.", "burial", "2024-06-08"),
        ("Jon Dahl left Oslo in 1991. The year after, he founded the Harwell Trust in Bergen.", "founding", "1992"),
        ("The MV Ada went down on Saturday off Bergen.", "crash", "2024-06-08"),
        ("The commission is to sit for the first time in Bergen from 24 to 26 June.", "meeting", "2024-06-24"),
        ("The board of Harwell Group threw out the bid on 30 May.", "vote", "2024-05-30"),
        ("Ida Moe blamed the fire that shut the mill in Bergen in February.", "fire", "2024-02"),
        ("The mill, founded in 1899, belongs to Harwell Group.", "founding", "1899"),
        ("Jon Dahl is charged with robbery in the June 3 holdup of a bank on Quay Road.", "crime", "2024-06-03"),
        (
            "Ida Moe, the finance chief of Harwell Group, told analysts on a call on Monday that profits were down.",
            "meeting",
            "2024-06-10",
        ),
        (
            "Saturday's recital by Ida Moe was called off when lightning struck, and the winter series, due on 6 November, may move.",
            "concert",
            "2024-06-08",
        ),
    ],
)
def test_a_happening_has_the_day_that_is_its_own(annotate: Annotate, sentence: str, kind: str, start: str) -> None:
    (event,) = _events(annotate(article(sentence)).value, kind)
    assert event.start == start


def test_a_burial_counts_from_the_accident_told_before(annotate: Annotate) -> None:
    told = annotate(
        article(
            "A ferry sank off Bergen on Saturday.", "Nine of the dead were buried in Bergen a day after the accident."
        )
    ).value
    (burial,) = _events(told, "burial")
    assert burial.start == "2024-06-09"


def test_a_death_is_not_where_the_burial_after_it_was(annotate: Annotate) -> None:
    told = annotate(article("Ida Moe died in Oslo on Friday. She was buried in Bergen the day after her death.")).value
    (death,) = _events(told, "death")
    assert [name_of(told, each) for each in death.places] == ["Oslo"]


def test_a_visit_that_is_put_off_is_one_event_with_both_days(annotate: Annotate) -> None:
    told = annotate(
        article("The minister, Ida Moe, was to tour the port of Bergen on Friday but has put the visit off to 26 June.")
    ).value
    (visit,) = _events(told, "visit")
    assert (visit.status, visit.start, visit.previous_start) == ("EventRescheduled", "2024-06-26", "2024-06-14")
    assert [name_of(told, each.entity) for each in visit.participants] == ["Ida Moe"]


@pytest.mark.parametrize(
    ("sentence", "kind", "place"),
    [
        ("Jon Dahl was arrested on Monday in a Bergen hotel.", "arrest", "Bergen"),
        (
            "A talk on bees, set for Friday night at Harwell Elementary School, was put off to 1 July.",
            "meeting",
            "Harwell Elementary School",
        ),
    ],
)
def test_premises_tell_where_it_was(annotate: Annotate, sentence: str, kind: str, place: str) -> None:
    told = annotate(article(sentence)).value
    (event,) = _events(told, kind)
    assert [name_of(told, each) for each in event.places] == [place]


def test_whom_somebody_travels_to_for_talks_takes_part(annotate: Annotate) -> None:
    told = annotate(article("Ida Moe left on Monday for Lyon for talks with Marie Blanc.")).value
    (visit,) = _events(told, "visit")
    assert {name_of(told, each.entity) for each in visit.participants} == {"Ida Moe", "Marie Blanc"}


def test_nobody_founds_a_person(annotate: Annotate) -> None:
    told = annotate(
        article("Works manager Jon Dahl saw it otherwise on Monday.", "The works, founded in 1899, closed in May.")
    ).value
    assert all(each.participants == () for each in _events(told, "founding"))
