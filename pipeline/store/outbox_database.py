"""The path of ``newsgraph.sqlite`` in, one open connection out, shared by the builds and the outbox.

WAL and ``synchronous=FULL``: what was committed survives a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from pipeline.store.migrate import backup, connect, explained, writing
from pipeline.store.outbox_schema import APPLICATION_ID, MIGRATIONS

NAME = "outbox"
PAGES_BEFORE_CHECKPOINT = 8_000
"""32 MB of log before it is copied into the database: a large edition is not copied after each of its batches."""
CACHE_KIB = 32_000


class Database:
    """One connection, for one thread. Several processes may each open their own on the same file."""

    def __init__(self, path: Path) -> None:
        """Open or create; raises ``PipelineError`` for a file that is damaged, locked, foreign or newer than this program."""
        self.path = path
        self.connection = connect(path, name=NAME, application_id=APPLICATION_ID, migrations=MIGRATIONS)
        self.connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_BEFORE_CHECKPOINT}")
        self.connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection; what was committed stays."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One write transaction. Inside another one it joins it, so that a build and its deliveries commit together."""
        if self.connection.in_transaction:
            yield self.connection
            return
        with writing(self.connection, self.path, NAME) as connection:
            yield connection

    def rows(self, query: str, parameters: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """The rows of a query, with the database's faults explained."""
        with explained(self.path, NAME):
            return self.connection.execute(query, parameters).fetchall()

    def backup(self, target: Path) -> None:
        """A consistent copy at ``target``, made while publishers run on."""
        backup(self.connection, target, NAME)
