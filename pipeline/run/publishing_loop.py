"""One endpoint's loop: claim, keep a few deliveries under way, write results in groups, wait as long as the endpoint needs."""

from __future__ import annotations

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from pipeline.deliver.channels import OpenChannel
from pipeline.deliver.parcel import Reply
from pipeline.model.errors import PipelineError
from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Receipt
from pipeline.run.publishing_settle import note_health, parcel, receipt, settlement, telling
from pipeline.store.outbox import Claim, Outbox, Settlement
from pipeline.store.outbox_endpoints import FAILURES_THAT_OPEN, Allowance, Endpoints
from pipeline.store.outbox_lease import is_dead, new_lease
from pipeline.store.outbox_upkeep import note_outrun

Mode = Literal["pass", "drain", "watch"]
PATIENCE_S = 5.0
"""A pass waits this long for what becomes due again; the rest stays for the next one."""
POLL_S = 0.5
LEASE_MARGIN_S = 5.0
DEAD_CHECK_S = 1.0
CLOCK_CHECK_S = 60.0
GROUP, LEAST_GROUP, LARGEST_GROUP = 64, 16, 512
"""Claims taken in one transaction, and results written in one: more where deliveries are fast, fewer where they are slow."""
FAST_S, SLOW_S = 1.0, 5.0
"""A group that takes less doubles the next one; one that takes more halves it."""
FLUSH_S = 0.5
"""No result waits longer than this to be written."""
EXCHANGES = 3
"""A delivery, the GET that finds out what a 412 or ``verify`` means, and one to spare."""

NOT_SENT = Reply(verdict="retry", detail="not sent: the publisher stopped first", unsent=True)


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What the publisher takes from the world, so that tests can give it."""

    environment: Mapping[str, str]
    clock: Callable[[], float] = time.time
    chance: Callable[[], float] = random.random
    stop: Callable[[], bool] = lambda: False
    patience_s: float = PATIENCE_S
    poll_s: float = POLL_S
    on_receipt: Callable[[Receipt], None] = lambda _: None


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A claim and the moment (monotonic) after which it must not be begun, because its lease might end meanwhile."""

    claim: Claim
    begin_before: float


class Publisher:
    """One endpoint. ``run`` gives the receipts when the mode says that it is over."""

    def __init__(
        self, outbox: Outbox, endpoint: Endpoint, opened: OpenChannel, *, circumstances: Circumstances, mode: Mode
    ) -> None:
        self._outbox, self._endpoint, self._opened = outbox, endpoint, opened
        self._world, self._mode = circumstances, mode
        self._health = Endpoints(outbox.database)
        self._allowance = Allowance(
            lease_s=lease_s(endpoint), rate_per_s=endpoint.rate_per_s, burst=endpoint.in_flight * opened.batch
        )
        self.outrun: tuple[str, ...] = ()
        self._receipts: list[Receipt] = []
        self._ready: deque[Held] = deque()
        self._running: dict[asyncio.Task[Sequence[Reply]], list[Claim]] = {}
        self._results: list[tuple[Claim, Reply]] = []
        self._flush_at = self._look_for_dead_at = self._rescue_at = 0.0
        self._turn = 0
        self._group, self._refilled_at = GROUP, time.monotonic()

    async def run(self) -> list[Receipt]:
        """Until nothing is due (``pass``), nothing is left (``drain``), or it is stopped."""
        patience_ends = time.monotonic() + self._world.patience_s
        if self._mode == "pass":
            self._try_unreachable_again()
        while not self._world.stop():
            self._refill()
            self._begin()
            if self._running:
                await self._collect()
                continue
            self._flush()
            if self._ready:
                continue
            pause = self._pause(patience_ends)
            if pause is None:
                break
            if pause:
                await asyncio.sleep(pause)
        await self._end()
        return self._receipts

    def _try_unreachable_again(self) -> None:
        """Somebody started this pass by hand or by timetable: one delivery may find out whether the endpoint is back."""
        if self._health.get(self._endpoint.name).open_until > 0:
            self._health.probe(self._endpoint.name)

    def _refill(self) -> None:
        """Claim when nothing is ready, after writing what is known: the next version of an article waits for it."""
        if self._ready or len(self._running) >= self._opened.in_flight:
            return
        self._free_dead_leases()
        self._adapt_group()
        begin_before = time.monotonic() + EXCHANGES * self._endpoint.timeout_s
        with self._outbox.database.transaction():
            shown = self._write()
            claims = self._outbox.claim(
                self._endpoint.name,
                limit=max(self._group, self._opened.batch),
                allowance=self._allowance,
                lease=new_lease(),
                now=self._world.clock(),
            )
        self._show(shown)
        self._ready.extend(Held(claim=each, begin_before=begin_before) for each in claims)

    def _adapt_group(self) -> None:
        now = time.monotonic()
        took, self._refilled_at = now - self._refilled_at, now
        factor = 2.0 if took < FAST_S else 0.5 if took > SLOW_S else 1.0
        self._group = min(max(int(self._group * factor), LEAST_GROUP), LARGEST_GROUP)

    def _free_dead_leases(self) -> None:
        """Now and then: what a killed publisher held is due again at once, and so is what a clock set back keeps waiting."""
        if time.monotonic() >= self._look_for_dead_at:
            self._look_for_dead_at = time.monotonic() + DEAD_CHECK_S
            self._outbox.free_dead_leases(self._endpoint.name, is_dead, now=self._world.clock())
        if time.monotonic() >= self._rescue_at:
            self._rescue_at = time.monotonic() + CLOCK_CHECK_S
            self._outbox.rescue(now=self._world.clock())

    def _begin(self) -> None:
        """Start deliveries until enough are under way; what was held too long goes back unsent."""
        while self._ready and len(self._running) < self._opened.in_flight:
            group = [self._ready.popleft() for _ in range(min(self._opened.batch, len(self._ready)))]
            if time.monotonic() > group[0].begin_before:
                self._note((each.claim for each in group), [NOT_SENT] * len(group))
                continue
            self._turn += 1
            channel = self._opened.channels[self._turn % len(self._opened.channels)]
            claims = [each.claim for each in group]
            task = asyncio.ensure_future(channel([parcel(each) for each in claims]))
            self._running[task] = claims

    async def _collect(self) -> None:
        """Wait for the next results; write them when there are enough, or when they are old enough."""
        done, _ = await asyncio.wait(self._running, timeout=FLUSH_S, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            claims = self._running.pop(task)
            self._note(claims, _replies(task, len(claims)))
        if len(self._results) >= self._group or (self._results and time.monotonic() > self._flush_at):
            self._flush()

    def _note(self, claims: Iterable[Claim], replies: Sequence[Reply]) -> None:
        if not self._results:
            self._flush_at = time.monotonic() + FLUSH_S
        self._results.extend(zip(claims, replies, strict=True))

    def _flush(self) -> None:
        """Write the results, then show the receipts."""
        if self._results:
            with self._outbox.database.transaction():
                shown = self._write()
            self._show(shown)

    def _write(self) -> tuple[Settlement, ...]:
        """Inside a transaction: the results and what they say of the endpoint. Returns those whose lease was held."""
        results, now, chance = self._results, self._world.clock(), self._world.chance
        failing = self._health.get(self._endpoint.name).failures >= FAILURES_THAT_OPEN
        for reply in telling(reply for _, reply in results):
            note_health(self._health, self._endpoint.name, reply, now=now, chance=chance)
        settlements = [
            settlement(claim, reply, self._endpoint, now=now, chance=chance(), failing=failing)
            for claim, reply in results
        ]
        held = self._outbox.settle(settlements, now=now)
        self.outrun += note_outrun(self._outbox, held, now=now)
        return held

    def _show(self, settled: Iterable[Settlement]) -> None:
        """After the transaction: what is shown is durable."""
        self._results = []
        for each in settled:
            if not each.unsent or each.detail != NOT_SENT.detail:
                made = receipt(each)
                self._world.on_receipt(made)
                if self._mode != "watch":  # a watch never ends: its receipts are shown, not kept
                    self._receipts.append(made)

    def _pause(self, patience_ends: float) -> float | None:
        """Seconds until something may be due, or None if this run is over."""
        if self._mode == "watch":
            return self._world.poll_s
        due, now = self._outbox.next_due(self._endpoint.name), self._world.clock()
        state = self._health.get(self._endpoint.name)
        if due is None or state.disabled is not None:
            return None
        pause = max(due, state.open_until, state.paused_until) - now
        if self._mode == "pass" and time.monotonic() + pause > patience_ends:
            return None
        return min(max(pause, 0.01), self._world.poll_s)

    async def _end(self) -> None:
        """Let what is under way finish, give back what was not begun, write everything."""
        self._note((each.claim for each in self._ready), [NOT_SENT] * len(self._ready))
        self._ready.clear()
        while self._running:
            await self._collect()
        self._flush()


def _replies(task: asyncio.Task[Sequence[Reply]], count: int) -> Sequence[Reply]:
    """What the channel gave. A mistake of ours holds up the delivery that it happened to, not all others."""
    error = task.exception()
    if error is None:
        return task.result()
    if isinstance(error, PipelineError) or not isinstance(error, Exception):
        raise error
    detail = f"a mistake of newsgraph, please report it: {type(error).__name__}: {error}"
    return [Reply(verdict="retry", fault="article", detail=detail)] * count


def lease_s(endpoint: Endpoint) -> float:
    """Twice the longest delivery: one begun within the first half ends before the lease does."""
    return 2 * EXCHANGES * endpoint.timeout_s + LEASE_MARGIN_S
