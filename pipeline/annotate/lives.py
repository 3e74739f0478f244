"""When and where persons were born and died, as far as the happenings of the article say it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pipeline.annotate.births import births
from pipeline.annotate.clauses import patients, subjects
from pipeline.annotate.index import Index, index
from pipeline.annotate.lexicon.titles import KIN
from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Annotations, Event, PersonFact, PersonProperty

_DATES: dict[str, PersonProperty] = {"death": "deathDate", "birth": "birthDate"}
_PLACES: dict[str, PersonProperty] = {"death": "deathPlace", "birth": "birthPlace"}


def find_lives(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with dates and places of birth and death added, one of each for a person; the happening itself stays."""
    known = index(reading, annotations)
    told = [
        fact
        for event in annotations.events
        for fact in _facts(event, annotations)
        if not _of_kin(reading, event, fact.person, known)
    ]
    told += births(reading, known, annotations.times)
    once: dict[tuple[str, str], PersonFact] = {}
    for fact in sorted(told, key=lambda each: (not _names(each, annotations), -each.probability, each.span)):
        key = (fact.person, fact.property)
        if key not in once or _is_finer(fact, once[key]):
            once[key] = fact
    return msgspec.structs.replace(annotations, facts=(*annotations.facts, *once.values()))


def _of_kin(reading: Reading, event: Event, person: str, known: Index) -> bool:
    """As in "Dahl's daughter was born": it tells of a relative whom only the person's name leads to."""
    passage = reading.passage_at(event.trigger.start)
    verb = passage.token_at(event.trigger.start - passage.block.start)
    heads = [*patients(verb), *subjects(verb)] if verb is not None else []
    kin = [each for each in heads if each.lower_ in KIN]
    named = [known.of_token(passage, token) for each in kin for token in each.subtree if token.i > each.i]
    return bool(kin) and not any(each is not None and each.entity == person for each in named)


def _is_finer(fact: PersonFact, other: PersonFact) -> bool:
    """Whether a date says the same as the other, only more: "2024-06-12" beside "2024-06"."""
    return fact.property in _DATES.values() and fact.value != other.value and fact.value.startswith(other.value)


_NEAR = 100


def _names(fact: PersonFact, annotations: Annotations) -> bool:
    """Whether the person is named near the statement: a pronoun is easier to misunderstand."""
    return any(
        each.entity == fact.person and each.form != "pronoun" and abs(each.span.start - fact.span.start) < _NEAR
        for each in annotations.mentions
    )


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
