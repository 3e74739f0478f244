"""An editor's word wins: what the sidecar confirms, rejects or corrects, over what the machine found."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from pipeline.annotate.cluster import fold
from pipeline.annotate.confidence import without_entities
from pipeline.model.annotations import Annotations, Entity, EntityType, Event, PersonFact, Role, Span
from pipeline.model.finding import Finding
from pipeline.model.moment import Moment
from pipeline.model.sidecar import Decision

EDITOR = "editor"
_ROLE_PROPERTIES = frozenset({"jobTitle", "affiliation", "worksFor", "memberOf"})
_TYPES: dict[str, EntityType] = {
    "Person": "person", "Organization": "organization", "Place": "place", "Event": "named-event", "CreativeWork": "work",
    "Product": "product",
}  # fmt: skip
_DATES = {"startDate": "start", "endDate": "end", "previousStartDate": "previous_start"}


def decide(annotations: Annotations, decisions: tuple[Decision, ...]) -> tuple[Annotations, tuple[Finding, ...]]:
    """Apply every decision in turn; one that finds nothing to decide on is a finding."""
    findings: list[Finding] = []
    for number, decision in enumerate(decisions):
        decided = _apply(annotations, decision)
        if decided is None:
            findings.append(_without_subject(number, decision))
        else:
            annotations = decided
    return annotations, tuple(findings)


def _without_subject(number: int, decision: Decision) -> Finding:
    about = f"{decision.property} of {decision.subject!r}" if decision.property else repr(decision.subject)
    return Finding(
        code="decision-without-subject",
        severity="warning",
        pointer=f"/decisions/{number}",
        message=f"The decision to {decision.action} {about} decides nothing: the annotations hold no such statement.",
        hint="Write the subject as the article names it, or take the decision out.",
    )


def _apply(annotations: Annotations, decision: Decision) -> Annotations | None:
    entity = next((each for each in annotations.entities if _named(each, decision.subject)), None)
    if entity is not None:
        return _on_entity(annotations, entity, decision)
    event = next((each for each in annotations.events if fold(each.name) == fold(decision.subject)), None)
    if event is not None:
        return _on_event(annotations, event, decision)
    return _on_quotation(annotations, decision)


def _named(entity: Entity, subject: str) -> bool:
    return fold(subject) in {fold(entity.name), *(fold(each) for each in entity.alternate_names)}


# --- persons, organizations, places -------------------------------------------------------------------------------------


def _on_entity(annotations: Annotations, entity: Entity, decision: Decision) -> Annotations | None:
    if decision.property in {"", "name", "@type", "type"}:
        return _whole_entity(annotations, entity, decision)
    if decision.property in {"about", "mentions"}:
        return _topic(annotations, entity.id, decision)
    if decision.property in _ROLE_PROPERTIES:
        return _role(annotations, entity, decision)
    return _fact(annotations, entity, decision)


def _whole_entity(annotations: Annotations, entity: Entity, decision: Decision) -> Annotations:
    if decision.action == "reject":
        return without_entities(annotations, {entity.id})
    changed = msgspec.structs.replace(entity, probability=1.0)
    if decision.action == "correct" and decision.property in {"@type", "type"}:
        changed = msgspec.structs.replace(changed, type=_TYPES.get(decision.value, entity.type))
    elif decision.action == "correct":
        changed = msgspec.structs.replace(changed, name=decision.value)
    entities = tuple(changed if each.id == entity.id else each for each in annotations.entities)
    return msgspec.structs.replace(annotations, entities=entities)


def _topic(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    about = (decision.property == "about") == (decision.action != "reject")
    topics = tuple(
        msgspec.structs.replace(each, relation="about" if about else "mentions") if each.id == local else each
        for each in annotations.topics
    )
    return msgspec.structs.replace(annotations, topics=topics)


def _meant(decision: Decision, said: str | None) -> bool:
    """Whether a decision is about this value: the one it names, or any."""
    return not decision.value or decision.action == "correct" or fold(said or "") == fold(decision.value)


def _role(annotations: Annotations, entity: Entity, decision: Decision) -> Annotations | None:
    title = decision.property == "jobTitle"
    names = {each.id: each.name for each in annotations.entities}
    mine = [each for each in annotations.roles if each.person == entity.id]
    meant = [each for each in mine if _meant(decision, each.title if title else names.get(each.organization or ""))]
    if decision.action == "correct":
        meant = meant[:1]
    elif not meant:
        return None
    changed = (
        _corrected_role(annotations, entity, decision, meant[0] if meant else None)
        if decision.action == "correct"
        else None
    )
    kept: list[Role] = []
    for each in annotations.roles:
        if each not in meant:
            kept.append(each)
        elif decision.action == "confirm":
            kept.append(msgspec.structs.replace(each, probability=1.0))
        elif decision.action == "reject" and not title and each.title:
            kept.append(msgspec.structs.replace(each, organization=None, relation="affiliation"))
    return msgspec.structs.replace(annotations, roles=(*kept, *([changed] if changed else [])))


def _corrected_role(annotations: Annotations, entity: Entity, decision: Decision, old: Role | None) -> Role:
    """The role as the editor says it; an organization that the article does not name stays unlinked."""
    base = old or Role(person=entity.id, span=_first_span(annotations, entity.id), by=EDITOR)
    base = msgspec.structs.replace(base, by=EDITOR, probability=1.0)
    if decision.property == "jobTitle":
        return msgspec.structs.replace(base, title=decision.value)
    organization = next((each.id for each in annotations.entities if _named(each, decision.value)), None)
    return msgspec.structs.replace(base, organization=organization)


def _first_span(annotations: Annotations, entity: str) -> Span:
    return next((each.span for each in annotations.mentions if each.entity == entity), Span(0, 0))


def _fact(annotations: Annotations, entity: Entity, decision: Decision) -> Annotations | None:
    mine = [each for each in annotations.facts if each.person == entity.id and each.property == decision.property]
    meant = [each for each in mine if _meant(decision, each.value)]
    if decision.action != "correct" and not meant:
        return None
    others = tuple(each for each in annotations.facts if each not in meant)
    if decision.action == "reject":
        return msgspec.structs.replace(annotations, facts=others)
    if decision.action == "confirm":
        sure = tuple(msgspec.structs.replace(each, probability=1.0) for each in meant)
        return msgspec.structs.replace(annotations, facts=(*others, *sure))
    fact = _stated_fact(annotations, entity, decision)
    return msgspec.structs.replace(annotations, facts=(*others, fact)) if fact is not None else None


def _stated_fact(annotations: Annotations, entity: Entity, decision: Decision) -> PersonFact | None:
    try:
        return msgspec.convert(
            {
                "person": entity.id,
                "property": decision.property,
                "value": decision.value,
                "span": msgspec.to_builtins(_first_span(annotations, entity.id)),
                "by": EDITOR,
            },
            PersonFact,
        )
    except msgspec.ValidationError:  # a property that persons of an article do not have
        return None


# --- events -------------------------------------------------------------------------------------------------------------


def _on_event(annotations: Annotations, event: Event, decision: Decision) -> Annotations | None:
    if decision.action == "reject" and not decision.property:
        kept = tuple(_apart(each, event.id) for each in annotations.events if each.id != event.id)
        topics = tuple(each for each in annotations.topics if each.id != event.id)
        return msgspec.structs.replace(annotations, events=kept, topics=topics)
    if decision.property in {"about", "mentions"}:
        return _topic(annotations, event.id, decision)
    changed = _changed_event(annotations, event, decision)
    if changed is None:
        return None
    return msgspec.structs.replace(
        annotations, events=tuple(changed if each.id == event.id else each for each in annotations.events)
    )


def _apart(event: Event, gone: str) -> Event:
    return msgspec.structs.replace(event, super_event=None) if event.super_event == gone else event


def _changed_event(annotations: Annotations, event: Event, decision: Decision) -> Event | None:
    sure = msgspec.structs.replace(event, probability=1.0)
    if decision.action == "confirm":
        return sure
    change = _EVENT_CHANGES.get(decision.property)
    return change(annotations, sure, decision) if change is not None else None


def _event_date(_: Annotations, event: Event, decision: Decision) -> Event | None:
    try:
        value = Moment(decision.value) if decision.action == "correct" else None
    except ValueError:
        return None
    return msgspec.structs.replace(event, **{_DATES[decision.property]: value})


def _event_place(annotations: Annotations, event: Event, decision: Decision) -> Event | None:
    place = next((each.id for each in annotations.entities if _named(each, decision.value)), None)
    if decision.action == "correct":
        return msgspec.structs.replace(event, places=(place,)) if place is not None else None
    places = tuple(each for each in event.places if decision.value and each != place)
    return msgspec.structs.replace(event, places=places)


def _event_name(_: Annotations, event: Event, decision: Decision) -> Event | None:
    return msgspec.structs.replace(event, name=decision.value) if decision.action == "correct" else None


_EVENT_CHANGES: dict[str, Callable[[Annotations, Event, Decision], Event | None]] = {
    "": _event_name,
    "name": _event_name,
    "location": _event_place,
    **dict.fromkeys(_DATES, _event_date),
}


# --- quotations ---------------------------------------------------------------------------------------------------------


def _on_quotation(annotations: Annotations, decision: Decision) -> Annotations | None:
    opening = fold(decision.subject)
    quotation = next((each for each in annotations.quotations if opening and fold(each.text).startswith(opening)), None)
    if quotation is None:
        return None
    if decision.action == "reject" and not decision.property:
        kept = tuple(each for each in annotations.quotations if each.id != quotation.id)
        return msgspec.structs.replace(annotations, quotations=kept)
    changed = msgspec.structs.replace(quotation, probability=1.0)
    if decision.action == "reject":
        changed = msgspec.structs.replace(changed, speaker=None, speaker_text=None, speaker_span=None)
    elif decision.action == "correct":
        speaker = next((each.id for each in annotations.entities if _named(each, decision.value)), None)
        if speaker is None:
            return None
        changed = msgspec.structs.replace(changed, speaker=speaker)
    return msgspec.structs.replace(
        annotations, quotations=tuple(changed if each.id == quotation.id else each for each in annotations.quotations)
    )
