"""What is too uncertain to be published is withheld, for an editor to confirm. Thresholds are arguments, one for each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from pipeline.annotate.reading import Reading
from pipeline.model.annotations import (
    Annotations,
    Entity,
    Event,
    Mention,
    PersonFact,
    Quotation,
    Role,
    TimeExpression,
    Withheld,
)

THRESHOLDS: Mapping[str, float] = {"name": 0.4, "role": 0.5, "fact": 0.5, "quotation": 0.5, "event": 0.5, "time": 0.3}
"""From which probability on each kind of statement is published, unless the newsroom says otherwise."""


def withhold(reading: Reading, annotations: Annotations, thresholds: Mapping[str, float]) -> Annotations:
    """Annotations without what falls below its threshold; that is listed as withheld, with the reason."""
    limits = {**THRESHOLDS, **thresholds}
    withheld: list[Withheld] = []

    def sure[Statement: (Mention, Role, PersonFact, Quotation, TimeExpression, Event)](
        kind: str, statements: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        low = [each for each in statements if each.probability < limits[kind]]
        withheld.extend(_withheld(reading, kind, each, limits[kind]) for each in low)
        return tuple(each for each in statements if each.probability >= limits[kind])

    kept = _without_doubtful_names(reading, _corroborated(annotations, limits), limits["name"], withheld)
    kept = msgspec.structs.replace(
        kept,
        roles=sure("role", kept.roles),
        facts=sure("fact", kept.facts),
        quotations=sure("quotation", kept.quotations),
        times=sure("time", kept.times),
        events=sure("event", kept.events),
    )
    events = {each.id for each in kept.events}
    topics = tuple(each for each in kept.topics if not each.id.startswith("event-") or each.id in events)
    whole = tuple(
        each if each.super_event in events else msgspec.structs.replace(each, super_event=None) for each in kept.events
    )
    return msgspec.structs.replace(kept, events=whole, topics=topics, withheld=(*annotations.withheld, *withheld))


OTHER = "other:"
"""How the name of another annotator begins in ``by``."""

_A = {
    "name": "a name", "role": "a role", "fact": "a fact", "quotation": "a quotation", "event": "an event", "time": "a time",
}  # fmt: skip
_BY_ROLE = 0.25
_BY_MENTION = 0.6
_SUREST = 0.99


def _corroborated(annotations: Annotations, limits: Mapping[str, float]) -> Annotations:
    """A name is surer where it stands again, and where a title or a fact that is sure enough is said of it: doubt shrinks
    by that much. What another annotator alone names (``OTHER``) stays as sure as the newsroom trusts it."""
    described = {each.person for each in annotations.roles if each.probability >= limits["role"]}
    described |= {each.person for each in annotations.facts if each.probability >= limits["fact"]}
    again: dict[str, int] = {}
    for mention in annotations.mentions:
        if mention.form not in {"pronoun", "description"}:
            again[mention.entity] = again.get(mention.entity, 0) + 1
    ours = {each.entity for each in annotations.mentions if not each.by.startswith(OTHER)}
    entities: list[Entity] = []
    for entity in annotations.entities:
        if entity.id not in ours:
            entities.append(entity)
            continue
        doubt = (1.0 - entity.probability) * (_BY_ROLE if entity.id in described else 1.0)
        doubt *= _BY_MENTION ** max(0, again.get(entity.id, 1) - 1)
        probability = max(entity.probability, min(_SUREST, 1.0 - doubt))
        entities.append(msgspec.structs.replace(entity, probability=round(probability, 3)))
    return msgspec.structs.replace(annotations, entities=tuple(entities))


def _withheld(
    reading: Reading,
    kind: str,
    statement: Mention | Role | PersonFact | Quotation | TimeExpression | Event,
    limit: float,
) -> Withheld:
    span = statement.spans[0] if isinstance(statement, Quotation) else statement.span
    text = reading.text[span.start : span.end]
    return Withheld(
        kind=kind,
        text=statement.name if isinstance(statement, Event) else text,
        span=span,
        by=statement.by,
        probability=statement.probability,
        reason=f"The probability {statement.probability:.2f} is below the threshold {limit:.2f} for {_A[kind]}.",
    )


def _without_doubtful_names(
    reading: Reading, annotations: Annotations, limit: float, withheld: list[Withheld]
) -> Annotations:
    """Entities whose every mention is doubtful go, with all that refers to them."""
    doubtful = {each.id for each in annotations.entities if each.probability < limit}
    withheld.extend(_withheld(reading, "name", each, limit) for each in annotations.mentions if each.entity in doubtful)
    return without_entities(annotations, doubtful) if doubtful else annotations


def without_entities(annotations: Annotations, gone: set[str]) -> Annotations:
    """Annotations in which nothing refers to the entities that are gone; a quotation or event stays without them."""
    replace = msgspec.structs.replace
    return replace(
        annotations,
        entities=tuple(each for each in annotations.entities if each.id not in gone),
        mentions=tuple(each for each in annotations.mentions if each.entity not in gone),
        roles=tuple(
            replace(each, organization=None, relation="affiliation") if each.organization in gone else each
            for each in annotations.roles
            if each.person not in gone
        ),
        facts=tuple(each for each in annotations.facts if each.person not in gone and each.entity not in gone),
        quotations=tuple(
            replace(each, speaker=None) if each.speaker in gone else each for each in annotations.quotations
        ),
        events=tuple(
            replace(
                each,
                places=tuple(place for place in each.places if place not in gone),
                participants=tuple(one for one in each.participants if one.entity not in gone),
            )
            for each in annotations.events
        ),
        citations=tuple(each for each in annotations.citations if each.entity not in gone),
        topics=tuple(each for each in annotations.topics if each.id not in gone),
    )
