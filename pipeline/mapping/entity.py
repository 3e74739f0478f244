"""What entities of every kind have in common: type, name, other names, links to the world."""

from __future__ import annotations

from pipeline.mapping import ids
from pipeline.mapping.claims import Claim, stated, typed
from pipeline.mapping.evidence import from_authority, from_mentions
from pipeline.mapping.story import Story, naming
from pipeline.model.annotations import Entity
from pipeline.model.identity import Identity


def common(story: Story, entity: Entity) -> tuple[Claim, ...]:
    """``@type``, ``name``, ``alternateName``, ``sameAs`` and ``identifier``, in this order."""
    found = naming(story, entity.id)
    exact = [each for each in found if each.text == entity.name]
    evidence = from_mentions(exact or found, entity.probability)
    return (
        *typed(story.types[entity.id], evidence),
        *stated("name", story.names.get(entity.id, entity.name), evidence),
        *_other_names(story, entity),
        *links(story, entity.id, entity.identifiers),
    )


def links(story: Story, local: str, identifiers: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    """What the world calls it: IRIs as ``sameAs``, anything else as ``identifier``. Only what the authority, the gazetteer
    or the annotator looked up; never guessed."""
    identity = story.identities.get(local)
    known = story.places.get(local)
    settled = (*identity.same_as, *identity.identifiers, *_aliases(story, identity)) if identity else ()
    sources = (*((each, "authority") for each in settled), *((each, "annotator") for each in identifiers))
    if known:
        sources = (*sources, (known.identifier, "gazetteer"))
    claims: dict[str, Claim] = {}
    for value, by in sources:
        name = "sameAs" if value.startswith(("https://", "http://")) else "identifier"
        claims.setdefault(value, Claim(name, value, from_authority(by)))
    return tuple(sorted(claims.values(), key=lambda each: each.property, reverse=True))


def _aliases(story: Story, identity: Identity) -> tuple[str, ...]:
    """The @ids it had before it was merged with others, so that whoever kept one still finds it."""
    site = story.newsroom.site.url
    return tuple(ids.entity_id(site, identity.kind, each) for each in identity.aliases)


def _other_names(story: Story, entity: Entity) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for name in entity.alternate_names:
        if not _says_more(entity, name):
            continue
        said = [each for each in story.mentions.get(entity.id, ()) if each.text == name]
        claims.extend(stated("alternateName", name, from_mentions(said or naming(story, entity.id))))
    return tuple(claims)


def _says_more(entity: Entity, name: str) -> bool:
    """Part of a person's name ("Choe") is no other name; a short form or acronym of anything else is."""
    full, other = ids.fold(entity.name).split(), ids.fold(name).split()
    if full == other:
        return False
    return entity.type != "person" or not set(other) <= set(full)
