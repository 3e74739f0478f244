"""``newsgraph publish``: exit codes and words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.model.publication import Delivery
from pipeline.receive import embedded
from pipeline.receive.holdings import Holdings
from pipeline.run.publishing_record import record
from pipeline.store.builds import Build
from pipeline.store.outbox import Outbox, Settlement
from pipeline.store.outbox_endpoints import Allowance

CONTENT = b'{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","url":"https://example.org/a"}]}'
DELIVERY = Delivery(
    article="https://example.org/a", slug="a", version=1, operation="put", canonical_hash="h", content=CONTENT
)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    outbox = Outbox.open(tmp_path / "output" / ".state" / "newsgraph.sqlite")
    outbox.enqueue([DELIVERY], ["one"], now=time.time())
    outbox.close()
    return tmp_path


def publish(newsroom: Path, url: str, *arguments: str, more: str = "") -> Result:
    path = newsroom / "newsroom.toml"
    path.write_text(
        '[site]\nurl = "https://example.org"\n[publisher]\nname = "E"\n'
        f'[[endpoints]]\nname = "one"\nurl = "{url}"\ntimeout_s = 2.0\n{more}',
        encoding="utf-8",
    )
    return CliRunner().invoke(
        main, ["publish", "--config", str(path), "--output", str(newsroom / "output"), *arguments]
    )


def test_delivered_is_exit_0_and_a_second_run_does_nothing(newsroom: Path) -> None:
    with embedded(newsroom / "received.sqlite") as receiver:
        first, second = publish(newsroom, receiver.url), publish(newsroom, receiver.url)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "1 delivered" in first.output
    assert "Nothing to deliver" in second.output


def test_an_endpoint_that_is_down_is_exit_3_and_then_all_arrives(newsroom: Path) -> None:
    down = publish(newsroom, "http://127.0.0.1:9/articles", "--wait", "0.1")
    assert down.exit_code == 3
    assert "one: 1 waiting" in down.output
    assert "cannot connect" in down.output
    assert "Traceback" not in down.output
    with embedded(newsroom / "received.sqlite") as receiver:
        assert publish(newsroom, receiver.url).exit_code == 0


def test_the_way_out_for_the_dead_is_named(tmp_path: Path) -> None:
    outbox = Outbox.open(tmp_path / "output" / ".state" / "newsgraph.sqlite")
    outbox.enqueue([DELIVERY], ["one"], now=time.time())
    allowance = Allowance(lease_s=0.0)
    (claim,) = outbox.claim("one", limit=1, allowance=allowance, lease="test", now=time.time())
    outbox.settle([Settlement(claim=claim, state="dead", detail="refused")], now=time.time())
    outbox.close()
    for _ in range(2):
        down = publish(tmp_path, "http://127.0.0.1:9/articles", "--wait", "0.1")
        assert "one: 0 waiting, 1 dead" in down.output
        assert "newsgraph outbox retry --all" in down.output


def test_a_dry_run_sends_nothing(newsroom: Path) -> None:
    result = publish(newsroom, "http://127.0.0.1:9/articles", "--dry-run")
    assert result.exit_code == 0
    assert "put https://example.org/a version 1" in result.output


def test_a_missing_secret_is_a_usage_error_that_names_the_variable(newsroom: Path) -> None:
    result = publish(newsroom, "http://127.0.0.1:9/articles", more='secret_env = "NOT_SET_ANYWHERE"\n')
    assert result.exit_code == 2
    assert "NOT_SET_ANYWHERE" in result.output


def test_a_damaged_outbox_is_said_clearly(newsroom: Path) -> None:
    (newsroom / "output" / ".state" / "newsgraph.sqlite").write_bytes(b"no database at all" * 100)
    result = publish(newsroom, "http://127.0.0.1:9/articles")
    assert result.exit_code == 2
    assert "restore a backup" in result.output


def test_an_endpoint_named_only_when_publishing_gets_what_was_built(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    outbox = Outbox.open(folder / ".state" / "newsgraph.sqlite")
    build = Build(article="https://example.org/a", slug="a", canonical_hash="g", page_hash="p")
    record(outbox, build, content=CONTENT, endpoints=[], now=time.time())
    outbox.close()
    (folder / "articles" / "a").mkdir(parents=True)
    (folder / "articles" / "a" / "graph.jsonld").write_bytes(CONTENT)
    with embedded(tmp_path / "received.sqlite") as receiver:
        environment = {"NEWSGRAPH_ENDPOINT": receiver.url}
        result = CliRunner().invoke(main, ["publish", "--output", str(folder)], env=environment)
    assert (result.exit_code, "1 delivered" in result.output) == (0, True)
    with Holdings(tmp_path / "received.sqlite") as holdings:
        held = holdings.get("a")
    assert held is not None
    assert held.content == CONTENT


def test_deliveries_of_an_endpoint_that_is_configured_no_more_are_named(newsroom: Path) -> None:
    outbox = Outbox.open(newsroom / "output" / ".state" / "newsgraph.sqlite")
    outbox.enqueue([DELIVERY], ["gone"], now=time.time())
    outbox.close()
    with embedded(newsroom / "received.sqlite") as receiver:
        result = publish(newsroom, receiver.url)
    assert result.exit_code == 0
    assert "1 deliveries wait for the endpoint 'gone'" in result.output


def test_an_endpoint_that_is_not_configured_is_a_usage_error(newsroom: Path) -> None:
    result = publish(newsroom, "http://127.0.0.1:9/x", "--endpoint", "nobody")
    assert result.exit_code == 2
    assert "Known: one" in result.output
