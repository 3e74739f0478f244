"""Annotations without an entity or one of its properties, or with another value for it, as an editor says."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec.structs import replace

from pipeline.mapping.names import same_name
from pipeline.model.annotations import (
    Annotations,
    Entity,
    Event,
    Mention,
    PersonFact,
    PersonProperty,
    Role,
    Span,
    Topic,
)
from pipeline.model.sidecar import Decision

BY = "editor"
type Relation = Literal["affiliation", "worksFor", "memberOf"]
RELATIONS: tuple[Relation, ...] = ("affiliation", "worksFor", "memberOf")
FACTS: tuple[PersonProperty, ...] = get_args(PersonProperty)
TYPES = {
    "Person": "person", "Organization": "organization", "Place": "place", "CreativeWork": "work", "Product": "product",
    "Event": "named-event",
}  # fmt: skip
"""Types that an editor may give an entity -> how annotations name them."""


def reject_entity(annotations: Annotations, local: str, _decision: Decision) -> Annotations:
    """No such thing is meant: it, and everything that is said of it, goes."""
    return replace(
        annotations,
        entities=tuple(each for each in annotations.entities if each.id != local),
        mentions=tuple(each for each in annotations.mentions if each.entity != local),
        roles=tuple(each for each in annotations.roles if local not in (each.person, each.organization)),
        facts=tuple(each for each in annotations.facts if local not in (each.person, each.entity)),
        quotations=tuple(
            replace(each, speaker=None) if each.speaker == local else each for each in annotations.quotations
        ),
        events=tuple(_without(each, local) for each in annotations.events),
        topics=tuple(each for each in annotations.topics if each.id != local),
        citations=tuple(each for each in annotations.citations if each.entity != local),
    )


def _without(event: Event, local: str) -> Event:
    return replace(
        event,
        places=tuple(each for each in event.places if each != local),
        participants=tuple(each for each in event.participants if each.entity != local),
    )


def reject_property(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    """The property is not said of the entity: all its values, or the one that the decision names."""
    name, value = decision.property, decision.value
    if name in ("about", "mentions"):
        return replace(annotations, topics=tuple(_as_mention(each, local) for each in annotations.topics))
    if name == "alternateName":
        kept = tuple(_without_name(each, value) if each.id == local else each for each in annotations.entities)
        return replace(annotations, entities=kept)
    roles = tuple(_role(annotations, each, name, value) if each.person == local else each for each in annotations.roles)
    facts = tuple(
        each
        for each in annotations.facts
        if (each.person, each.property) != (local, name) or (value and not same_name(each.value, value))
    )
    kept_roles = tuple(each for each in roles if each.title or each.organization)
    if kept_roles == annotations.roles and facts == annotations.facts:
        return annotations
    return replace(annotations, roles=kept_roles, facts=facts)


def _as_mention(topic: Topic, local: str) -> Topic:
    return replace(topic, relation="mentions") if topic.id == local else topic


def _without_name(entity: Entity, value: str) -> Entity:
    return replace(entity, alternate_names=tuple(each for each in entity.alternate_names if value and each != value))


def _role(annotations: Annotations, role: Role, name: str, value: str) -> Role:
    """The role without its title or its organization, if that is what is rejected."""
    if name == "jobTitle" and (not value or same_name(role.title or "", value)):
        return replace(role, title=None)
    names = {each.id: each.name for each in annotations.entities}
    if name in RELATIONS and (not value or same_name(names.get(role.organization or "", ""), value)):
        return replace(role, organization=None)
    return role


def correct_entity(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    """The entity's name, type, place in the story, job, organization or another property is what the editor says."""
    name, value = decision.property, decision.value
    if name in ("name", "type", "@type"):
        return replace(
            annotations,
            entities=tuple(_renamed(each, name, value) if each.id == local else each for each in annotations.entities),
        )
    if name == "about":
        return replace(annotations, topics=(*(each for each in annotations.topics if each.id != local), _topic(local)))
    if name == "jobTitle":
        return _with_role(reject_property(annotations, local, _all(decision)), local, title=value)
    if name in RELATIONS:
        return _with_organization(annotations, local, decision)
    return _with_fact(annotations, local, decision)


def _renamed(entity: Entity, name: str, value: str) -> Entity:
    if name == "name":
        return replace(entity, name=value)
    found = TYPES.get(value)
    return replace(entity, type=found) if found else entity


def _topic(local: str) -> Topic:
    return Topic(id=local, salience=1.0, relation="about")


def _all(decision: Decision) -> Decision:
    """The same decision against every value of the property."""
    return replace(decision, value="")


def _with_role(
    annotations: Annotations,
    local: str,
    *,
    title: str | None = None,
    organization: str | None = None,
    relation: Relation = "affiliation",
) -> Annotations:
    role = Role(
        person=local, title=title, organization=organization, relation=relation, span=_span(annotations, local), by=BY
    )  # fmt: skip
    return replace(annotations, roles=(*annotations.roles, role))


def _with_organization(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    """An organization that the article does not name is added; the editor is its evidence."""
    organization = next((each.id for each in annotations.entities if same_name(each.name, decision.value)), None)
    cleared = reject_property(annotations, local, _all(decision))
    if organization is None:
        organization = f"organization/{decision.value}"
        span = _span(annotations, local)
        entity = Entity(id=organization, type="organization", name=decision.value)
        mention = Mention(span=span, text=decision.value, entity=organization, form="description", by=BY)
        cleared = replace(cleared, entities=(*cleared.entities, entity), mentions=(*cleared.mentions, mention))
    relation = next(each for each in RELATIONS if each == decision.property)
    return _with_role(cleared, local, organization=organization, relation=relation)


def _with_fact(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    name = next((each for each in FACTS if each == decision.property), None)
    if name is None:
        return annotations
    cleared = reject_property(annotations, local, _all(decision))
    target = next((each.id for each in annotations.entities if same_name(each.name, decision.value)), None)
    fact = PersonFact(
        person=local,
        property=name,
        value=decision.value,
        entity=target,
        span=_span(annotations, local),
        by=BY,
    )
    return replace(cleared, facts=(*cleared.facts, fact))


def _span(annotations: Annotations, local: str) -> Span:
    """Where the entity is first named: what the editor says is said there."""
    return next((each.span for each in annotations.mentions if each.entity == local), Span(0, 0))
