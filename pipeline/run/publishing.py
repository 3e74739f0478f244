"""The outbox and the channels joined: claim, deliver, settle, until nothing is due. Receipts come out.

Safe to run in several processes at once and to kill at any moment: what was not settled is claimed again when its lease ends.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import msgspec

from pipeline.deliver.channels import OpenChannel, open_channel
from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Receipt
from pipeline.run.publishing_loop import Circumstances, Mode, Publisher
from pipeline.store.outbox import Outbox
from pipeline.store.outbox_endpoints import Endpoints

__all__ = ["Circumstances", "Mode", "Summary", "Waiting", "publish", "waiting"]


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What an endpoint still has to get: ``pending`` deliveries, ``dead`` ones, and why."""

    endpoint: str
    pending: int = 0
    dead: int = 0
    why: str = ""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What one run of the publisher did, and what is left.

    ``outrun`` names articles of which an endpoint holds a version that this database never made (it was lost or restored):
    the next build makes them again, with a higher version.
    """

    receipts: tuple[Receipt, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    outrun: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything was delivered."""
        return not self.waiting and not self.outrun


def publish(
    outbox: Outbox, endpoints: Sequence[Endpoint], *, circumstances: Circumstances, mode: Mode = "pass"
) -> Summary:
    """Deliver what is due. ``pass`` ends when nothing is due soon, ``drain`` when nothing is left, ``watch`` when stopped.

    Raises ``UsageError`` for wrong settings or missing secrets before anything is sent.
    """
    if not endpoints:
        return Summary()
    return asyncio.run(_publish(outbox, endpoints, circumstances, mode))


async def _publish(outbox: Outbox, endpoints: Sequence[Endpoint], circumstances: Circumstances, mode: Mode) -> Summary:
    opened: list[tuple[Endpoint, OpenChannel]] = []
    try:
        for each in endpoints:
            channel = open_channel(each, environment=circumstances.environment, clock=circumstances.clock)
            opened.append((each, channel))
        publishers = [Publisher(outbox, *each, circumstances=circumstances, mode=mode) for each in opened]
        done = await asyncio.gather(*(each.run() for each in publishers))
    finally:
        for _, channel in opened:
            await channel.close()
    return Summary(
        receipts=tuple(one for each in done for one in each),
        waiting=waiting(outbox, endpoints),
        outrun=tuple(sorted({one for each in publishers for one in each.outrun})),
    )


def waiting(outbox: Outbox, endpoints: Sequence[Endpoint]) -> tuple[Waiting, ...]:
    """What is left for these endpoints, with the reason that the endpoint or the last attempt gave."""
    health, counts = Endpoints(outbox.database), outbox.counts()
    left = []
    for each in endpoints:
        count = counts.get(each.name, {})
        pending, dead = count.get("pending", 0), count.get("dead", 0)
        if pending or dead:
            state = health.get(each.name)
            why = state.disabled or state.fault or _last_detail(outbox, each.name)
            left.append(Waiting(endpoint=each.name, pending=pending, dead=dead, why=why))
    return tuple(left)


def _last_detail(outbox: Outbox, endpoint: str) -> str:
    rows = outbox.listing(states=("pending", "dead"), endpoint=endpoint, limit=50)
    return next((row.detail for row in reversed(rows) if row.detail), "")
