"""A path and a store's list of migrations in, an open SQLite connection out. Every store of this package opens here.

A migration is one SQL script; ``user_version`` counts those applied (https://www.sqlite.org/pragma.html#pragma_user_version),
``application_id`` tells one store from another. Journal: WAL, so that readers never wait for the writer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pipeline.model.errors import PipelineError

BUSY_TIMEOUT_S = 10.0


def connect(path: Path, *, name: str, application_id: int, migrations: tuple[str, ...]) -> sqlite3.Connection:
    """Open or create the database and bring it up to date; ``name`` ("authority") stands in every message.

    The connection is in autocommit mode, rows are ``sqlite3.Row``: write inside ``writing``. Raises ``PipelineError`` for
    a file that is no database, belongs to another store, is damaged, locked, or was written by a newer version.
    """
    with explained(path, name):
        _make_folder(path, name)
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            _check_owner(connection, path, name, application_id)
            connection.execute("PRAGMA journal_mode = WAL")
            _migrate(connection, path, name, application_id=application_id, migrations=migrations)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def writing(connection: sqlite3.Connection, path: Path, name: str) -> Iterator[sqlite3.Connection]:
    """One write transaction: committed as a whole, or rolled back as a whole if anything is raised inside."""
    with explained(path, name):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def explained(path: Path, name: str) -> Iterator[None]:
    """Turn SQLite's errors about the file into a ``PipelineError`` that says what to do; our own mistakes fly on."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.DatabaseError as error:
        advice = _advice(error, path)
        if advice is None:
            raise
        raise PipelineError(f"{path}: the {name} {advice}") from error


def backup(connection: sqlite3.Connection, target: Path, name: str) -> None:
    """A consistent copy of the open database at ``target``, which must not exist yet; writers need not stop."""
    if target.exists():
        raise PipelineError(f"{target}: exists already. Name a file that does not exist, so that no backup is lost.")
    with explained(target, name), closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


def _make_folder(path: Path, name: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PipelineError(
            f"{path.parent}: the folder of the {name} cannot be made ({error.strerror}). Choose a folder you may write to."
        ) from error


def _check_owner(connection: sqlite3.Connection, path: Path, name: str, application_id: int) -> None:
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if found != application_id and (found or tables):
        raise PipelineError(f"{path}: is a database, but not the {name} of newsgraph. Name another file.")


def _migrate(
    connection: sqlite3.Connection, path: Path, name: str, *, application_id: int, migrations: tuple[str, ...]
) -> None:
    """Apply what is missing, each script in a transaction of its own; several processes may try at once."""
    while True:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(migrations):
            raise PipelineError(
                f"{path}: the {name} was written by a newer newsgraph (version {version}, this one knows {len(migrations)})."
                " Update newsgraph, or restore a backup made before the update."
            )
        if version == len(migrations):
            return
        with writing(connection, path, name):
            (locked_version,) = connection.execute("PRAGMA user_version").fetchone()
            if locked_version == version:
                _apply(connection, migrations[version])
                connection.execute(f"PRAGMA user_version = {version + 1}")
                connection.execute(f"PRAGMA application_id = {application_id}")


def _apply(connection: sqlite3.Connection, script: str) -> None:
    """Run the statements one by one: ``executescript`` would commit the transaction around them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if statement.strip():
        raise ValueError(f"a migration ends without a semicolon: {statement.strip()[:60]!r}")


def _advice(error: sqlite3.DatabaseError, path: Path) -> str | None:
    text = str(error)
    if "locked" in text:
        return (
            f"is locked by another process for more than {BUSY_TIMEOUT_S:.0f} s. Let that process end, then try again."
        )
    if "not a database" in text:
        return "is no SQLite database. Move the file away, or restore a backup."
    if "malformed" in text or "corrupt" in text:
        return "is damaged. Restore a backup; what it lacks comes back with the next build from the sources."
    if "unable to open" in text or "readonly" in text:
        return f"cannot be opened for writing. Check that {path.parent} exists and that you may write there."
    if "full" in text or "disk I/O" in text:
        return "cannot be written: the disk is full or fails. Free some space, then try again; nothing was half-done."
    return None
