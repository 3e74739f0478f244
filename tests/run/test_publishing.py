"""The publisher against the embedded receiver, and against endpoints that misbehave."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Delivery, Operation
from pipeline.receive import embedded
from pipeline.run.publishing import Circumstances, publish
from pipeline.store.outbox import Outbox

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
    outbox.enqueue([delivery(f"a{n}", 1) for n in range(20)], ["e"], now=0.0)
    summary = publish(outbox, [endpoint], circumstances=WORLD)
    assert summary.complete
    assert [each.outcome for each in summary.receipts] == ["delivered"] * 20
    answer = httpx.get(f"{endpoint.url}/a7")
    assert answer.content == document("a7", "a7 1")
    assert answer.headers["article-version"] == "1"


def test_edits_reverts_and_removals_arrive_in_order(outbox: Outbox, endpoint: Endpoint) -> None:
    for version, text in enumerate(("A", "B", "A"), start=1):
        outbox.enqueue([delivery("a", version, text)], ["e"], now=0.0)
        assert publish(outbox, [endpoint], circumstances=WORLD).complete
    assert httpx.get(f"{endpoint.url}/a").content == document("a", "A")
    outbox.enqueue([delivery("a", 4, operation="delete")], ["e"], now=0.0)
    assert publish(outbox, [endpoint], circumstances=WORLD).complete
    assert httpx.get(f"{endpoint.url}/a").status_code == 410
    outbox.enqueue([delivery("a", 5, "back")], ["e"], now=0.0)
    assert publish(outbox, [endpoint], circumstances=WORLD).complete
    assert httpx.get(f"{endpoint.url}/a").headers["article-version"] == "5"


def test_a_second_run_sends_nothing(outbox: Outbox, endpoint: Endpoint) -> None:
    outbox.enqueue([delivery("a", 1)], ["e"], now=0.0)
    publish(outbox, [endpoint], circumstances=WORLD)
    again = publish(outbox, [endpoint], circumstances=WORLD)
    assert again.complete
    assert again.receipts == ()


def test_a_refused_document_is_dead_with_its_findings(outbox: Outbox, endpoint: Endpoint) -> None:
    bad = Delivery(
        article="https://example.org/x", slug="x", version=1, operation="put", canonical_hash="", content=b"{}"
    )
    outbox.enqueue([bad, delivery("good", 1)], ["e"], now=0.0)
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
    outbox.enqueue([delivery("a", 1), delivery("b", 1)], ["e"], now=0.0)
    summary = publish(outbox, [down], circumstances=Circumstances(environment={}, patience_s=0.1))
    (left,) = summary.waiting
    assert (left.pending, left.dead) == (2, 0)
    assert "cannot connect" in left.why
    assert publish(outbox, [endpoint], circumstances=WORLD).complete


def test_an_article_with_a_folder_endpoint_becomes_a_file(outbox: Outbox, tmp_path: Path) -> None:
    endpoint = Endpoint(name="e", url=str(tmp_path / "out"), kind="folder")
    outbox.enqueue([delivery("a", 1), delivery("../b", 1)], ["e"], now=0.0)
    summary = publish(outbox, [endpoint], circumstances=WORLD)
    assert (tmp_path / "out" / "a.jsonld").read_bytes() == document("a", "a 1")
    assert [each.dead for each in summary.waiting] == [1]
    assert not (tmp_path / "b.jsonld").exists()
