"""How each endpoint is: disabled, circuit open or closed, rate used up. Kept in the database, so that a restart forgets nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import msgspec

from pipeline.store.outbox_database import Database

FAILURES_THAT_OPEN = 5
"""Consecutive failures of an endpoint after which its circuit opens; then one delivery at a time tries it."""
MAX_WAIT_S = 86_400.0
"""Nothing waits longer than a day, whatever an endpoint asks for."""


class Allowance(msgspec.Struct, frozen=True, kw_only=True):
    """What one claim may take: ``lease_s`` seconds; ``rate_per_s`` deliveries a second with a ``burst`` at once, if limited."""

    lease_s: float = 60.0
    rate_per_s: float | None = None
    burst: int = 8


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """One endpoint's state; ``open_until`` in seconds since 1970, 0 if the circuit is closed."""

    name: str
    disabled: str | None = None
    failures: int = 0
    open_until: float = 0.0
    fault: str = ""
    next_at: float = 0.0
    paused_until: float = 0.0


class Endpoints:
    """The state of every endpoint that was ever tried."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> Health:
        """An endpoint's state; a new one is healthy."""
        rows = self._database.rows("SELECT * FROM endpoint WHERE name = ?", (name,))
        return Health(**dict(rows[0])) if rows else Health(name=name)

    def all(self) -> tuple[Health, ...]:
        """Every endpoint that has a state, by name."""
        return tuple(Health(**dict(row)) for row in self._database.rows("SELECT * FROM endpoint ORDER BY name"))

    def succeed(self, name: str) -> None:
        """Close the circuit."""
        self._put(name, "failures = 0, open_until = 0, fault = ''", ())

    def fail(self, name: str, fault: str, *, opens: bool, wait: Callable[[int], float], now: float) -> Health:
        """Count a failure. From the fifth in a row, or at once if it ``opens``, the circuit is open for ``wait(failures)`` s."""
        with self._database.transaction():
            before = self.get(name)
            failures = before.failures + (1 if before.open_until <= now else 0)
            if opens or failures >= FAILURES_THAT_OPEN:
                failures = max(failures, FAILURES_THAT_OPEN)
                until = max(before.open_until, now + min(wait(failures - FAILURES_THAT_OPEN), MAX_WAIT_S))
            else:
                until = before.open_until
            self._put(name, "failures = ?, open_until = ?, fault = ?", (failures, until, fault))
        return self.get(name)

    def pause(self, name: str, *, until: float, fault: str) -> None:
        """Obey Retry-After: nothing is sent to the endpoint before ``until``."""
        self._put(name, "paused_until = max(paused_until, ?), fault = ?", (until, fault))

    def disable(self, name: str, reason: str) -> None:
        """Send nothing more until somebody enables it again."""
        self._put(name, "disabled = ?", (reason,))

    def enable(self, name: str) -> None:
        """Forget the reason, the failures and the waits."""
        self._put(name, "disabled = NULL, failures = 0, open_until = 0, fault = '', next_at = 0, paused_until = 0", ())

    def probe(self, name: str) -> None:
        """Let one delivery try an endpoint whose circuit is open, without forgetting its failures."""
        self._put(name, "open_until = 0", ())

    def _put(self, name: str, change: str, values: tuple[object, ...]) -> None:
        with self._database.transaction() as connection:
            connection.execute("INSERT INTO endpoint (name) VALUES (?) ON CONFLICT (name) DO NOTHING", (name,))
            connection.execute(f"UPDATE endpoint SET {change} WHERE name = ?", (*values, name))  # noqa: S608 - clauses are ours


def allow(connection: sqlite3.Connection, name: str, allowance: Allowance, now: float) -> int:
    """How many deliveries may be claimed now: none, one (to try a circuit that was open), or what the rate permits."""
    row = connection.execute("SELECT * FROM endpoint WHERE name = ?", (name,)).fetchone()
    if row is None:
        return allowance.burst if allowance.rate_per_s else _NO_LIMIT
    if row["disabled"] is not None or now < max(row["open_until"], row["paused_until"]):
        return 0
    if row["failures"] >= FAILURES_THAT_OPEN:
        return 1
    return _left_of_rate(row["next_at"], allowance, now)


def forget_far_waits(connection: sqlite3.Connection, now: float) -> None:
    """End waits that lie further ahead than any wait can: the clock was set back."""
    for column in ("open_until", "paused_until", "next_at"):
        connection.execute(f"UPDATE endpoint SET {column} = 0 WHERE {column} > ?", (now + MAX_WAIT_S + 1,))  # noqa: S608 - names are ours


def reserve(connection: sqlite3.Connection, name: str, allowance: Allowance, now: float, taken: int) -> None:
    """Use up the rate; keep other publishers away while one delivery tries a circuit that was open."""
    if not taken:
        return
    connection.execute(
        "UPDATE endpoint SET open_until = ? WHERE name = ? AND failures >= ?",
        (now + allowance.lease_s, name, FAILURES_THAT_OPEN),
    )
    if allowance.rate_per_s:
        connection.execute(
            "INSERT INTO endpoint (name, next_at) VALUES (:name, :now + :used) ON CONFLICT (name) DO UPDATE"
            " SET next_at = max(next_at, :now) + :used",
            {"name": name, "now": now, "used": taken / allowance.rate_per_s},
        )


def let_another_try(connection: sqlite3.Connection, name: str, now: float) -> None:
    """The publisher that tried an open circuit is dead: its turn is over."""
    connection.execute("UPDATE endpoint SET open_until = min(open_until, ?) WHERE name = ?", (now, name))


_NO_LIMIT = 1_000_000


def _left_of_rate(next_at: float, allowance: Allowance, now: float) -> int:
    """The generic cell rate algorithm (ITU-T I.371): ``next_at`` is when the bucket would be empty again."""
    if not allowance.rate_per_s:
        return _NO_LIMIT
    return int((now + allowance.burst / allowance.rate_per_s - max(next_at, now)) * allowance.rate_per_s + 1e-9)
