"""Only what readers can see makes a push."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from pipeline.model.newsroom import Endpoint
from pipeline.run.publishing_record import catch_up, record, retract
from pipeline.store.builds import Build
from pipeline.store.outbox import Outbox

PUSH = Endpoint(name="push", url="https://push.example/articles")
SEARCH = Endpoint(name="search", url="https://search.example", kind="indexnow")
FIRST = Build(article="https://example.org/a", slug="a", canonical_hash="g1", page_hash="p1")


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox.open(tmp_path / "newsgraph.sqlite")
    yield outbox
    outbox.close()


def rows(outbox: Outbox) -> list[tuple[str, int, str]]:
    return [(row.endpoint, row.version, row.operation) for row in outbox.listing()]


def changed(**values: str) -> Build:
    return msgspec.structs.replace(FIRST, **values)


def test_a_new_article_goes_everywhere(outbox: Outbox) -> None:
    record(outbox, FIRST, content=b"1", endpoints=[PUSH, SEARCH], now=1.0)
    assert rows(outbox) == [("push", 1, "put"), ("search", 1, "put")]


def test_an_unchanged_article_goes_nowhere(outbox: Outbox) -> None:
    record(outbox, FIRST, content=b"1", endpoints=[PUSH, SEARCH], now=1.0)
    record(outbox, changed(modified="2026-01-01"), content=b"1", endpoints=[PUSH, SEARCH], now=2.0)
    assert len(rows(outbox)) == 2


def test_search_engines_hear_of_changed_pages_only(outbox: Outbox) -> None:
    record(outbox, FIRST, content=b"1", endpoints=[PUSH, SEARCH], now=1.0)
    record(outbox, changed(canonical_hash="g2"), content=b"2", endpoints=[PUSH, SEARCH], now=2.0)
    record(outbox, changed(canonical_hash="g2", page_hash="p2"), content=b"2", endpoints=[PUSH, SEARCH], now=3.0)
    assert [(endpoint, version) for endpoint, version, _ in rows(outbox)] == [
        ("push", 1),
        ("search", 1),
        ("push", 2),
        ("push", 3),
        ("search", 3),
    ]


def test_an_endpoint_that_came_later_gets_what_is_there(outbox: Outbox) -> None:
    record(outbox, FIRST, content=b"1", endpoints=[PUSH], now=1.0)
    late = Endpoint(name="late", url="https://late.example/articles")
    record(outbox, FIRST, content=b"1", endpoints=[PUSH, late], now=2.0)
    record(outbox, FIRST, content=b"1", endpoints=[PUSH, late], now=3.0)
    assert rows(outbox) == [("push", 1, "put"), ("late", 1, "put")]


def test_an_endpoint_configured_after_the_build_catches_up_once(outbox: Outbox) -> None:
    record(outbox, FIRST, content=b"1", endpoints=[], now=1.0)
    record(outbox, changed(article="https://example.org/b", slug="b"), content=b"2", endpoints=[], now=1.0)
    retract(outbox, "https://example.org/b", endpoints=[], now=1.0)
    record(outbox, changed(article="https://example.org/c", slug="c"), content=b"3", endpoints=[], now=1.0)
    files = {"a": b"one"}
    assert catch_up(outbox, [PUSH, SEARCH], content_of=files.get, now=2.0) == 1
    assert catch_up(outbox, [PUSH, SEARCH], content_of=files.get, now=3.0) == 0
    assert rows(outbox) == [("push", 1, "put")]
    found = outbox.get(1)
    assert found is not None
    assert found[1] == b"one"


def test_a_search_engine_configured_later_hears_only_of_changes(outbox: Outbox) -> None:
    record(outbox, FIRST, content=b"1", endpoints=[], now=1.0)
    record(outbox, FIRST, content=b"1", endpoints=[SEARCH], now=2.0)
    assert rows(outbox) == []


def test_a_retraction_is_a_removal_everywhere(outbox: Outbox) -> None:
    record(outbox, FIRST, content=b"1", endpoints=[PUSH, SEARCH], now=1.0)
    retract(outbox, FIRST.article, endpoints=[PUSH, SEARCH], now=2.0)
    assert rows(outbox)[-2:] == [("push", 2, "delete"), ("search", 2, "delete")]
    retract(outbox, FIRST.article, endpoints=[PUSH, SEARCH], now=3.0)
    assert len(rows(outbox)) == 4


def test_search_engines_hear_of_an_article_that_comes_back(outbox: Outbox) -> None:
    record(outbox, FIRST, content=b"1", endpoints=[SEARCH], now=1.0)
    retract(outbox, FIRST.article, endpoints=[SEARCH], now=2.0)
    record(outbox, FIRST, content=b"1", endpoints=[SEARCH], now=3.0)
    assert rows(outbox) == [("search", 1, "put"), ("search", 2, "delete"), ("search", 3, "put")]
