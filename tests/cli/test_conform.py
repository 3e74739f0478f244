"""``newsgraph conform``: our receiver conforms; one that only knows ETags is told what it lacks."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.receive import embedded
from pipeline.receive.requests import Settings
from tests.deliver.servers import answer, plain_receiver, scripted


def conform(url: str, *arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["conform", url, *arguments], env=environment)


def test_our_receiver_conforms(tmp_path: Path) -> None:
    with embedded(tmp_path / "received.sqlite") as receiver:
        result = conform(receiver.url)
    assert result.exit_code == 0, result.output
    assert "FAIL" not in result.output


def test_our_receiver_conforms_with_signatures_of_both_kinds(tmp_path: Path) -> None:
    from pipeline.standards.message_signatures import Key  # noqa: PLC0415 - used once

    settings = Settings(keys=(b"shared",), message_keys=(Key(id="us", secret=b"shared"),))
    with embedded(tmp_path / "received.sqlite", settings=settings) as receiver:
        webhook = conform(receiver.url, "--secret-env", "SHARED", SHARED="shared")
        message = conform(
            receiver.url, "--secret-env", "SHARED", "--signature", "rfc9421", "--key-id", "us", SHARED="shared"
        )
    for result in (webhook, message):
        assert result.exit_code == 0, result.output
        assert "refuses a signature of another content" in result.output


def test_a_receiver_without_versions_keys_and_checks_is_told_so() -> None:
    with plain_receiver() as (url, _):
        result = conform(url, "--json")
    assert result.exit_code == 1
    lines = [json.loads(line) for line in result.output.splitlines() if line.startswith("{")]
    failed = {each["requirement"] for each in lines if not each["met"] and each["level"] == "must"}
    assert "refuses an older Article-Version (412)" in failed
    assert "refuses JSON that is no article (400 or 422)" in failed
    assert "refuses If-Match with another ETag (412)" not in failed
    assert "stores a new article (PUT, If-None-Match: *)" not in failed


def test_what_is_no_endpoint_fails_without_a_traceback() -> None:
    with scripted(answer("404 Not Found", b"<html>no</html>", content_type="text/html")) as server:
        result = conform(server.url)
    assert result.exit_code == 1
    assert "FAIL must   stores a new article" in result.output


def test_an_endpoint_that_is_down_is_exit_3() -> None:
    result = conform("http://127.0.0.1:9/articles")
    assert result.exit_code == 3
    assert "Start the endpoint" in result.output
