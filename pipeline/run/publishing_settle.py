"""A claim and the endpoint's reply in; what to write into the outbox, and the receipt to show, out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.deliver.parcel import Parcel, Reply
from pipeline.deliver.retry import delay_s
from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Receipt
from pipeline.store.outbox import Claim, Settlement
from pipeline.store.outbox_endpoints import Endpoints

COUNTS_AGAINST_ENDPOINT = frozenset({"unreachable", "interrupted", "broken", "misdirected"})


def parcel(claim: Claim) -> Parcel:
    """What the channel gets of a claim."""
    return Parcel(
        key=claim.key,
        delivery=claim.delivery,
        known=claim.known,
        etag=claim.etag,
        attempt=claim.attempts,
        enqueued_at=claim.enqueued_at,
    )


def settlement(claim: Claim, reply: Reply, endpoint: Endpoint, *, now: float, chance: float) -> Settlement:
    """The row's next state: a fault of the endpoint is tried again up to ``max_attempts`` times, a refusal is dead."""
    if reply.verdict in {"delivered", "superseded"}:
        return Settlement(
            claim=claim,
            state="delivered" if reply.verdict == "delivered" else "superseded",
            status=reply.status,
            detail=reply.detail,
            etag=reply.etag,
            held_version=reply.held_version,
        )
    if reply.verdict == "refused" or (reply.verdict == "retry" and _used_up(claim, reply, endpoint)):
        return Settlement(claim=claim, state="dead", status=reply.status, detail=reply.detail, problem=reply.problem)
    return Settlement(
        claim=claim,
        state="pending",
        due_at=now + _wait(claim, reply, chance),
        status=reply.status,
        detail=reply.detail,
        problem=reply.problem,
        etag=reply.etag,
        unsent=reply.unsent,
        learned=reply.verdict == "conflict",
    )


def receipt(settled: Settlement) -> Receipt:
    """What is shown of it."""
    delivery = settled.claim.delivery
    return Receipt(
        endpoint=settled.claim.endpoint,
        article=delivery.article,
        version=delivery.version,
        operation=delivery.operation,
        outcome="retry" if settled.state == "pending" else settled.state,
        status=settled.status,
        detail=settled.detail,
        etag=settled.etag,
    )


def telling(replies: Iterable[Reply]) -> Iterator[Reply]:
    """The replies without repeats of "all is well", which say nothing new of the endpoint."""
    well = False
    for each in replies:
        was_well, well = well, each.fault in {"none", "article"} and each.verdict not in {"gone", "retry"}
        if not (was_well and well):
            yield each


def note_health(endpoints: Endpoints, name: str, reply: Reply, *, now: float, chance: Callable[[], float]) -> None:
    """What a reply says of the endpoint itself: gone, busy, failing, or well."""
    if reply.verdict == "retry" and reply.fault == "none":
        return
    if reply.verdict == "gone":
        endpoints.disable(name, f"answered 410 Gone: it wants nothing more. {reply.detail}".strip())
    elif reply.fault == "busy":
        wait = delay_s("busy", attempt=1, chance=chance(), asked_s=reply.wait_s)
        endpoints.pause(name, until=now + wait, fault=reply.detail)
    elif reply.fault in COUNTS_AGAINST_ENDPOINT:
        endpoints.fail(
            name,
            reply.detail,
            opens=reply.fault == "unreachable",
            wait=lambda failures: delay_s(reply.fault, attempt=failures + 1, chance=chance(), asked_s=reply.wait_s),
            now=now,
        )
    else:
        endpoints.succeed(name)


def _used_up(claim: Claim, reply: Reply, endpoint: Endpoint) -> bool:
    return not reply.unsent and claim.attempts >= endpoint.max_attempts


def _wait(claim: Claim, reply: Reply, chance: float) -> float:
    if reply.unsent or reply.verdict in {"conflict", "gone"}:
        return reply.wait_s or 0.0
    return delay_s(reply.fault, attempt=claim.attempts, chance=chance, asked_s=reply.wait_s)
