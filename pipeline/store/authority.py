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
from pipeline.model.moment import Moment
from pipeline.store.authority_edit_rows import EditRows
from pipeline.store.authority_erasure_rows import ErasureRows
from pipeline.store.authority_identifiers import canonical
from pipeline.store.authority_rows import Entity, Rows
from pipeline.store.authority_settling import settle_article
from pipeline.store.authority_suppression import Suppressions, hide, lift, suppress, withheld_identity
from pipeline.store.authority_tables import APPLICATION_ID, MIGRATIONS, NAME
from pipeline.store.migrate import backup, connect, explained, writing

_NO_DAY = Moment("9999")


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
        self.settle_each(groups.items())
        return {article: self.identities(article) for article in groups}

    def settle_each(self, articles: Iterable[tuple[str, Iterable[Proposal]]]) -> None:
        """Settle articles (URL and proposals) one after the other in one transaction, without holding them all.

        Sort them by ``order_of`` first, and name each once: then the outcome is that of ``settle``.
        """
        with self.writing():
            suppressions = Suppressions(self.erasure)
            for article, given in articles:
                kept, withheld = hide(_distinct(given), suppressions)
                self.erasure.set_withheld(article, withheld)
                settle_article(self.rows, article, kept)

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


def order_of(published: Moment | None, article: str) -> tuple[str, str]:
    """Where an article stands when identities are settled: by the day of its publication (none is last), then by its address."""
    return (published or _NO_DAY)[:10], article


def _by_article(proposals: Iterable[Proposal]) -> dict[str, list[Proposal]]:
    """The proposals by article, the articles in order: the same whoever hands them in."""
    groups: dict[str, list[Proposal]] = {}
    for each in proposals:
        groups.setdefault(each.article, []).append(each)
    return dict(sorted(groups.items(), key=lambda item: min(order_of(each.published, item[0]) for each in item[1])))


def _distinct(proposals: Iterable[Proposal]) -> list[Proposal]:
    """One proposal for each local id, its identifiers in canonical form."""
    found: dict[str, Proposal] = {}
    for each in proposals:
        known = found.get(each.local)
        found[each.local] = _canonical(each if known is None else min(each, known, key=encode))
    return list(found.values())


def _canonical(proposal: Proposal) -> Proposal:
    if not proposal.identifiers:
        return proposal
    return msgspec.structs.replace(proposal, identifiers=tuple(canonical(each) for each in proposal.identifiers))
