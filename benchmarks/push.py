"""What the outbox costs: pushes a second and CPU a push, against a loop of bare httpx and against the receiver's ceiling.

``python -m benchmarks.push --items 10000``. The receiver is a process of its own; the ceiling is measured by raw sockets that send
ready-made requests (or by wrk, where it is installed, for reads). Ratios are what counts: they hold on any machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx
import uvicorn

from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Delivery
from pipeline.receive.application import application
from pipeline.run.publishing import Circumstances, publish
from pipeline.store.outbox import Outbox

IN_FLIGHT = 8
BODY = "A sentence of a news article that says what happened, where and to whom. " * 80


def document(slug: str) -> bytes:
    url = f"https://example.org/{slug}"
    article = {"@type": "NewsArticle", "@id": f"{url}#article", "url": url, "headline": slug, "articleBody": BODY}
    return json.dumps({"@context": "https://schema.org", "@graph": [article]}).encode()


def deliveries(prefix: str, items: int) -> list[Delivery]:
    return [
        Delivery(
            article=f"https://example.org/{prefix}{n}",
            slug=f"{prefix}{n}",
            version=1,
            operation="put",
            canonical_hash=str(n),
            content=document(f"{prefix}{n}"),
        )
        for n in range(items)
    ]


def start_receiver(folder: Path) -> tuple[multiprocessing.process.BaseProcess, int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    process = multiprocessing.get_context("fork").Process(
        target=_receive, args=(folder / "received.sqlite", port), daemon=True
    )
    process.start()
    for _ in range(200):
        try:
            httpx.get(f"http://127.0.0.1:{port}/health")
            break
        except httpx.TransportError:
            time.sleep(0.05)
    return process, port


def _receive(store: Path, port: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    uvicorn.run(application(store), port=port, log_level="critical", access_log=False)


class Meter:
    """Wall and CPU seconds of one kind of work, over all its rounds."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.items, self.wall, self.cpu = 0, 0.0, 0.0

    def measure(self, items: int, work: Callable[[], object]) -> None:
        """Do the work and add what it took."""
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu
        self.items += items

    def show(self) -> None:
        """One line."""
        print(f"{self.what:40} {self.items / self.wall:10,.0f} /s {self.cpu / self.items * 1e6:10,.0f} us CPU each")


def bare_httpx(port: int, items: list[Delivery]) -> None:
    asyncio.run(_bare_httpx(f"http://127.0.0.1:{port}/articles/", items))


async def _bare_httpx(url: str, items: list[Delivery]) -> None:
    waiting = iter(items)
    limits = httpx.Limits(max_connections=IN_FLIGHT)
    async with httpx.AsyncClient(limits=limits, trust_env=False) as client:

        async def work() -> None:
            for each in waiting:
                answer = await client.put(
                    url + each.slug, content=each.content, headers={"content-type": each.media_type}
                )
                answer.raise_for_status()

        await asyncio.gather(*(work() for _ in range(IN_FLIGHT)))


def raw_sockets(port: int, items: list[Delivery]) -> None:
    """The ceiling: requests made beforehand, answers read only as far as needed."""
    requests = [
        f"PUT /articles/{each.slug} HTTP/1.1\r\nhost: x\r\ncontent-type: {each.media_type}\r\n"
        f"content-length: {len(each.content)}\r\n\r\n".encode()
        + each.content
        for each in items
    ]
    asyncio.run(_raw_sockets(port, requests))


async def _raw_sockets(port: int, requests: list[bytes]) -> None:
    waiting = iter(requests)

    async def work() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for each in waiting:
            writer.write(each)
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")):
                raise SystemExit(head.decode())
        writer.close()

    await asyncio.gather(*(work() for _ in range(IN_FLIGHT)))


def through_outbox(outbox: Outbox, port: int, name: str) -> None:
    endpoint = Endpoint(name=name, url=f"http://127.0.0.1:{port}/articles", in_flight=IN_FLIGHT)
    summary = publish(outbox, [endpoint], circumstances=Circumstances(environment={}), mode="drain")
    if not summary.complete:
        raise SystemExit(f"not everything was delivered: {summary.waiting}")


def enqueue(outbox: Outbox, items: list[Delivery], name: str) -> None:
    for start in range(0, len(items), 500):
        outbox.enqueue(items[start : start + 500], [name], now=time.time())


def wrk(port: int, slug: str) -> None:
    if shutil.which("wrk"):
        subprocess.run(["wrk", "-t1", f"-c{IN_FLIGHT}", "-d3s", f"http://127.0.0.1:{port}/articles/{slug}"], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=5000, help="how many are queued at once")
    parser.add_argument("--rounds", type=int, default=5, help="how often the ways take turns")
    options = parser.parse_args()
    meters = {
        each: Meter(each)
        for each in (
            "receiver's ceiling (raw sockets)",
            "bare httpx",
            "through the outbox",
            "enqueue, 500 a transaction",
        )
    }
    ceiling, bare, ours, queueing = meters.values()
    few = min(options.items // options.rounds, 2000)
    with tempfile.TemporaryDirectory() as folder:
        process, port = start_receiver(Path(folder))
        outbox = Outbox.open(Path(folder) / "newsgraph.sqlite")
        print(
            f"{options.items:,} documents of {len(document('q0')):,} bytes queued, {IN_FLIGHT} in flight, {os.cpu_count()} cores"
        )
        raw_sockets(port, deliveries("warm", 200))
        for n in range(options.rounds):
            queued = deliveries(f"q{n}-", few)
            queueing.measure(few, partial(enqueue, outbox, queued, f"e{n}"))
        rest = deliveries("rest", options.items - few * options.rounds)
        if rest:
            queueing.measure(len(rest), partial(enqueue, outbox, rest, "rest"))
        for n in range(options.rounds):
            ceiling.measure(few, partial(raw_sockets, port, deliveries(f"r{n}-", few)))
            bare.measure(few, partial(bare_httpx, port, deliveries(f"b{n}-", few)))
            ours.measure(few, partial(through_outbox, outbox, port, f"e{n}"))
        for each in meters.values():
            each.show()
        wall, cpu = (
            (ours.wall / ours.items) / (bare.wall / bare.items),
            (ours.cpu / ours.items) / (bare.cpu / bare.items),
        )
        print(f"outbox / bare httpx: {wall:.2f} in time, {cpu:.2f} in CPU")
        wrk(port, "q0-0")
        outbox.close()
        process.kill()


if __name__ == "__main__":
    main()
