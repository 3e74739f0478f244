"""What every builder reads: article, annotations, settled identities and settings, with the look-ups made once."""

from __future__ import annotations

import msgspec

from pipeline.mapping import ids
from pipeline.mapping.gazetteer import KnownPlace
from pipeline.mapping.kinds import schema_types
from pipeline.model.annotations import Annotations, Entity, Event, Mention
from pipeline.model.article import Article
from pipeline.model.identity import Identities, Proposal
from pipeline.model.newsroom import Newsroom

NAMING = ("name", "short-name", "acronym")


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One article with everything known about it. Keys of the look-ups are local ids (``person-1``)."""

    article: Article
    annotations: Annotations
    identities: Identities
    newsroom: Newsroom
    places: dict[str, KnownPlace]
    entities: dict[str, Entity]
    events: dict[str, Event]
    mentions: dict[str, tuple[Mention, ...]]
    node_ids: dict[str, str]
    types: dict[str, str]
    names: dict[str, str]

    @property
    def url(self) -> str:
        """The article's address."""
        return self.article.url

    @property
    def own_site(self) -> bool:
        """Whether the article is published on the configured site (and not merely gathered from elsewhere)."""
        return self.url.startswith(self.newsroom.site.url.rstrip("/") + "/")


def story(
    article: Article,
    annotations: Annotations,
    *,
    identities: Identities,
    newsroom: Newsroom,
    proposals: tuple[Proposal, ...],
    places: dict[str, KnownPlace],
) -> Story:
    """Make the look-ups. A local id that nobody has settled gets the id that its own proposal would give it."""
    site = newsroom.site.url
    node_ids = {
        each.local: ids.entity_id(
            site, each.kind, identities[each.local].slug if each.local in identities else each.key
        )
        for each in proposals
    }
    node_ids |= {
        each.id: ids.local_id(article.url, each.type, each.name)
        for each in annotations.entities
        if each.id not in node_ids and each.type in ("work", "product")
    }
    return Story(
        article=article,
        annotations=annotations,
        identities=identities,
        newsroom=newsroom,
        places=places,
        entities={each.id: each for each in annotations.entities},
        events={each.id: each for each in annotations.events},
        mentions=_mentions(annotations),
        node_ids=node_ids,
        types=schema_types(annotations, places),
        names={each.local: _shown(each.name, places.get(each.local)) for each in proposals},
    )


def _shown(name: str, known: KnownPlace | None) -> str:
    """The name as written; a known place in capitals (as datelines have it) as the gazetteer writes it."""
    return known.name if known and name.isupper() and len(name.replace(".", "")) > 3 else name


def naming(one: Story, local: str) -> tuple[Mention, ...]:
    """The mentions that name the entity (no pronouns, no titles); all mentions if none does."""
    found = one.mentions.get(local, ())
    return tuple(each for each in found if each.form in NAMING) or found


def _mentions(annotations: Annotations) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = {}
    for each in annotations.mentions:
        found.setdefault(each.entity, []).append(each)
    return {key: tuple(value) for key, value in found.items()}
