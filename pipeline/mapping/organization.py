"""An annotated organization or group -> an Organization, or the subtype that its name or its part in a match tells."""

from __future__ import annotations

from pipeline.mapping.claims import Claim, Draft, of, reference, stated
from pipeline.mapping.entity import common
from pipeline.mapping.evidence import from_mentions
from pipeline.mapping.story import Story, naming
from pipeline.model.annotations import Entity


def organization(story: Story, entity: Entity) -> Draft:
    """One organization of the story."""
    return of(story.node_ids[entity.id], common(story, entity), _parent(story, entity), _location(story, entity))


def _parent(story: Story, entity: Entity) -> tuple[Claim, ...]:
    parent = story.entities.get(entity.contained_in or "")
    if parent is None or parent.type not in ("organization", "group"):
        return ()
    return stated("parentOrganization", reference(story.node_ids[parent.id]), from_mentions(naming(story, entity.id)))


def _location(story: Story, entity: Entity) -> tuple[Claim, ...]:
    place = story.entities.get(entity.contained_in or "")
    if place is None or place.type not in ("place", "facility"):
        return ()
    return stated("location", reference(story.node_ids[place.id]), from_mentions(naming(story, entity.id)))
