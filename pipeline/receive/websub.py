"""The receiver as a WebSub subscriber: ask a hub, answer its verification, keep what it brings (W3C WebSub, sections 5 to 7)."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from pipeline.deliver.httpx_transport import HttpxTransport
from pipeline.deliver.transport import Answer, TransportFault
from pipeline.deliver.transport import Request as Outgoing
from pipeline.model.newsroom import Endpoint
from pipeline.receive.discovery import hub_and_topic
from pipeline.receive.holdings import Holdings
from pipeline.receive.problems import refuse
from pipeline.receive.requests import Settings

LEASE_S = 7 * 86_400
ROUND_S = 30.0
"""How often it is looked whether a subscription must be asked for or renewed."""
NOTICES_KEPT = 1000
METHODS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha384": hashlib.sha384, "sha512": hashlib.sha512}


@asynccontextmanager
async def subscribed(holdings: Holdings, settings: Settings) -> AsyncIterator[None]:
    """While the block lasts, every topic of the settings is subscribed, and renewed before its lease ends."""
    if not settings.topics:
        yield
        return
    task = asyncio.ensure_future(_keep_subscribed(holdings, settings))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _keep_subscribed(holdings: Holdings, settings: Settings) -> None:
    while True:
        for topic in settings.topics:
            if _must_ask(holdings, topic, settings.clock()):
                with contextlib.suppress(TransportFault):  # asked again in the next round
                    await subscribe(holdings, topic, settings)
        await asyncio.sleep(ROUND_S)


def _must_ask(holdings: Holdings, topic: str, now: float) -> bool:
    row = holdings.connection.execute("SELECT state, ends_at FROM subscription WHERE topic = ?", (topic,)).fetchone()
    return row is None or row["state"] != "active" or row["ends_at"] - now < LEASE_S * 0.1


async def subscribe(holdings: Holdings, topic: str, settings: Settings) -> None:
    """Find the topic's hub and ask it; raises ``TransportFault`` if the topic or the hub does not answer."""
    found = await _send(Outgoing(method="GET", url=topic, body_limit=1_000_000), foreign=False)
    hub, canonical = hub_and_topic(found, topic)
    if hub is None:
        raise TransportFault("unreachable", f"{topic} names no hub")
    row_id, secret = _remember(holdings, topic, hub)
    form = {
        "hub.mode": "subscribe",
        "hub.topic": canonical,
        "hub.callback": f"{settings.public_url.rstrip('/')}/websub/{row_id}",
        "hub.secret": secret,
        "hub.lease_seconds": str(LEASE_S),
    }
    headers = {"content-type": "application/x-www-form-urlencoded"}
    request = Outgoing(method="POST", url=hub, headers=headers, content=urlencode(form).encode())
    await _send(request, foreign=urlsplit(hub).hostname != urlsplit(topic).hostname)


async def _send(request: Outgoing, *, foreign: bool) -> Answer:
    """One exchange. A topic may name a hub, but not one inside our own network."""
    transport = HttpxTransport(Endpoint(name="websub", url=request.url), foreign=foreign)
    try:
        return await transport.send(request)
    finally:
        await transport.close()


def verify(holdings: Holdings, request: Request, *, now: float) -> Response:
    """Echo the challenge of a subscription that we asked for; 404 for any other (section 5.3)."""
    query = request.query_params
    row = _subscription(holdings, request)
    if query.get("hub.mode") == "denied":
        holdings.connection.execute("UPDATE subscription SET state = 'denied' WHERE id = ?", (row["id"],))
        return Response(status_code=204)
    lease = query.get("hub.lease_seconds", "")
    if query.get("hub.mode") != "subscribe" or not query.get("hub.challenge") or not lease.isdigit():
        raise refuse(404, "unknown-subscription", "Nothing of that kind was asked for.")
    holdings.connection.execute(
        "UPDATE subscription SET state = 'active', ends_at = ? WHERE id = ?",
        (now + min(int(lease[:9]), 10 * LEASE_S), row["id"]),
    )
    return Response(query["hub.challenge"], media_type="text/plain")


def receive(holdings: Holdings, request: Request, content: bytes, *, now: float) -> Response:
    """Keep content whose signature is right; what is not is ignored, and answered alike (section 7.1.1)."""
    row = _subscription(holdings, request)
    method, _, given = request.headers.get("x-hub-signature", "").partition("=")
    made = METHODS.get(method)
    if made and hmac.compare_digest(hmac.new(row["secret"].encode(), content, made).hexdigest(), given.strip().lower()):
        _keep(holdings, row["topic"], request.headers.get("content-type", ""), content, now)
    return Response(status_code=202)


def listing(holdings: Holdings, cursor: int, limit: int) -> dict[str, Any]:
    """Notices after a cursor: topic, media type and content as text."""
    rows = holdings.connection.execute(
        "SELECT sequence, topic, media_type, content, received_at FROM notice WHERE sequence > ? ORDER BY sequence LIMIT ?",
        (cursor, limit),
    ).fetchall()
    items = [
        {
            "cursor": str(row["sequence"]),
            "topic": row["topic"],
            "mediaType": row["media_type"],
            "content": bytes(row["content"]).decode("utf-8", "replace"),
        }
        for row in rows
    ]
    return {"items": items, "next": items[-1]["cursor"] if items else str(cursor)}


def _subscription(holdings: Holdings, request: Request) -> Any:  # a row
    row = holdings.connection.execute(
        "SELECT * FROM subscription WHERE id = ?", (request.path_params["id"],)
    ).fetchone()
    if row is None:
        raise refuse(404, "unknown-subscription", "Nothing of that kind was asked for.")
    return row


def _remember(holdings: Holdings, topic: str, hub: str) -> tuple[str, str]:
    """The id in the callback's address, which nobody can guess, and the secret; a renewal keeps both."""
    holdings.connection.execute(
        "INSERT INTO subscription (id, topic, hub, secret, state) VALUES (?, ?, ?, ?, 'asked')"
        " ON CONFLICT (topic) DO UPDATE SET hub = excluded.hub",
        (secrets.token_urlsafe(24), topic, hub, secrets.token_urlsafe(32)),
    )
    row = holdings.connection.execute("SELECT id, secret FROM subscription WHERE topic = ?", (topic,)).fetchone()
    return row["id"], row["secret"]


def _keep(holdings: Holdings, topic: str, media_type: str, content: bytes, now: float) -> None:
    """Once, if a hub brings the same again; the oldest notices of the topic go."""
    digest = hashlib.sha256(content).hexdigest()
    newest = holdings.connection.execute(
        "SELECT digest FROM notice WHERE topic = ? ORDER BY sequence DESC LIMIT 1", (topic,)
    ).fetchone()
    if newest is not None and newest["digest"] == digest:
        return
    holdings.connection.execute(
        "INSERT INTO notice (topic, media_type, content, digest, received_at) VALUES (?, ?, ?, ?, ?)",
        (topic, media_type[:200], content, digest, now),
    )
    holdings.connection.execute(
        "DELETE FROM notice WHERE topic = ? AND sequence <= (SELECT max(sequence) FROM notice) - ?",
        (topic, NOTICES_KEPT),
    )
