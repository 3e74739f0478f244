"""Each delivery as a CloudEvent to a message bus over HTTP, in binary mode. The document is the event's data.

CloudEvents 1.0.2 and its HTTP protocol binding (https://github.com/cloudevents/spec, read 2026-11).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from pipeline.deliver.answers import judge, judge_fault
from pipeline.deliver.http_push import Wiring, check_url, redacted
from pipeline.deliver.parcel import Channel, Parcel, Reply
from pipeline.deliver.transport import Request, TransportFault
from pipeline.model.newsroom import Endpoint

TYPES = {"put": "org.schema.NewsArticle.published", "delete": "org.schema.NewsArticle.removed"}


def cloudevents(endpoint: Endpoint, wiring: Wiring) -> Channel:
    """The channel; consumers drop repeats by ``source`` and ``id`` and order by ``articleversion``."""
    check_url(endpoint)

    async def deliver(parcels: Sequence[Parcel]) -> Sequence[Reply]:
        return [redacted(await _send(endpoint, wiring, each), wiring.credentials) for each in parcels]

    return deliver


def event_headers(parcel: Parcel) -> dict[str, str]:
    """The event's attributes as headers; text outside printable ASCII is percent-encoded (section 3.1.3.2)."""
    delivery = parcel.delivery
    site = urlsplit(delivery.article)
    attributes = {
        "ce-specversion": "1.0",
        "ce-id": parcel.key,
        "ce-source": f"{site.scheme}://{site.netloc}",
        "ce-type": TYPES[delivery.operation],
        "ce-subject": delivery.article,
        "ce-time": datetime.fromtimestamp(parcel.enqueued_at, UTC)
        .isoformat(timespec="milliseconds")
        .replace("+00:00", "Z"),
        "ce-articleversion": str(delivery.version),
    }
    encoded = {
        name: quote(value, safe="".join(map(chr, range(33, 127))).replace('"', "").replace("%", ""))
        for name, value in attributes.items()
    }
    return {**encoded, **({"content-type": delivery.media_type} if delivery.operation == "put" else {})}


async def _send(endpoint: Endpoint, wiring: Wiring, parcel: Parcel) -> Reply:
    headers = event_headers(parcel)
    if wiring.credentials.authorization:
        headers["authorization"] = wiring.credentials.authorization
    request = Request(method="POST", url=endpoint.url, headers=headers, content=parcel.delivery.content)
    try:
        answer = await wiring.transport.send(wiring.sign(request, message_id=parcel.key, now=wiring.clock()))
    except TransportFault as fault:
        return judge_fault(fault)
    return judge(answer, now=wiring.clock())
