"""Entities that are none: words whose capitals say nothing, short forms of common nouns, rules and prizes taken for happenings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from pipeline.annotate.capitals import small_words
from pipeline.annotate.index import Index, Place
from pipeline.annotate.reading import Passage, Reading
from pipeline.annotate.unlikely_bodies import body_or_not
from pipeline.annotate.unlikely_events import event_or_not
from pipeline.annotate.unlikely_persons import person_or_not
from pipeline.model.annotations import Annotations, Entity, EntityType

type Named = Sequence[tuple[Passage, Place]]
"""Where an entity is named, in the order of the text."""
type Judge = Callable[[Entity, Named, frozenset[str]], EntityType]

JUDGES: dict[EntityType, Judge] = {
    "person": person_or_not,
    "organization": body_or_not,
    "facility": body_or_not,
    "named-event": event_or_not,
}
"""What says for an entity of each type what it is, after a look at all its places and the words that the article writes small."""


def see_unlikely(reading: Reading, annotations: Annotations, known: Index) -> Annotations:
    """Annotations in which what is none of its type has another one; ``other`` is not published."""
    named: dict[str, list[tuple[Passage, Place]]] = {}
    for passage in reading.passages:
        for place in known.by_passage.get(passage.number, ()):
            if place.form in {"name", "short-name", "acronym"}:
                named.setdefault(place.entity, []).append((passage, place))
    small = small_words(reading)
    entities = tuple(_seen(each, named.get(each.id, ()), small) for each in annotations.entities)
    return msgspec.structs.replace(annotations, entities=entities)


def _seen(entity: Entity, named: Named, small: frozenset[str]) -> Entity:
    judge = JUDGES.get(entity.type)
    kind = judge(entity, named, small) if judge and named else entity.type
    return entity if kind == entity.type else msgspec.structs.replace(entity, type=kind)
