"""The rows that editors and imports change: merges, moved answers, what is said of an entity from elsewhere, the journal."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping.names import folded
from pipeline.store.authority_identifiers import scheme
from pipeline.store.authority_rows import Entity, Rows, Settled


class EditRows:
    """Reads and writes on one open connection; knows nothing of what may be done."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.connection = rows.connection

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
        return [each for each in self.rows.settled(article) if self.rows.root(each.entity).id == root]

    def move(self, answer: Settled, entity: Entity) -> None:
        """An editor says that this answer means somebody else; later versions of the article mean them too."""
        said = answer.proposal
        self.rows.count_features(answer.entity, said, -1)
        self.rows.count_features(entity.id, said, 1)
        self.rows.add_names(entity, (said.name,), said.article)
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

    def add_features(self, entity_id: int, features: dict[str, tuple[str, ...]]) -> None:
        """What is known of an entity from elsewhere than an article, by property; saying it again changes nothing."""
        said = [(name, each) for name, values in features.items() for each in values]
        self.connection.executemany(
            "INSERT OR IGNORE INTO feature (entity, property, value, shown, articles) VALUES (?, ?, ?, ?, 1)",
            [(entity_id, name, folded(each), each) for name, each in said if folded(each)],
        )

    def curated_namesake(self, kind: str, name: str, identifiers: tuple[str, ...]) -> Entity | None:
        """The only curated entity of this folded main name, if no registry knows the two as two."""
        found = [
            each
            for each in map(self.rows.entity, self.rows.named(kind, (name,)))
            if each.curated and folded(each.name) == name
        ]
        ours = {scheme(each) for each in identifiers}
        same = [each for each in found if not ours & {scheme(one) for one in self.rows.identifiers(each.id)}]
        return same[0] if len(same) == 1 == len(found) else None

    def all_entities(self) -> Iterator[Entity]:
        """Every entity, by kind and slug."""
        rows = self.connection.execute("SELECT id FROM entity ORDER BY kind, slug").fetchall()
        yield from (self.rows.entity(row["id"]) for row in rows)

    def own_names(self, entity_id: int) -> tuple[str, ...]:
        """The names of this very entity."""
        rows = self.connection.execute(
            "SELECT DISTINCT name FROM name WHERE entity = ? AND name <> '' ORDER BY name", (entity_id,)
        )
        return tuple(row["name"] for row in rows)

    def own_identifiers(self, entity_id: int) -> tuple[str, ...]:
        """The identifiers of this very entity."""
        rows = self.connection.execute("SELECT value FROM identifier WHERE entity = ? ORDER BY value", (entity_id,))
        return tuple(row["value"] for row in rows)

    def own_values(self, entity_id: int, name: str) -> tuple[str, ...]:
        """What is said of this very entity, in the words first read, most frequent first."""
        rows = self.connection.execute(
            "SELECT shown FROM feature WHERE entity = ? AND property = ? ORDER BY articles DESC, value",
            (entity_id, name),
        )
        return tuple(row["shown"] for row in rows)
