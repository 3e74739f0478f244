"""A finished build in; the build and the deliveries it makes necessary become durable together, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Delivery
from pipeline.store.builds import Build, Builds, Change
from pipeline.store.outbox import Outbox

ONLY_CHANGED_PAGES = frozenset({"indexnow"})
"""Search engines fetch the page: a changed graph alone is no news to them."""


def record(outbox: Outbox, build: Build, *, content: bytes, endpoints: Sequence[Endpoint], now: float) -> Change:
    """Store the build; if readers can see a difference, enqueue ``content`` (the JSON-LD document) for every endpoint.

    An endpoint configured since gets the article even if it did not change. Many calls inside one
    ``outbox.database.transaction()`` commit together.
    """
    with outbox.database.transaction():
        change = Builds(outbox.database).record(build, now=now)
        wanted = _wanted(outbox, change, endpoints)
        if wanted:
            outbox.enqueue([_delivery(change.build, content)], wanted, now=now)
    return change


def retract(outbox: Outbox, article: str, *, endpoints: Sequence[Endpoint], now: float) -> Change | None:
    """Mark an article as deleted and enqueue its removal; None if it was never built."""
    with outbox.database.transaction():
        change = Builds(outbox.database).retract(article, now=now)
        if change is not None and change.anything:
            outbox.enqueue([_delivery(change.build, b"")], [each.name for each in endpoints], now=now)
    return change


def _wanted(outbox: Outbox, change: Change, endpoints: Sequence[Endpoint]) -> tuple[str, ...]:
    if change.anything:
        return tuple(each.name for each in endpoints if change.page_changed or each.kind not in ONLY_CHANGED_PAGES)
    if change.build.state == "deleted":
        return ()
    return outbox.unknown_to([each.name for each in endpoints], change.build.article)


def _delivery(build: Build, content: bytes) -> Delivery:
    removed = build.state == "deleted"
    return Delivery(
        article=build.article,
        slug=build.slug,
        version=build.version,
        operation="delete" if removed else "put",
        canonical_hash=build.canonical_hash,
        content=b"" if removed else content,
    )
