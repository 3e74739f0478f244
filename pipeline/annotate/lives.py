"""When and where persons were born and died, as far as the happenings of the article say it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Annotations, Event, PersonFact, PersonProperty

_DATES: dict[str, PersonProperty] = {"death": "deathDate", "birth": "birthDate"}
_PLACES: dict[str, PersonProperty] = {"death": "deathPlace", "birth": "birthPlace"}


def find_lives(_: Reading, annotations: Annotations) -> Annotations:
    """Annotations with dates and places of birth and death added; the happening itself stays."""
    facts = [fact for event in annotations.events for fact in _facts(event, annotations)]
    return msgspec.structs.replace(annotations, facts=(*annotations.facts, *facts))


def _facts(event: Event, annotations: Annotations) -> Iterator[PersonFact]:
    persons = [each.entity for each in event.participants if each.role == "about"]
    if event.type not in _DATES or event.status is not None:
        return
    names = {each.id: each.name for each in annotations.entities}
    for person in persons:
        if event.start is not None and event.start_span is not None:
            yield PersonFact(
                person=person,
                property=_DATES[event.type],
                value=event.start,
                span=event.start_span,
                by="rule:life",
                probability=event.probability,
            )
        if event.places:
            yield PersonFact(
                person=person,
                property=_PLACES[event.type],
                value=names[event.places[0]],
                entity=event.places[0],
                span=event.span,
                by="rule:life",
                probability=round(event.probability * 0.9, 3),
            )
