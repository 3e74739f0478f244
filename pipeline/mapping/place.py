"""An annotated place, or a country that the text implies -> a Place (Country, City, Airport ...), linked only where a gazetteer
knows it without doubt."""

from __future__ import annotations

from pipeline.mapping import ids
from pipeline.mapping.claims import Claim, Draft, of, reference, stated, typed
from pipeline.mapping.entity import common, links
from pipeline.mapping.evidence import from_authority, from_mentions, from_text
from pipeline.mapping.gazetteer import KnownPlace
from pipeline.mapping.story import Story, naming
from pipeline.model.annotations import Entity, PersonFact

GAZETTEER = from_authority("gazetteer")


def place(story: Story, entity: Entity) -> Draft:
    """One place of the story."""
    node_id = story.node_ids[entity.id]
    known = story.places.get(entity.id)
    return of(
        node_id,
        common(story, entity),
        _container(story, entity),
        _address(node_id, entity, known),
        _geo(node_id, known),
    )


def implied_country(story: Story, local: str, fact: PersonFact) -> Draft:
    """A country that stands in the text only as a nationality ("Japanese")."""
    known = story.places[local]
    evidence = from_text(fact.by, fact.span, probability=fact.probability)
    return of(
        story.node_ids[local],
        typed("Country", evidence),
        stated("name", known.name, GAZETTEER),
        links(story, local),
        _geo(story.node_ids[local], known),
    )


def _container(story: Story, entity: Entity) -> tuple[Claim, ...]:
    """The place around it: said by the text, or known and also named in this article."""
    own = story.node_ids[entity.id]
    around = story.entities.get(entity.contained_in or "")
    if around is not None and around.type in ("place", "facility") and story.node_ids[around.id] != own:
        return stated("containedInPlace", reference(story.node_ids[around.id]), from_mentions(naming(story, entity.id)))
    outer = known_container(story, entity)
    said = outer is not None and story.node_ids[outer] != own  # two names of the article may be settled as one place
    return stated("containedInPlace", reference(story.node_ids[outer]), GAZETTEER) if outer and said else ()


def known_container(story: Story, entity: Entity) -> str | None:
    """The local id of the state, or else the country, that a known place lies in, if this article names it."""
    known = story.places.get(entity.id)
    if known is None or known.schema_type == "Country":
        return None
    others = {local: each for local, each in story.places.items() if local in story.node_ids and local != entity.id}
    states = [
        local
        for local, each in others.items()
        if each.region and each.name == known.region and each.country == known.country
    ]
    countries = [
        local for local, each in others.items() if each.schema_type == "Country" and each.code == known.country
    ]
    return next(iter((*states, *countries)), None)


def _address(node_id: str, entity: Entity, known: KnownPlace | None) -> tuple[Claim, ...]:
    country = known.country if known else entity.country
    if not country or (known and known.schema_type == "Country"):
        return ()
    address = {"@id": ids.nested_id(node_id, "address"), "@type": "PostalAddress"}
    if known and known.schema_type == "City":
        address["addressLocality"] = known.name
    if known and known.region:
        address["addressRegion"] = known.region
    return stated("address", address | {"addressCountry": country}, GAZETTEER)


def _geo(node_id: str, known: KnownPlace | None) -> tuple[Claim, ...]:
    if known is None or known.latitude is None or known.longitude is None:
        return ()
    return stated(
        "geo",
        {
            "@id": ids.nested_id(node_id, "geo"),
            "@type": "GeoCoordinates",
            "latitude": known.latitude,
            "longitude": known.longitude,
        },
        GAZETTEER,
    )
