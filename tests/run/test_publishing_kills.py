"""Publishers that are killed, stopped or behind a broken network: everything arrives once and in order."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Delivery
from pipeline.receive import embedded
from pipeline.receive.holdings import Holdings
from pipeline.run.publishing import Circumstances, publish
from pipeline.store.outbox import Outbox
from tests.fault_proxy import fault_proxy

WEIGHTS = {
    "pass": 0.4,
    "latency": 0.1,
    "reset": 0.1,
    "cut": 0.1,
    "throttle": 0.05,
    "busy": 0.1,
    "lost-answer": 0.1,
    "late": 0.05,
}


def delivery(slug: str, version: int) -> Delivery:
    article = {"@type": "NewsArticle", "url": f"https://example.org/{slug}", "headline": f"{slug} {version}"}
    content = json.dumps({"@context": "https://schema.org", "@graph": [article]}).encode()
    return Delivery(
        article=f"https://example.org/{slug}",
        slug=slug,
        version=version,
        operation="put",
        canonical_hash=str(version),
        content=content,
    )


def counted(path: Path) -> Callable[[], list[tuple[str, int]]]:
    """Every effect in the receiver's store, in order, counted by the store itself."""
    Holdings(path).close()
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE effect (n INTEGER PRIMARY KEY, slug TEXT, version INTEGER);"
        "CREATE TRIGGER effects AFTER INSERT ON document BEGIN"
        " INSERT INTO effect (slug, version) VALUES (new.slug, new.version); END;"
    )
    connection.close()

    def effects() -> list[tuple[str, int]]:
        connection = sqlite3.connect(path)
        found = connection.execute("SELECT slug, version FROM effect ORDER BY n").fetchall()
        connection.close()
        return found

    return effects


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_behind_a_broken_network_every_version_arrives_once_and_in_order(tmp_path: Path, seed: int) -> None:
    effects = counted(tmp_path / "received.sqlite")
    outbox = Outbox.open(tmp_path / "newsgraph.sqlite")
    world = Circumstances(environment={}, chance=lambda: 0.001, poll_s=0.01)
    with (
        embedded(tmp_path / "received.sqlite") as receiver,
        fault_proxy(receiver.port, WEIGHTS, seed=seed, slow_s=0.02) as (proxy, port),
    ):
        endpoint = Endpoint(name="e", url=f"http://127.0.0.1:{port}/articles", timeout_s=1.0, max_attempts=1000)
        for version in (1, 2, 3):
            outbox.enqueue([delivery(f"a{n}", version) for n in range(15)], ["e"], now=time.time())
            assert publish(outbox, [endpoint], circumstances=world, mode="drain").complete
        time.sleep(0.2)  # longer than the proxy keeps a late request
    outbox.close()
    assert len({fault for fault, count in proxy.seen.items() if count}) >= 5
    assert sorted(effects()) == sorted((f"a{n}", version) for n in range(15) for version in (1, 2, 3))
    for n in range(15):
        assert [version for slug, version in effects() if slug == f"a{n}"] == [1, 2, 3]


def watcher(tmp_path: Path, url: str) -> subprocess.Popen[bytes]:
    (tmp_path / "newsroom.toml").write_text(
        f'[site]\nurl = "https://example.org"\n[publisher]\nname = "E"\n[[endpoints]]\nname = "e"\nurl = "{url}"\n',
        encoding="utf-8",
    )
    arguments = [
        "publish",
        "--watch",
        "--config",
        str(tmp_path / "newsroom.toml"),
        "--output",
        str(tmp_path / "output"),
    ]
    return subprocess.Popen([sys.executable, "-m", "pipeline", *arguments], stderr=subprocess.PIPE)  # noqa: S603 - our own program


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("did not happen within 30 s")


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
def test_a_watching_publisher_that_ends_leaves_everything_to_the_next(tmp_path: Path, ending: signal.Signals) -> None:
    effects = counted(tmp_path / "received.sqlite")
    outbox = Outbox.open(tmp_path / "output" / ".state" / "newsgraph.sqlite")
    with embedded(tmp_path / "received.sqlite") as receiver:
        first = watcher(tmp_path, receiver.url)
        outbox.enqueue([delivery(f"a{n}", 1) for n in range(50)], ["e"], now=time.time())
        wait_for(lambda: len(effects()) >= 1)
        os.kill(first.pid, ending)
        first.wait(10)
        first.communicate()
        second = watcher(tmp_path, receiver.url)
        outbox.enqueue([delivery("a50", 1)], ["e"], now=time.time())
        wait_for(lambda: not outbox.counts()["e"].get("pending"))
        second.terminate()
        _, said = second.communicate(timeout=10)
    outbox.close()
    assert sorted(effects()) == sorted((f"a{n}", 1) for n in range(51))
    assert b"Traceback" not in said
    assert second.returncode == 0


def test_several_publishers_at_once_send_each_delivery_once(tmp_path: Path) -> None:
    effects = counted(tmp_path / "received.sqlite")
    path = tmp_path / "newsgraph.sqlite"
    outbox = Outbox.open(path)
    outbox.enqueue([delivery(f"a{n}", 1) for n in range(60)], ["e"], now=time.time())
    outbox.close()
    program = (
        "import sys; from pathlib import Path; from pipeline.model.newsroom import Endpoint;"
        "from pipeline.run.publishing import Circumstances, publish; from pipeline.store.outbox import Outbox;"
        "publish(Outbox.open(Path(sys.argv[1])), [Endpoint(name='e', url=sys.argv[2])],"
        " circumstances=Circumstances(environment={}), mode='drain')"
    )
    with embedded(tmp_path / "received.sqlite") as receiver:
        running = [subprocess.Popen([sys.executable, "-c", program, str(path), receiver.url]) for _ in range(3)]  # noqa: S603 - our own program
        assert [each.wait(60) for each in running] == [0, 0, 0]
    assert sorted(effects()) == sorted((f"a{n}", 1) for n in range(60))
