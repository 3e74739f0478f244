"""What each published article says of each entity, and whose documents must be written anew: beside the builds, so that a
crash between a build and the documents loses neither."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.store.outbox_database import Database


class Sayings:
    """Entity @id and article url -> what is said (encoded)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, article: str, sayings: Iterable[tuple[str, bytes]]) -> None:
        """Keep what an article says, by entity, in place of what it said before; entities of which that differs become stale."""
        new = dict(sayings)
        with self._database.transaction() as connection:
            rows = connection.execute("SELECT entity, content FROM saying WHERE article = ?", (article,)).fetchall()
            old = {str(each["entity"]): bytes(each["content"]) for each in rows}
            changed = [(each,) for each in sorted(old.keys() | new.keys()) if old.get(each) != new.get(each)]
            connection.executemany("INSERT OR IGNORE INTO stale_entity VALUES (?)", changed)
            connection.execute("DELETE FROM saying WHERE article = ?", (article,))
            connection.executemany(
                "INSERT INTO saying VALUES (?, ?, ?)", [(key, article, each) for key, each in new.items()]
            )

    def of(self, entity: str) -> tuple[bytes, ...]:
        """Everything said of an entity, by article url."""
        rows = self._database.rows("SELECT content FROM saying WHERE entity = ? ORDER BY article", (entity,))
        return tuple(bytes(each["content"]) for each in rows)

    def stale(self) -> tuple[str, ...]:
        """The entities whose documents must be written anew or removed."""
        return tuple(
            str(each["entity"]) for each in self._database.rows("SELECT entity FROM stale_entity ORDER BY entity")
        )

    def fresh(self, entities: Iterable[str]) -> None:
        """These documents are as they should be."""
        with self._database.transaction() as connection:
            connection.executemany("DELETE FROM stale_entity WHERE entity = ?", [(each,) for each in entities])
