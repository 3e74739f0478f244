"""The outbox loses nothing, gives nothing to two publishers at once, and keeps each article's order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model.publication import Delivery, Operation
from pipeline.store.builds import Build, Builds
from pipeline.store.outbox import Claim, Outbox, Settlement, delivery_key
from pipeline.store.outbox_endpoints import Allowance, Endpoints


def delivery(article: str = "a", version: int = 1, operation: Operation = "put", canonical_hash: str = "h") -> Delivery:
    return Delivery(
        article=f"https://example.org/{article}",
        slug=article,
        version=version,
        operation=operation,
        canonical_hash=canonical_hash,
        content=b"" if operation == "delete" else f"{article} {version}".encode(),
    )


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox.open(tmp_path / "newsgraph.sqlite")
    yield outbox
    outbox.close()


def claim(
    outbox: Outbox, *, now: float = 0.0, limit: int = 10, lease: str = "one", **allowance: float
) -> tuple[Claim, ...]:
    return outbox.claim("e", limit=limit, allowance=Allowance(**allowance), lease=lease, now=now)  # type: ignore[arg-type]  # floats only


def deliver(outbox: Outbox, claimed: Claim, *, now: float = 0.0, etag: str | None = None) -> bool:
    return bool(outbox.settle([Settlement(claim=claimed, state="delivered", etag=etag)], now=now))


def test_the_same_delivery_is_enqueued_once(outbox: Outbox) -> None:
    assert outbox.enqueue([delivery()], ["e", "f"], now=0.0) == 2
    assert outbox.enqueue([delivery()], ["e", "f"], now=1.0) == 0


def test_there_and_back_again_are_three_keys() -> None:
    keys = {delivery_key("e", delivery(version=v, canonical_hash=h)) for v, h in ((1, "a"), (2, "b"), (3, "a"))}
    assert len(keys) == 3


def test_keys_of_two_endpoints_and_two_operations_differ() -> None:
    keys = {delivery_key(e, delivery(operation=o)) for e in ("e", "f") for o in ("put", "delete")}  # type: ignore[arg-type]  # literals
    assert len(keys) == 4


def test_a_claimed_row_is_not_given_to_another_until_its_lease_ends(outbox: Outbox) -> None:
    outbox.enqueue([delivery()], ["e"], now=0.0)
    assert len(claim(outbox, now=0.0, lease_s=60.0)) == 1
    assert claim(outbox, now=59.0) == ()
    again = claim(outbox, now=60.0, lease="two")
    assert [each.attempts for each in again] == [2]


def test_who_lost_the_lease_cannot_settle(outbox: Outbox) -> None:
    outbox.enqueue([delivery()], ["e"], now=0.0)
    (stalled,) = claim(outbox, now=0.0, lease_s=10.0)
    (current,) = claim(outbox, now=20.0, lease="two")
    assert not deliver(outbox, stalled)
    assert deliver(outbox, current)
    assert not deliver(outbox, current), "a second settlement changes nothing"


def test_a_later_version_waits_for_the_one_before(outbox: Outbox) -> None:
    outbox.enqueue([delivery(version=1)], ["e"], now=0.0)
    (first,) = claim(outbox)
    outbox.enqueue([delivery(version=2), delivery("b")], ["e"], now=0.0)
    assert [each.delivery.slug for each in claim(outbox, now=1.0)] == ["b"]
    deliver(outbox, first, etag='"1"')
    (second,) = claim(outbox, now=1.0)
    assert (second.delivery.version, second.known, second.etag) == (2, True, '"1"')


def test_versions_that_were_never_sent_are_superseded_by_the_newest(outbox: Outbox) -> None:
    for version in (1, 2, 3):
        outbox.enqueue([delivery(version=version)], ["e"], now=0.0)
    assert [each.delivery.version for each in claim(outbox)] == [3]
    assert [row.state for row in outbox.listing()] == ["superseded", "superseded", "pending"]


def test_what_was_tried_once_is_not_coalesced(outbox: Outbox) -> None:
    outbox.enqueue([delivery(version=1)], ["e"], now=0.0)
    (first,) = claim(outbox)
    outbox.settle([Settlement(claim=first, state="pending", due_at=5.0)], now=0.0)
    outbox.enqueue([delivery(version=2)], ["e"], now=0.0)
    assert [each.delivery.version for each in claim(outbox, now=10.0)] == [1]


def test_a_removal_is_never_coalesced_away(outbox: Outbox) -> None:
    outbox.enqueue([delivery(version=1), delivery(version=2, operation="delete")], ["e"], now=0.0)
    outbox.enqueue([delivery(version=3)], ["e"], now=0.0)
    (removal,) = claim(outbox)
    assert removal.delivery.operation == "delete"
    deliver(outbox, removal)
    (back,) = claim(outbox)
    assert (back.delivery.version, back.known) == (3, False)


def test_what_never_left_does_not_count_as_an_attempt(outbox: Outbox) -> None:
    outbox.enqueue([delivery()], ["e"], now=0.0)
    (first,) = claim(outbox)
    outbox.settle([Settlement(claim=first, state="pending", due_at=0.0, unsent=True)], now=0.0)
    assert [each.attempts for each in claim(outbox)] == [1]


def test_a_build_and_its_delivery_commit_together_or_not_at_all(outbox: Outbox) -> None:
    def fail() -> None:
        with outbox.database.transaction():
            Builds(outbox.database).record(Build(article="https://example.org/a", slug="a"), now=0.0)
            outbox.enqueue([delivery()], ["e"], now=0.0)
            raise RuntimeError("killed here")

    with pytest.raises(RuntimeError):
        fail()
    assert Builds(outbox.database).all() == ()
    assert outbox.listing() == ()


def test_two_connections_never_claim_the_same_row(outbox: Outbox, tmp_path: Path) -> None:
    outbox.enqueue([delivery(f"a{n}") for n in range(20)], ["e"], now=0.0)
    other = Outbox.open(tmp_path / "newsgraph.sqlite")
    mine = {each.id for each in claim(outbox, limit=12)}
    theirs = {each.id for each in claim(other, limit=12, lease="two")}
    other.close()
    assert len(mine) == 12
    assert len(theirs) == 8
    assert not mine & theirs


def test_a_clock_set_back_does_not_keep_rows_waiting(outbox: Outbox) -> None:
    outbox.enqueue([delivery()], ["e"], now=1_000_000.0)
    Endpoints(outbox.database).pause("e", until=1_000_500.0, fault="busy")
    assert claim(outbox, now=10.0) == ()
    outbox.rescue(now=10.0)
    assert len(claim(outbox, now=10.0)) == 1


def test_what_nobody_has_tried_is_due_even_if_the_clock_goes_back_a_little(outbox: Outbox) -> None:
    outbox.enqueue([delivery("a"), delivery("b")], ["e"], now=5000.0)
    (tried,) = claim(outbox, now=5000.0, limit=1)
    outbox.settle([Settlement(claim=tried, state="pending", due_at=5100.0)], now=5000.0)
    assert outbox.rescue(now=4000.0) == 1
    assert [each.delivery.slug for each in claim(outbox, now=4000.0)] == ["b"]


def test_a_disabled_endpoint_gets_nothing_until_it_is_enabled(outbox: Outbox) -> None:
    outbox.enqueue([delivery()], ["e"], now=0.0)
    endpoints = Endpoints(outbox.database)
    endpoints.disable("e", "410")
    assert claim(outbox) == ()
    endpoints.enable("e")
    assert len(claim(outbox)) == 1


def test_an_open_circuit_lets_one_try_and_closes_on_success(outbox: Outbox) -> None:
    outbox.enqueue([delivery(f"a{n}") for n in range(5)], ["e"], now=0.0)
    endpoints = Endpoints(outbox.database)
    for _ in range(5):
        endpoints.fail("e", "500", opens=False, wait=lambda _: 30.0, now=0.0)
    assert claim(outbox, now=29.0) == ()
    assert len(claim(outbox, now=31.0)) == 1
    assert claim(outbox, now=32.0, lease="two") == (), "only one tries"
    endpoints.succeed("e")
    assert len(claim(outbox, now=33.0)) == 4


def test_the_circuit_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "newsgraph.sqlite"
    first = Outbox.open(path)
    first.enqueue([delivery()], ["e"], now=0.0)
    Endpoints(first.database).fail("e", "refused", opens=True, wait=lambda _: 100.0, now=0.0)
    first.close()
    second = Outbox.open(path)
    assert claim(second, now=50.0) == ()
    second.close()


def test_the_rate_is_shared_by_all_publishers(outbox: Outbox) -> None:
    outbox.enqueue([delivery(f"a{n}") for n in range(50)], ["e"], now=0.0)
    allowance = Allowance(rate_per_s=10.0, burst=5, lease_s=1000.0)
    taken = [
        len(outbox.claim("e", limit=50, allowance=allowance, lease=f"l{n}", now=100.0 + n / 10)) for n in range(21)
    ]
    assert taken[0] == 5
    assert sum(taken) == 5 + 20


def test_content_is_let_go_once_delivered(outbox: Outbox) -> None:
    outbox.enqueue([delivery()], ["e"], now=0.0)
    (first,) = claim(outbox)
    deliver(outbox, first)
    stored = outbox.get(first.id)
    assert stored is not None
    assert stored[1] == b""
