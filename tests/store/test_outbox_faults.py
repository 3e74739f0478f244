"""A full disk, a locked, damaged or newer database, a clock that jumps: each is said clearly, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pipeline.model.errors import PipelineError
from pipeline.model.publication import Delivery
from pipeline.store.outbox import Claim, Outbox, Settlement
from pipeline.store.outbox_endpoints import Allowance
from pipeline.store.outbox_lease import is_dead, new_lease


def delivery(slug: str, version: int = 1, size: int = 10, *, removal: bool = False) -> Delivery:
    return Delivery(
        article=f"https://example.org/{slug}",
        slug=slug,
        version=version,
        operation="delete" if removal else "put",
        canonical_hash=str(version),
        content=b"x" * size,
    )


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox.open(tmp_path / "newsgraph.sqlite")
    yield outbox
    outbox.close()


def test_a_full_disk_is_said_and_what_was_there_stays(outbox: Outbox) -> None:
    outbox.enqueue([delivery("kept")], ["e"], now=0.0)
    connection = outbox.database.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(PipelineError, match="disk is full"):
        outbox.enqueue([delivery("first"), delivery("large", size=1_000_000)], ["e"], now=0.0)
    assert [row.slug for row in outbox.listing()] == ["kept"]
    connection.execute("PRAGMA max_page_count = 1000000")
    assert outbox.enqueue([delivery("first")], ["e"], now=0.0) == 1


def test_a_locked_database_is_said(outbox: Outbox, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "newsgraph.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    outbox.database.connection.execute("PRAGMA busy_timeout = 20")
    with pytest.raises(PipelineError, match="locked by another process"):
        outbox.enqueue([delivery("a")], ["e"], now=0.0)
    other.execute("ROLLBACK")
    other.close()
    assert outbox.enqueue([delivery("a")], ["e"], now=0.0) == 1


@pytest.mark.parametrize("damage", [b"", b"not a database, " * 400, b"\x00" * 8192])
def test_a_file_that_is_no_outbox_is_said_and_left_as_it_is(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "newsgraph.sqlite"
    path.write_bytes(damage)
    if not damage:
        Outbox.open(path).close()
        return
    with pytest.raises(PipelineError, match=r"newsgraph\.sqlite"):
        Outbox.open(path)
    assert path.read_bytes() == damage


def test_a_database_that_is_damaged_inside_is_said(tmp_path: Path) -> None:
    path = tmp_path / "newsgraph.sqlite"
    outbox = Outbox.open(path)
    outbox.enqueue([delivery(f"a{n}", size=2000) for n in range(50)], ["e"], now=0.0)
    outbox.close()
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(PipelineError, match="damaged"):
        Outbox.open(path).listing()


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newsgraph.sqlite"
    outbox = Outbox.open(path)
    outbox.database.connection.execute("PRAGMA user_version = 999")
    outbox.close()
    with pytest.raises(PipelineError, match="newer newsgraph"):
        Outbox.open(path)


def test_a_backup_made_while_a_publisher_works_is_whole(outbox: Outbox, tmp_path: Path) -> None:
    outbox.enqueue([delivery(f"a{n}") for n in range(20)], ["e"], now=0.0)
    outbox.claim("e", limit=5, allowance=Allowance(), lease="l", now=0.0)
    outbox.database.backup(tmp_path / "copy.sqlite")
    copy = Outbox.open(tmp_path / "copy.sqlite")
    assert len(copy.listing(states=("pending",))) == 20
    copy.close()


def test_what_a_dead_publisher_held_is_free_at_once_and_what_a_living_one_holds_is_not(outbox: Outbox) -> None:
    outbox.enqueue([delivery("a"), delivery("b")], ["e"], now=0.0)
    program = "from pipeline.store.outbox_lease import new_lease; print(new_lease())"
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    lease = made.stdout.strip()
    outbox.claim("e", limit=1, allowance=Allowance(lease_s=1000.0), lease=lease, now=0.0)
    outbox.claim("e", limit=1, allowance=Allowance(lease_s=1000.0), lease=new_lease(), now=0.0)
    if not lease.startswith("/"):
        assert is_dead(lease)
        assert outbox.free_dead_leases("e", is_dead, now=1.0) == 1
        assert [
            each.delivery.slug for each in outbox.claim("e", limit=9, allowance=Allowance(), lease="l", now=1.0)
        ] == ["a"]


@pytest.mark.parametrize("lease", ["", "x", "a/b", "other-machine/1/2/3", "///", "a/b/c/d/e/f"])
def test_the_lease_of_somebody_unknown_is_never_called_dead(lease: str) -> None:
    assert not is_dead(lease)


class Disorder(RuleBasedStateMachine):
    """Builders and publishers in any order, publishers that stall or die: what is sent for an article only ever grows."""

    def __init__(self) -> None:
        super().__init__()
        self.outbox = Outbox.open(Path(":memory:"))
        self.now, self.claimed = 0.0, 0
        self.versions: dict[str, int] = {}
        self.removals: dict[str, list[int]] = {}
        self.held: list[Claim] = []
        self.sent: dict[str, int] = {}

    @rule(slug=st.sampled_from("abc"), removal=st.booleans())
    def build(self, slug: str, removal: bool) -> None:
        version = self.versions[slug] = self.versions.get(slug, 0) + 1
        if removal:
            self.removals.setdefault(slug, []).append(version)
        self.outbox.enqueue([delivery(slug, version, removal=removal)], ["e"], now=self.now)

    @rule(limit=st.integers(1, 4))
    def claim(self, limit: int) -> None:
        self.claimed += 1
        allowance = Allowance(lease_s=10.0)
        claims = self.outbox.claim("e", limit=limit, allowance=allowance, lease=f"l{self.claimed}", now=self.now)
        assert len({each.delivery.slug for each in claims}) == len(claims)
        self.held += claims

    @rule(data=st.data())
    def settle(self, data: st.DataObject) -> None:
        if not self.held:
            return
        claim = data.draw(st.sampled_from(self.held))
        self.held.remove(claim)
        state = data.draw(st.sampled_from(["delivered", "pending", "dead"]))
        settlement = Settlement(claim=claim, state=state, due_at=self.now)  # type: ignore[arg-type]  # one of three
        if not self.outbox.settle([settlement], now=self.now):
            return
        slug, version = claim.delivery.slug, claim.delivery.version
        if state == "delivered":
            assert version > self.sent.get(slug, 0)
            self.sent[slug] = version
        if state == "dead" and version in self.removals.get(slug, []):
            self.removals[slug].remove(version)  # a later version may settle it

    @rule(seconds=st.sampled_from([1.0, 11.0]))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @invariant()
    def no_removal_was_coalesced_away(self) -> None:
        states = {(row.slug, row.version): row.state for row in self.outbox.listing()}
        for slug, versions in self.removals.items():
            assert all(states[slug, each] != "superseded" for each in versions)

    @invariant()
    def the_newest_version_is_never_lost(self) -> None:
        states = {(row.slug, row.version): row.state for row in self.outbox.listing()}
        for slug, version in self.versions.items():
            assert states[slug, version] in {"pending", "delivered", "dead"}

    def teardown(self) -> None:
        self.outbox.close()


TestDisorder = Disorder.TestCase
TestDisorder.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
