"""Kill -9 as a way of life: a builder, publishers and a receiver are killed at random moments, behind a proxy that breaks things.

``python -m benchmarks.crash --kills 1000`` makes edits, reverts and removals meanwhile, and prints what was lost, what had its
effect twice, what came out of order and what was left stranded (all must be 0), and whether the receiver holds in the end exactly
what the newsroom built. The receiver's file counts its own effects by a trigger, so no program of ours is believed.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import signal
import socket
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import uvicorn

from pipeline.model.errors import PipelineError
from pipeline.model.newsroom import Endpoint
from pipeline.receive.application import application
from pipeline.receive.holdings import Holdings
from pipeline.run.publishing import Circumstances, publish
from pipeline.run.publishing_record import record, retract
from pipeline.store.builds import Build, Builds
from pipeline.store.outbox import Outbox
from tests.fault_proxy import FaultProxy

ARTICLES = 200
PUBLISHERS = 3
WEIGHTS = {
    "pass": 0.58,
    "latency": 0.1,
    "reset": 0.04,
    "cut": 0.06,
    "throttle": 0.02,
    "black-hole": 0.02,
    "busy": 0.06,
    "lost-answer": 0.08,
    "late": 0.04,
}
HASTE = 0.01
"""Waits are this much shorter than in life, so that a night fits into minutes."""


class Place(msgspec.Struct, frozen=True):
    """One run's files and ports."""

    folder: Path
    receiver_port: int
    proxy_port: int

    @property
    def outbox(self) -> Path:
        """The newsroom's database."""
        return self.folder / "newsgraph.sqlite"

    @property
    def received(self) -> Path:
        """The receiver's database."""
        return self.folder / "received.sqlite"

    @property
    def endpoint(self) -> Endpoint:
        """The receiver as it is seen through the proxy."""
        url = f"http://127.0.0.1:{self.proxy_port}/articles"
        return Endpoint(name="e", url=url, timeout_s=1.0, max_attempts=1_000_000)


class Tally(msgspec.Struct, kw_only=True):
    """What one run showed."""

    kills: int = 0
    drained_s: float = 0.0
    versions: int = 0
    effects: int = 0
    lost: int = 0
    duplicates: int = 0
    out_of_order: int = 0
    stranded: int = 0
    different: int = 0


def document(slug: str, text: str) -> bytes:
    url = f"https://example.org/{slug}"
    article = {"@type": "NewsArticle", "@id": f"{url}#article", "url": url, "headline": text, "articleBody": text * 20}
    return json.dumps({"@context": "https://schema.org", "@graph": [article]}).encode()


def build_forever(place: Place) -> None:
    """Edit, revert, remove: one to five articles in one transaction, again and again."""
    outbox, chance = Outbox.open(place.outbox), random.SystemRandom()
    while True:
        with outbox.database.transaction():
            for _ in range(chance.randint(1, 5)):
                _change_one(outbox, place.endpoint, chance)
        time.sleep(chance.random() * 0.2)


def _change_one(outbox: Outbox, endpoint: Endpoint, chance: random.Random) -> None:
    slug = f"a{chance.randrange(ARTICLES)}"
    article = f"https://example.org/{slug}"
    if chance.random() < 0.15:
        retract(outbox, article, endpoints=[endpoint], now=time.time())
        return
    texts = [each.canonical_hash for each in Builds(outbox.database).history(article)[-3:]]
    text = chance.choice(texts) if texts and chance.random() < 0.4 else f"text {chance.randrange(10**9)}"
    build = Build(article=article, slug=slug, canonical_hash=text, page_hash=text)
    record(outbox, build, content=document(slug, text), endpoints=[endpoint], now=time.time())


def publish_forever(place: Place, *, mode: str = "watch") -> None:
    circumstances = Circumstances(environment={}, chance=lambda: random.SystemRandom().random() * HASTE, poll_s=0.02)
    publish(Outbox.open(place.outbox), [place.endpoint], circumstances=circumstances, mode=mode)  # type: ignore[arg-type]  # the two modes used here


def receive_forever(place: Place) -> None:
    uvicorn.run(application(place.received), port=place.receiver_port, log_level="critical", access_log=False)


def proxy_forever(place: Place, seed: int) -> None:
    listening = socket.create_server(("127.0.0.1", place.proxy_port))
    asyncio.run(FaultProxy(place.receiver_port, WEIGHTS, seed=seed, slow_s=0.2).serve(listening))


class Children:
    """Processes by name; a killed one is started again."""

    def __init__(self) -> None:
        self._roles: dict[str, Callable[[], None]] = {}
        self._pids: dict[str, int] = {}

    def start(self, name: str, role: Callable[[], None]) -> None:
        """Fork a process that plays the role."""
        self._roles[name] = role
        pid = os.fork()
        if pid == 0:
            _play(role)
        self._pids[name] = pid

    def kill(self, name: str) -> None:
        """SIGKILL, and wait until it is gone."""
        os.kill(self._pids[name], signal.SIGKILL)
        os.waitpid(self._pids.pop(name), 0)

    def restart(self, name: str) -> None:
        """Start the same role anew."""
        self.start(name, self._roles[name])

    def kill_all(self) -> None:
        """End every process."""
        for name in list(self._pids):
            self.kill(name)


def _play(role: Callable[[], None]) -> None:
    """The child's whole life."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        role()
    except PipelineError as error:
        print(f"child: {error}", file=sys.stderr)
    finally:
        os._exit(1)


def one_run(kills: int, seed: int) -> Tally:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), free_port(), free_port())
        watch_effects(place.received)
        chance, children = random.Random(seed), Children()  # noqa: S311 - chance, not secrets
        children.start("proxy", lambda: proxy_forever(place, seed))
        children.start("receiver", lambda: receive_forever(place))
        mortal = ["receiver", "builder", *(f"publisher{n}" for n in range(PUBLISHERS))]
        children.start("builder", lambda: build_forever(place))
        for n in range(PUBLISHERS):
            children.start(f"publisher{n}", lambda: publish_forever(place))
        try:
            for _ in range(kills):
                time.sleep(chance.random() * 0.25)
                victim = chance.choice(mortal)
                children.kill(victim)
                children.restart(victim)
            children.kill("builder")
            drained_s = wait_until_drained(place)
            time.sleep(2.5)  # longer than the proxy keeps a late request
        finally:
            children.kill_all()
        return judge(place, kills, drained_s)


def watch_effects(received: Path) -> None:
    """Count every write of a document where it happens: in the receiver's own transaction."""
    Holdings(received).close()
    with contextlib.closing(sqlite3.connect(received)) as connection, connection:
        connection.executescript(
            "CREATE TABLE effect (n INTEGER PRIMARY KEY, slug TEXT, version INTEGER, state TEXT);"
            "CREATE TRIGGER effects AFTER INSERT ON document BEGIN"
            " INSERT INTO effect (slug, version, state) VALUES (new.slug, new.version, new.state); END;"
        )


def wait_until_drained(place: Place, limit_s: float = 120.0) -> float:
    """Seconds until the outbox was empty."""
    began = time.monotonic()
    ends = began + limit_s
    with contextlib.closing(Outbox.open(place.outbox)) as outbox:
        while time.monotonic() < ends and outbox.counts().get("e", {}).get("pending", 0):
            time.sleep(0.1)
    return time.monotonic() - began


def judge(place: Place, kills: int, drained_s: float) -> Tally:
    with contextlib.closing(sqlite3.connect(place.received)) as received:
        effects = received.execute("SELECT slug, version FROM effect ORDER BY n").fetchall()
    outbox = Outbox.open(place.outbox)
    with Holdings(place.received) as holdings, contextlib.closing(outbox):
        rows = outbox.listing(limit=10**9)
        builds = Builds(outbox.database).all()
        different = sum(not _holds(holdings, build) for build in builds)
    return Tally(
        kills=kills,
        drained_s=round(drained_s, 1),
        versions=len(rows),
        effects=len(effects),
        lost=_lost(rows, set(effects), builds),
        duplicates=len(effects) - len(set(effects)),
        out_of_order=_out_of_order(effects),
        stranded=sum(row.state in {"pending", "dead"} for row in rows),
        different=different,
    )


def _lost(rows: tuple, effects: set[tuple[str, int]], builds: tuple[Build, ...]) -> int:
    """Said to be delivered but without effect; or the newest version, neither delivered nor waiting."""
    never_arrived = sum(row.state == "delivered" and (row.slug, row.version) not in effects for row in rows)
    known = {(row.slug, row.version) for row in rows if row.state in {"delivered", "pending"}}
    return never_arrived + sum((build.slug, build.version) not in known for build in builds)


def _out_of_order(effects: list[tuple[str, int]]) -> int:
    newest: dict[str, int] = {}
    wrong = 0
    for slug, version in effects:
        wrong += version < newest.get(slug, 0)
        newest[slug] = max(version, newest.get(slug, 0))
    return wrong


def _holds(holdings: Holdings, build: Build) -> bool:
    held = holdings.get(build.slug)
    if held is None or held.version != build.version:
        return False
    if build.state == "deleted":
        return held.state == "deleted"
    return held.content == document(build.slug, build.canonical_hash)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the children are ended too
    tallies = []
    for n in range(options.runs):
        tallies.append(one_run(options.kills // options.runs, options.seed + n))
        print(json.dumps(msgspec.to_builtins(tallies[-1])), flush=True)
    total = {name: sum(getattr(each, name) for each in tallies) for name in Tally.__struct_fields__}
    print("in all " + ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in total.items()))
    sys.exit(any(total[name] for name in ("lost", "duplicates", "out_of_order", "stranded", "different")))


if __name__ == "__main__":
    main()
