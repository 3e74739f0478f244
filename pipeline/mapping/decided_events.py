"""Annotations without an event or one of its properties, or with another value for it, as an editor says."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from msgspec.structs import replace

from pipeline.mapping.names import same_name
from pipeline.model.annotations import Annotations, Event, EventStatus, Participant, ParticipantRole
from pipeline.model.moment import Moment
from pipeline.model.sidecar import Decision

FIELDS = {
    "startDate": "start", "endDate": "end", "previousStartDate": "previous_start", "eventStatus": "status",
    "description": "description", "superEvent": "super_event", "name": "name",
}  # fmt: skip
"""schema.org's property -> the event's field."""
DATES = ("start", "end", "previous_start")
ROLES: tuple[ParticipantRole, ...] = get_args(ParticipantRole)
type Change = Callable[[Event], Event]


def reject_event(annotations: Annotations, local: str, _decision: Decision) -> Annotations:
    """It is no event, or does not happen."""
    return replace(
        annotations,
        events=tuple(
            replace(each, super_event=None) if each.super_event == local else each
            for each in annotations.events
            if each.id != local
        ),
        topics=tuple(each for each in annotations.topics if each.id != local),
    )


def reject_event_property(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    """The property is not said of the event: all its values, or the one that the decision names."""
    return _changed(annotations, local, lambda event: _without(annotations, event, decision))


def correct_event(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    """A date, a status, a place or who takes part is what the editor says; places and people must be named in the article."""
    return _changed(annotations, local, lambda event: _with(annotations, event, decision))


def _changed(annotations: Annotations, local: str, change: Change) -> Annotations:
    events = tuple(change(each) if each.id == local else each for each in annotations.events)
    return annotations if events == annotations.events else replace(annotations, events=events)


def _without(annotations: Annotations, event: Event, decision: Decision) -> Event:
    names = {each.id: each.name for each in annotations.entities}

    def meant(local: str) -> bool:
        return not decision.value or same_name(names.get(local, ""), decision.value)

    if decision.property == "location":
        return replace(event, places=tuple(each for each in event.places if not meant(each)))
    if decision.property in ROLES:
        kept = (each for each in event.participants if each.role != decision.property or not meant(each.entity))
        return replace(event, participants=tuple(kept))
    field = FIELDS.get(decision.property)
    return replace(event, **{field: None}) if field and field != "name" else event


def _with(annotations: Annotations, event: Event, decision: Decision) -> Event:
    target = next((each.id for each in annotations.entities if same_name(each.name, decision.value)), None)
    if decision.property == "location":
        return replace(event, places=(target,)) if target else event
    role = next((each for each in ROLES if each == decision.property), None)
    if role:
        others = tuple(each for each in event.participants if each.role != role)
        return replace(event, participants=(*others, Participant(entity=target, role=role))) if target else event
    field = FIELDS.get(decision.property)
    if field in DATES:
        return _dated(event, field, decision.value)
    if field == "status":
        status = decision.value.rsplit("/", 1)[-1]
        return replace(event, status=status) if status in get_args(EventStatus) else event
    return replace(event, **{field: decision.value}) if field in ("name", "description") else event


def _dated(event: Event, field: str, value: str) -> Event:
    try:
        moment = Moment(value)
    except ValueError:
        return event
    return replace(event, **{field: moment})
