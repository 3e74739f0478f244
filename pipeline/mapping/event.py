"""An annotated event -> an Event or the subtype that fits. Who takes part stands under the property schema.org allows for it:
there is no ``Event.participant``."""

from __future__ import annotations

from pipeline.mapping import ids
from pipeline.mapping.claims import Claim, Draft, named_reference, of, reference, stated, typed
from pipeline.mapping.entity import common, links
from pipeline.mapping.evidence import from_text
from pipeline.mapping.story import Story
from pipeline.model.annotations import Entity, Event, Participant
from pipeline.model.graph import Evidence, Node
from pipeline.model.moment import Moment

SIDES = ("competitor", "homeTeam", "awayTeam")
STATUS_ROOT = "https://schema.org/"


def event(story: Story, happening: Event) -> Draft:
    """One happening of the story."""
    words = from_text(happening.by, happening.span, probability=happening.probability)
    trigger = from_text(happening.by, happening.trigger, probability=happening.probability)
    dated = from_text(happening.by, happening.start_span or happening.span, probability=happening.probability)
    return of(
        story.node_ids[happening.id],
        typed(story.types[happening.id], trigger),
        stated("name", happening.name, words),
        links(story, happening.id),
        stated("additionalType", happening.type, trigger),
        stated("description", happening.description, words),
        stated("startDate", happening.start, dated),
        stated("endDate", sound_end(happening.start, happening.end), dated),
        stated("previousStartDate", happening.previous_start, words),
        stated("eventStatus", STATUS_ROOT + happening.status if happening.status else None, words),
        _locations(story, happening, words),
        *(_participant(story, happening, each, words) for each in happening.participants),
        _super_event(story, happening, words),
    )


def sound_end(start: Moment | None, end: Moment | None) -> Moment | None:
    """The end, unless it lies before the start: then one of the two tells of something else, and the start stays."""
    if start is None or end is None:
        return end
    shared = min(len(start), len(end), len("2024-06-12"))
    return None if end[:shared] < start[:shared] else end


def named_event(story: Story, entity: Entity) -> Draft:
    """An event that the text names without saying that it happens ("the Olympic Games")."""
    return of(story.node_ids[entity.id], common(story, entity))


def _locations(story: Story, happening: Event, evidence: Evidence) -> tuple[Claim, ...]:
    """Places by reference; of a house that is known as an organization ("at the Harwell Institute") the place it is."""
    return tuple(
        claim
        for each in happening.places
        if each in story.node_ids
        for claim in stated("location", _location(story, each), evidence)
    )


def _location(story: Story, local: str) -> Node | None:
    entity = story.entities[local]
    name = story.names.get(local)
    if entity.type in ("place", "facility"):
        return named_reference(story.node_ids[local], story.types[local], name)
    if entity.type != "organization":
        return None
    return named_reference(ids.nested_id(story.node_ids[local], "place"), "Place", name or entity.name)


def _participant(story: Story, happening: Event, one: Participant, evidence: Evidence) -> tuple[Claim, ...]:
    if one.entity not in story.node_ids:
        return ()
    return stated(allowed_role(story, happening, one), reference(story.node_ids[one.entity]), evidence)


def allowed_role(story: Story, happening: Event, one: Participant) -> str:
    """The property for this participant: sides only in sports, acting only for persons; what is neither person nor
    organization (a country that sends troops, a ship) is what the event is ``about``."""
    entity = story.entities.get(one.entity)
    if entity is None or entity.type not in ("person", "organization", "group"):
        return "about"
    in_sports = story.types[happening.id] == "SportsEvent"
    is_side = story.types[one.entity] in ("Person", "SportsTeam")
    if one.role in SIDES and not (in_sports and is_side):
        return "attendee"
    if one.role == "actor" and entity.type != "person":
        return "attendee"
    return one.role


def _super_event(story: Story, happening: Event, evidence: Evidence) -> tuple[Claim, ...]:
    whole = happening.super_event
    if whole is None or whole not in story.node_ids or whole == happening.id:
        return ()
    is_event = whole in story.events or story.entities[whole].type == "named-event"
    return stated("superEvent", reference(story.node_ids[whole]), evidence) if is_event else ()
