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


def measured(what: str, items: int, work: Callable[[], object]) -> tuple[float, float]:
    """Print and return seconds and CPU seconds for one item."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = (time.perf_counter() - wall) / items, (time.process_time() - cpu) / items
    print(f"{what:44} {1 / wall:10,.0f} /s {cpu * 1e6:10,.0f} us CPU each")
    return wall, cpu


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


def through_outbox(outbox: Outbox, port: int) -> None:
    endpoint = Endpoint(name="e", url=f"http://127.0.0.1:{port}/articles", in_flight=IN_FLIGHT)
    summary = publish(outbox, [endpoint], circumstances=Circumstances(environment={}), mode="drain")
    if not summary.complete:
        raise SystemExit(f"not everything was delivered: {summary.waiting}")


def enqueue(outbox: Outbox, items: list[Delivery]) -> None:
    for start in range(0, len(items), 500):
        outbox.enqueue(items[start : start + 500], ["e"], now=0.0)


def wrk(port: int, slug: str) -> None:
    if shutil.which("wrk"):
        subprocess.run(["wrk", "-t1", f"-c{IN_FLIGHT}", "-d3s", f"http://127.0.0.1:{port}/articles/{slug}"], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=2000)
    items = parser.parse_args().items
    with tempfile.TemporaryDirectory() as folder:
        process, port = start_receiver(Path(folder))
        outbox = Outbox.open(Path(folder) / "newsgraph.sqlite")
        queued = deliveries("q", items)
        print(f"{items:,} documents of {len(queued[0].content):,} bytes, {IN_FLIGHT} in flight, {os.cpu_count()} cores")
        few = min(items, 5000)
        raw_sockets(port, deliveries("warm", 200))
        measured("receiver's ceiling (raw sockets)", few, lambda: raw_sockets(port, deliveries("r", few)))
        bare = measured("bare httpx", few, lambda: bare_httpx(port, deliveries("b", few)))
        measured("enqueue, 500 a transaction", items, lambda: enqueue(outbox, queued))
        ours = measured("through the outbox", items, lambda: through_outbox(outbox, port))
        print(f"outbox / bare httpx: {ours[0] / bare[0]:.2f} in time, {ours[1] / bare[1]:.2f} in CPU")
        wrk(port, "q0")
        outbox.close()
        process.kill()


if __name__ == "__main__":
    main()
