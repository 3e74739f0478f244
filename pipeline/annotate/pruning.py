"""What is named but says nothing is left out: institutions that nothing is said of, single words taken for events."""

from __future__ import annotations

import msgspec

from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Annotations, Entity


def prune(_: Reading, annotations: Annotations) -> Annotations:
    """Annotations without entities that nothing else refers to and that are no proper names."""
    used = _used(annotations)
    kept = tuple(each for each in annotations.entities if each.id in used or not _is_weak(each, annotations))
    ids = {each.id for each in kept}
    return msgspec.structs.replace(
        annotations,
        entities=kept,
        mentions=tuple(each for each in annotations.mentions if each.entity in ids),
        topics=tuple(each for each in annotations.topics if each.id in ids or each.id.startswith("event-")),
    )


def _used(annotations: Annotations) -> set[str]:
    """The entities that a role, a fact, a quotation or an event refers to."""
    used = {each.organization for each in annotations.roles} | {each.entity for each in annotations.facts}
    used |= {each.speaker for each in annotations.quotations}
    used |= {participant.entity for each in annotations.events for participant in each.participants}
    used |= {place for each in annotations.events for place in each.places}
    return {each for each in used if each is not None}


def _is_weak(entity: Entity, annotations: Annotations) -> bool:
    mentions = [each for each in annotations.mentions if each.entity == entity.id]
    if all(each.by == "rule:institution" for each in mentions):
        return len(mentions) < 2
    return entity.type == "named-event" and (" " not in entity.name or _told(entity, annotations))


def _told(entity: Entity, annotations: Annotations) -> bool:
    """Whether one of the events is the same thing."""
    return any(entity.name.lower() in each.name.lower() for each in annotations.events)
