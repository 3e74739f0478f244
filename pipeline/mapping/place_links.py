"""Which known place a name of the text means, by what the article says around it. In doubt: none, for an identifier is never
guessed."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.mapping.gazetteer import Gazetteer, KnownPlace
from pipeline.mapping.ids import fold
from pipeline.mapping.place_context import Context, read_context
from pipeline.model.annotations import Annotations, Entity
from pipeline.model.article import Article

FAMOUS = 1_000_000
"""Inhabitants from which a city needs no country beside its name, if no other city of the name comes near."""
DOMINANT = 10
"""How many times larger than every other city of its name a city must be to be meant without more ado."""
NAMED_AFTER_CITY = frozenset({"AE", "CH", "RU", "UA"})
"""Countries whose regions of a city's name are that city with what lies around it ("Geneva", "Dubai")."""
BIG_ENOUGH = 100_000
"""Inhabitants a city needs where only somebody's nationality points to its country."""


def known_places(article: Article, annotations: Annotations, gazetteer: Gazetteer) -> dict[str, KnownPlace]:
    """Local id -> known place, for the places that are beyond doubt; a nationality's country has the id ``nation/<word>``."""
    context = read_context(article, annotations, gazetteer)
    places = {
        each.id: known
        for each in annotations.entities
        if each.type == "place" and (known := link(each, context, gazetteer)) is not None
    }
    return places | _nations(annotations, gazetteer)


def link(entity: Entity, context: Context, gazetteer: Gazetteer) -> KnownPlace | None:
    """The known place, or None where two or more are possible."""
    countries, regions = gazetteer.countries(entity.name), gazetteer.regions(entity.name)
    cities = gazetteer.cities(entity.name)
    around = context.around.get(entity.id, ())
    if countries:
        return _sole(_in_country(regions, around)) or (None if regions else _sole(countries))
    if around:
        return _inside(around, regions, cities)
    city = _city(cities, context)
    if not regions:
        return city
    return _region_or_city(regions, cities, city, context)


def _inside(
    around: tuple[KnownPlace, ...], regions: tuple[KnownPlace, ...], cities: tuple[KnownPlace, ...]
) -> KnownPlace | None:
    """The city that lies in what stands behind its name, or else the region."""
    areas = {each.name for each in around if each.region}
    if areas:
        return _sole([each for each in cities if each.region in areas])
    return _largest(_in_country(cities, around)) or _sole(_in_country(regions, around))


def _in_country(places: tuple[KnownPlace, ...], around: tuple[KnownPlace, ...]) -> list[KnownPlace]:
    countries = {each.country for each in around}
    return [each for each in places if each.country in countries]


def _city(cities: tuple[KnownPlace, ...], context: Context) -> KnownPlace | None:
    """By region, then by fame, then by country."""
    here = [each for each in cities if each.region and each.region in context.regions]
    famous = _largest(cities) if cities and cities[0].population >= FAMOUS else None
    return (
        famous
        or _sole(here)
        or _largest([each for each in cities if each.country in context.countries])
        or _sole(
            [each for each in cities if _nearby(each, context)] if len(cities) == 1 or not context.countries else []
        )
        or _capital(cities)
    )


def _nearby(city: KnownPlace, context: Context) -> bool:
    return city.country in context.nations and city.population >= BIG_ENOUGH


def _capital(cities: tuple[KnownPlace, ...]) -> KnownPlace | None:
    """A capital that outgrows every other city of its name."""
    largest = _largest(cities)
    return largest if largest and largest.capital and largest.population >= BIG_ENOUGH else None


def _region_or_city(
    regions: tuple[KnownPlace, ...], cities: tuple[KnownPlace, ...], city: KnownPlace | None, context: Context
) -> KnownPlace | None:
    """A region whose namesake cities are small, or lie elsewhere, is meant; a big city of the region's own name hides it."""
    region = _sole(regions)
    if region is None:
        return None
    if city is not None and city.country == region.country in NAMED_AFTER_CITY:
        return city
    rivals = [each for each in cities if each.country == region.country or each.population >= FAMOUS]
    if not rivals and (region.country in ("US", "") or region.country in context.countries):
        return region
    return None if any(each.population < FAMOUS for each in rivals) else city


def _largest(cities: Iterable[KnownPlace]) -> KnownPlace | None:
    """The only one, or the one that outgrows every other."""
    ordered = sorted(cities, key=lambda each: -each.population)
    if len(ordered) > 1 and ordered[0].population < DOMINANT * ordered[1].population:
        return None
    return ordered[0] if ordered else None


def _sole(places: Iterable[KnownPlace]) -> KnownPlace | None:
    found = list(places)
    return found[0] if len(found) == 1 else None


def _nations(annotations: Annotations, gazetteer: Gazetteer) -> dict[str, KnownPlace]:
    """Countries that stand in the text only as somebody's nationality."""
    nations: dict[str, KnownPlace] = {}
    for fact in annotations.facts:
        if fact.property != "nationality" or fact.entity is not None:
            continue
        country = _sole(gazetteer.countries(fact.value))
        if country is not None:
            nations.setdefault(f"nation/{fold(fact.value)}", country)
    return nations
