"""The receiver as a subscriber: finding hubs, asking them, keeping what they bring."""

from __future__ import annotations

import hashlib
import hmac
import time
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import urllib3

from pipeline.deliver.transport import Answer, TransportFault
from pipeline.receive import embedded, websub
from pipeline.receive.discovery import hub_and_topic
from pipeline.receive.holdings import Holdings
from pipeline.receive.requests import Settings
from tests.deliver.servers import Play, answer, scripted

URL = "https://example.org/feed"
ATOM = b'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/?a=1&amp;b=2"/><link href="/feed" rel="self"/></feed>'
RSS = b'<rss><channel><atom:link rel="self hub" href="https://both.example/"/></channel></rss>'


@pytest.mark.parametrize(
    ("answered", "hub", "topic"),
    [
        (Answer(status=200, headers={"link": '<https://h.example>; rel="hub", <https://e.example/f>; rel=self'}), "https://h.example", "https://e.example/f"),
        (Answer(status=200, headers={"link": "<https://h.example>;rel=hub"}, content=ATOM), "https://h.example", URL),
        (Answer(status=200, headers={"link": '</hub>; title="a, b"; rel="next hub"'}), "https://example.org/hub", URL),
        (Answer(status=200, content=ATOM), "https://hub.example/?a=1&b=2", URL),
        (Answer(status=200, content=RSS), "https://both.example/", "https://both.example/"),
        (Answer(status=200, content=b"<html><link rel='hub' href='https://h.example'></html>"), "https://h.example", URL),
        (Answer(status=200, content=b"<html>nothing</html>"), None, URL),
        (Answer(status=200, headers={"link": "<<<;;,,"}, content=b"<link" * 1000), None, URL),
    ],
)  # fmt: skip
def test_hubs_stand_in_headers_feeds_and_pages(answered: Answer, hub: str | None, topic: str) -> None:
    assert hub_and_topic(answered, URL) == (hub, topic)


def subscribe(tmp_path: Path, topic: str) -> None:
    import asyncio  # noqa: PLC0415 - used once

    with Holdings(tmp_path / "received.sqlite") as holdings:
        asyncio.run(websub.subscribe(holdings, topic, Settings(public_url="https://us.example/")))


def feed(hub: str) -> Play:
    return answer("200 OK", b"<feed/>", link=f'<{hub}>; rel="hub"')


def test_the_hub_is_asked_with_a_callback_and_a_secret_of_our_own(tmp_path: Path) -> None:
    with scripted(answer("202 Accepted")) as hub, scripted(feed(hub.url)) as topic:
        subscribe(tmp_path, topic.url)
        subscribe(tmp_path, topic.url)
    asked = [parse_qs(each.partition(b"\r\n\r\n")[2].decode()) for each in hub.requests]
    assert asked[0] == asked[1], "a renewal keeps callback and secret"
    assert asked[0]["hub.mode"] == ["subscribe"]
    assert asked[0]["hub.topic"] == [topic.url]
    assert asked[0]["hub.callback"][0].startswith("https://us.example/websub/")
    assert len(asked[0]["hub.secret"][0]) >= 32


def test_a_topic_cannot_send_us_into_our_own_network(tmp_path: Path) -> None:
    with (
        scripted(answer("202 Accepted")) as inside,
        scripted(feed(inside.url.replace("127.0.0.1", "127.0.0.2"))) as topic,
    ):
        with pytest.raises(TransportFault, match="private"):
            subscribe(tmp_path, topic.url)
        assert inside.requests == []


def test_a_topic_without_hub_is_said(tmp_path: Path) -> None:
    with scripted(answer("200 OK", b"<feed/>")) as topic, pytest.raises(TransportFault, match="names no hub"):
        subscribe(tmp_path, topic.url)


def test_a_running_receiver_subscribes_is_verified_and_keeps_content(tmp_path: Path) -> None:
    client = urllib3.PoolManager(retries=False, timeout=5.0)
    with scripted(answer("202 Accepted")) as hub, scripted(feed(hub.url)) as topic:
        settings = Settings(topics=(topic.url,), public_url="https://us.example")
        with embedded(tmp_path / "received.sqlite", settings=settings) as receiver:
            for _ in range(200):
                if hub.requests:
                    break
                time.sleep(0.05)
            asked = parse_qs(hub.requests[0].partition(b"\r\n\r\n")[2].decode())
            callback = f"http://127.0.0.1:{receiver.port}/websub/{asked['hub.callback'][0].rpartition('/')[2]}"
            verified = client.request(
                "GET", f"{callback}?hub.mode=subscribe&hub.topic={topic.url}&hub.challenge=abc&hub.lease_seconds=1000"
            )
            assert verified.data == b"abc"
            signature = hmac.new(asked["hub.secret"][0].encode(), b"news", hashlib.sha512).hexdigest()
            client.request("POST", callback, body=b"news", headers={"x-hub-signature": f"sha512={signature}"})
            notices = client.request("GET", f"http://127.0.0.1:{receiver.port}/notices").json()["items"]
    assert [each["content"] for each in notices] == ["news"]


def test_a_hub_that_denies_is_remembered(tmp_path: Path) -> None:
    with Holdings(tmp_path / "received.sqlite") as holdings:
        holdings.connection.execute("INSERT INTO subscription VALUES ('i', 't', 'h', 's', 'active', 9e9)")
    with embedded(tmp_path / "received.sqlite") as receiver:
        urllib3.request("GET", f"http://127.0.0.1:{receiver.port}/websub/i?hub.mode=denied&hub.topic=t")
    with Holdings(tmp_path / "received.sqlite") as holdings:
        assert holdings.connection.execute("SELECT state FROM subscription").fetchone()["state"] == "denied"
