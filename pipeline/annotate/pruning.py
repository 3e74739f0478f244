"""What is named but says nothing is left out: institutions that nothing is said of, single words taken for events."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pipeline.annotate.modality import is_stated
from pipeline.annotate.reading import Reading, Token
from pipeline.model.annotations import Annotations, Entity, Mention


def prune(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations without entities that nothing else refers to and that are no proper names."""
    used = _used(annotations)
    kept = tuple(each for each in annotations.entities if each.id in used or not _is_weak(each, annotations, reading))
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


def _is_weak(entity: Entity, annotations: Annotations, reading: Reading) -> bool:
    mentions = [each for each in annotations.mentions if each.entity == entity.id]
    if all(each.by == "rule:institution" for each in mentions):
        return len(mentions) < 2
    if entity.type != "named-event":
        return False
    prize = entity.name.split()[-1].lower() in _PRIZES
    return prize or " " not in entity.name or _told(entity, annotations) or _only_supposed(reading, mentions)


_PRIZES = frozenset({"award", "prize", "medal", "trophy", "title", "scholarship", "fellowship"})
"""What is given at an event, and is none."""


def _only_supposed(reading: Reading, mentions: list[Mention]) -> bool:
    """As in "had she won, she would be at the Harwell Games": no word states that it happens."""
    return all(not is_stated(each) for each in _last_words(reading, mentions))


def _last_words(reading: Reading, mentions: list[Mention]) -> Iterator[Token]:
    for each in mentions:
        passage = reading.passage_at(each.span.start)
        yield from passage.tokens(each.span.start - passage.block.start, each.span.end - passage.block.start)[-1:]


def _told(entity: Entity, annotations: Annotations) -> bool:
    """Whether one of the events is the same thing."""
    return any(entity.name.lower() in each.name.lower() for each in annotations.events)
