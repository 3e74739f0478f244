"""Which type an organization or a place gets from its name."""

from __future__ import annotations

import pytest

from pipeline.mapping.kinds import schema_types
from pipeline.model.annotations import Annotations, Entity, EntityType


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("organization", "Ministry of Tides", "GovernmentOrganization"),
        ("organization", "University of Far Harbour", "CollegeOrUniversity"),
        ("organization", "Far Harbour University", "CollegeOrUniversity"),
        ("organization", "Apple Inc.", "Corporation"),
        ("organization", "Labour Party", "PoliticalParty"),
        ("organization", "Party City", "Organization"),
        ("organization", "European Union", "Organization"),
        ("group", "Taliban", "Organization"),
        ("place", "Lake Como", "LakeBodyOfWater"),
        ("facility", "Oslo Airport", "Airport"),
        ("facility", "Airport Road", "Place"),
        ("facility", "Moran Hall", "Place"),
        ("work", "The Last Ferry", "CreativeWork"),
        ("named-event", "FA Cup", "Event"),
    ],
)
def test_the_head_noun_tells_the_type(kind: EntityType, name: str, expected: str) -> None:
    annotations = Annotations(entities=(Entity(id="e", type=kind, name=name),))
    assert schema_types(annotations, {}) == {"e": expected}
