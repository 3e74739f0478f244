"""Endpoints that misbehave: each gives a clear outcome, and nothing is lost."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import msgspec
import pytest

from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Delivery
from pipeline.run.publishing import Circumstances, Summary, publish
from pipeline.store.outbox import Outbox, Row
from pipeline.store.outbox_endpoints import Endpoints
from tests.deliver.servers import Play, answer, scripted

CONTENT = b'{"@context": "https://schema.org"}'
DELIVERY = Delivery(
    article="https://example.org/a", slug="a", version=1, operation="put", canonical_hash="h", content=CONTENT
)
WORLD = Circumstances(
    environment={"SECRET": "s3cr3t-signing", "TOKEN": "t0k3n-bearer"}, chance=lambda: 1.0, patience_s=0.0
)


class Outcome(msgspec.Struct):
    summary: Summary
    row: Row
    content: bytes
    requests: list[bytes]
    disabled: str | None


def deliver(tmp_path: Path, play: Play, **settings: object) -> Outcome:
    outbox = Outbox.open(tmp_path / "newsgraph.sqlite")
    outbox.enqueue([DELIVERY], ["e"], now=time.time())
    with scripted(play) as server:
        given = {"name": "e", "url": server.url, "timeout_s": 1.0, "max_attempts": 1, **settings}
        summary = publish(outbox, [msgspec.convert(given, Endpoint)], circumstances=WORLD)
    found = outbox.get(1)
    assert found is not None
    outcome = Outcome(summary, *found, server.requests, Endpoints(outbox.database).get("e").disabled)
    outbox.close()
    return outcome


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 413, 415, 422])
def test_a_refusal_is_dead_at_once_with_its_status_and_keeps_its_content(tmp_path: Path, status: int) -> None:
    outcome = deliver(tmp_path, answer(f"{status} No"), max_attempts=12)
    assert (outcome.row.state, outcome.row.status, outcome.row.attempts) == ("dead", status, 1)
    assert outcome.content == CONTENT


@pytest.mark.parametrize("status", [408, 409, 425, 429, 500, 502, 503, 504, 599])
def test_a_passing_fault_is_tried_again_later(tmp_path: Path, status: int) -> None:
    outcome = deliver(tmp_path, answer(f"{status} No", retry_after="3600"), max_attempts=12)
    assert (outcome.row.state, outcome.row.status) == ("pending", status)
    assert outcome.content == CONTENT
    assert len(outcome.requests) == 1


def test_retry_after_as_a_date_is_obeyed_for_a_day_at_most(tmp_path: Path) -> None:
    outcome = deliver(tmp_path, answer("503 Busy", retry_after="Fri, 31 Dec 2999 23:59:59 GMT"), max_attempts=12)
    assert 86_000 < outcome.row.due_at - time.time() < 87_000


def test_after_the_last_attempt_it_is_dead(tmp_path: Path) -> None:
    outcome = deliver(tmp_path, answer("500 Broken", b"stack trace"), max_attempts=1)
    assert outcome.row.state == "dead"
    assert "stack trace" in outcome.row.detail


def test_gone_disables_the_endpoint_and_keeps_the_delivery(tmp_path: Path) -> None:
    outcome = deliver(tmp_path, answer("410 Gone"))
    assert outcome.row.state == "pending"
    assert "410" in (outcome.disabled or "")
    assert "410" in outcome.summary.waiting[0].why


def test_a_web_page_is_no_endpoint(tmp_path: Path) -> None:
    page = b"<!DOCTYPE html><title>Log in</title>"
    outcome = deliver(tmp_path, answer("200 OK", page, content_type="text/html"), max_attempts=12)
    assert outcome.row.state == "pending"
    assert "web page" in outcome.row.detail


def test_a_plain_ok_called_html_is_believed(tmp_path: Path) -> None:
    assert deliver(tmp_path, answer("200 OK", b"ok", content_type="text/html")).row.state == "delivered"


def test_redirects_are_not_followed_so_credentials_go_nowhere(tmp_path: Path) -> None:
    with scripted(answer("200 OK")) as elsewhere:
        outcome = deliver(tmp_path, answer("307 Moved", location=elsewhere.url), token_env="TOKEN")
        assert elsewhere.requests == []
    assert outcome.row.state == "dead"
    assert "redirects are not followed" in outcome.row.detail


def test_a_redirect_to_itself_is_one_request(tmp_path: Path) -> None:
    outcome = deliver(tmp_path, answer("302 Loop", location="/articles/a"))
    assert len(outcome.requests) == 1


def test_an_endless_body_is_cut(tmp_path: Path) -> None:
    def pour(_: bytes, connection: socket.socket) -> None:
        connection.sendall(b'HTTP/1.1 200 OK\r\netag: "1"\r\n\r\n')
        while True:
            connection.sendall(b"x" * 65_536)

    assert deliver(tmp_path, pour).row.state == "delivered"


def test_a_body_that_drips_forever_ends_with_the_time_limit(tmp_path: Path) -> None:
    def drip(_: bytes, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 503 Busy\r\n\r\n")
        for _ in range(200):
            connection.sendall(b"x")
            time.sleep(0.05)

    outcome = deliver(tmp_path, drip, timeout_s=0.3, max_attempts=12)
    assert (outcome.row.state, outcome.row.status) == ("pending", 503)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 ",
        b"HTTP/1.1 999999 X\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nx: " + b"y" * 200_000 + b"\r\n\r\n",
        b"\x00" * 100,
    ],
)
def test_what_is_no_http_is_an_interrupted_attempt(tmp_path: Path, content: bytes) -> None:
    outcome = deliver(tmp_path, lambda _, connection: connection.sendall(content), max_attempts=12)
    assert outcome.row.state == "pending"
    assert outcome.content == CONTENT


def test_silence_ends_with_the_time_limit(tmp_path: Path) -> None:
    outcome = deliver(tmp_path, lambda _, __: time.sleep(1), timeout_s=0.2, max_attempts=12)
    assert outcome.row.state == "pending"
    assert "no answer within 0.2 s" in outcome.row.detail


def test_200_for_what_was_not_stored_is_found_by_reading_back(tmp_path: Path) -> None:
    outcome = deliver(tmp_path, answer("200 OK", b'{"other": true}'), verify=True, max_attempts=12)
    assert outcome.row.state == "pending"
    assert "not stored" in outcome.row.detail
    assert [each.split(b" ")[0] for each in outcome.requests] == [b"PUT", b"GET"]


def test_200_for_what_was_stored_is_confirmed(tmp_path: Path) -> None:
    assert deliver(tmp_path, answer("200 OK", CONTENT), verify=True).row.state == "delivered"


def test_secrets_that_an_endpoint_echoes_are_hidden(tmp_path: Path) -> None:
    def echo(request: bytes, connection: socket.socket) -> None:
        answer("400 Bad", request[request.lower().index(b"authorization:") :][:60])(request, connection)

    outcome = deliver(tmp_path, echo, token_env="TOKEN", secret_env="SECRET")
    assert b"Bearer t0k3n-bearer" in outcome.requests[0]
    assert "***" in outcome.row.detail
    stored = b"".join(each.read_bytes() for each in tmp_path.glob("newsgraph.sqlite*"))
    for secret in ("t0k3n-bearer", "s3cr3t-signing"):
        assert secret not in repr(outcome)[: repr(outcome).index("requests=")]
        assert secret.encode() not in stored


def test_control_characters_of_a_problem_never_reach_a_terminal(tmp_path: Path) -> None:
    body = b'{"title": "Bad\\u0000\\u001b[31m", "errors": [{"code": "x"}]}'
    outcome = deliver(tmp_path, answer("422 Wrong", body, content_type="application/problem+json"))
    assert outcome.row.state == "dead"
    assert "\x1b" not in outcome.row.detail


def test_a_name_that_leads_into_a_private_network_is_not_followed(tmp_path: Path) -> None:
    outbox = Outbox.open(tmp_path / "newsgraph.sqlite")
    outbox.enqueue([DELIVERY], ["e"], now=time.time())
    with scripted(answer("200 OK")) as server:
        endpoint = Endpoint(name="e", url=f"http://{socket.gethostname()}:{server.port}/articles", timeout_s=1.0)
        summary = publish(outbox, [endpoint], circumstances=WORLD)
    outbox.close()
    assert not summary.complete
    assert server.requests == []


@pytest.mark.parametrize(
    ("content", "states"),
    [
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 2000, {"pending"}),
        (b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n", {"delivered"}),
        (b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n", {"dead", "pending"}),
        (b"HTTP/1.0 200 OK\r\n\r\nstored", {"delivered"}),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nshort", {"delivered"}),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nlonger than said", {"delivered"}),
        (b"HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n", {"pending"}),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx", {"pending"}),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnonsense\r\n", {"delivered"}),
        (b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nzip", {"delivered"}),
        (b"HTTP/1.1 204 No Content\r\ncontent-length: 0\r\netag: W/\"weak\"\r\n\r\n", {"delivered"}),
        (b'HTTP/1.1 200 OK\r\netag: "\xc3\xa9"\r\ncontent-length: 0\r\n\r\n', {"delivered"}),
        (b"HTTP/1.1 503 Busy\r\nretry-after: -1\r\ncontent-length: 0\r\n\r\n", {"pending"}),
        (b"HTTP/1.1 429 Slow\r\nretry-after: 99999999999999999999999\r\ncontent-length: 0\r\n\r\n", {"pending"}),
        (b"HTTP/1.1 422 No\r\ncontent-type: application/problem+json\r\ncontent-length: 6\r\n\r\n[[[[[[", {"dead"}),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nHTTP/1.1 500 smuggled\r\ncontent-length: 0\r\n\r\n", {"delivered"}),
    ],
)  # fmt: skip
def test_strange_answers_have_an_outcome_and_the_next_delivery_goes_on(
    tmp_path: Path, content: bytes, states: set[str]
) -> None:
    outcome = deliver(tmp_path, lambda _, connection: connection.sendall(content), max_attempts=12)
    assert outcome.row.state in states
    assert "please report it" not in outcome.row.detail
    outbox = Outbox.open(tmp_path / "newsgraph.sqlite")
    Endpoints(outbox.database).enable("e")
    later = msgspec.structs.replace(DELIVERY, article="https://example.org/b", slug="b")
    outbox.enqueue([later, msgspec.structs.replace(DELIVERY, version=2)], ["e"], now=time.time())
    with scripted(answer("200 OK")) as server:
        publish(outbox, [Endpoint(name="e", url=server.url)], circumstances=WORLD)
    assert {row.slug: row.state for row in outbox.listing() if row.slug == "b"} == {"b": "delivered"}
    outbox.close()


def test_a_problem_that_is_no_utf8_is_one_more_refusal(tmp_path: Path) -> None:
    outcome = deliver(tmp_path, answer("422 No", b'{"title": "\xff"}', content_type="application/problem+json"))
    assert (outcome.row.state, outcome.row.status) == ("dead", 422)
