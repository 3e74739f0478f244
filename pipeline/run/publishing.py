"""The outbox and the channels joined: claim, deliver, settle, until nothing is due. Receipts come out.

Safe to run in several processes at once and to kill at any moment: what was not settled is claimed again when its lease ends.
"""

from __future__ import annotations

import asyncio
import random
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from pipeline.deliver.channels import OpenChannel, open_channel
from pipeline.deliver.parcel import Channel, Reply
from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Receipt
from pipeline.run.publishing_settle import note_health, parcel, receipt, settlement
from pipeline.store.outbox import Claim, Outbox, Settlement
from pipeline.store.outbox_endpoints import Allowance, Endpoints

Mode = Literal["pass", "drain", "watch"]
PATIENCE_S = 5.0
"""A pass waits this long for what becomes due again; the rest stays for the next one."""
POLL_S = 0.5
LEASE_MARGIN_S = 5.0


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What an endpoint still has to get: ``pending`` deliveries, ``dead`` ones, and why."""

    endpoint: str
    pending: int = 0
    dead: int = 0
    why: str = ""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What one run of the publisher did, and what is left."""

    receipts: tuple[Receipt, ...] = ()
    waiting: tuple[Waiting, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything was delivered."""
        return not self.waiting


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What the publisher takes from the world, so that tests can give it."""

    environment: Mapping[str, str]
    clock: Callable[[], float] = time.time
    chance: Callable[[], float] = random.random
    stop: Callable[[], bool] = lambda: False
    patience_s: float = PATIENCE_S
    on_receipt: Callable[[Receipt], None] = lambda _: None


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
    outbox.rescue(now=circumstances.clock())
    opened: list[tuple[Endpoint, OpenChannel]] = []
    try:
        for each in endpoints:
            channel = open_channel(each, environment=circumstances.environment, clock=circumstances.clock)
            opened.append((each, channel))
        publishers = [_Publisher(outbox, *each, circumstances=circumstances, mode=mode) for each in opened]
        done = await asyncio.gather(*(each.run() for each in publishers))
    finally:
        for _, channel in opened:
            await channel.close()
    return Summary(receipts=tuple(one for each in done for one in each), waiting=waiting(outbox, endpoints))


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


class _Publisher:
    """One endpoint's loop: at most ``in_flight`` deliveries under way, results written in groups."""

    def __init__(
        self, outbox: Outbox, endpoint: Endpoint, opened: OpenChannel, *, circumstances: Circumstances, mode: Mode
    ) -> None:
        self._outbox, self._endpoint, self._opened = outbox, endpoint, opened
        self._world, self._mode = circumstances, mode
        self._health = Endpoints(outbox.database)
        self._allowance = Allowance(
            lease_s=_lease_s(endpoint), rate_per_s=endpoint.rate_per_s, burst=endpoint.in_flight
        )
        self._receipts: list[Receipt] = []
        self._turn = 0

    async def run(self) -> list[Receipt]:
        """Until the mode says that it is over; returns the receipts."""
        patience_ends = time.monotonic() + self._world.patience_s
        if self._mode == "pass":
            self._try_unreachable_again()
        while not self._world.stop():
            if await self._round():
                continue
            pause = self._pause(patience_ends)
            if pause is None:
                break
            await asyncio.sleep(pause)
        return self._receipts

    def _try_unreachable_again(self) -> None:
        """Somebody started this pass by hand or by timetable: one delivery may find out whether the endpoint is back."""
        if self._health.get(self._endpoint.name).open_until > 0:
            self._health.probe(self._endpoint.name)

    async def _round(self) -> bool:
        """Claim, deliver and settle one group; False if there was nothing to claim."""
        claims = self._claim()
        if not claims:
            return False
        ends = time.monotonic() + _EXCHANGES * self._endpoint.timeout_s
        gate = asyncio.Semaphore(self._opened.in_flight)
        replies = await asyncio.gather(*(self._deliver(each, gate, ends) for each in claims))
        self._settle(list(zip(claims, replies, strict=True)))
        return True

    def _claim(self) -> tuple[Claim, ...]:
        return self._outbox.claim(
            self._endpoint.name,
            limit=_GROUP * self._opened.in_flight,
            allowance=self._allowance,
            lease=uuid.uuid4().hex,
            now=self._world.clock(),
        )

    async def _deliver(self, claim: Claim, gate: asyncio.Semaphore, ends: float) -> Reply:
        async with gate:
            if self._world.stop() or time.monotonic() > ends:
                return Reply(verdict="retry", detail="not sent: the publisher stopped first", unsent=True)
            channel = self._next_channel()
            (reply,) = await channel((parcel(claim),))
        return reply

    def _next_channel(self) -> Channel:
        self._turn += 1
        return self._opened.channels[self._turn % len(self._opened.channels)]

    def _settle(self, results: list[tuple[Claim, Reply]]) -> None:
        now, world = self._world.clock(), self._world
        settlements: list[Settlement] = []
        with self._outbox.database.transaction():
            for claim, reply in results:
                note_health(self._health, self._endpoint.name, reply, now=now, chance=world.chance)
                settlements.append(settlement(claim, reply, self._endpoint, now=now, chance=world.chance()))
            held = self._outbox.settle(settlements, now=now)
        for each in held:
            self._receipts.append(receipt(each))
            world.on_receipt(self._receipts[-1])

    def _pause(self, patience_ends: float) -> float | None:
        """Seconds until something may be due, or None if this run is over."""
        due, now = self._outbox.next_due(self._endpoint.name), self._world.clock()
        state = self._health.get(self._endpoint.name)
        if self._mode == "watch":
            return POLL_S
        if due is None or state.disabled is not None:
            return None
        pause = max(due, state.open_until, state.paused_until) - now
        if self._mode == "pass" and time.monotonic() + pause > patience_ends:
            return None
        return min(max(pause, 0.01), POLL_S)


_GROUP = 4
"""Claims held per delivery under way: enough to write in groups."""
_EXCHANGES = 3
"""A delivery, the GET that finds out what a 412 or ``verify`` means, and one to spare."""


def _lease_s(endpoint: Endpoint) -> float:
    """Twice the longest delivery: one begun within the first half ends before the lease does."""
    return 2 * _EXCHANGES * endpoint.timeout_s + LEASE_MARGIN_S
