"""Map-like runners: a function over items, in order, in this process or in others that can be stopped.

A worker that hangs, dies or raises costs one item, which becomes a ``Failed``; the others go on.
"""

from __future__ import annotations

import multiprocessing
import os
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, cast

from pipeline.model.errors import PipelineError
from pipeline.model.failed import Failed

TIMEOUT_S = 120.0
"""The most one article may take in a worker. Real pages take well under a second; the slowest known page took 39 s."""

ENOUGH = 64
"""With so many items all cores are worth a process each, and nobody need count further."""


class Named(Protocol):
    """An item to work on."""

    @property
    def name(self) -> str:
        """What the user calls it; stands in messages."""
        ...


type Make[Item, Result] = Callable[[], Callable[[Item], Result]]
"""Makes the function inside the worker, so that models are loaded there. Must be picklable."""


def run[Item: Named, Result](
    make: Make[Item, Result], items: Iterable[Item], *, workers: int, timeout_s: float = TIMEOUT_S
) -> Iterator[Result | Failed]:
    """Apply the function to every item and yield the results in the items' order.

    ``workers`` 0 runs in this process (nothing can be stopped); otherwise so many processes, at most ``timeout_s`` an item.
    """
    if workers == 0:
        return _here(make(), items)
    return _elsewhere(make, iter(items), workers, timeout_s)


def default_workers(count: int) -> int:
    """One process for a few articles, all cores for many: a model is loaded in each."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, count // 8))


def attempt[Item: Named, Result](function: Callable[[Item], Result], item: Item) -> Result | Failed:
    """The one place where any exception is caught: our fault in one article must not stop the others."""
    try:
        return function(item)
    except PipelineError:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary between articles
        line = f"{type(error).__name__}: {error}".splitlines()[0][:500]
        return Failed(source=item.name, stage=_stage(error), error=line, trace=traceback.format_exc())


def _here[Item: Named, Result](function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Failed]:
    for item in items:
        yield attempt(function, item)


def _elsewhere[Item: Named, Result](
    make: Make[Item, Result], items: Iterator[Item], workers: int, timeout_s: float
) -> Iterator[Result | Failed]:
    pool = [_Worker(make, timeout_s) for _ in range(workers)]
    slots: deque[_Slot] = deque()
    try:
        for item in items:
            slots.append(_free(pool).give(item))
            while slots and (slots[0].done or len(slots) > 4 * workers):
                yield cast(
                    "Result | Failed", _finish(pool, slots.popleft())
                )  # what the function returned, through a pipe
        while slots:
            yield cast("Result | Failed", _finish(pool, slots.popleft()))  # what the function returned, through a pipe
    finally:
        for worker in pool:
            worker.stop()


class _Slot:
    """The place of one result, filled when its worker answers."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.done = False
        self.result: object = None

    def fill(self, result: object) -> None:
        self.result, self.done = result, True


def _finish(pool: list[_Worker], slot: _Slot) -> object:
    while not slot.done:
        _listen(pool)
    if isinstance(slot.result, PipelineError):
        raise slot.result
    return slot.result


def _free(pool: list[_Worker]) -> _Worker:
    while True:
        idle = next((each for each in pool if each.slot is None), None)
        if idle is not None:
            return idle
        _listen(pool)


def _listen(pool: list[_Worker]) -> None:
    """Wait for an answer or the nearest deadline, and take what came."""
    busy = [each for each in pool if each.slot is not None]
    nearest = min(each.deadline for each in busy) - time.monotonic()
    ready = wait([each.pipe for each in busy], timeout=max(0.0, nearest))
    for worker in busy:
        if worker.pipe in ready:
            worker.take()
        elif worker.deadline <= time.monotonic():
            worker.give_up()


class _Worker:
    """One process, working on at most one item. Started when first needed, and again after it had to be stopped."""

    def __init__(self, make: Callable[[], Callable[[Any], object]], timeout_s: float) -> None:
        self._make, self._timeout_s = make, timeout_s
        self._process: BaseProcess | None = None
        self.pipe: Connection
        self.slot: _Slot | None = None
        self.deadline = 0.0

    def give(self, item: Named) -> _Slot:
        if self._process is None:
            self._start()
        self.slot = _Slot(item.name)
        self.deadline = time.monotonic() + self._timeout_s
        self.pipe.send(item)
        return self.slot

    def take(self) -> None:
        """Fill the slot with the answer; a broken pipe means that the process died."""
        try:
            self._answer(self.pipe.recv())
        except (EOFError, ConnectionResetError):
            self._fail("the worker process died (out of memory, or a crash in a library)")

    def give_up(self) -> None:
        self._fail(f"took longer than {self._timeout_s:.0f} s and was stopped")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self.pipe.close()
            self._process = None

    def _answer(self, result: object) -> None:
        slot, self.slot = self.slot, None
        assert slot is not None  # noqa: S101 - only busy workers are listened to
        slot.fill(result)

    def _fail(self, error: str) -> None:
        self.stop()
        assert self.slot is not None  # noqa: S101 - only busy workers are listened to
        self._answer(Failed(source=self.slot.name, stage="worker", error=error))

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(self._make, theirs), daemon=True)
        process.start()
        self._process = process
        theirs.close()


def _serve(make: Callable[[], Callable[[Any], object]], pipe: Connection) -> None:
    """The worker's life: make the function once, then answer item by item."""
    function: Callable[[Any], object] | None = None
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        try:
            function = function or make()
            answer = attempt(function, item)
        except PipelineError as error:
            answer = type(error)(str(error))
        pipe.send(answer)


def _stage(error: BaseException) -> str:
    """The stage whose code raised: the innermost of our frames."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [
        each.filename.replace("\\", "/").rpartition("/pipeline/")[2] for each in frames if "/pipeline/" in each.filename
    ]
    return inside[-1].removesuffix(".py") if inside else "unknown"
