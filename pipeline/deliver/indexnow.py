"""Tell search engines which pages changed or went away: IndexNow (https://www.indexnow.org/documentation, read 2026-11).

Up to 10,000 addresses of one host in a POST; the key must stand in a file on that host.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import msgspec

from pipeline.deliver.answers import judge, judge_fault
from pipeline.deliver.http_push import Wiring, check_url
from pipeline.deliver.parcel import Channel, Parcel, Reply
from pipeline.deliver.transport import Answer, Request, TransportFault
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint

BATCH = 10_000
_KEY = re.compile(r"[A-Za-z0-9-]{8,128}")
_KEY_PROBLEM = (
    "the key is not accepted: put it into a text file on the site, named <key>.txt, or name the file with key_location"
)


def indexnow(endpoint: Endpoint, wiring: Wiring, *, key: str) -> Channel:
    """The channel; raises ``UsageError`` for a key that the protocol does not allow."""
    check_url(endpoint)
    check_key(endpoint, key)

    async def deliver(parcels: Sequence[Parcel]) -> Sequence[Reply]:
        by_host: dict[str, list[Parcel]] = {}
        for each in parcels:
            by_host.setdefault(urlsplit(each.delivery.article).netloc, []).append(each)
        replies = {host: await _announce(endpoint, wiring, key, group) for host, group in by_host.items()}
        return [replies[urlsplit(each.delivery.article).netloc] for each in parcels]

    return deliver


def check_key(endpoint: Endpoint, key: str) -> None:
    """8 to 128 letters, digits and dashes."""
    if not _KEY.fullmatch(key):
        raise UsageError(
            f"endpoint {endpoint.name!r}: the IndexNow key in {endpoint.secret_env} must be 8 to 128 letters, digits or dashes."
        )


def key_file(key: str) -> tuple[str, bytes]:
    """Name and content of the file that proves to search engines that the site knows the key."""
    return f"{key}.txt", key.encode()


async def _announce(endpoint: Endpoint, wiring: Wiring, key: str, parcels: Sequence[Parcel]) -> Reply:
    host = urlsplit(parcels[0].delivery.article).netloc
    location = endpoint.key_location or f"{urlsplit(parcels[0].delivery.article).scheme}://{host}/{key}.txt"
    addresses = list(dict.fromkeys(each.delivery.article for each in parcels))
    content = msgspec.json.encode({"host": host, "key": key, "keyLocation": location, "urlList": addresses})
    headers = {"content-type": "application/json; charset=utf-8"}
    try:
        answer = await wiring.transport.send(Request(method="POST", url=endpoint.url, headers=headers, content=content))
    except TransportFault as fault:
        return judge_fault(fault)
    return _judge(answer, wiring.clock())


def _judge(answer: Answer, now: float) -> Reply:
    if answer.status in {403, 422}:
        return Reply(
            verdict="retry", fault="misdirected", status=answer.status, detail=f"{answer.status}: {_KEY_PROBLEM}"
        )
    return judge(answer, now=now)
