"""The authority's rows: what is read and written, one small function for each, in the words of the tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

import msgspec

from pipeline.mapping.names import folded
from pipeline.model.codec import decode, encode
from pipeline.model.identity import Identities, Identity, IdentityKind, Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority_matching import Candidate, Match

FOUND, CURATED, BULK = 0, 1, 2
"""Who vouches for an entity: the articles that it was found in, an editor, or a registry that was taken over as a whole."""
MAX_CANDIDATES = 50
"""Entities of one name that are weighed, the best known first."""
MAX_FEATURES = 200
"""Values of one property that are weighed, the most frequent first."""


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table ``entity``; ``root`` is the entity that it has been merged into at last, or itself."""

    id: int
    kind: IdentityKind
    type: str
    slug: str
    name: str
    start: str | None
    merged_into: int | None
    root: int
    curated: bool
    bulk: bool
    note: str


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """One answer that was given to an article."""

    local: str
    kind: IdentityKind
    folded: str
    entity: int
    score: float
    reason: str
    proposal: Proposal


class Rows:
    """Reads and writes on one open connection; knows nothing of what matches what."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def entity(self, entity_id: int) -> Entity:
        """The row; the id must exist."""
        row = self.connection.execute("SELECT * FROM entity WHERE id = ?", (entity_id,)).fetchone()
        return Entity(
            id=row["id"],
            kind=row["kind"],
            type=row["type"],
            slug=row["slug"],
            name=row["name"],
            start=row["start"],
            merged_into=row["merged_into"],
            root=row["root"],
            curated=row["curated"] == CURATED,
            bulk=row["curated"] == BULK,
            note=row["note"],
        )

    def root(self, entity_id: int) -> Entity:
        """The entity itself, or the one that it has been merged into."""
        found = self.entity(entity_id)
        return found if found.root == found.id else self.entity(found.root)

    def by_slug(self, kind: str, slug: str) -> Entity | None:
        """The entity of this slug, merged or not."""
        row = self.connection.execute("SELECT id FROM entity WHERE kind = ? AND slug = ?", (kind, slug)).fetchone()
        return self.entity(row["id"]) if row else None

    def add_entity(self, kind: str, schema_type: str, slug: str, name: str, *, curated: int = FOUND) -> Entity:
        """A new entity; the slug must be free. ``curated`` says who vouches for it."""
        cursor = self.connection.execute(
            "INSERT INTO entity (kind, type, slug, name, curated) VALUES (?, ?, ?, ?, ?)",
            (kind, schema_type, slug, name, curated),
        )
        return self.entity(cursor.lastrowid or 0)

    def add_names(self, entity: Entity, names: Iterable[str], source: str, *, short: bool = False) -> None:
        """Names that the entity is found by; ``short`` ones are what an article calls it once it has been named in full."""
        self.connection.executemany(
            "INSERT INTO name (kind, folded, entity, name, source, short) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET short = min(short, excluded.short) WHERE short > excluded.short",
            [(entity.kind, folded(each), entity.id, each, source, short) for each in names if folded(each)],
        )

    def add_keys(self, entity: Entity, keys: Iterable[str], source: str) -> None:
        """Folded keys that the entity is found by and that are no names: what an event is, with whom or where."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO name (kind, folded, entity, name, source) VALUES (?, ?, ?, '', ?)",
            [(entity.kind, each, entity.id, source) for each in keys],
        )

    def add_identifiers(self, entity: Entity, identifiers: Iterable[str], source: str) -> None:
        """Identifiers in the world."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO identifier (value, entity, source) VALUES (?, ?, ?)",
            [(each, entity.id, source) for each in identifiers],
        )

    def named(self, kind: str, names: Iterable[str]) -> list[int]:
        """Root entities that bear one of the folded names, in full or for short, at most ``MAX_CANDIDATES``."""
        return list(self.bearing(kind, names))

    def bearing(self, kind: str, names: Iterable[str]) -> dict[int, bool]:
        """Root entities that bear one of the folded names -> whether only for short."""
        found: dict[int, bool] = {}
        for each in names:
            rows = self.connection.execute(
                "SELECT root, min(short) AS short FROM name JOIN entity ON entity.id = name.entity"
                " WHERE name.kind = ? AND folded = ? GROUP BY root ORDER BY root LIMIT ?",
                (kind, each, MAX_CANDIDATES),
            )
            for row in rows:
                found[row["root"]] = bool(row["short"]) and found.get(row["root"], True)
        return dict(sorted(found.items())[:MAX_CANDIDATES])

    def prominence(self, entity_id: int) -> int:
        """How many answers mean the entity or what is merged into it."""
        row = self.connection.execute(
            "SELECT count(*) AS answers FROM entity JOIN settled ON settled.entity = entity.id WHERE root = ?",
            (entity_id,),
        ).fetchone()
        return int(row["answers"])

    def identified(self, kind: str, identifiers: Iterable[str]) -> list[int]:
        """Root entities that bear one of the identifiers."""
        found: dict[int, None] = {}
        for each in identifiers:
            rows = self.connection.execute(
                "SELECT DISTINCT root FROM identifier JOIN entity ON entity.id = identifier.entity"
                " WHERE value = ? AND kind = ? ORDER BY root",
                (each, kind),
            )
            found |= dict.fromkeys(row["root"] for row in rows)
        return list(found)

    def candidate(self, entity_id: int, company: Iterable[str], match: Match = "name") -> Candidate:
        """What is known of an entity and all that was merged into it; of its company only those asked about. ``match`` says
        how it was found."""
        entity = self.entity(entity_id)
        values = self._features(entity_id)
        known = self._company(entity_id, company)
        is_event = entity.kind == "event"
        return Candidate(
            entity=entity_id,
            match=match,
            bulk=entity.bulk,
            name=entity.name,
            identifiers=self.identifiers(entity_id),
            titles=values.get("title", ()),
            organizations=values.get("organization", ()),
            places=values.get("place", ()),
            nations=values.get("nation", ()),
            born=values.get("born", ()),
            company=known or (self._values(entity_id, "company")[:1] if is_event else ()),
            names=tuple(folded(each) for each in self.names(entity_id)) if is_event else (),
            start=Moment(entity.start) if entity.start else None,
        )

    def identifiers(self, entity_id: int) -> tuple[str, ...]:
        """Everything it is identified by."""
        rows = self.connection.execute(
            "SELECT DISTINCT value FROM entity JOIN identifier ON identifier.entity = entity.id"
            " WHERE root = ? ORDER BY value",
            (entity_id,),
        )
        return tuple(row["value"] for row in rows)

    def names(self, entity_id: int) -> tuple[str, ...]:
        """Every name it bears."""
        rows = self.connection.execute(
            "SELECT DISTINCT name.name FROM entity JOIN name ON name.entity = entity.id"
            " WHERE root = ? AND name.name <> '' ORDER BY name.name LIMIT ?",
            (entity_id, MAX_FEATURES),
        )
        return tuple(row["name"] for row in rows)

    def _values(self, entity_id: int, name: str) -> tuple[str, ...]:
        rows = self.connection.execute(
            "SELECT value, sum(articles) AS total FROM entity JOIN feature ON feature.entity = entity.id"
            " WHERE root = ? AND property = ? GROUP BY value ORDER BY total DESC, value LIMIT ?",
            (entity_id, name, MAX_FEATURES),
        )
        return tuple(row["value"] for row in rows)

    def _features(self, entity_id: int) -> dict[str, tuple[str, ...]]:
        """Titles, organizations and places, most frequent first."""
        rows = self.connection.execute(
            "SELECT property, value, sum(articles) AS total FROM entity JOIN feature ON feature.entity = entity.id"
            " WHERE root = ? AND property IN ('title', 'organization', 'place', 'nation', 'born')"
            " GROUP BY property, value ORDER BY total DESC, value LIMIT ?",
            (entity_id, 5 * MAX_FEATURES),
        )
        found: dict[str, tuple[str, ...]] = {}
        for row in rows:
            found[row["property"]] = (*found.get(row["property"], ()), row["value"])
        return found

    def _company(self, entity_id: int, asked: Iterable[str]) -> tuple[str, ...]:
        """Those of the folded names that are known company."""
        rows = self.connection.execute(
            "SELECT DISTINCT value FROM entity JOIN feature ON feature.entity = entity.id"
            " WHERE root = ? AND property = 'company' AND value IN (SELECT value FROM json_each(?)) ORDER BY value",
            (entity_id, json.dumps(list(asked))),
        )
        return tuple(row["value"] for row in rows)

    def count_features(self, entity_id: int, proposal: Proposal, step: int) -> None:
        """Add (+1) or take back (-1) what one article says of the entity."""
        self.connection.executemany(
            "INSERT INTO feature (entity, property, value, shown, articles) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
            [(entity_id, name, folded(each), each, step) for name, each in features(proposal)],
        )
        if step < 0:
            self.connection.execute("DELETE FROM feature WHERE entity = ? AND articles <= 0", (entity_id,))

    def settled(self, article: str) -> list[Settled]:
        """The answers that an article got."""
        rows = self.connection.execute("SELECT * FROM settled WHERE article = ? ORDER BY local", (article,))
        return [_settled(row) for row in rows]

    def answer_of(self, article: str, local: str) -> Settled:
        """One answer; it must exist."""
        row = self.connection.execute(
            "SELECT * FROM settled WHERE article = ? AND local = ?", (article, local)
        ).fetchone()
        return _settled(row)

    def family(self, root: int) -> list[Entity]:
        """An entity with everything that is merged into it."""
        rows = self.connection.execute("SELECT id FROM entity WHERE root = ? ORDER BY id", (root,)).fetchall()
        return [self.entity(row["id"]) for row in rows]

    def answer(self, proposal: Proposal, entity: int, score: float, reason: str) -> None:
        """Keep an answer and what the article says of the entity."""
        self.connection.execute(
            "INSERT INTO settled (article, local, kind, folded, entity, score, reason, proposal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                proposal.article,
                proposal.local,
                proposal.kind,
                folded(proposal.name),
                entity,
                score,
                reason,
                encode(proposal),
            ),
        )
        self.count_features(entity, proposal, 1)

    def retract(self, article: str) -> None:
        """Take back everything that an article said; the entities stay, so that their ids do."""
        for each in self.settled(article):
            self.count_features(each.entity, each.proposal, -1)
        self.connection.execute("DELETE FROM settled WHERE article = ?", (article,))

    def pinned(self, proposal: Proposal) -> int | None:
        """The entity that an editor has said is meant in this article."""
        row = self.connection.execute(
            "SELECT entity FROM pinned WHERE article = ? AND kind = ? AND folded = ?",
            (proposal.article, proposal.kind, folded(proposal.name)),
        ).fetchone()
        return self.root(row["entity"]).id if row else None

    def set_start(self, entity_id: int, start: str | None) -> None:
        """The latest known start of an event, or a person's date of birth."""
        self.connection.execute("UPDATE entity SET start = ? WHERE id = ?", (start, entity_id))

    def identities(self, article: str) -> Identities:
        """The answers that an article got, as the stages read them, with what is known now of those they mean."""
        rows = self.connection.execute(
            "SELECT local, score, reason, main.id, main.kind, main.slug, main.name FROM settled"
            " JOIN entity ON entity.id = settled.entity JOIN entity AS main ON main.id = entity.root"
            " WHERE article = ? ORDER BY local",
            (article,),
        ).fetchall()
        return {row["local"]: self._identity(row) for row in rows}

    def _identity(self, row: sqlite3.Row) -> Identity:
        known = self.identifiers(row["id"])
        merged = self.connection.execute(
            "SELECT slug FROM entity WHERE root = ? AND id <> root AND name <> '' ORDER BY slug", (row["id"],)
        )
        return Identity(
            local=row["local"],
            kind=row["kind"],
            slug=row["slug"],
            name=row["name"],
            same_as=tuple(each for each in known if each.startswith(("https://", "http://"))),
            identifiers=tuple(each for each in known if not each.startswith(("https://", "http://"))),
            aliases=tuple(each["slug"] for each in merged),
            score=row["score"],
            reason=row["reason"],
        )


def _settled(row: sqlite3.Row) -> Settled:
    return Settled(
        local=row["local"],
        kind=row["kind"],
        folded=row["folded"],
        entity=row["entity"],
        score=row["score"],
        reason=row["reason"],
        proposal=decode(row["proposal"], Proposal),
    )


def features(proposal: Proposal) -> list[tuple[str, str]]:
    """What a proposal says of its entity, as property and value, each once."""
    said = [
        *(("title", each) for each in proposal.titles),
        *(("organization", each) for each in proposal.organizations),
        *(("place", each) for each in proposal.places),
        *(("nation", each) for each in proposal.nations),
        *(("company", each) for each in proposal.participants),
        *((("born", str(proposal.born)),) if proposal.born else ()),
    ]
    return list({(name, folded(value)): (name, value) for name, value in said if folded(value)}.values())
