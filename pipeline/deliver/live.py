"""A channel in, the same channel out that announces an article only after its page answers as it should."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.deliver.parcel import Channel, Parcel, Reply
from pipeline.deliver.transport import Request, Transport, TransportFault

RECHECK_S = 5.0


def only_live(channel: Channel, transport: Transport) -> Channel:
    """Deliver what is live; the rest is tried again, without counting as an attempt."""

    async def deliver(parcels: Sequence[Parcel]) -> Sequence[Reply]:
        reasons = [await _not_yet(transport, each) for each in parcels]
        live = [each for each, reason in zip(parcels, reasons, strict=True) if not reason]
        replies = iter(await channel(live) if live else ())
        return [_later(reason) if reason else next(replies) for reason in reasons]

    return deliver


def _later(reason: str) -> Reply:
    return Reply(verdict="retry", detail=reason, wait_s=RECHECK_S, unsent=True)


async def _not_yet(transport: Transport, parcel: Parcel) -> str:
    """Why the page must not be announced yet; empty if it may. In place of a removed one anything may stand: a notice, 404, 410."""
    url = parcel.delivery.article
    try:
        answer = await transport.send(Request(method="GET", url=url, body_limit=1024))
    except TransportFault as fault:
        return f"not announced yet: {url} does not answer ({fault.detail})"
    if parcel.delivery.operation == "put" and answer.status != 200:
        return f"not announced yet: {url} answers {answer.status}"
    return ""
