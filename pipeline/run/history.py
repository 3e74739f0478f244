"""One article's address -> everything that happened to it: versions, editors' decisions, deliveries, what waits."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pipeline.model.codec import decode
from pipeline.model.edition import Entry
from pipeline.model.errors import UsageError
from pipeline.model.hold import Hold
from pipeline.model.moment import Moment
from pipeline.run.retraction import published
from pipeline.run.stores import Stores
from pipeline.store.builds import Version
from pipeline.store.editorial import Decision
from pipeline.store.outbox import Row


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that happened: ``what`` in one word or two, ``detail`` in a sentence."""

    at: Moment
    what: str
    version: int = 0
    detail: str = ""


class Shipment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One version on its way to one endpoint."""

    endpoint: str
    version: int
    operation: str
    state: str
    attempts: int = 0
    detail: str = ""


class History(msgspec.Struct, frozen=True, kw_only=True):
    """An article's life so far, in the order of time."""

    url: str
    entry: Entry | None
    steps: tuple[Step, ...]
    deliveries: tuple[Shipment, ...]
    waiting: tuple[Hold, ...]


def history(url: str, output: Path) -> History:
    """Read it from the stores; ``UsageError`` for an address that nothing is known of."""
    with ExitStack() as stack:
        stores = Stores(output, stack)
        steps = [
            *_versions(stores.builds.history(url)),
            *map(_decided, stores.editorial.decisions(url)),
            *(_released(*each) for each in stores.holds.releases(url)),
        ]
        held = (each for content in stores.holds.all() for each in decode(content, tuple[Hold, ...]))
        waiting = tuple(each for each in held if each.article == url)
        if not steps and not waiting:
            raise UsageError(f"{url}: nothing is known of it here. Give the address exactly as in article.json.")
        return History(
            url=url,
            entry=published(url, stores) if stores.editions.get(url) else None,
            steps=tuple(sorted(steps, key=lambda each: (each.at.clock, each.version == 0))),
            deliveries=tuple(_shipment(each) for each in stores.outbox.of_article(url)),
            waiting=waiting,
        )


def _versions(versions: tuple[Version, ...]) -> list[Step]:
    befores = (None, *versions)
    return [_step(before, each) for before, each in zip(befores, versions, strict=False)]


def _step(before: Version | None, version: Version) -> Step:
    at = _moment(version.recorded_at)
    if version.state == "deleted":
        return Step(at=at, what="tombstone", version=version.version, detail="Removed from pages, feeds and endpoints.")
    if before is None:
        return Step(at=at, what="published", version=version.version)
    if before.state == "deleted":
        return Step(at=at, what="published again", version=version.version)
    changed = [
        name
        for name, one, other in (
            ("graph", before.canonical_hash, version.canonical_hash),
            ("page", before.page_hash, version.page_hash),
        )
        if one != other
    ]
    return Step(at=at, what="updated", version=version.version, detail=f"Changed: {' and '.join(changed)}.")


def _decided(decision: Decision) -> Step:
    who = "" if decision.by == "editor" else " by its source"
    what = {"retract": "retracted", "reinstate": "reinstated"}[decision.kind] + who
    return Step(at=decision.decided, what=what, detail=decision.reason)


def _released(hold: str, reason: str, at: float) -> Step:
    return Step(at=_moment(at), what="released", detail=f"{hold}: {reason}")


def _moment(seconds: float) -> Moment:
    return Moment(datetime.fromtimestamp(seconds, UTC).isoformat())


def _shipment(row: Row) -> Shipment:
    return Shipment(
        endpoint=row.endpoint,
        version=row.version,
        operation=row.operation,
        state=row.state,
        attempts=row.attempts,
        detail=row.detail,
    )
