"""What the article says about where it plays: countries and regions that it names, and what stands behind a place's name."""

from __future__ import annotations

import re

import msgspec

from pipeline.mapping.gazetteer import Gazetteer, KnownPlace
from pipeline.model.annotations import Annotations, Entity
from pipeline.model.article import Article, canonical_text

_BEHIND = re.compile(r",? ?[(,] ?((?:[A-Z][\w'’-]*\.?)+(?: (?:of |and )?(?:[A-Z][\w'’-]*\.?)+){0,3})")
ABBREVIATIONS = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado", "Conn": "Connecticut",
    "DC": "District of Columbia", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Mass": "Massachusetts", "Md": "Maryland", "Mich": "Michigan",
    "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana", "NC": "North Carolina",
    "ND": "North Dakota", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "Neb": "Nebraska",
    "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "Tenn": "Tennessee", "Tex": "Texas", "Va": "Virginia", "Vt": "Vermont", "WVa": "West Virginia",
    "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming", "Alta": "Alberta", "BC": "British Columbia",
    "Man": "Manitoba", "NB": "New Brunswick", "NS": "Nova Scotia", "Ont": "Ontario", "Que": "Quebec", "Sask": "Saskatchewan",
}  # fmt: skip
"""How agencies shorten states of the US and provinces of Canada behind a city's name (AP and CP style)."""


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """``around`` gives what stands behind an entity's name ("Tampa, Fla."); ``countries`` (ISO codes) and ``regions`` (names)
    are those that the article names anywhere, ``nations`` those it names only as somebody's nationality."""

    around: dict[str, tuple[KnownPlace, ...]]
    countries: frozenset[str]
    regions: frozenset[str]
    nations: frozenset[str]


def read_context(article: Article, annotations: Annotations, gazetteer: Gazetteer) -> Context:
    """Everything in the article that tells places of one name apart."""
    text = canonical_text(article)
    around = {
        each.id: _around(each, annotations, text, article.dateline or "", gazetteer)
        for each in annotations.entities
        if each.type in ("place", "facility")
    }
    named = [found for each in annotations.entities if each.type == "place" for found in _only(each.name, gazetteer)]
    behind = [place for found in around.values() for place in found]
    dateline = list(_behind(article.dateline or "", gazetteer, anywhere=True))
    clear = [*named, *behind, *dateline]
    nations = [
        found
        for each in annotations.facts
        if each.property == "nationality"
        for found in gazetteer.countries(each.value)
    ]
    return Context(
        around=around,
        countries=frozenset(each.country for each in clear if each.country),
        regions=frozenset(each.name for each in clear if each.region),
        nations=frozenset(each.country for each in nations),
    )


def _only(name: str, gazetteer: Gazetteer) -> tuple[KnownPlace, ...]:
    """A country or region that this name alone is enough for; a region that shares it with a city is not."""
    found = (*gazetteer.countries(name), *gazetteer.regions(name))
    clear = len(found) == 1 and (
        found[0].schema_type == "Country" or found[0].country == "US" or not gazetteer.cities(name)
    )
    return found if clear else ()


def _around(
    entity: Entity, annotations: Annotations, text: str, dateline: str, gazetteer: Gazetteer
) -> tuple[KnownPlace, ...]:
    spans = [each.span for each in annotations.mentions if each.entity == entity.id]
    behind = [found for span in spans for found in _behind(text[span.end : span.end + 60], gazetteer)]
    if dateline.casefold().startswith(entity.name.casefold()):
        behind += _behind(dateline[len(entity.name) :], gazetteer)
    names = {each.id: each.name for each in annotations.entities}
    outer = [*_territories(names.get(entity.contained_in or "", ""), gazetteer)]
    outer += gazetteer.countries(entity.country or "")
    return tuple({each.identifier: each for each in (*behind, *outer)}.values())


def _behind(text: str, gazetteer: Gazetteer, *, anywhere: bool = False) -> tuple[KnownPlace, ...]:
    """The country or region that stands behind a comma or a bracket: the longest name that is one."""
    match = _BEHIND.search(text) if anywhere else _BEHIND.match(text)
    words = match[1].split(" ") if match else []
    for count in range(len(words), 0, -1):
        found = _territories(" ".join(words[:count]), gazetteer)
        if found:
            return found
    return ()


def _territories(name: str, gazetteer: Gazetteer) -> tuple[KnownPlace, ...]:
    if not name:
        return ()
    short = name.replace(".", "").replace(" ", "")
    written = ABBREVIATIONS.get(short, name)
    return (*gazetteer.regions(written), *(gazetteer.countries(name) if written == name else ()))
