"""What was built from which source: hashes, versions, state. A version counts up only when the graph, the page or the state changed."""

from __future__ import annotations

from typing import Literal

import msgspec

from pipeline.model.errors import PipelineError
from pipeline.store.outbox_database import Database

State = Literal["live", "deleted"]

_COLUMNS = (
    "article, slug, source, version, source_hash, recipe, canonical_hash, page_hash, first_published, modified, state"
)


class Build(msgspec.Struct, frozen=True, kw_only=True):
    """One article as it was last built. ``version`` 0 asks the store to count.

    ``source`` names what the article came from, ``source_hash`` its bytes with the sidecar's, ``recipe`` the software and
    settings that made it; ``canonical_hash`` is over the RDF canonical form without volatile statements.
    """

    article: str
    slug: str
    source: str = ""
    version: int = 0
    source_hash: str = ""
    recipe: str = ""
    canonical_hash: str = ""
    page_hash: str = ""
    first_published: str | None = None
    modified: str | None = None
    state: State = "live"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The build as stored, and what is different from the one before."""

    build: Build
    graph_changed: bool
    page_changed: bool
    state_changed: bool

    @property
    def anything(self) -> bool:
        """Whether readers can see a difference, so that a push is due."""
        return self.graph_changed or self.page_changed or self.state_changed


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One line of an article's history; ``recorded_at`` in seconds since 1970."""

    version: int
    canonical_hash: str
    page_hash: str
    state: State
    recorded_at: float


class Builds:
    """The builds of one newsroom, in the outbox's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, article: str) -> Build | None:
        """The last build of an article (by its url), or None."""
        return self._one("article = ?", article)

    def of_slug(self, slug: str) -> Build | None:
        """The last build that owns a slug, or None."""
        return self._one("slug = ?", slug)

    def of_source(self, source: str) -> tuple[Build, ...]:
        """The builds that came from one source."""
        return self._all("WHERE source = ?", source)

    def all(self) -> tuple[Build, ...]:
        """Every build, by article url."""
        return self._all("")

    def unknown_to(self, endpoint: str) -> tuple[Build, ...]:
        """The live builds of which an endpoint never had a delivery."""
        return self._all(
            "WHERE state = 'live' AND canonical_hash <> '' AND NOT EXISTS (SELECT 1 FROM delivery"
            " WHERE delivery.article = build.article AND delivery.endpoint = ?)",
            endpoint,
        )

    def history(self, article: str) -> tuple[Version, ...]:
        """Every version that an article had, the first first."""
        rows = self._database.rows(
            "SELECT version, canonical_hash, page_hash, state, recorded_at FROM build_history WHERE article = ? ORDER BY version",
            (article,),
        )
        return tuple(Version(**dict(row)) for row in rows)

    def record(self, build: Build, *, now: float) -> Change:
        """Store a build and count its version; the first publication, once known, is kept.

        Raises ``PipelineError`` if another article owns the slug.
        """
        with self._database.transaction():
            before = self.get(build.article)
            self._check_slug(build)
            change = _compare(before, build)
            self._write(change.build)
            if change.anything:
                self._remember(change.build, now)
        return change

    def retract(self, article: str, *, now: float) -> Change | None:
        """Mark an article as deleted, which is a version of its own; None if it was never built."""
        build = self.get(article)
        if build is None:
            return None
        return self.record(msgspec.structs.replace(build, state="deleted"), now=now)

    def _check_slug(self, build: Build) -> None:
        owner = self.of_slug(build.slug)
        if owner is not None and owner.article != build.article:
            raise PipelineError(
                f"slug {build.slug!r}: belongs to {owner.article}, so {build.article} cannot have it."
                " Give one of them another url or slug in its sidecar."
            )

    def _write(self, build: Build) -> None:
        marks = ", ".join("?" for _ in _COLUMNS.split(","))
        values = tuple(getattr(build, each.strip()) for each in _COLUMNS.split(","))
        self._database.connection.execute(f"INSERT OR REPLACE INTO build ({_COLUMNS}) VALUES ({marks})", values)  # noqa: S608 - names are ours

    def _remember(self, build: Build, now: float) -> None:
        self._database.connection.execute(
            "INSERT INTO build_history (article, version, canonical_hash, page_hash, state, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
            (build.article, build.version, build.canonical_hash, build.page_hash, build.state, now),
        )

    def _one(self, where: str, value: str) -> Build | None:
        return next(iter(self._all(f"WHERE {where}", value)), None)

    def _all(self, where: str, *values: str) -> tuple[Build, ...]:
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM build {where} ORDER BY article", values)  # noqa: S608 - clauses are ours
        return tuple(Build(**dict(row)) for row in rows)


def _compare(before: Build | None, now: Build) -> Change:
    graph = before is None or before.canonical_hash != now.canonical_hash
    page = before is None or before.page_hash != now.page_hash
    state = before is not None and before.state != now.state
    last = 0 if before is None else before.version
    counted = msgspec.structs.replace(
        now,
        version=last + 1 if graph or page or state else last,
        first_published=(before.first_published if before else None) or now.first_published,
    )
    return Change(build=counted, graph_changed=graph, page_changed=page, state_changed=state)
