"""Changes of many requests in, durable together: while one group goes to the disk, the next one gathers.

The disk is waited for in one thread of its own, so that the application goes on reading requests meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipeline.receive.holdings import Answered, Change, Holdings

MOST_AT_ONCE = 256
FORGET_EVERY_S = 600.0


class Writer:
    """The one writer of a receiver's store."""

    def __init__(self, path: Path, *, clock: Callable[[], float], key_lifetime_s: float) -> None:
        self._path, self._clock, self._key_lifetime_s = path, clock, key_lifetime_s
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._waiting: list[tuple[Change, asyncio.Future[Answered]]] = []
        self._task: asyncio.Task[None] | None = None
        self._holdings: Holdings | None = None
        self._forget_at = 0.0

    async def open(self) -> None:
        """Open the store; raises ``PipelineError`` with what to do."""
        self._holdings = await asyncio.get_running_loop().run_in_executor(self._thread, Holdings, self._path)

    async def close(self) -> None:
        """Finish what was given, then close the store."""
        if self._task is not None:
            await self._task
        if self._holdings is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._holdings.close)
        self._thread.shutdown()

    async def apply(self, change: Change) -> Answered:
        """The answer, once it is durable; raises ``PipelineError`` if the store cannot be written."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Answered] = loop.create_future()
        self._waiting.append((change, answer))
        if self._task is None or self._task.done():
            self._task = loop.create_task(self._write_all())
        return await answer

    async def _write_all(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            group, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            changes = [change for change, _ in group]
            outcome = await asyncio.gather(
                loop.run_in_executor(self._thread, self._write, changes), return_exceptions=True
            )
            _hand_out(group, outcome[0])

    def _write(self, changes: list[Change]) -> tuple[Answered, ...]:
        """In the writer's thread."""
        assert self._holdings is not None  # noqa: S101 - opened before the first request
        now = self._clock()
        if now > self._forget_at:
            self._holdings.forget_keys(before=now - self._key_lifetime_s)
            self._forget_at = now + FORGET_EVERY_S
        return self._holdings.apply_all(changes, now=now)


def _hand_out(
    group: list[tuple[Change, asyncio.Future[Answered]]], outcome: tuple[Answered, ...] | BaseException
) -> None:
    for position, (_, answer) in enumerate(group):
        if answer.cancelled():
            continue
        if isinstance(outcome, BaseException):
            answer.set_exception(outcome)
        else:
            answer.set_result(outcome[position])
