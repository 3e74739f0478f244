"""The publisher against the embedded receiver, and against endpoints that misbehave."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
import pytest

from pipeline.deliver.channels import OpenChannel
from pipeline.deliver.parcel import Parcel, Reply
from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Delivery, Operation
from pipeline.receive import embedded
from pipeline.run.publishing import Circumstances, publish
from pipeline.run.publishing_loop import Publisher
from pipeline.store.outbox import Outbox
from tests.deliver.servers import answer, scripted

WORLD = Circumstances(environment={}, chance=lambda: 0.1, patience_s=2.0)


def document(slug: str, text: str) -> bytes:
    article = {
        "@type": "NewsArticle",
        "@id": f"https://example.org/{slug}#article",
        "url": f"https://example.org/{slug}",
        "headline": text,
    }
    return json.dumps({"@context": "https://schema.org", "@graph": [article]}).encode()


def delivery(slug: str, version: int, text: str = "", operation: Operation = "put") -> Delivery:
    content = b"" if operation == "delete" else document(slug, text or f"{slug} {version}")
    return Delivery(
        article=f"https://example.org/{slug}",
        slug=slug,
        version=version,
        operation=operation,
        canonical_hash=text,
        content=content,
    )


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox.open(tmp_path / "newsgraph.sqlite")
    yield outbox
    outbox.close()


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[Endpoint]:
    with embedded(tmp_path / "received.sqlite") as receiver:
        yield Endpoint(name="e", url=receiver.url, timeout_s=5.0)


def test_articles_arrive_as_they_are(outbox: Outbox, endpoint: Endpoint) -> None:
    outbox.enqueue([delivery(f"a{n}", 1) for n in range(20)], ["e"], now=time.time())
    summary = publish(outbox, [endpoint], circumstances=WORLD)
    assert summary.complete
    assert [each.outcome for each in summary.receipts] == ["delivered"] * 20
    answer = httpx.get(f"{endpoint.url}/a7")
    assert answer.content == document("a7", "a7 1")
    assert answer.headers["article-version"] == "1"


def test_edits_reverts_and_removals_arrive_in_order(outbox: Outbox, endpoint: Endpoint) -> None:
    for version, text in enumerate(("A", "B", "A"), start=1):
        outbox.enqueue([delivery("a", version, text)], ["e"], now=time.time())
        assert publish(outbox, [endpoint], circumstances=WORLD).complete
    assert httpx.get(f"{endpoint.url}/a").content == document("a", "A")
    outbox.enqueue([delivery("a", 4, operation="delete")], ["e"], now=time.time())
    assert publish(outbox, [endpoint], circumstances=WORLD).complete
    assert httpx.get(f"{endpoint.url}/a").status_code == 410
    outbox.enqueue([delivery("a", 5, "back")], ["e"], now=time.time())
    assert publish(outbox, [endpoint], circumstances=WORLD).complete
    assert httpx.get(f"{endpoint.url}/a").headers["article-version"] == "5"


def test_a_second_run_sends_nothing(outbox: Outbox, endpoint: Endpoint) -> None:
    outbox.enqueue([delivery("a", 1)], ["e"], now=time.time())
    publish(outbox, [endpoint], circumstances=WORLD)
    again = publish(outbox, [endpoint], circumstances=WORLD)
    assert again.complete
    assert again.receipts == ()


def test_a_refused_document_is_dead_with_its_findings(outbox: Outbox, endpoint: Endpoint) -> None:
    bad = Delivery(
        article="https://example.org/x", slug="x", version=1, operation="put", canonical_hash="", content=b"{}"
    )
    outbox.enqueue([bad, delivery("good", 1)], ["e"], now=time.time())
    summary = publish(outbox, [endpoint], circumstances=WORLD)
    assert {each.article.rpartition("/")[2]: each.outcome for each in summary.receipts} == {
        "x": "dead",
        "good": "delivered",
    }
    (row,) = outbox.listing(states=("dead",))
    assert row.status == 422
    assert json.loads(row.problem or "")["errors"][0]["code"] == "json-ld-shape"


def test_an_endpoint_that_is_down_keeps_everything_and_gets_it_when_it_is_back(
    outbox: Outbox, endpoint: Endpoint
) -> None:
    down = Endpoint(name="e", url="http://127.0.0.1:9/articles", timeout_s=1.0)
    outbox.enqueue([delivery("a", 1), delivery("b", 1)], ["e"], now=time.time())
    summary = publish(outbox, [down], circumstances=Circumstances(environment={}, patience_s=0.1))
    (left,) = summary.waiting
    assert (left.pending, left.dead) == (2, 0)
    assert "cannot connect" in left.why
    assert publish(outbox, [endpoint], circumstances=WORLD).complete


def test_an_article_with_a_folder_endpoint_becomes_a_file(outbox: Outbox, tmp_path: Path) -> None:
    endpoint = Endpoint(name="e", url=str(tmp_path / "out"), kind="folder")
    outbox.enqueue([delivery("a", 1), delivery("../b", 1)], ["e"], now=time.time())
    summary = publish(outbox, [endpoint], circumstances=WORLD)
    assert (tmp_path / "out" / "a.jsonld").read_bytes() == document("a", "a 1")
    assert [each.dead for each in summary.waiting] == [1]
    assert not (tmp_path / "b.jsonld").exists()


def test_a_correction_settles_what_was_refused_before_it(outbox: Outbox, endpoint: Endpoint) -> None:
    bad = Delivery(
        article="https://example.org/a", slug="a", version=1, operation="put", canonical_hash="", content=b"{}"
    )
    outbox.enqueue([bad], ["e"], now=time.time())
    assert [each.dead for each in publish(outbox, [endpoint], circumstances=WORLD).waiting] == [1]
    outbox.enqueue([delivery("a", 2)], ["e"], now=time.time())
    assert publish(outbox, [endpoint], circumstances=WORLD).complete
    assert [row.state for row in outbox.listing()] == ["superseded", "delivered"]


def test_an_outage_kills_no_delivery_but_a_fault_of_one_document_does(outbox: Outbox) -> None:
    def play(request: bytes, connection: socket.socket) -> None:
        well = outage == [] and b"/articles/poison " not in request
        answer("201 Created" if well else "500 Broken")(request, connection)

    outage = ["on"]
    world = Circumstances(environment={}, chance=lambda: 0.0, patience_s=0.3)
    with scripted(play) as server:
        endpoint = Endpoint(name="e", url=server.url, max_attempts=6, timeout_s=2.0)
        outbox.enqueue([delivery("a", 1)], ["e"], now=time.time())
        for _ in range(3):
            publish(outbox, [endpoint], circumstances=world)
        assert outbox.listing()[0].state == "pending", "the endpoint failed for everybody"
        assert len(server.requests) > 6
        outage.clear()
        outbox.enqueue([delivery("poison", 1), *(delivery(f"b{n}", 1) for n in range(9))], ["e"], now=time.time())
        publish(outbox, [endpoint], circumstances=world)
        for n in range(20):
            outbox.enqueue([delivery(f"c{n}", 1)], ["e"], now=time.time())
            publish(outbox, [endpoint], circumstances=world)
    states = {row.slug: row.state for row in outbox.listing()}
    assert states.pop("poison") == "dead"
    assert set(states.values()) == {"delivered"}


def test_after_a_week_of_faults_a_delivery_is_dead_and_keeps_its_content(outbox: Outbox) -> None:
    down = Endpoint(name="e", url="http://127.0.0.1:9/articles", timeout_s=1.0)
    week_ago = time.time() - 8 * 86_400
    outbox.enqueue([delivery("a", 1)], ["e"], now=week_ago)
    first = Circumstances(environment={}, patience_s=0.0, clock=lambda: week_ago)
    assert [each.dead for each in publish(outbox, [down], circumstances=first).waiting] == [0]
    summary = publish(outbox, [down], circumstances=Circumstances(environment={}, patience_s=0.1))
    assert [each.dead for each in summary.waiting] == [1]
    stored = outbox.get(1)
    assert stored is not None
    assert stored[1] == document("a", "a 1")


def test_a_delivery_that_waited_for_a_publisher_is_not_dead_at_its_first_fault(outbox: Outbox) -> None:
    down = Endpoint(name="e", url="http://127.0.0.1:9/articles", timeout_s=1.0)
    outbox.enqueue([delivery("a", 1)], ["e"], now=time.time() - 4_000 * 86_400)
    summary = publish(outbox, [down], circumstances=Circumstances(environment={}, patience_s=0.1))
    assert [(each.pending, each.dead) for each in summary.waiting] == [(1, 0)]


def test_a_mistake_of_ours_holds_up_one_delivery_and_not_the_others(outbox: Outbox) -> None:
    async def deliver(parcels: Sequence[Parcel]) -> Sequence[Reply]:
        if parcels[0].delivery.slug == "broken":
            raise ZeroDivisionError("in the channel")
        return [Reply(verdict="delivered")]

    async def close() -> None:
        """Nothing is open."""

    outbox.enqueue([delivery("broken", 1), delivery("good", 1)], ["e"], now=time.time())
    world = Circumstances(environment={}, patience_s=0.0, chance=lambda: 1.0)
    endpoint, opened = Endpoint(name="e", url="unused"), OpenChannel(channels=(deliver,), close=close)
    asyncio.run(Publisher(outbox, endpoint, opened, circumstances=world, mode="pass").run())
    states = {row.slug: (row.state, row.detail) for row in outbox.listing()}
    assert states["good"] == ("delivered", "")
    assert states["broken"][0] == "pending"
    assert "please report it: ZeroDivisionError" in states["broken"][1]
