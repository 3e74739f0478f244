"""Organizations that most countries have ("Supreme Court", "Air Force"): whose it is, told by its name or by the article."""

from __future__ import annotations

from pipeline.mapping.gazetteer import Gazetteer, KnownPlace
from pipeline.mapping.names import folded
from pipeline.mapping.place_context import read_context
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article

_GENERIC_WORDS = (
    "the of and for national federal state central supreme high royal city county general public ministry department"
    " agency bureau office court police army navy air force parliament senate assembly council government bank party union"
    " university college school hospital church board commission committee service fire foreign affairs interior defence"
    " defense finance health education justice transport interior labour labor environment agriculture security intelligence"
    " house representatives commons lords cabinet electoral commission constitutional appeals district municipal"
)
GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words of which a name says nothing about whose it is: there is a Supreme Court in most countries."""


def is_generic(name: str) -> bool:
    """Whether a folded name is made of such words alone."""
    return all(each in GENERIC for each in name.split())


def national_names(article: Article, annotations: Annotations, gazetteer: Gazetteer) -> dict[str, tuple[str, str]]:
    """Local id -> country and full name ("United States", "United States Air Force"), for "U.S. Air Force" by its first
    words, for "the Air Force" by the only country that the article names."""
    countries = read_context(article, annotations, gazetteer).countries
    found: dict[str, tuple[str, str]] = {}
    for entity in annotations.entities:
        if entity.type != "organization":
            continue
        country, rest = _own_country(entity.name, gazetteer)
        if country is None and is_generic(folded(entity.name)) and len(countries) == 1:
            country, rest = _named(gazetteer, next(iter(countries))), entity.name
        if country is not None:
            found[entity.id] = (country.name, f"{country.name} {rest.removeprefix('the ').removeprefix('The ')}")
    return found


def _own_country(name: str, gazetteer: Gazetteer) -> tuple[KnownPlace | None, str]:
    """The country that the name's first words are or whose people they name, and the other words, if those are generic."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    for count in range(min(3, len(words) - 1), 0, -1):
        rest = " ".join(words[count:])
        countries = gazetteer.countries(" ".join(words[:count]))
        if len(countries) == 1 and is_generic(folded(rest)):
            return countries[0], rest
    return None, name


def _named(gazetteer: Gazetteer, code: str) -> KnownPlace | None:
    return next(iter(gazetteer.country(code)), None)
