"""Which schema.org type an entity gets: from what is known of a place, from how it takes part, from its name's head noun."""

from __future__ import annotations

import re

from pipeline.mapping.gazetteer import KnownPlace
from pipeline.mapping.ids import fold
from pipeline.model.annotations import Annotations, Entity
from pipeline.model.identity import IdentityKind

KIND_OF: dict[str, IdentityKind] = {
    "person": "person",
    "organization": "organization",
    "group": "organization",
    "place": "place",
    "facility": "place",
    "named-event": "event",
}
"""Entity types whose identity the authority keeps."""

BASE_TYPE = {
    "person": "Person",
    "organization": "Organization",
    "group": "Organization",
    "place": "Place",
    "facility": "Place",
    "work": "CreativeWork",
    "product": "Product",
    "named-event": "Event",
}

ORGANIZATION_HEADS = {
    "CollegeOrUniversity": "university college",
    "Corporation": "inc incorporated corp corporation plc ltd gmbh",
    "GovernmentOrganization": "ministry government parliament senate congress cabinet embassy consulate",
    "PoliticalParty": "party",
    "MusicGroup": "orchestra quartet quintet choir",
    "Airline": "airline airlines airways",
}
PLACE_HEADS = {
    "Airport": "airport aerodrome",
    "Aquarium": "aquarium",
    "Beach": "beach",
    "Bridge": "bridge",
    "Cemetery": "cemetery",
    "Courthouse": "courthouse",
    "LakeBodyOfWater": "lake reservoir",
    "Museum": "museum",
    "Mountain": "mountain mount",
    "OceanBodyOfWater": "ocean",
    "RiverBodyOfWater": "river",
    "SeaBodyOfWater": "sea",
    "StadiumOrArena": "stadium arena",
    "Volcano": "volcano",
    "Zoo": "zoo",
}


def schema_types(annotations: Annotations, places: dict[str, KnownPlace]) -> dict[str, str]:
    """The type of every entity, event and known place, by local id."""
    types = {local: known.schema_type for local, known in places.items()}
    types |= {each.id: _entity_type(each, places.get(each.id)) for each in annotations.entities if each.type != "other"}
    types |= {each.id: each.schema_type for each in annotations.events}
    types |= dict.fromkeys(_teams(annotations, types), "SportsTeam")
    types |= dict.fromkeys(_nations(annotations, types), "Country")
    return types


def _entity_type(entity: Entity, known: KnownPlace | None) -> str:
    base = BASE_TYPE[entity.type]
    if base == "Place":
        return known.schema_type if known else _by_head(entity.name, PLACE_HEADS, base)
    if base == "Organization":
        return _by_head(entity.name, ORGANIZATION_HEADS, base)
    return base


def _by_head(name: str, heads: dict[str, str], default: str) -> str:
    """The type whose head noun stands last in the name, or first before "of" or a proper name ("Ministry of ...", "Lake Como")."""
    words = re.findall(r"\w+", fold(re.split(r"[,(]", name, maxsplit=1)[0]))
    if not words:
        return default
    ends = (
        (words[-1], words[0])
        if len(words) > 1 and (words[1] in ("of", "for") or words[0] in ("lake", "mount"))
        else words[-1:]
    )
    return next((kind for word in ends for kind, nouns in heads.items() if word in nouns.split()), default)


def _teams(annotations: Annotations, types: dict[str, str]) -> list[str]:
    """Organizations that compete in a sports event are teams (schema.org's range of competitor, homeTeam, awayTeam)."""
    sides = ("competitor", "homeTeam", "awayTeam")
    return [
        each.entity
        for event in annotations.events
        if event.schema_type == "SportsEvent"
        for each in event.participants
        if each.role in sides and types.get(each.entity) in ("Organization", "SportsOrganization")
    ]


def _nations(annotations: Annotations, types: dict[str, str]) -> list[str]:
    """A place that is somebody's nationality is a country."""
    return [
        each.entity
        for each in annotations.facts
        if each.property == "nationality" and each.entity and types.get(each.entity) == "Place"
    ]
