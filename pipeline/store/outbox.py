"""Deliveries in, durable rows out: claimed with a lease, in order for each article and endpoint, settled exactly once.

The rules are those of a push that survives ``kill -9``: a row is written in the transaction of the build it belongs to;
a claimed row becomes due again when its lease ends; only the holder of the lease may settle it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal, Self

import msgspec

from pipeline.model.publication import Delivery, Operation
from pipeline.store.outbox_database import Database
from pipeline.store.outbox_endpoints import MAX_WAIT_S, Allowance, allow, forget_far_waits, let_another_try, reserve

RowState = Literal["pending", "delivered", "superseded", "dead", "dropped"]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A delivery that this publisher holds until its lease ends; ``etag`` is what the endpoint acknowledged last."""

    id: int
    key: str
    lease: str
    endpoint: str
    delivery: Delivery
    attempts: int
    enqueued_at: float
    known: bool
    etag: str | None
    first_fault_at: float | None = None


class Settlement(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a claim. ``pending`` puts it back, due at ``due_at``; ``unsent`` means that nothing left this machine,
    ``spared`` that the attempt does not count against the delivery, ``faulty`` that the endpoint or the way to it failed.

    ``learned``: the endpoint holds something else than we thought, with ``etag``, or nothing if that is None.
    ``held_version`` is the newer version that superseded the claim at the endpoint, if it said which.
    """

    claim: Claim
    state: Literal["pending", "delivered", "superseded", "dead"]
    due_at: float = 0.0
    status: int | None = None
    detail: str = ""
    problem: str | None = None
    etag: str | None = None
    unsent: bool = False
    spared: bool = False
    faulty: bool = False
    learned: bool = False
    held_version: int | None = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row as people see it, without its content; times in seconds since 1970."""

    id: int
    key: str
    endpoint: str
    article: str
    slug: str
    version: int
    operation: Operation
    state: RowState
    attempts: int
    due_at: float
    lease: str | None
    status: int | None
    detail: str
    problem: str | None
    enqueued_at: float
    finished_at: float | None


_ROW = ", ".join(msgspec.structs.fields(Row)[i].name for i in range(len(msgspec.structs.fields(Row))))


class Outbox:
    """What must reach the endpoints. Any number of publishers may work on one file at once."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open or create the outbox; see ``Database`` for what can go wrong."""
        return cls(Database(path))

    def close(self) -> None:
        """End the connection."""
        self.database.close()

    def enqueue(self, deliveries: Iterable[Delivery], endpoints: Sequence[str], *, now: float) -> int:
        """Add each delivery for each endpoint; returns the number of new rows.

        What is there already (same key) is left alone. An older version that was never sent is superseded by a newer one;
        a removal never is.
        """
        added = 0
        with self.database.transaction() as connection:
            for each in deliveries:
                for endpoint in endpoints:
                    added += _insert(connection, each, endpoint, now)
        return added

    def claim(self, endpoint: str, *, limit: int, allowance: Allowance, lease: str, now: float) -> tuple[Claim, ...]:
        """Up to ``limit`` due deliveries of an endpoint, at most one per article, its oldest unfinished version.

        Gives nothing while the endpoint is disabled, its circuit is open or its rate is used up. ``lease`` is unique
        to this claim; it ends ``allowance.lease_s`` seconds after ``now``.
        """
        with self.database.transaction() as connection:
            limit = min(limit, allow(connection, endpoint, allowance, now))
            if limit < 1:
                return ()
            rows = connection.execute(_CLAIM, (now + allowance.lease_s, lease, endpoint, now, limit)).fetchall()
            reserve(connection, endpoint, allowance, now, len(rows))
            claims = [_claim(connection, row) for row in sorted(rows, key=lambda row: row["id"])]
        return tuple(claims)

    def settle(self, settlements: Iterable[Settlement], *, now: float) -> tuple[Settlement, ...]:
        """Write down what became of claims, in one transaction; returns those whose lease was still held."""
        with self.database.transaction() as connection:
            return tuple(each for each in settlements if _settle(connection, each, now))

    def rescue(self, *, now: float) -> int:
        """Make due what waits only because the clock was set back: rows that lie further ahead than any wait can, and rows
        that nobody has tried or holds. Returns their number."""
        with self.database.transaction() as connection:
            forget_far_waits(connection, now)
            return connection.execute(
                "UPDATE delivery SET due_at = ? WHERE state = 'pending' AND"
                " (due_at > ? OR (due_at > ? AND attempts = 0 AND lease IS NULL))",
                (now, now + MAX_WAIT_S + 1, now),
            ).rowcount

    def free_dead_leases(self, endpoint: str, is_dead: Callable[[str], bool], *, now: float) -> int:
        """Make due what publishers held that are dead; returns the number of rows."""
        held = self.database.rows(
            "SELECT DISTINCT lease FROM delivery WHERE state = 'pending' AND lease IS NOT NULL AND endpoint = ?",
            (endpoint,),
        )
        dead = [row["lease"] for row in held if is_dead(row["lease"])]
        if not dead:
            return 0
        with self.database.transaction() as connection:
            let_another_try(connection, endpoint, now)
            return sum(
                connection.execute(
                    "UPDATE delivery SET due_at = ?, lease = NULL WHERE state = 'pending' AND endpoint = ? AND lease = ?",
                    (now, endpoint, each),
                ).rowcount
                for each in dead
            )

    def next_due(self, endpoint: str) -> float | None:
        """When the next unfinished delivery becomes due (seconds since 1970), or None if there is none."""
        rows = self.database.rows(
            "SELECT min(due_at) AS due FROM delivery WHERE state = 'pending' AND endpoint = ?", (endpoint,)
        )
        due: float | None = rows[0]["due"]
        return due

    def counts(self) -> dict[str, dict[RowState, int]]:
        """Endpoint -> state -> number of rows."""
        counted: dict[str, dict[RowState, int]] = {}
        for row in self.database.rows("SELECT endpoint, state, count(*) AS n FROM delivery GROUP BY endpoint, state"):
            counted.setdefault(row["endpoint"], {})[row["state"]] = row["n"]
        return counted

    def listing(
        self, *, states: Sequence[RowState] = (), endpoint: str | None = None, limit: int = 1000
    ) -> tuple[Row, ...]:
        """Rows by id, of these states (all if none is named) and this endpoint (all if None)."""
        marks = ", ".join("?" for _ in states)
        rows = self.database.rows(
            f"SELECT {_ROW} FROM delivery WHERE ({'1' if not states else f'state IN ({marks})'})"  # noqa: S608 - names are ours
            " AND (? IS NULL OR endpoint = ?) ORDER BY id LIMIT ?",
            (*states, endpoint, endpoint, limit),
        )
        return tuple(Row(**dict(row)) for row in rows)

    def of_article(self, article: str) -> tuple[Row, ...]:
        """All rows of one article (its url), the first first."""
        rows = self.database.rows(f"SELECT {_ROW} FROM delivery WHERE article = ? ORDER BY id", (article,))  # noqa: S608 - names are ours
        return tuple(Row(**dict(row)) for row in rows)

    def get(self, row_id: int) -> tuple[Row, bytes] | None:
        """One row with its content (empty once it is done), or None."""
        rows = self.database.rows(f"SELECT {_ROW} FROM delivery WHERE id = ?", (row_id,))  # noqa: S608 - names are ours
        return (Row(**dict(rows[0])), _body(self.database.connection, row_id)) if rows else None

    def unknown_to(self, endpoints: Sequence[str], article: str) -> tuple[str, ...]:
        """Those endpoints that never had a row of this article: they were configured after it was built."""
        known = self.database.rows("SELECT DISTINCT endpoint FROM delivery WHERE article = ?", (article,))
        names = {row["endpoint"] for row in known}
        return tuple(each for each in endpoints if each not in names)


def delivery_key(endpoint: str, delivery: Delivery) -> str:
    """The idempotency key: the same delivery always has the same, and A, B, A has three."""
    parts = (endpoint, delivery.article, str(delivery.version), delivery.operation, delivery.canonical_hash)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:40]


_CLAIM = """
UPDATE delivery SET due_at = ?, lease = ?, attempts = attempts + 1 WHERE id IN (
  SELECT id FROM delivery AS mine
  WHERE state = 'pending' AND endpoint = ? AND due_at <= ?
  AND (operation = 'delete' OR NOT EXISTS (SELECT 1 FROM stopped WHERE stopped.article = mine.article))
  AND NOT EXISTS (
    SELECT 1 FROM delivery AS earlier
    WHERE earlier.state = 'pending' AND earlier.endpoint = mine.endpoint AND earlier.article = mine.article
      AND (earlier.version < mine.version OR (earlier.version = mine.version AND earlier.id < mine.id))
  )
  ORDER BY due_at, id LIMIT ?
)
RETURNING id, key, lease, endpoint, article, slug, version, operation, canonical_hash, media_type, attempts, enqueued_at,
  first_fault_at
"""


def _insert(connection: sqlite3.Connection, delivery: Delivery, endpoint: str, now: float) -> int:
    cursor = connection.execute(
        "INSERT INTO delivery (key, endpoint, article, slug, version, operation, canonical_hash, media_type,"
        " due_at, enqueued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
        (
            delivery_key(endpoint, delivery),
            endpoint,
            delivery.article,
            delivery.slug,
            delivery.version,
            delivery.operation,
            delivery.canonical_hash,
            delivery.media_type,
            now,
            now,
        ),
    )
    if not cursor.rowcount:
        return 0
    connection.execute("INSERT INTO body (delivery, content) VALUES (?, ?)", (cursor.lastrowid, delivery.content))
    if delivery.version > 1:
        _coalesce(connection, delivery, endpoint, now)
    return 1


def _body(connection: sqlite3.Connection, row_id: int) -> bytes:
    row = connection.execute("SELECT content FROM body WHERE delivery = ?", (row_id,)).fetchone()
    return row["content"] if row else b""


def _coalesce(connection: sqlite3.Connection, delivery: Delivery, endpoint: str, now: float) -> None:
    """Only what was never tried: an attempt may have had its effect, so its row must find out."""
    connection.execute(
        "UPDATE delivery SET state = 'superseded', finished_at = ?, detail = ?"
        " WHERE state = 'pending' AND endpoint = ? AND article = ? AND version < ? AND attempts = 0 AND operation = 'put'",
        (now, f"never sent: version {delivery.version} replaced it", endpoint, delivery.article, delivery.version),
    )


def _claim(connection: sqlite3.Connection, row: sqlite3.Row) -> Claim:
    standing = connection.execute(
        "SELECT etag FROM standing WHERE endpoint = ? AND article = ? AND operation = 'put'",
        (row["endpoint"], row["article"]),
    ).fetchone()
    names = ("article", "slug", "version", "operation", "canonical_hash", "media_type")
    return Claim(
        id=row["id"],
        key=row["key"],
        lease=row["lease"],
        endpoint=row["endpoint"],
        delivery=Delivery(**{name: row[name] for name in names}, content=_body(connection, row["id"])),
        attempts=row["attempts"],
        enqueued_at=row["enqueued_at"],
        first_fault_at=row["first_fault_at"],
        known=standing is not None,
        etag=standing["etag"] if standing else None,
    )


def _settle(connection: sqlite3.Connection, settlement: Settlement, now: float) -> bool:
    claim = settlement.claim
    finished = settlement.state != "pending"
    held = connection.execute(
        "UPDATE delivery SET state = ?, due_at = ?, lease = NULL, attempts = max(attempts - ?, ?), status = ?, detail = ?,"
        " problem = ?, finished_at = ?, first_fault_at = COALESCE(first_fault_at, ?)"
        " WHERE id = ? AND lease = ? AND state = 'pending'",
        (
            settlement.state,
            settlement.due_at,
            int(settlement.unsent or settlement.spared),
            int(not settlement.unsent),
            settlement.status,
            settlement.detail,
            settlement.problem,
            now if finished else None,
            now if settlement.faulty else None,
            claim.id,
            claim.lease,
        ),
    ).rowcount
    if held and settlement.state == "delivered":
        _acknowledge(connection, settlement)
    if held and settlement.learned:
        _learn(connection, claim, settlement.etag)
    return bool(held)


def _learn(connection: sqlite3.Connection, claim: Claim, etag: str | None) -> None:
    place = (claim.endpoint, claim.delivery.article)
    if etag is None:
        connection.execute("DELETE FROM standing WHERE endpoint = ? AND article = ?", place)
        return
    connection.execute(
        "INSERT INTO standing (endpoint, article, version, operation, canonical_hash, etag) VALUES (?, ?, 0, 'put', '', ?)"
        " ON CONFLICT (endpoint, article) DO UPDATE SET etag = excluded.etag, operation = 'put'",
        (*place, etag),
    )


def _acknowledge(connection: sqlite3.Connection, settlement: Settlement) -> None:
    """What the endpoint has now; older versions that it refused are history."""
    delivery = settlement.claim.delivery
    connection.execute(
        "UPDATE delivery SET state = 'superseded' WHERE state = 'dead' AND endpoint = ? AND article = ? AND version < ?",
        (settlement.claim.endpoint, delivery.article, delivery.version),
    )
    connection.execute(
        "INSERT INTO standing (endpoint, article, version, operation, canonical_hash, etag) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (endpoint, article) DO UPDATE SET version = excluded.version, operation = excluded.operation,"
        " canonical_hash = excluded.canonical_hash, etag = excluded.etag WHERE excluded.version >= standing.version",
        (
            settlement.claim.endpoint,
            delivery.article,
            delivery.version,
            delivery.operation,
            delivery.canonical_hash,
            settlement.etag,
        ),
    )
