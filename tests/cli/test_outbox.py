"""``newsgraph outbox``: what people see and do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.model.publication import Delivery, Operation
from pipeline.store.outbox import Outbox, Settlement
from pipeline.store.outbox_endpoints import Allowance, Endpoints

PROBLEM = (
    '{"title": "Invalid", "errors": [{"code": "no-date", "pointer": "/@graph/0", "message": "No \\u001b[31mdate."}]}'
)


def delivery(slug: str, version: int = 1, operation: Operation = "put") -> Delivery:
    return Delivery(
        article=f"https://example.org/{slug}",
        slug=slug,
        version=version,
        operation=operation,
        canonical_hash="h",
        content=b"{}",
    )


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """One dead row (1), one waiting (2), one delivered (3)."""
    outbox = Outbox.open(tmp_path / ".state" / "newsgraph.sqlite")
    outbox.enqueue([delivery("dead"), delivery("waiting"), delivery("done")], ["e"], now=0.0)
    claims = outbox.claim("e", limit=3, allowance=Allowance(), lease="l", now=0.0)
    dead, waiting, done = claims
    outbox.settle(
        [
            Settlement(claim=dead, state="dead", status=422, detail="422: Invalid", problem=PROBLEM),
            Settlement(claim=waiting, state="pending", due_at=4e9, status=503, detail="503"),
            Settlement(claim=done, state="delivered", etag='"1"'),
        ],
        now=1.0,
    )
    Endpoints(outbox.database).disable("e", "answered 410 Gone")
    outbox.close()
    return tmp_path


def run(output: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["outbox", "--output", str(output), *arguments])


def states(output: Path) -> dict[int, str]:
    outbox = Outbox.open(output / ".state" / "newsgraph.sqlite")
    found = {row.id: row.state for row in outbox.listing()}
    outbox.close()
    return found


def test_the_list_shows_every_row_and_how_the_endpoint_is(output: Path) -> None:
    text = run(output, "list").output
    assert "dead       e put https://example.org/dead version 1" in text
    assert "e: 1 dead, 1 delivered, 1 pending; disabled: answered 410 Gone" in text
    lines = run(output, "list", "--state", "dead", "--json").output.splitlines()
    assert [json.loads(each)["slug"] for each in lines] == ["dead"]


def test_dead_rows_come_with_findings_and_the_way_out_and_steer_no_terminal(output: Path) -> None:
    text = run(output, "dead").output
    assert "no-date /@graph/0: No" in text
    assert "outbox retry ID" in text
    assert "\x1b" not in text


def test_one_row_is_shown_with_all_that_is_known(output: Path) -> None:
    text = run(output, "show", "1").output
    assert "status          422" in text
    assert run(output, "show", "1", "--content").output == "{}"
    assert run(output, "show", "99").exit_code == 2


def test_retry_makes_a_dead_row_due_with_all_its_attempts(output: Path) -> None:
    assert "1 due now" in run(output, "retry", "1").output
    assert states(output)[1] == "pending"


def test_retry_of_an_endpoint_enables_it(output: Path) -> None:
    assert "2 due now" in run(output, "retry", "--endpoint", "e").output
    outbox = Outbox.open(output / ".state" / "newsgraph.sqlite")
    assert len(outbox.claim("e", limit=9, allowance=Allowance(), lease="m", now=2e9)) == 2
    outbox.close()


def test_an_old_version_whose_successor_was_delivered_cannot_be_sent_again(output: Path) -> None:
    outbox = Outbox.open(output / ".state" / "newsgraph.sqlite")
    Endpoints(outbox.database).enable("e")
    outbox.enqueue([delivery("dead", 2)], ["e"], now=2.0)
    (newer,) = outbox.claim("e", limit=1, allowance=Allowance(), lease="m", now=2.0)
    outbox.settle([Settlement(claim=newer, state="delivered")], now=2.0)
    outbox.close()
    assert "0 due now" in run(output, "retry", "1").output
    assert states(output)[1] == "superseded"


def test_drop_asks_first(output: Path) -> None:
    assert run(output, "drop", "1").exit_code == 1
    assert states(output)[1] == "dead"
    assert "2 dropped" in run(output, "drop", "--all", "--yes").output
    assert states(output) == {1: "dropped", 2: "dropped", 3: "delivered"}


@pytest.mark.parametrize("arguments", [("retry",), ("drop",), ("retry", "77")])
def test_what_is_meant_must_be_said(output: Path, arguments: tuple[str, ...]) -> None:
    assert run(output, *arguments).exit_code == 2


def test_prune_forgets_all_but_the_newest_of_each_article(output: Path) -> None:
    outbox = Outbox.open(output / ".state" / "newsgraph.sqlite")
    outbox.enqueue([delivery("done", 2)], ["e"], now=2.0)
    outbox.close()
    assert "1 forgotten" in run(output, "prune", "--days", "0").output
    assert sorted(states(output)) == [1, 2, 4]


def test_a_backup_is_whole_and_never_overwrites(output: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.sqlite"
    assert run(output, "backup", str(target)).exit_code == 0
    copy = Outbox.open(target)
    assert len(copy.listing()) == 3
    copy.close()
    assert run(output, "backup", str(target)).exit_code == 2


def test_no_outbox_yet_is_said(tmp_path: Path) -> None:
    result = run(tmp_path, "list")
    assert result.exit_code == 2
    assert "newsgraph build" in result.output


def test_an_outbox_of_a_newer_version_is_left_alone(output: Path) -> None:
    outbox = Outbox.open(output / ".state" / "newsgraph.sqlite")
    outbox.database.connection.execute("PRAGMA user_version = 999")
    outbox.close()
    result = run(output, "list")
    assert result.exit_code == 2
    assert "newer newsgraph" in result.output
