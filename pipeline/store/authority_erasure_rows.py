"""The rows of suppression: digests of names, who is withheld in which article, and what is erased where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.mapping.names import folded
from pipeline.model.codec import encode
from pipeline.model.identity import Proposal
from pipeline.store.authority_rows import Entity, Rows, Settled


class ErasureRows:
    """Reads and writes on one open connection; knows nothing of who is meant."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.connection = rows.connection

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
        return [self.rows.entity(row["entity"]) for row in rows.fetchall()]

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
            yield from self.rows.settled(row["article"])

    def rewrite(self, answer: Settled, proposal: Proposal) -> None:
        """Keep another wording of what an article proposed."""
        self.connection.execute(
            "UPDATE settled SET proposal = ?, folded = ? WHERE article = ? AND local = ?",
            (encode(proposal), folded(proposal.name), proposal.article, answer.local),
        )

    def holding(self, name: str) -> list[Entity]:
        """Every event, organization and place that may be named after the bearer of a folded name."""
        rows = self.connection.execute(
            "SELECT DISTINCT entity FROM name WHERE kind <> 'person' AND instr(folded, ?) ORDER BY entity",
            (name.rsplit(maxsplit=1)[-1],),
        )
        return [self.rows.entity(row["entity"]) for row in rows.fetchall()]

    def rename(self, entity: Entity, name: str, slug: str) -> None:
        """Give an entity one name and another id."""
        self.connection.execute("UPDATE entity SET name = ?, slug = ? WHERE id = ?", (name, slug, entity.id))
        self.connection.execute("DELETE FROM name WHERE entity = ?", (entity.id,))
        self.rows.add_names(entity, (name,), "")

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
