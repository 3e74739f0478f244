"""The authority: which entity in the world a name means, kept in one SQLite file with one writer. Ids persist; the answer does
not depend on the order of the proposals; a second run with the same proposals changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from pipeline.model.codec import encode
from pipeline.model.identity import Identities, Proposal
from pipeline.store.authority_edit_rows import EditRows
from pipeline.store.authority_erasure_rows import ErasureRows
from pipeline.store.authority_identifiers import canonical
from pipeline.store.authority_rows import Entity, Rows
from pipeline.store.authority_settling import settle_article
from pipeline.store.authority_suppression import Suppressions, hide, lift, suppress, withheld_identity
from pipeline.store.authority_tables import APPLICATION_ID, MIGRATIONS, NAME
from pipeline.store.migrate import backup, connect, explained, writing


class Authority:
    """An open authority. Use as a context manager, or close it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self.connection = connection
        self.rows = Rows(connection)
        self.edits = EditRows(self.rows)
        self.erasure = ErasureRows(self.rows)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open or create the file; raises ``PipelineError`` if it is damaged, locked, foreign or of a newer version."""
        return cls(connect(path, name=NAME, application_id=APPLICATION_ID, migrations=MIGRATIONS), path)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """One write transaction, done as a whole or not at all."""
        return writing(self.connection, self.path, NAME)

    def settle(self, proposals: Iterable[Proposal]) -> dict[str, Identities]:
        """Article URL -> local id -> identity, in one transaction. Older articles are settled first."""
        groups = _by_article(proposals)
        with self.writing():
            suppressions = Suppressions(self.erasure)
            for article, group in groups.items():
                kept, withheld = hide(group, suppressions)
                self.erasure.set_withheld(article, withheld)
                settle_article(self.rows, article, kept)
            return {article: self._answers(article) for article in groups}

    def identities(self, article: str) -> Identities:
        """What an article has been told, with what has been learned and decided since."""
        with explained(self.path, NAME):
            return self._answers(article)

    def _answers(self, article: str) -> Identities:
        return self.rows.identities(article) | {
            each: withheld_identity(each) for each in self.erasure.withheld(article)
        }

    def suppress(self, entity: Entity | None, names: Iterable[str], reason: str = "") -> int:
        """A person must no longer be named, known to the authority or not; how many names that covers.

        The file is written anew, so that the name is not left in its free pages.
        """
        with self.writing():
            count = suppress(self.erasure, entity, names, reason)
        with explained(self.path, NAME):
            self.connection.execute("VACUUM")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return count

    def lift(self, name: str) -> bool:
        """Take a suppression back; whether there was one."""
        with self.writing():
            return lift(self.erasure, name)

    def forget(self, articles: Iterable[str]) -> None:
        """Take back what these articles said, because they are gone; ids of entities stay reserved."""
        with self.writing():
            for each in articles:
                self.rows.retract(each)
                self.erasure.set_withheld(each, ())

    def backup(self, target: Path) -> None:
        """A consistent copy at ``target``, which must not exist yet."""
        backup(self.connection, target, NAME)


def _by_article(proposals: Iterable[Proposal]) -> dict[str, list[Proposal]]:
    """The proposals by article, in the order of publication, then of address: the same whoever hands them in."""
    groups: dict[str, dict[str, Proposal]] = {}
    for each in proposals:
        group = groups.setdefault(each.article, {})
        known = group.get(each.local)
        group[each.local] = _canonical(each if known is None else min(each, known, key=encode))
    by_day = sorted(groups.items(), key=lambda item: (_day(item[1].values()), item[0]))
    return {article: list(group.values()) for article, group in by_day}


def _day(proposals: Iterable[Proposal]) -> str:
    return min((each.published or "9999")[:10] for each in proposals)


def _canonical(proposal: Proposal) -> Proposal:
    if not proposal.identifiers:
        return proposal
    return msgspec.structs.replace(proposal, identifiers=tuple(canonical(each) for each in proposal.identifiers))
