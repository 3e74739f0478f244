"""What a receiver holds: one row per article, removed ones too, in one SQLite file. Every accepted write is durable and counted.

The sequence number makes the ETag of every accepted write unlike all others (A, B, A has three), and is the cursor of the list.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Self

import msgspec

from pipeline.model.publication import Operation
from pipeline.store.migrate import connect, explained, writing

_NAME = "receiver's store"
_APPLICATION_ID = 0x4E475256  # "NGRV"
_MIGRATIONS = (
    """
CREATE TABLE document (
  slug TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  article TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('live', 'deleted')),
  etag TEXT NOT NULL,
  media_type TEXT NOT NULL,
  content BLOB NOT NULL,
  stored_at REAL NOT NULL
);
CREATE TABLE answered (
  key TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  etag TEXT NOT NULL,
  version INTEGER NOT NULL,
  answered_at REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX answered_at ON answered (answered_at);
""",
    """
CREATE TABLE subscription (
  id TEXT PRIMARY KEY,
  topic TEXT NOT NULL UNIQUE,
  hub TEXT NOT NULL,
  secret TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'active', 'denied')),
  ends_at REAL NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE notice (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  topic TEXT NOT NULL,
  media_type TEXT NOT NULL,
  content BLOB NOT NULL,
  digest TEXT NOT NULL,
  received_at REAL NOT NULL
);
CREATE INDEX notice_topic ON notice (topic, sequence);
""",
)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One article as held; a removed one has no content. ``stored_at`` in seconds since 1970."""

    slug: str
    sequence: int
    article: str
    version: int
    state: Literal["live", "deleted"]
    etag: str
    media_type: str
    content: bytes
    stored_at: float


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A request to store or remove an article, already checked. ``version`` 0: the sender names none."""

    slug: str
    operation: Operation
    key: str | None = None
    version: int = 0
    article: str = ""
    media_type: str = "application/ld+json"
    content: bytes = b""
    if_match: str | None = None
    if_none_match: str | None = None

    @property
    def fingerprint(self) -> str:
        """Tells a repeated request from another one under the same key."""
        head = f"{self.operation}\x1f{self.slug}\x1f{self.version}\x1f".encode()
        return hashlib.sha256(head + self.content).hexdigest()


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What a change came to: 200, 201 or 204; 412 (the receiver holds something else), 422 (key used for another request)."""

    status: int
    etag: str = ""
    version: int = 0
    repeated: bool = False
    reason: str = ""


class Holdings:
    """The store; for one thread."""

    def __init__(self, path: Path) -> None:
        """Open or create; raises ``PipelineError`` with what to do."""
        self._path = path
        self._connection = connect(path, name=_NAME, application_id=_APPLICATION_ID, migrations=_MIGRATIONS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def get(self, slug: str) -> Document | None:
        """What is held under a slug."""
        with explained(self._path, _NAME):
            row = self._connection.execute("SELECT * FROM document WHERE slug = ?", (slug,)).fetchone()
        return Document(**dict(row)) if row else None

    def since(self, cursor: int, limit: int) -> tuple[Document, ...]:
        """Documents that changed after a cursor, in the order of their last change; their content is left out."""
        with explained(self._path, _NAME):
            rows = self._connection.execute(
                "SELECT slug, sequence, article, version, state, etag, media_type, x'' AS content, stored_at"
                " FROM document WHERE sequence > ? ORDER BY sequence LIMIT ?",
                (cursor, limit),
            ).fetchall()
        return tuple(Document(**dict(row)) for row in rows)

    def counts(self) -> dict[str, int]:
        """State -> number of documents."""
        with explained(self._path, _NAME):
            rows = self._connection.execute("SELECT state, count(*) FROM document GROUP BY state").fetchall()
        return {row[0]: row[1] for row in rows}

    def repeated(self, change: Change) -> Answered | None:
        """The answer given before to the same key, or None. 422 if the key came with another request."""
        if change.key is None:
            return None
        row = self._connection.execute("SELECT * FROM answered WHERE key = ?", (change.key,)).fetchone()
        if row is None:
            return None
        if row["fingerprint"] != change.fingerprint:
            return Answered(status=422, reason="the idempotency key was used for another request")
        return Answered(status=row["status"], etag=row["etag"], version=row["version"], repeated=True)

    def apply(self, change: Change, *, now: float) -> Answered:
        """Store or remove, once for each key, never an older version over a newer one; durable when this returns."""
        return self.apply_all((change,), now=now)[0]

    def apply_all(self, changes: Sequence[Change], *, now: float) -> tuple[Answered, ...]:
        """Several changes in their order, durable together: one write to the disk for all of them."""
        with writing(self._connection, self._path, _NAME) as connection:
            return tuple(self._apply(connection, each, now) for each in changes)

    def _apply(self, connection: sqlite3.Connection, change: Change, now: float) -> Answered:
        repeated = self.repeated(change)
        if repeated is not None:
            return repeated
        held = self.get(change.slug)
        refusal = _refusal(change, held)
        if refusal is not None:
            return refusal
        answered = _store(connection, change, held, now)
        _remember(connection, change, answered, now)
        return answered

    @property
    def connection(self) -> sqlite3.Connection:
        """For the other tables of the same file."""
        return self._connection

    def forget_keys(self, *, before: float) -> int:
        """Drop the keys answered before a time (seconds since 1970); returns their number."""
        with writing(self._connection, self._path, _NAME) as connection:
            return connection.execute("DELETE FROM answered WHERE answered_at < ?", (before,)).rowcount


def _refusal(change: Change, held: Document | None) -> Answered | None:
    """RFC 9110, section 13: preconditions; then the fence of versions."""
    live = held if held is not None and held.state == "live" else None
    current = Answered(status=412, etag=held.etag if held else "", version=held.version if held else 0)
    if change.if_match is not None and (live is None or not _matches(change.if_match, live.etag)):
        return msgspec.structs.replace(current, reason="If-Match names another version than the one held")
    if change.if_none_match is not None and live is not None and _matches(change.if_none_match, live.etag):
        return msgspec.structs.replace(current, reason="If-None-Match: the article is held already")
    if change.version and held is not None and change.version <= held.version:
        return msgspec.structs.replace(current, reason=f"version {held.version} is held already")
    return None


def _matches(condition: str, etag: str) -> bool:
    return condition.strip() == "*" or etag in {each.strip() for each in condition.split(",")}


def _store(connection: sqlite3.Connection, change: Change, held: Document | None, now: float) -> Answered:
    sequence: int = connection.execute("SELECT coalesce(max(sequence), 0) + 1 FROM document").fetchone()[0]
    version = change.version or (held.version if held else 0) + 1
    etag = f'"{sequence}-{hashlib.sha256(change.content).hexdigest()[:16]}"'
    article = change.article or (held.article if held else "")
    state = "live" if change.operation == "put" else "deleted"
    connection.execute(
        "INSERT OR REPLACE INTO document (slug, sequence, article, version, state, etag, media_type, content, stored_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (change.slug, sequence, article, version, state, etag, change.media_type, change.content, now),
    )
    if change.operation == "delete":
        return Answered(status=204, etag=etag, version=version)
    created = held is None or held.state == "deleted"
    return Answered(status=201 if created else 200, etag=etag, version=version)


def _remember(connection: sqlite3.Connection, change: Change, answered: Answered, now: float) -> None:
    if change.key is not None:
        connection.execute(
            "INSERT INTO answered (key, fingerprint, status, etag, version, answered_at) VALUES (?, ?, ?, ?, ?, ?)",
            (change.key, change.fingerprint, answered.status, answered.etag, answered.version, now),
        )
