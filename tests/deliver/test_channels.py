"""What each channel sends, seen by servers that share no code with it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import msgspec
import pytest

from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Delivery, Operation
from pipeline.receive import embedded
from pipeline.receive.holdings import Holdings
from pipeline.run.publishing import Circumstances, Summary, publish
from pipeline.run.publishing_record import record
from pipeline.standards import message_signatures, standard_webhooks
from pipeline.store.builds import Build, Builds
from pipeline.store.outbox import Outbox
from tests.deliver.servers import answer, plain_receiver, scripted

ENVIRONMENT = {
    "SECRET": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "LOGIN": "key-id:secret-key",
    "INDEXNOW": "0123456789abcdef",
    "TWO": "whsec_bmV3LXNlY3JldA== whsec_b2xkLXNlY3JldA==",
}
WORLD = Circumstances(environment=ENVIRONMENT, chance=lambda: 0.01, patience_s=1.0)


def delivery(slug: str = "a", version: int = 1, operation: Operation = "put", text: str = "t") -> Delivery:
    content = b"" if operation == "delete" else json.dumps({"headline": text, "slug": slug}).encode()
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


def send(outbox: Outbox, deliveries: list[Delivery], url: str, **settings: object) -> Summary:
    endpoint = msgspec.convert({"name": "e", "url": url, "timeout_s": 2.0, **settings}, Endpoint)
    outbox.enqueue(deliveries, ["e"], now=time.time())
    return publish(outbox, [endpoint], circumstances=WORLD)


def headers_of(request: bytes) -> dict[str, str]:
    lines = request.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    return {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in lines)}


def body_of(request: bytes) -> bytes:
    return request.partition(b"\r\n\r\n")[2]


# --- HTTP push -------------------------------------------------------------------------------------------------------


def test_a_receiver_that_knows_only_etags_gets_every_version_once_and_in_order(outbox: Outbox) -> None:
    with plain_receiver() as (url, held):
        for version, text in enumerate(("A", "B", "A"), start=1):
            assert send(outbox, [delivery(version=version, text=text)], url).complete
        assert held.held["/articles/a"][1] == delivery(text="A").content
        assert send(outbox, [delivery(version=4, operation="delete")], url).complete
        assert send(outbox, [delivery(version=5, text="C")], url).complete
    assert [each for each, _ in held.effects] == ["put", "put", "put", "delete", "put"]


def test_a_receiver_that_was_changed_by_somebody_else_is_read_and_then_written(outbox: Outbox) -> None:
    with plain_receiver() as (url, held):
        send(outbox, [delivery(version=1)], url)
        held.held["/articles/a"] = ('"other"', b"changed by hand")
        assert send(outbox, [delivery(version=2, text="B")], url).complete
        assert held.held["/articles/a"][1] == delivery(text="B").content


def test_a_receiver_that_lost_an_article_gets_it_anew(outbox: Outbox) -> None:
    with plain_receiver() as (url, held):
        send(outbox, [delivery(version=1)], url)
        held.held.clear()
        assert send(outbox, [delivery(version=2, text="B")], url).complete
        assert held.held["/articles/a"][1] == delivery(text="B").content


def test_an_effect_whose_answer_was_lost_is_not_repeated(outbox: Outbox) -> None:
    with plain_receiver() as (url, held):
        held.held["/articles/a"] = ('"1"', delivery().content)
        summary = send(outbox, [delivery()], url)
    assert [each.outcome for each in summary.receipts] == ["delivered"]
    assert held.effects == []


def test_an_endpoint_that_always_says_412_ends_as_superseded(outbox: Outbox) -> None:
    with scripted(answer("412 No", etag='"x"')) as server:
        summary = send(outbox, [delivery()], server.url)
    assert summary.receipts[-1].outcome == "superseded"


def test_a_signed_request_verifies_and_each_attempt_is_signed_anew(outbox: Outbox) -> None:
    with scripted(answer("503 Busy", retry_after="1")) as server:
        send(outbox, [delivery()], server.url, secret_env="SECRET")
        requests = list(server.requests)
    key = standard_webhooks.secret_bytes(ENVIRONMENT["SECRET"])
    for request in requests:
        headers = headers_of(request)
        refusal = standard_webhooks.verify(
            (key,),
            message_id=headers["webhook-id"],
            timestamp=headers["webhook-timestamp"],
            signatures=headers["webhook-signature"],
            body=body_of(request),
            now=time.time(),
        )
        assert refusal is None
        assert headers["idempotency-key"] == f'"{headers["webhook-id"]}"'


def test_while_a_secret_is_replaced_both_sign(outbox: Outbox) -> None:
    with scripted(answer("201 Created")) as server:
        send(outbox, [delivery()], server.url, secret_env="TWO")
    headers = headers_of(server.requests[0])
    for secret in (b"old-secret", b"new-secret"):
        refusal = standard_webhooks.verify(
            (secret,),
            message_id=headers["webhook-id"],
            timestamp=headers["webhook-timestamp"],
            signatures=headers["webhook-signature"],
            body=body_of(server.requests[0]),
            now=time.time(),
        )
        assert refusal is None


def test_a_request_signed_by_rfc_9421_covers_what_matters(outbox: Outbox) -> None:
    with scripted(answer("201 Created")) as server:
        send(outbox, [delivery()], server.url, secret_env="SECRET", signature="rfc9421", key_id="newsroom")
    headers = headers_of(server.requests[0])
    secret = standard_webhooks.secret_bytes(ENVIRONMENT["SECRET"])
    message = message_signatures.Message(method="PUT", url=f"http://{headers['host']}/articles/a", headers=headers)
    required = (
        "@method",
        "@authority",
        "@path",
        "content-digest",
        "idempotency-key",
        "article-version",
        "if-none-match",
    )
    keys = [message_signatures.Key(id="newsroom", secret=secret)]
    assert message_signatures.verify(message, keys, required=required, now=time.time()) is None
    assert message_signatures.digest_matches(headers["content-digest"], body_of(server.requests[0]))


def test_a_slug_stays_one_segment_of_the_address(outbox: Outbox) -> None:
    with scripted(answer("201 Created")) as server:
        send(outbox, [delivery("../../etc/pass wd?x=1#é")], server.url)
    target = server.requests[0].split(b" ")[1]
    assert target == b"/articles/..%2F..%2Fetc%2Fpass%20wd%3Fx%3D1%23%C3%A9"


@pytest.mark.parametrize(
    "url", ["ftp://example.org", "https://user:pass@example.org/a", "https://example.org/?a=1", "nowhere"]
)
def test_an_address_that_is_none_is_a_usage_error_without_its_password(outbox: Outbox, url: str) -> None:
    with pytest.raises(UsageError, match="endpoint 'e'"):
        send(outbox, [delivery()], url)


# --- announcing ------------------------------------------------------------------------------------------------------


def test_a_hub_gets_one_ping_with_both_parameters_for_each_feed(outbox: Outbox) -> None:
    feeds = ["https://example.org/feed.xml", "https://example.org/feed.json"]
    with scripted(answer("204 No Content")) as server:
        summary = send(outbox, [delivery(f"a{n}") for n in range(30)], server.url, kind="websub", topics=feeds)
    assert summary.complete
    pings = [parse_qs(body_of(each).decode()) for each in server.requests]
    assert pings == [{"hub.mode": ["publish"], "hub.url": [feed], "hub.topic": [feed]} for feed in feeds]


def test_search_engines_get_changed_and_removed_pages_in_one_request(outbox: Outbox) -> None:
    with scripted(answer("202 Accepted")) as server:
        both = [delivery("a"), delivery("b", operation="delete")]
        assert send(outbox, both, server.url, kind="indexnow", secret_env="INDEXNOW").complete
    (request,) = server.requests
    assert json.loads(body_of(request)) == {
        "host": "example.org",
        "key": "0123456789abcdef",
        "keyLocation": "https://example.org/0123456789abcdef.txt",
        "urlList": ["https://example.org/a", "https://example.org/b"],
    }


def test_a_refused_indexnow_key_says_what_to_do_and_keeps_the_addresses(outbox: Outbox) -> None:
    with scripted(answer("403 Forbidden")) as server:
        summary = send(outbox, [delivery()], server.url, kind="indexnow", secret_env="INDEXNOW")
    assert "text file on the site" in summary.waiting[0].why
    assert summary.waiting[0].pending == 1


def test_a_page_is_announced_only_when_it_is_live(outbox: Outbox) -> None:
    live: list[bool] = []

    with plain_receiver() as (site, held), scripted(answer("200 OK")) as server:
        article = delivery("a")
        article = msgspec.structs.replace(article, article=f"{site}/a")
        settings = {"kind": "indexnow", "secret_env": "INDEXNOW", "wait_live": True}
        summary = send(outbox, [article], server.url, **settings)
        live.append(bool(server.requests))
        assert "not announced yet" in summary.waiting[0].why
        held.held["/articles/a"] = ('"1"', b"<html>")
        outbox.database.connection.execute("UPDATE delivery SET due_at = 0")
        assert send(outbox, [], server.url, **settings).complete
        live.append(bool(server.requests))
    assert live == [False, True]


# --- stores and buses ------------------------------------------------------------------------------------------------


def test_a_message_bus_gets_cloud_events(outbox: Outbox) -> None:
    with scripted(answer("202 Accepted")) as server:
        assert send(outbox, [delivery("a"), delivery("b", operation="delete")], server.url, kind="cloudevents").complete
    by_subject = {headers_of(each)["ce-subject"]: each for each in server.requests}
    put = by_subject["https://example.org/a"]
    headers = headers_of(put)
    assert body_of(put) == delivery("a").content
    assert (headers["ce-specversion"], headers["ce-type"], headers["content-type"]) == (
        "1.0",
        "org.schema.NewsArticle.published",
        "application/ld+json",
    )
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", headers["ce-time"])
    assert headers_of(by_subject["https://example.org/b"])["ce-type"] == "org.schema.NewsArticle.removed"


def test_an_object_store_gets_conditional_signed_writes_with_the_version(outbox: Outbox) -> None:
    with scripted(answer("200 OK", etag='"abc"')) as server:
        url = server.url.replace("/articles", "/bucket/news")
        assert send(outbox, [delivery(version=1)], url, kind="s3", basic_env="LOGIN").complete
        assert send(outbox, [delivery(version=2, text="B")], url, kind="s3", basic_env="LOGIN").complete
    first, second = (headers_of(each) for each in server.requests)
    assert server.requests[0].startswith(b"PUT /bucket/news/a.jsonld ")
    assert (first["if-none-match"], second["if-match"]) == ("*", '"abc"')
    assert (first["x-amz-meta-article-version"], second["x-amz-meta-article-version"]) == ("1", "2")
    assert first["authorization"].startswith("AWS4-HMAC-SHA256 Credential=key-id/")


def test_a_damaged_record_of_what_a_folder_holds_is_told_and_overwrites_nothing(outbox: Outbox, tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    send(outbox, [delivery(version=1, text="first")], str(folder), kind="folder")
    (state,) = [each for each in folder.rglob("*.json") if each.is_file()]
    state.write_bytes(b'{"version": 1, "key": "\xff"}')
    send(outbox, [delivery(version=2, text="second")], str(folder), kind="folder")
    assert b"first" in (folder / "a.jsonld").read_bytes()


def test_a_folder_never_gets_an_older_version_over_a_newer_one(outbox: Outbox, tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    send(outbox, [delivery(version=5, text="new")], str(folder), kind="folder")
    other = Outbox.open(tmp_path / "other.sqlite")
    summary = send(other, [delivery(version=3, text="old")], str(folder), kind="folder")
    other.close()
    assert [each.outcome for each in summary.receipts] == ["superseded"]
    outbox.enqueue([delivery(version=9, operation="delete")], ["e"], now=time.time())
    send(outbox, [], str(folder), kind="folder")
    assert not (folder / "a.jsonld").exists()


def test_a_newsroom_that_lost_its_database_numbers_on_from_what_the_endpoint_holds(
    outbox: Outbox, tmp_path: Path
) -> None:
    endpoint = Endpoint(name="e", url=str(tmp_path / "wire"), kind="folder")
    send(outbox, [delivery(version=7, text="old")], endpoint.url, kind="folder")
    fresh = Outbox.open(tmp_path / "fresh.sqlite")
    build = Build(article="https://example.org/a", slug="a", source_hash="s", canonical_hash="g", page_hash="p")
    record(fresh, build, content=b"rebuilt", endpoints=[endpoint], now=time.time())
    summary = publish(fresh, [endpoint], circumstances=WORLD)
    assert (summary.complete, summary.outrun) == (False, ("https://example.org/a",))
    assert (tmp_path / "wire" / "a.jsonld").read_bytes() == delivery(text="old").content
    assert Builds(fresh.database).get(build.article).source_hash == ""  # type: ignore[union-attr]  # recorded above
    record(fresh, build, content=b"rebuilt", endpoints=[endpoint], now=1.0)
    again = publish(fresh, [endpoint], circumstances=WORLD)
    assert [(each.version, each.outcome) for each in again.receipts] == [(8, "delivered")]
    assert (tmp_path / "wire" / "a.jsonld").read_bytes() == b"rebuilt"
    fresh.close()


@pytest.mark.parametrize("slug", ["..", ".", "", "a/b", "a\\b", "a\x00b", "c:d", ".hidden", "x" * 300, "a\nb"])
def test_no_slug_leaves_the_folder(outbox: Outbox, tmp_path: Path, slug: str) -> None:
    before = sorted(tmp_path.rglob("*.jsonld"))
    summary = send(outbox, [delivery(slug)], str(tmp_path / "wire"), kind="folder")
    assert summary.receipts[0].outcome == "dead"
    assert sorted(tmp_path.rglob("*.jsonld")) == before


def test_an_endpoint_that_holds_a_newer_version_says_so(outbox: Outbox, tmp_path: Path) -> None:
    article = {"@type": "NewsArticle", "url": "https://example.org/a", "headline": "h"}
    content = json.dumps({"@context": "https://schema.org", "@graph": [article]}).encode()
    with embedded(tmp_path / "received.sqlite") as receiver:
        newer = msgspec.structs.replace(delivery(version=7), content=content)
        assert send(outbox, [newer], receiver.url).complete
        fresh = Outbox.open(tmp_path / "fresh.sqlite")
        summary = send(fresh, [msgspec.structs.replace(newer, version=2)], receiver.url)
        fresh.close()
    assert [(each.outcome, each.detail) for each in summary.receipts] == [
        ("superseded", "the endpoint holds version 7 already")
    ]


@pytest.mark.parametrize("kind", ["websub", "cloudevents", "indexnow"])
def test_every_channel_survives_an_endpoint_that_is_down(outbox: Outbox, kind: str) -> None:
    summary = send(outbox, [delivery()], "http://127.0.0.1:9/x", kind=kind, secret_env="INDEXNOW")
    assert [each.pending for each in summary.waiting] == [1]
    assert "cannot connect" in summary.waiting[0].why


def test_without_topics_every_page_is_a_topic_and_credentials_go_along(outbox: Outbox) -> None:
    with scripted(answer("202 Accepted")) as server:
        assert send(outbox, [delivery("a"), delivery("b")], server.url, kind="websub", basic_env="LOGIN").complete
    topics = [parse_qs(body_of(each).decode())["hub.topic"] for each in server.requests]
    assert topics == [["https://example.org/a"], ["https://example.org/b"]]
    assert all(headers_of(each)["authorization"].startswith("Basic ") for each in server.requests)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"kind": "s3"}, "basic_env"),
        ({"kind": "indexnow"}, "secret_env"),
        ({"kind": "http-push", "token_env": "MISSING"}, "MISSING"),
        ({"kind": "http-push", "secret_env": "BROKEN"}, "base64"),
        ({"kind": "http-push", "token_env": "LINES"}, "line breaks"),
        ({"kind": "http-push", "secret_env": "PEM", "signature": "rfc9421"}, "PEM cannot be used"),
        ({"kind": "http-push", "timeout_s": 0}, "timeout_s is 0"),
        ({"kind": "folder", "in_flight": -1}, "in_flight is -1"),
        ({"kind": "http-push", "rate_per_s": float("nan")}, "rate_per_s is nan"),
    ],
)
def test_settings_that_cannot_work_are_said_before_anything_is_sent(
    outbox: Outbox, settings: dict[str, object], words: str
) -> None:
    environment = {
        "BROKEN": "whsec_%%",
        "PEM": "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "LINES": "a\r\nb: c",
    }
    endpoint = msgspec.convert({"name": "e", "url": "http://127.0.0.1:9/x", **settings}, Endpoint)
    with pytest.raises(UsageError, match=words):
        publish(outbox, [endpoint], circumstances=Circumstances(environment=environment))


def test_a_folder_that_cannot_be_made_is_said(outbox: Outbox, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be made"):
        send(outbox, [delivery()], str(tmp_path / "file" / "wire"), kind="folder")


def test_a_folder_whose_notes_are_damaged_is_said(outbox: Outbox, tmp_path: Path) -> None:
    notes = tmp_path / "wire" / ".newsgraph"
    notes.mkdir(parents=True)
    (notes / "a.json").write_text("[", encoding="utf-8")
    summary = send(outbox, [delivery()], str(tmp_path / "wire"), kind="folder")
    assert "Remove that file" in summary.waiting[0].why


def test_another_document_under_the_same_number_is_not_taken_for_ours(outbox: Outbox, tmp_path: Path) -> None:
    def content(headline: str) -> bytes:
        article = {"@type": "NewsArticle", "url": "https://example.org/a", "headline": headline}
        return json.dumps({"@context": "https://schema.org", "@graph": [article]}).encode()

    with embedded(tmp_path / "received.sqlite") as receiver:
        endpoint = Endpoint(name="e", url=receiver.url)
        assert send(
            outbox, [msgspec.structs.replace(delivery(text="old"), content=content("old"))], receiver.url
        ).complete
        fresh = Outbox.open(tmp_path / "fresh.sqlite")
        build = Build(article="https://example.org/a", slug="a", source_hash="s", canonical_hash="new", page_hash="p")
        record(fresh, build, content=content("new"), endpoints=[endpoint], now=time.time())
        summary = publish(fresh, [endpoint], circumstances=WORLD)
        assert (summary.complete, summary.outrun) == (False, ("https://example.org/a",))
        record(fresh, build, content=content("new"), endpoints=[endpoint], now=time.time())
        again = publish(fresh, [endpoint], circumstances=WORLD)
        fresh.close()
    assert (again.receipts[-1].version, again.receipts[-1].outcome, again.complete) == (2, "delivered", True)
    with Holdings(tmp_path / "received.sqlite") as holdings:
        held = holdings.get("a")
    assert held is not None
    assert held.content == content("new")


def test_a_document_that_the_endpoint_writes_in_its_own_way_is_recognized(outbox: Outbox) -> None:
    with plain_receiver() as (url, held):
        held.held["/articles/a"] = ('"1"', json.dumps(json.loads(delivery().content), indent=4).encode())
        summary = send(outbox, [delivery()], url)
    assert [each.outcome for each in summary.receipts] == ["delivered"]
    assert held.effects == []
