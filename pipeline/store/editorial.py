"""What is retracted and what was taken back, by editors and by sources: ``.state/editorial.sqlite``.

Decisions are only ever added. Unlike the other stores, this one cannot be made again from the sources: back it up.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal, Self

import msgspec

from pipeline.model.moment import Moment
from pipeline.store.migrate import connect, explained, writing

DecisionKind = Literal["retract", "reinstate"]
_NAME = "editorial record"
_APPLICATION_ID = 0x4E474544  # "NGED"
_MIGRATIONS = (
    """
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('retract', 'reinstate')),
        reason TEXT NOT NULL,
        by TEXT NOT NULL CHECK (by IN ('editor', 'source')),
        decided TEXT NOT NULL
    ) STRICT;
    CREATE INDEX decision_article ON decision (article, id);
    """,
)


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision about an article (its URL), the instant it was made and why."""

    article: str
    kind: DecisionKind
    decided: Moment
    reason: str = ""
    by: Literal["editor", "source"] = "editor"


class Editorial:
    """One writer at a time; readers never wait."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open or create; raises ``PipelineError`` with what to do."""
        return cls(connect(path, name=_NAME, application_id=_APPLICATION_ID, migrations=_MIGRATIONS), path)

    def decide(self, decision: Decision) -> None:
        """Add a decision."""
        values = (decision.article, decision.kind, decision.reason, decision.by, decision.decided)
        with writing(self._connection, self._path, _NAME) as connection:
            connection.execute(
                "INSERT INTO decision (article, kind, reason, by, decided) VALUES (?, ?, ?, ?, ?)", values
            )

    def decisions(self, article: str) -> tuple[Decision, ...]:
        """All decisions about an article, the first first."""
        return self._read("WHERE article = ? ORDER BY id", article)

    def retractions(self) -> dict[str, Decision]:
        """The articles that are retracted now, each with the decision that made it so."""
        last: dict[str, Decision] = {}
        for each in self._read("ORDER BY id"):
            last[each.article] = each
        return {article: each for article, each in sorted(last.items()) if each.kind == "retract"}

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def _read(self, clauses: str, *values: str) -> tuple[Decision, ...]:
        query = f"SELECT article, kind, reason, by, decided FROM decision {clauses}"  # noqa: S608 - clauses are ours
        with explained(self._path, _NAME), closing(self._connection.execute(query, values)) as rows:
            return tuple(Decision(**{**dict(each), "decided": Moment(each["decided"])}) for each in rows)
