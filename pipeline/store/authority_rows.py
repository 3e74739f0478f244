"""The authority's rows: what is read and written, one small function for each, in the words of the tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from pipeline.mapping.names import folded
from pipeline.model.codec import decode, encode
from pipeline.model.identity import Identity, IdentityKind, Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority_matching import Candidate

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
        return msgspec.convert({**row, "curated": bool(row["curated"])}, Entity)

    def root(self, entity_id: int) -> Entity:
        """The entity itself, or the one that it has been merged into."""
        found = self.entity(entity_id)
        return found if found.root == found.id else self.entity(found.root)

    def by_slug(self, kind: str, slug: str) -> Entity | None:
        """The entity of this slug, merged or not."""
        row = self.connection.execute("SELECT id FROM entity WHERE kind = ? AND slug = ?", (kind, slug)).fetchone()
        return self.entity(row["id"]) if row else None

    def add_entity(self, kind: str, schema_type: str, slug: str, name: str, *, curated: bool = False) -> Entity:
        """A new entity; the slug must be free."""
        cursor = self.connection.execute(
            "INSERT INTO entity (kind, type, slug, name, curated) VALUES (?, ?, ?, ?, ?)",
            (kind, schema_type, slug, name, curated),
        )
        return self.entity(cursor.lastrowid or 0)

    def add_names(self, entity: Entity, names: Iterable[str], source: str) -> None:
        """Names that the entity is found by."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO name (kind, folded, entity, name, source) VALUES (?, ?, ?, ?, ?)",
            [(entity.kind, folded(each), entity.id, each, source) for each in names if folded(each)],
        )

    def add_identifiers(self, entity: Entity, identifiers: Iterable[str], source: str) -> None:
        """Identifiers in the world."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO identifier (value, entity, source) VALUES (?, ?, ?)",
            [(each, entity.id, source) for each in identifiers],
        )

    def named(self, kind: str, names: Iterable[str]) -> list[int]:
        """Root entities that bear one of the folded names, at most ``MAX_CANDIDATES``, oldest first."""
        found: dict[int, None] = {}
        for each in names:
            rows = self.connection.execute(
                "SELECT DISTINCT root FROM name JOIN entity ON entity.id = name.entity"
                " WHERE name.kind = ? AND folded = ? ORDER BY root LIMIT ?",
                (kind, each, MAX_CANDIDATES),
            )
            found |= dict.fromkeys(row["root"] for row in rows)
        return list(found)[:MAX_CANDIDATES]

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

    def candidate(self, entity_id: int, company: Iterable[str]) -> Candidate:
        """What is known of an entity and all that was merged into it; of its company only those asked about."""
        entity = self.entity(entity_id)
        values = {each: self._values(entity_id, each) for each in ("title", "organization", "place")}
        return Candidate(
            entity=entity_id,
            name=entity.name,
            identifiers=self.identifiers(entity_id),
            titles=values["title"],
            organizations=values["organization"],
            places=values["place"],
            company=self._company(entity_id, company),
            names=tuple(folded(each) for each in self.names(entity_id)) if entity.kind == "event" else (),
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
            " WHERE root = ? ORDER BY name.name LIMIT ?",
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

    def _company(self, entity_id: int, asked: Iterable[str]) -> tuple[str, ...]:
        """Those of the folded names that are known company; if none is, the most frequent that is."""
        rows = self.connection.execute(
            "SELECT DISTINCT value FROM entity JOIN feature ON feature.entity = entity.id"
            " WHERE root = ? AND property = 'company' AND value IN (SELECT value FROM json_each(?)) ORDER BY value",
            (entity_id, json.dumps(list(asked))),
        )
        return tuple(row["value"] for row in rows) or self._values(entity_id, "company")[:1]

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
        return [
            Settled(
                local=row["local"],
                kind=row["kind"],
                folded=row["folded"],
                entity=row["entity"],
                score=row["score"],
                reason=row["reason"],
                proposal=decode(row["proposal"], Proposal),
            )
            for row in rows
        ]

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

    def merge(self, other: Entity, kept: Entity) -> None:
        """Let one root answer for another; what is merged into the other comes along."""
        self.connection.execute("UPDATE entity SET merged_into = ? WHERE id = ?", (kept.id, other.id))
        self.connection.execute("UPDATE entity SET root = ? WHERE root = ?", (kept.id, other.id))

    def unmerge(self, entity: Entity) -> None:
        """Take back one merge; what had been merged into the entity before stays with it."""
        self.connection.execute("UPDATE entity SET merged_into = NULL WHERE id = ?", (entity.id,))
        members = [entity.id]
        for each in members:
            rows = self.connection.execute("SELECT id FROM entity WHERE merged_into = ?", (each,))
            members += [row["id"] for row in rows]
        self.connection.executemany("UPDATE entity SET root = ? WHERE id = ?", [(entity.id, each) for each in members])

    def tell_apart(self, one: int, other: int) -> None:
        """Note that two entities are two."""
        pair = (min(one, other), max(one, other))
        self.connection.execute("INSERT OR IGNORE INTO distinction (one, other) VALUES (?, ?)", pair)

    def distinct(self, one: int, other: int) -> bool:
        """Whether an editor has told two roots apart, or anything that is merged into them."""
        row = self.connection.execute(
            "SELECT 1 FROM distinction JOIN entity AS first ON first.id = one JOIN entity AS second ON second.id = other"
            " WHERE (first.root = ? AND second.root = ?) OR (first.root = ? AND second.root = ?)",
            (one, other, other, one),
        ).fetchone()
        return row is not None

    def settled_as(self, article: str, root: int) -> list[Settled]:
        """The answers of an article that mean this root."""
        return [each for each in self.settled(article) if self.root(each.entity).id == root]

    def move(self, answer: Settled, entity: Entity) -> None:
        """An editor says that this answer means somebody else; later versions of the article mean them too."""
        said = answer.proposal
        self.count_features(answer.entity, said, -1)
        self.count_features(entity.id, said, 1)
        self.add_names(entity, (said.name,), said.article)
        self.connection.execute(
            "UPDATE settled SET entity = ?, score = 1, reason = 'an editor said so' WHERE article = ? AND local = ?",
            (entity.id, said.article, said.local),
        )
        self.connection.execute(
            "INSERT OR REPLACE INTO pinned (article, kind, folded, entity) VALUES (?, ?, ?, ?)",
            (said.article, said.kind, answer.folded, entity.id),
        )

    def remove_identifier(self, root: int, identifier: str) -> bool:
        """Take an identifier from an entity and all that is merged into it; whether it had it."""
        cursor = self.connection.execute(
            "DELETE FROM identifier WHERE value = ? AND entity IN (SELECT id FROM entity WHERE root = ?)",
            (identifier, root),
        )
        return cursor.rowcount > 0

    def journal(self, action: str, entity: Entity, value: str) -> None:
        """Note what an editor did."""
        self.connection.execute(
            "INSERT INTO decision (action, subject, object) VALUES (?, ?, ?)",
            (action, f"{entity.kind}/{entity.slug}", value),
        )

    def suppressions(self) -> list[tuple[int, bytes, bytes]]:
        """Prefix, salt and digest of every suppressed name."""
        rows = self.connection.execute("SELECT prefix, salt, digest FROM suppression ORDER BY digest")
        return [(row["prefix"], row["salt"], row["digest"]) for row in rows]

    def add_suppression(self, prefix: int, salt: bytes, digest: bytes, reason: str) -> None:
        """Suppress a name, by its digest."""
        self.connection.execute(
            "INSERT INTO suppression (digest, prefix, salt, reason) VALUES (?, ?, ?, ?)", (digest, prefix, salt, reason)
        )

    def remove_suppression(self, digest: bytes) -> None:
        """Take a suppression back."""
        self.connection.execute("DELETE FROM suppression WHERE digest = ?", (digest,))

    def bearers(self, kind: str, name: str) -> list[Entity]:
        """Every entity of this folded name, merged or not."""
        rows = self.connection.execute("SELECT DISTINCT entity FROM name WHERE kind = ? AND folded = ?", (kind, name))
        return [self.entity(row["entity"]) for row in rows.fetchall()]

    def erase_entity(self, entity: Entity) -> None:
        """Forget everything about an entity but that its id was used; its articles learn that it is withheld."""
        run = self.connection.execute
        run("INSERT OR IGNORE INTO withheld SELECT article, local FROM settled WHERE entity = ?", (entity.id,))
        for table in ("settled", "feature", "name", "identifier", "pinned"):
            run(f"DELETE FROM {table} WHERE entity = ?", (entity.id,))  # noqa: S608 - the names of our own tables
        run("DELETE FROM decision WHERE subject = ? OR object = ?", (f"{entity.kind}/{entity.slug}", entity.slug))
        run("UPDATE entity SET name = '', slug = ?, note = '' WHERE id = ?", (f"withheld-{entity.id}", entity.id))

    def erase_feature(self, name: str) -> None:
        """Forget a folded name where others have it for company."""
        self.connection.execute("DELETE FROM feature WHERE property = 'company' AND value = ?", (name,))

    def all_settled(self) -> Iterator[Settled]:
        """Every answer to every article."""
        for row in self.connection.execute("SELECT DISTINCT article FROM settled ORDER BY article").fetchall():
            yield from self.settled(row["article"])

    def rewrite(self, answer: Settled, proposal: Proposal) -> None:
        """Keep another wording of what an article proposed."""
        self.connection.execute(
            "UPDATE settled SET proposal = ?, folded = ? WHERE article = ? AND local = ?",
            (encode(proposal), folded(proposal.name), proposal.article, answer.local),
        )

    def events(self) -> list[Entity]:
        """Every event."""
        rows = self.connection.execute("SELECT id FROM entity WHERE kind = 'event' ORDER BY id")
        return [self.entity(row["id"]) for row in rows.fetchall()]

    def rename(self, entity: Entity, name: str, slug: str) -> None:
        """Give an entity one name and another id."""
        self.connection.execute("UPDATE entity SET name = ?, slug = ? WHERE id = ?", (name, slug, entity.id))
        self.connection.execute("DELETE FROM name WHERE entity = ?", (entity.id,))
        self.add_names(entity, (name,), "")

    def withheld(self, article: str) -> list[str]:
        """The local ids of an article that must not be named."""
        rows = self.connection.execute("SELECT local FROM withheld WHERE article = ? ORDER BY local", (article,))
        return [row["local"] for row in rows]

    def set_withheld(self, article: str, locals_: Iterable[str]) -> None:
        """Keep which local ids of an article must not be named."""
        wanted = sorted(locals_)
        if self.withheld(article) != wanted:
            self.connection.execute("DELETE FROM withheld WHERE article = ?", (article,))
            self.connection.executemany("INSERT INTO withheld VALUES (?, ?)", [(article, each) for each in wanted])

    def set_start(self, entity_id: int, start: str | None) -> None:
        """The latest known start of an event."""
        self.connection.execute("UPDATE entity SET start = ? WHERE id = ?", (start, entity_id))

    def identity(self, local: str, entity_id: int, score: float, reason: str) -> Identity:
        """The answer as the stages read it."""
        entity = self.root(entity_id)
        known = self.identifiers(entity.id)
        return Identity(
            local=local,
            kind=entity.kind,
            slug=entity.slug,
            name=entity.name,
            same_as=tuple(each for each in known if each.startswith(("https://", "http://"))),
            identifiers=tuple(each for each in known if not each.startswith(("https://", "http://"))),
            score=score,
            reason=reason,
        )


def features(proposal: Proposal) -> list[tuple[str, str]]:
    """What a proposal says of its entity, as property and value, each once."""
    said = [
        *(("title", each) for each in proposal.titles),
        *(("organization", each) for each in proposal.organizations),
        *(("place", each) for each in proposal.places),
        *(("company", each) for each in proposal.participants),
    ]
    return list({(name, folded(value)): (name, value) for name, value in said if folded(value)}.values())
