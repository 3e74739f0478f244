"""Events: when, where and who, under properties that schema.org allows."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from pipeline.mapping import map_article
from pipeline.model.annotations import Event, Participant, ParticipantRole
from pipeline.model.graph import Node
from pipeline.model.moment import Moment
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM, Atlas


def opening(**changes: Any) -> Node:
    """The node of the bridge's opening, told otherwise."""
    event = msgspec.structs.replace(ANNOTATIONS.events[0], **changes)
    annotations = msgspec.structs.replace(ANNOTATIONS, events=(event,))
    graph = map_article(ARTICLE, annotations, {}, NEWSROOM, gazetteer=Atlas()).value
    return next(each for each in graph.nodes if each.get("name") == event.name)


def test_an_event_has_its_kind_date_place_and_people() -> None:
    assert opening() == {
        "@id": "https://news.example/entities/event/opening-of-the-ponte-nova-2031-05-05",
        "@type": "Event",
        "name": "Opening of the Ponte Nova",
        "additionalType": "opening",
        "startDate": "2031-05-05",
        "location": {
            "@id": "https://news.example/entities/place/ponte-nova-porto",
            "@type": "Place",
            "name": "Ponte Nova",
        },
        "actor": {"@id": "https://news.example/entities/person/tomas-vell"},
        "about": {"@id": "https://news.example/entities/place/portugal"},
    }


def test_a_date_stays_as_precise_as_the_text() -> None:
    assert opening(start=Moment("2031-05"))["startDate"] == "2031-05"


def test_a_postponed_event_has_both_dates_and_its_status() -> None:
    node = opening(start=Moment("2031-06-01"), previous_start=Moment("2031-05-05"), status="EventRescheduled")
    assert (node["previousStartDate"], node["startDate"]) == ("2031-05-05", "2031-06-01")
    assert node["eventStatus"] == "https://schema.org/EventRescheduled"


@pytest.mark.parametrize(
    ("entity", "role", "kind", "said"),
    [
        ("person-1", "competitor", "SportsEvent", "competitor"),
        ("organization-1", "homeTeam", "SportsEvent", "homeTeam"),
        ("organization-1", "homeTeam", "Event", "attendee"),
        ("organization-1", "actor", "Event", "attendee"),
        ("organization-1", "organizer", "Event", "organizer"),
        ("place-1", "organizer", "Event", "about"),
    ],
)
def test_a_role_that_schema_org_does_not_allow_becomes_one_that_it_does(
    entity: str, role: ParticipantRole, kind: str, said: str
) -> None:
    node = opening(schema_type=kind, participants=(Participant(entity=entity, role=role),))
    assert {each for each in ("competitor", "homeTeam", "attendee", "organizer", "about", "actor") if each in node} == {
        said
    }


def test_a_side_of_a_match_is_a_team() -> None:
    match = msgspec.structs.replace(
        ANNOTATIONS.events[0],
        schema_type="SportsEvent",
        participants=(Participant(entity="organization-1", role="homeTeam"),),
    )
    graph = map_article(ARTICLE, msgspec.structs.replace(ANNOTATIONS, events=(match,)), {}, NEWSROOM).value
    assert next(each for each in graph.nodes if each.get("name") == "Harbour Board")["@type"] == "SportsTeam"


def test_a_part_points_at_the_whole_and_never_at_itself() -> None:
    whole = Event(
        id="event-2", name="Bridge week", type="festival", span=ANNOTATIONS.events[0].span,
        trigger=ANNOTATIONS.events[0].trigger, by="events",
    )  # fmt: skip
    part = msgspec.structs.replace(ANNOTATIONS.events[0], super_event="event-2")
    annotations = msgspec.structs.replace(ANNOTATIONS, events=(part, whole))
    graph = map_article(ARTICLE, annotations, {}, NEWSROOM).value
    node = next(each for each in graph.nodes if each.get("name") == part.name)
    assert node["superEvent"] == {"@id": "https://news.example/entities/event/bridge-week"}
    assert "superEvent" not in opening(super_event="event-1")


def test_the_same_happening_keeps_its_id_when_its_words_are_edited_around_it() -> None:
    assert opening()["@id"] == opening(description="It was sunny.")["@id"]
