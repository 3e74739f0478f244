"""What people do to an outbox: send again, drop, forget what is long done; and what to do about an endpoint that knows more."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from pipeline.store.outbox import Outbox, RowState, Settlement


def retry(outbox: Outbox, ids: Sequence[int], *, now: float) -> int:
    """Make dead and waiting rows due at once, with all their attempts before them again; returns how many are due.

    A dead version whose successor has been delivered is superseded already, so no old version comes late.
    """
    with outbox.database.transaction() as connection:
        return sum(
            connection.execute(
                "UPDATE delivery SET state = 'pending', due_at = ?, attempts = min(attempts, 1), finished_at = NULL,"
                " first_fault_at = NULL WHERE id = ? AND (state = 'dead' OR (state = 'pending' AND lease IS NULL))",
                (now, each),
            ).rowcount
            for each in ids
        )


def drop(outbox: Outbox, ids: Sequence[int], *, now: float) -> int:
    """Give up rows that are waiting or dead; they stay in the list as dropped. Returns their number."""
    with outbox.database.transaction() as connection:
        return sum(
            connection.execute(
                "UPDATE delivery SET state = 'dropped', finished_at = ?, lease = NULL"
                " WHERE id = ? AND state IN ('pending', 'dead')",
                (now, each),
            ).rowcount
            for each in ids
        )


def prune(outbox: Outbox, *, before: float) -> int:
    """Forget rows finished before a time (seconds since 1970), except the newest of each article and endpoint."""
    with outbox.database.transaction() as connection:
        return connection.execute(
            "DELETE FROM delivery WHERE state IN ('delivered', 'superseded', 'dropped') AND finished_at < ? AND EXISTS ("
            " SELECT 1 FROM delivery AS later WHERE later.article = delivery.article"
            " AND later.endpoint = delivery.endpoint AND later.version > delivery.version)",
            (before,),
        ).rowcount


def ids_of(outbox: Outbox, *, endpoint: str | None, states: Sequence[RowState]) -> tuple[int, ...]:
    """The rows of these states at this endpoint, or everywhere."""
    return tuple(row.id for row in outbox.listing(states=states, endpoint=endpoint, limit=10**9))


def note_outrun(outbox: Outbox, settled: Sequence[Settlement], *, now: float) -> tuple[str, ...]:
    """Articles of which an endpoint holds a version that this database never made: it was lost, or restored from a backup.

    Their builds count on from the endpoint's version and are marked to be made again, so that the next build sends what the
    sources say then. Sending the row itself under a higher number could bring old content over newer.
    """
    with outbox.database.transaction() as connection:
        return tuple(
            each.claim.delivery.article
            for each in settled
            if each.held_version is not None and _count_on(connection, each, each.held_version, now)
        )


def _count_on(connection: sqlite3.Connection, settled: Settlement, held_version: int, now: float) -> bool:
    article = settled.claim.delivery.article
    made = connection.execute("SELECT max(version) FROM delivery WHERE article = ?", (article,)).fetchone()[0]
    if made is not None and made > held_version:
        return False
    moved = connection.execute(
        "UPDATE build SET version = ?, source_hash = '', canonical_hash = '', page_hash = '' WHERE article = ? AND version <= ?",
        (held_version, article, held_version),
    ).rowcount
    if moved:
        connection.execute(
            "INSERT OR IGNORE INTO build_history (article, version, canonical_hash, page_hash, state, recorded_at)"
            " SELECT article, version, canonical_hash, page_hash, state, ? FROM build WHERE article = ?",
            (now, article),
        )
    return bool(moved)
