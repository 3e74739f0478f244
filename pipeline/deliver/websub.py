"""Tell a WebSub hub that feeds changed; the hub fetches them and tells its subscribers.

W3C WebSub (https://www.w3.org/TR/websub/) leaves the publisher's ping open; hubs in use want ``hub.mode=publish`` with
``hub.url``, ``hub.topic`` or both, so both are sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from pipeline.deliver.answers import judge, judge_fault
from pipeline.deliver.http_push import Wiring, check_url, redacted
from pipeline.deliver.parcel import Channel, Parcel, Reply
from pipeline.deliver.transport import Request, TransportFault
from pipeline.model.newsroom import Endpoint

BATCH = 1000
"""Any number of changed articles is one ping for each feed."""


def websub(endpoint: Endpoint, wiring: Wiring) -> Channel:
    """The channel; without ``topics`` every article's own page is the topic."""
    check_url(endpoint)

    async def deliver(parcels: Sequence[Parcel]) -> Sequence[Reply]:
        if endpoint.topics:
            reply = await _ping_all(endpoint, wiring, endpoint.topics, parcels[0].key)
            return [reply] * len(parcels)
        return [await _ping_all(endpoint, wiring, (each.delivery.article,), each.key) for each in parcels]

    return deliver


async def _ping_all(endpoint: Endpoint, wiring: Wiring, topics: Sequence[str], key: str) -> Reply:
    """The first reply that is no success, or the last one."""
    reply = Reply(verdict="delivered")
    for topic in topics:
        reply = await _ping(endpoint, wiring, topic, key)
        if reply.verdict != "delivered":
            break
    return reply


async def _ping(endpoint: Endpoint, wiring: Wiring, topic: str, key: str) -> Reply:
    content = urlencode({"hub.mode": "publish", "hub.url": topic, "hub.topic": topic}).encode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    if wiring.credentials.authorization:
        headers["authorization"] = wiring.credentials.authorization
    request = Request(method="POST", url=endpoint.url, headers=headers, content=content)
    try:
        answer = await wiring.transport.send(wiring.sign(request, message_id=key, now=wiring.clock()))
    except TransportFault as fault:
        return redacted(judge_fault(fault), wiring.credentials)
    return redacted(judge(answer, now=wiring.clock()), wiring.credentials)
