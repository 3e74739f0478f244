"""The receiver seen by a client that shares no code with it (urllib3): the open protocol, and what bad requests get."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
import urllib3

from pipeline.receive import embedded
from pipeline.receive.holdings import Holdings
from pipeline.receive.requests import Settings
from pipeline.standards import message_signatures, standard_webhooks

CLIENT = urllib3.PoolManager(retries=False, timeout=5.0)
KEY = b"a shared secret"
TYPE = {"content-type": "application/ld+json"}


def document(text: str = "A headline") -> bytes:
    article = {
        "@type": "NewsArticle",
        "@id": "https://example.org/a#article",
        "url": "https://example.org/a",
        "headline": text,
    }
    return json.dumps({"@context": "https://schema.org", "@graph": [article]}).encode()


@contextmanager
def receiver(tmp_path: Path, **settings: object) -> Iterator[str]:
    with embedded(tmp_path / "received.sqlite", settings=Settings(**settings)) as running:  # type: ignore[arg-type]  # as the tests name them
        yield running.url


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    with receiver(tmp_path) as url:
        yield url


def put(url: str, body: bytes | None = None, **headers: str) -> urllib3.BaseHTTPResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return CLIENT.request("PUT", f"{url}/a", body=document() if body is None else body, headers={**TYPE, **named})


def delete(url: str, **headers: str) -> urllib3.BaseHTTPResponse:
    return CLIENT.request(
        "DELETE", f"{url}/a", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def get(url: str, path: str = "/a", **headers: str) -> urllib3.BaseHTTPResponse:
    return CLIENT.request("GET", url + path, headers={name.replace("_", "-"): value for name, value in headers.items()})


def problem(answer: urllib3.BaseHTTPResponse) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    kind: str = answer.json().get("type", "about:blank").rpartition(":")[2]
    return kind


# --- storing ---------------------------------------------------------------------------------------------------------


def test_a_document_comes_back_byte_for_byte_with_its_validators(url: str) -> None:
    stored = put(url, article_version="1")
    assert stored.status == 201
    read = get(url)
    assert (read.status, read.data) == (200, document())
    assert read.headers["etag"] == stored.headers["etag"]
    assert read.headers["article-version"] == "1"
    assert get(url, if_none_match=read.headers["etag"]).status == 304


def test_there_and_back_again_has_three_etags(url: str) -> None:
    etags = [put(url, document(text)).headers["etag"] for text in ("A", "B", "A")]
    assert len(set(etags)) == 3


def test_preconditions_are_obeyed(url: str) -> None:
    first = put(url, if_none_match="*")
    assert (first.status, put(url, if_none_match="*").status) == (201, 412)
    assert put(url, document("B"), if_match=first.headers["etag"]).status == 200
    late = put(url, document("C"), if_match=first.headers["etag"])
    assert (late.status, problem(late)) == (412, "superseded")
    assert get(url).data == document("B")


def test_an_older_version_never_replaces_a_newer_one(url: str) -> None:
    put(url, document("new"), article_version="5")
    for version in ("4", "5"):
        late = put(url, document("old"), article_version=version)
        assert (late.status, late.headers["article-version"]) == (412, "5")
    assert get(url).data == document("new")


def test_a_late_version_never_brings_a_removed_article_back(url: str) -> None:
    put(url, article_version="1")
    assert delete(url, article_version="2").status == 204
    assert put(url, article_version="1").status == 412
    gone = get(url)
    assert (gone.status, gone.headers["article-version"]) == (410, "2")
    assert put(url, article_version="3", if_none_match="*").status == 201


def test_a_repeated_key_has_one_effect_and_the_same_answer(url: str, tmp_path: Path) -> None:
    first = put(url, idempotency_key='"k1"', article_version="1")
    again = put(url, idempotency_key="k1", article_version="1")
    assert (first.status, again.status) == (201, 201)
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["idempotency-replayed"] == "true"
    assert get(url).headers["etag"] == first.headers["etag"]


def test_a_repeated_key_after_newer_versions_is_answered_and_changes_nothing(url: str) -> None:
    put(url, document("A"), idempotency_key="k1", article_version="1")
    put(url, document("B"), idempotency_key="k2", article_version="2")
    assert put(url, document("A"), idempotency_key="k1", article_version="1").status == 201
    assert get(url).data == document("B")


def test_a_key_used_for_another_document_is_refused(url: str) -> None:
    put(url, document("A"), idempotency_key="k1")
    other = put(url, document("B"), idempotency_key="k1")
    assert (other.status, problem(other)) == (422, "key-reused")


def test_removing_what_was_never_there_leaves_a_fence(url: str) -> None:
    assert delete(url, article_version="3").status == 204
    assert put(url, article_version="2").status == 412


def test_the_list_goes_on_from_a_cursor_and_tells_of_removals(url: str) -> None:
    for name in ("a", "b", "c"):
        CLIENT.request("PUT", f"{url}/{name}", body=document(), headers=TYPE)
    first = get(url, "?limit=2").json()
    assert [each["slug"] for each in first["items"]] == ["a", "b"]
    delete(url)
    rest = get(url, f"?cursor={first['next']}").json()
    assert [(each["slug"], each["state"]) for each in rest["items"]] == [("c", "live"), ("a", "deleted")]
    assert get(url, f"?cursor={rest['next']}").json() == {"items": [], "next": rest["next"]}


def test_what_is_stored_survives_a_restart(tmp_path: Path) -> None:
    with receiver(tmp_path) as url:
        put(url, idempotency_key="k", article_version="1")
    with receiver(tmp_path) as url:
        assert get(url).data == document()
        assert put(url, idempotency_key="k", article_version="1").headers["idempotency-replayed"] == "true"


# --- refusing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b"", ""),
        (b"<html>", ""),
        (b"\xff\xfe", ""),
        (b"[]", ""),
        (b"{}", "/@context"),
        (b'{"@context": "https://schema.org", "@graph": []}', "/@graph"),
        (b'{"@context": "https://schema.org", "@graph": [{"@type": "Person"}]}', "/@graph/0/@type"),
        (b"[" * 1_000_000, ""),
    ],
)
def test_a_document_of_a_wrong_shape_is_refused_with_its_findings(url: str, body: bytes, pointer: str) -> None:
    answer = put(url, body)
    assert (answer.status, problem(answer)) == (422, "invalid-document")
    assert answer.json()["errors"][0].get("pointer", "") == pointer
    assert get(url).status == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content_type": "text/html"}, 415),
        ({"content_encoding": "gzip"}, 415),
        ({"article_version": "0"}, 400),
        ({"article_version": "-1"}, 400),
        ({"article_version": "1e9"}, 400),
        ({"article_version": "9" * 30}, 400),
        ({"idempotency_key": "k" * 300}, 400),
    ],
)
def test_headers_that_make_no_sense_are_refused(url: str, headers: dict[str, str], status: int) -> None:
    assert put(url, **headers).status == status
    assert get(url).status == 404


@pytest.mark.parametrize("path", ["/.hidden", "/%2e%2e", "/a%5Cb", "/a%00b", "/" + "x" * 300])
def test_names_that_are_no_file_names_are_refused(url: str, path: str) -> None:
    assert CLIENT.request("PUT", url + path, body=document(), headers=TYPE).status in {400, 404, 405}
    assert get(url, "").json()["items"] == []


@pytest.mark.parametrize("query", ["cursor=x", "limit=-1", "cursor=" + "9" * 40])
def test_a_query_that_makes_no_sense_is_refused(url: str, query: str) -> None:
    assert get(url, f"?{query}").status == 400


def test_other_methods_and_places_are_problems_too(url: str) -> None:
    assert CLIENT.request("POST", f"{url}/a").status == 405
    assert problem(get(url, "/a/b/c")) == "blank"


def test_a_document_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with receiver(tmp_path, body_limit=1000) as url:
        assert put(url, b"x" * 1001).status == 413
        chunked = CLIENT.request("PUT", f"{url}/a", body=iter([b"x" * 600] * 3), headers=TYPE)
        assert chunked.status == 413


def test_a_document_that_drips_in_is_refused(tmp_path: Path) -> None:
    with receiver(tmp_path, read_timeout_s=0.2) as url:
        port = int(url.rpartition(":")[2].partition("/")[0])
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"PUT /articles/a HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nx")
            assert connection.recv(1000).startswith(b"HTTP/1.1 408 ")


def test_one_sender_cannot_ask_without_end(tmp_path: Path) -> None:
    with receiver(tmp_path, rate_per_s=0.5, burst=2) as url:
        answers = [put(url) for _ in range(3)]
        assert [each.status for each in answers] == [201, 200, 429]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 3


def test_what_is_served_is_data_to_every_browser(url: str) -> None:
    put(url, document("</script><script>alert(1)</script>"))
    headers = get(url).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in headers["content-security-policy"]


def test_metrics_count_answers_and_documents(url: str) -> None:
    put(url)
    put(url, b"{}")
    text = get(url.removesuffix("/articles"), "/metrics").data.decode()
    assert 'newsgraph_answers_total{method="PUT",status="201"} 1' in text
    assert 'newsgraph_answers_total{method="PUT",status="422"} 1' in text
    assert 'newsgraph_documents{state="live"} 1' in text


# --- who may write ---------------------------------------------------------------------------------------------------


def webhook(body: bytes, *, message_id: str = "k1", at: float | None = None, key: bytes = KEY) -> dict[str, str]:
    timestamp = int(time.time() if at is None else at)
    signature = standard_webhooks.sign(key, message_id=message_id, timestamp=timestamp, body=body)
    return {"webhook_id": message_id, "webhook_timestamp": str(timestamp), "webhook_signature": signature}


def test_only_a_right_and_fresh_signature_is_taken(tmp_path: Path) -> None:
    with receiver(tmp_path, keys=(KEY,)) as url:
        assert put(url).status == 401
        assert put(url, **webhook(b"other")).status == 401
        assert put(url, **webhook(document(), key=b"another")).status == 401
        assert put(url, **webhook(document(), at=time.time() - 400)).status == 401
        assert put(url, **webhook(document(), at=time.time() + 400)).status == 401
        assert put(url, **webhook(document())).status == 201


def test_a_replayed_message_has_no_second_effect_under_any_other_name(tmp_path: Path) -> None:
    with receiver(tmp_path, keys=(KEY,)) as url:
        signed = webhook(document())
        put(url, **signed)
        put(url, document("B"), **webhook(document("B"), message_id="k2"))
        assert put(url, **signed).headers["idempotency-replayed"] == "true"
        assert put(url, **signed, idempotency_key="fresh").status == 400
        assert put(url, **signed, article_version="99").status == 422
        named = {name.replace("_", "-"): value for name, value in signed.items()}
        assert CLIENT.request("PUT", f"{url}/other", body=document(), headers={**TYPE, **named}).status == 422
        assert get(url).data == document("B")


def test_either_scheme_of_signature_may_be_used(tmp_path: Path) -> None:
    key = message_signatures.Key(id="newsroom", secret=KEY)
    with receiver(tmp_path, keys=(b"another",), message_keys=(key,)) as url:
        headers = {**TYPE, "content-digest": message_signatures.content_digest(document()), "article-version": "1"}
        message = message_signatures.Message(method="PUT", url=f"{url}/a", headers=headers)
        covered = ("@method", "@authority", "@path", "content-digest", "article-version")
        signed = {**headers, **message_signatures.sign(message, covered, key, created=int(time.time()))}
        assert CLIENT.request("PUT", f"{url}/b", body=document(), headers=signed).status == 401
        assert CLIENT.request("PUT", f"{url}/a", body=document("B"), headers=signed).status == 401
        assert (
            CLIENT.request("PUT", f"{url}/a", body=document(), headers={**signed, "article-version": "2"}).status == 401
        )
        assert CLIENT.request("PUT", f"{url}/a", body=document(), headers={**signed, "if-match": "*"}).status == 401
        assert CLIENT.request("PUT", f"{url}/a", body=document(), headers=signed).status == 201


def test_a_token_is_asked_for_where_there_is_one(tmp_path: Path) -> None:
    with receiver(tmp_path, tokens=("t0k3n",), private=True) as url:
        assert put(url).status == 401
        assert put(url, authorization="Bearer wrong").status == 401
        assert put(url, authorization="Bearer t0k3n").status == 201
        assert (get(url).status, get(url, "").status, get(url, authorization="Bearer t0k3n").status) == (401, 401, 200)


def test_settings_do_not_print_their_secrets() -> None:
    assert "a shared secret" not in repr(Settings(keys=(KEY,)))


# --- WebSub ----------------------------------------------------------------------------------------------------------


def subscribed(tmp_path: Path) -> tuple[str, str]:
    """A subscription asked for before; its id and secret."""
    with Holdings(tmp_path / "received.sqlite") as holdings:
        holdings.connection.execute(
            "INSERT INTO subscription VALUES ('id1', 'https://example.org/feed', 'https://hub.example', 's3cr3t', 'asked', 0)"
        )
    return "id1", "s3cr3t"


def test_a_subscription_is_confirmed_only_if_it_was_asked_for(tmp_path: Path) -> None:
    name, _ = subscribed(tmp_path)
    query = urlencode(
        {
            "hub.mode": "subscribe",
            "hub.topic": "https://example.org/feed",
            "hub.challenge": "c1",
            "hub.lease_seconds": "100",
        }
    )
    with receiver(tmp_path) as url:
        base = url.removesuffix("/articles")
        assert get(base, f"/websub/{name}?{query}").data == b"c1"
        assert get(base, f"/websub/unknown?{query}").status == 404
        assert get(base, f"/websub/{name}?hub.mode=unsubscribe&hub.challenge=c").status == 404


def test_only_content_with_a_right_signature_is_kept_and_only_once(tmp_path: Path) -> None:
    name, secret = subscribed(tmp_path)
    feed = b"<feed/>"
    right = "sha256=" + hmac.new(secret.encode(), feed, hashlib.sha256).hexdigest()
    with receiver(tmp_path) as url:
        base = url.removesuffix("/articles")
        for signature in ("", "sha256=00", "md5=00", right, right):
            headers = {"x-hub-signature": signature, "content-type": "application/atom+xml"}
            assert CLIENT.request("POST", f"{base}/websub/{name}", body=feed, headers=headers).status == 202
        notices = get(base, "/notices").json()["items"]
    assert [(each["topic"], each["content"]) for each in notices] == [("https://example.org/feed", "<feed/>")]


def test_the_store_of_another_program_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "received.sqlite").write_bytes(b"something else entirely" * 50)
    with pytest.raises(Exception, match="database"), receiver(tmp_path):
        pass
