"""What the first pass made of each source, kept so that an unchanged source is not read and annotated again.

A cache and nothing more: deleting the file costs time, not statements.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Self

from pipeline.store.migrate import connect, explained, writing

_NAME = "cache of prepared articles"
_APPLICATION_ID = 0x4E475043  # "NGPC"
_MIGRATIONS = (
    """
    CREATE TABLE prepared (
        source TEXT PRIMARY KEY,
        digest BLOB NOT NULL,
        content BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
)


class PreparedStore:
    """Source name -> the encoded result of the first pass, valid while the digest of everything it was made from is the same."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open or create; raises ``PipelineError`` with what to do."""
        connection = connect(path, name=_NAME, application_id=_APPLICATION_ID, migrations=_MIGRATIONS)
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten: it may be a suppressed name
        return cls(connection, path)

    def get(self, source: str, digest: bytes) -> bytes | None:
        """The result if it was made from exactly this, otherwise None."""
        with closing(
            self._connection.execute("SELECT content FROM prepared WHERE source = ? AND digest = ?", (source, digest))
        ) as rows:
            row = rows.fetchone()
        return None if row is None else bytes(row[0])

    def put(self, results: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Keep results (source, digest, content) in one transaction, each in place of what was kept before."""
        with writing(self._connection, self._path, _NAME) as connection:
            connection.executemany("INSERT OR REPLACE INTO prepared VALUES (?, ?, ?)", results)

    def forget_naming(self, names: Iterable[str]) -> int:
        """Delete every result that holds one of these names, in whatever case; how many there were."""
        wanted = [each.casefold() for each in names]
        if not wanted:
            return 0
        rows = self._connection.execute("SELECT source, content FROM prepared")
        held = [
            (row["source"],)
            for row in rows
            if any(each in bytes(row["content"]).decode().casefold() for each in wanted)
        ]
        with writing(self._connection, self._path, _NAME) as connection:
            connection.executemany("DELETE FROM prepared WHERE source = ?", held)
        with explained(self._path, _NAME):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        return len(held)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()
