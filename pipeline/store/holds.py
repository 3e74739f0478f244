"""What is kept back of each article, and what editors have released: beside the builds, so that they change together."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.store.outbox_database import Database


class Holds:
    """Article url -> its holds (encoded), and the ids of holds that an editor has released."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, article: str, content: bytes | None) -> None:
        """Keep what is held back of an article, in place of what was before; None: nothing is."""
        with self._database.transaction() as connection:
            if content is None:
                connection.execute("DELETE FROM hold WHERE article = ?", (article,))
            else:
                connection.execute("INSERT OR REPLACE INTO hold VALUES (?, ?)", (article, content))

    def of(self, article: str) -> bytes | None:
        """What is held back of one article, or None."""
        rows = self._database.rows("SELECT content FROM hold WHERE article = ?", (article,))
        return next((bytes(each["content"]) for each in rows), None)

    def all(self) -> tuple[bytes, ...]:
        """What is held back, by article url."""
        return tuple(
            bytes(each["content"]) for each in self._database.rows("SELECT content FROM hold ORDER BY article")
        )

    def stop(self, article: str) -> None:
        """Let nothing of the article go out but its removal, what is queued already included."""
        with self._database.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO stopped VALUES (?)", (article,))

    def go_on(self, article: str) -> None:
        """Let what is queued of the article go out again."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM stopped WHERE article = ?", (article,))

    def released(self, article: str) -> frozenset[str]:
        """The ids of the article's holds that are released."""
        rows = self._database.rows("SELECT hold FROM released WHERE article = ?", (article,))
        return frozenset(str(each["hold"]) for each in rows)

    def releases(self, article: str) -> tuple[tuple[str, str, float], ...]:
        """The article's releases: hold, reason, and when (seconds since 1970)."""
        rows = self._database.rows(
            "SELECT hold, reason, released_at FROM released WHERE article = ? ORDER BY released_at, hold", (article,)
        )
        return tuple((str(each["hold"]), str(each["reason"]), float(each["released_at"])) for each in rows)

    def release(self, holds: Iterable[tuple[str, str]], *, reason: str, now: float) -> None:
        """Let holds (id, article) go; ``now`` in seconds since 1970. Counts from the next build on."""
        with self._database.transaction() as connection:
            rows = [(hold, article, reason, now) for hold, article in holds]
            connection.executemany("INSERT OR REPLACE INTO released VALUES (?, ?, ?, ?)", rows)

    def take_back(self, hold: str) -> bool:
        """Undo a release; False if there was none."""
        with self._database.transaction() as connection:
            return connection.execute("DELETE FROM released WHERE hold = ?", (hold,)).rowcount > 0
