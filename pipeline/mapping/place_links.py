"""Which known place a name of the text means, by what the article says around it. In doubt: none."""

from __future__ import annotations

from pipeline.mapping.gazetteer import Gazetteer, KnownPlace
from pipeline.mapping.ids import fold
from pipeline.model.annotations import Annotations, Entity


def known_places(annotations: Annotations, gazetteer: Gazetteer) -> dict[str, KnownPlace]:
    """Local id -> known place, for the places that are beyond doubt; a nationality's country has the id ``nation/<word>``."""
    places = {
        each.id: known
        for each in annotations.entities
        if each.type == "place" and (known := _country(each, gazetteer)) is not None
    }
    return places | _nations(annotations, gazetteer)


def _country(entity: Entity, gazetteer: Gazetteer) -> KnownPlace | None:
    found = gazetteer.countries(entity.name)
    return found[0] if len(found) == 1 else None


def _nations(annotations: Annotations, gazetteer: Gazetteer) -> dict[str, KnownPlace]:
    """Countries that stand in the text only as somebody's nationality."""
    nations: dict[str, KnownPlace] = {}
    for fact in annotations.facts:
        if fact.property != "nationality" or fact.entity is not None:
            continue
        found = gazetteer.countries(fact.value)
        if len(found) == 1:
            nations.setdefault(f"nation/{fold(fact.value)}", found[0])
    return nations
