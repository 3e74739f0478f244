"""The edition that the newsroom has published so far: one entry an article, kept beside its build record."""

from __future__ import annotations

from pipeline.store.outbox_database import Database


class Editions:
    """Article url -> encoded entry and summary, in the outbox's database, so that they change together with the build."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, article: str) -> tuple[bytes, bytes] | None:
        """Entry and summary of an article, or None if it was never built."""
        rows = self._database.rows("SELECT entry, summary FROM edition WHERE article = ?", (article,))
        return (bytes(rows[0]["entry"]), bytes(rows[0]["summary"])) if rows else None

    def all(self) -> tuple[bytes, ...]:
        """Every entry, by article url."""
        return tuple(bytes(each["entry"]) for each in self._database.rows("SELECT entry FROM edition ORDER BY article"))

    def put(self, article: str, entry: bytes, summary: bytes) -> None:
        """Keep an entry in place of the one before."""
        with self._database.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO edition VALUES (?, ?, ?)", (article, entry, summary))
