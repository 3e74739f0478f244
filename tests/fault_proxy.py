"""An HTTP proxy on loopback that breaks things: one fault drawn for each request, from a seeded source of chance.

It reads whole requests (with Content-Length), so that every fault is about one exchange and not about a pooled connection.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

FAULTS = ("pass", "latency", "reset", "cut", "throttle", "black-hole", "busy", "lost-answer", "late")
"""``late``: the client hears nothing, and the request reaches the receiver some time afterwards, whatever came in between."""


class FaultProxy:
    """Listens on ``port`` and forwards to ``target`` (both on loopback). ``weights`` says how often each fault is drawn."""

    def __init__(self, target: int, weights: Mapping[str, float], *, seed: int, slow_s: float = 0.3) -> None:
        self.target, self.slow_s = target, slow_s
        self.weights = dict(weights)
        self.seen: Counter[str] = Counter()
        self._chance = random.Random(seed)  # noqa: S311 - faults, not secrets
        self._later: set[asyncio.Task[None]] = set()

    async def serve(self, listening: socket.socket) -> None:
        """Until cancelled."""
        server = await asyncio.start_server(self._connection, sock=listening)
        async with server:
            await server.serve_forever()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, TimeoutError):
            while await self._exchange(reader, writer):
                pass
        with contextlib.suppress(ConnectionError):
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        request = await read_message(reader)
        fault = self._chance.choices(list(self.weights), list(self.weights.values()))[0]
        self.seen[fault] += 1
        return await getattr(self, "_" + fault.replace("-", "_"))(request, writer)

    async def _pass(self, request: bytes, writer: asyncio.StreamWriter) -> bool:
        writer.write(await self._forward(request))
        await writer.drain()
        return True

    async def _latency(self, request: bytes, writer: asyncio.StreamWriter) -> bool:
        await asyncio.sleep(self._chance.random() * self.slow_s)
        return await self._pass(request, writer)

    async def _reset(self, _request: bytes, writer: asyncio.StreamWriter) -> bool:
        reset(writer)
        return False

    async def _cut(self, request: bytes, writer: asyncio.StreamWriter) -> bool:
        answer = await self._forward(request)
        writer.write(answer[: self._chance.randrange(len(answer))])
        await writer.drain()
        return False

    async def _throttle(self, request: bytes, writer: asyncio.StreamWriter) -> bool:
        answer = await self._forward(request)
        for start in range(0, len(answer), 40):
            writer.write(answer[start : start + 40])
            await writer.drain()
            await asyncio.sleep(self.slow_s / 10)
        return True

    async def _black_hole(self, _request: bytes, _writer: asyncio.StreamWriter) -> bool:
        await asyncio.sleep(self.slow_s * 10)
        return False

    async def _busy(self, _request: bytes, writer: asyncio.StreamWriter) -> bool:
        writer.write(b"HTTP/1.1 503 Busy\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n")
        await writer.drain()
        return True

    async def _lost_answer(self, request: bytes, writer: asyncio.StreamWriter) -> bool:
        await self._forward(request)
        reset(writer)
        return False

    async def _late(self, request: bytes, _writer: asyncio.StreamWriter) -> bool:
        task = asyncio.ensure_future(self._forward_late(request))
        self._later.add(task)
        task.add_done_callback(self._later.discard)
        return False

    async def _forward_late(self, request: bytes) -> None:
        await asyncio.sleep(self._chance.random() * self.slow_s * 6)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await self._forward(request)

    async def _forward(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            writer.write(request)
            await writer.drain()
            return await read_message(reader, is_answer=True)
        finally:
            writer.close()


async def read_message(reader: asyncio.StreamReader, *, is_answer: bool = False) -> bytes:
    """One HTTP/1.1 message with Content-Length, whole."""
    head = await reader.readuntil(b"\r\n\r\n")
    if is_answer and head.split(b" ", 2)[1] in {b"204", b"304"}:
        return head
    length = next(
        (int(line.split(b":", 1)[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
    )
    return head + await reader.readexactly(length)


def reset(writer: asyncio.StreamWriter) -> None:
    """End a connection with RST."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@contextmanager
def fault_proxy(
    target: int, weights: Mapping[str, float], *, seed: int = 1, slow_s: float = 0.1
) -> Iterator[tuple[FaultProxy, int]]:
    """A proxy in a thread of this process; gives it and its port."""
    proxy = FaultProxy(target, weights, seed=seed, slow_s=slow_s)
    listening = socket.create_server(("127.0.0.1", 0))
    port: int = listening.getsockname()[1]
    loop = asyncio.new_event_loop()

    def run() -> None:
        asyncio.set_event_loop(loop)
        with contextlib.suppress(asyncio.CancelledError):
            loop.run_until_complete(serving)
        pending = asyncio.all_tasks(loop)
        for each in pending:
            each.cancel()
        loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
        loop.close()

    serving = loop.create_task(proxy.serve(listening))
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield proxy, port
    finally:
        loop.call_soon_threadsafe(serving.cancel)
        thread.join(5)
        listening.close()
