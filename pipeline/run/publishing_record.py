"""A finished build in; the build and the deliveries it makes necessary become durable together, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Delivery
from pipeline.store.builds import Build, Builds, Change
from pipeline.store.outbox import Outbox

ONLY_CHANGED_PAGES = frozenset({"indexnow"})
"""Search engines fetch the page: a changed graph alone is no news to them."""
ONLY_CHANGES = frozenset({"indexnow", "websub"})
"""To whom an article that was there before they were configured is no news; all others get it."""


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


def catch_up(
    outbox: Outbox, endpoints: Sequence[Endpoint], *, content_of: Callable[[str], bytes | None], now: float
) -> int:
    """Enqueue every live article for endpoints that never had it, because they were configured after it was built.

    ``content_of`` gives the JSON-LD document by slug; an article without one waits for its next build. Returns the number.
    """
    builds, added = Builds(outbox.database), 0
    with outbox.database.transaction():
        for each in endpoints:
            if each.kind not in ONLY_CHANGES:
                for build in builds.unknown_to(each.name):
                    content = content_of(build.slug)
                    if content is not None:
                        added += outbox.enqueue([_delivery(build, content)], [each.name], now=now)
    return added


def retract(outbox: Outbox, article: str, *, endpoints: Sequence[Endpoint], now: float) -> Change | None:
    """Mark an article as deleted and enqueue its removal; None if it was never built."""
    with outbox.database.transaction():
        change = Builds(outbox.database).retract(article, now=now)
        if change is not None and change.anything:
            outbox.enqueue([_delivery(change.build, b"")], [each.name for each in endpoints], now=now)
    return change


def _wanted(outbox: Outbox, change: Change, endpoints: Sequence[Endpoint]) -> tuple[str, ...]:
    if change.anything:
        visible = change.page_changed or change.state_changed
        return tuple(each.name for each in endpoints if visible or each.kind not in ONLY_CHANGED_PAGES)
    if change.build.state == "deleted":
        return ()
    return outbox.unknown_to([each.name for each in endpoints if each.kind not in ONLY_CHANGES], change.build.article)


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
