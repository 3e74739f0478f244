"""A claim and the endpoint's reply in; what to write into the outbox, and the receipt to show, out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.deliver.parcel import Parcel, Reply
from pipeline.deliver.retry import delay_s
from pipeline.model.newsroom import Endpoint
from pipeline.model.publication import Receipt
from pipeline.store.outbox import Claim, Settlement
from pipeline.store.outbox_endpoints import Endpoints

OF_THE_ENDPOINT = frozenset({"unreachable", "interrupted", "busy", "broken", "misdirected"})
GIVE_UP_AFTER_S = 7 * 86_400.0
"""A week after its first fault a delivery is dead whatever the cause; it keeps its content and can be sent again by hand."""


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


def settlement(
    claim: Claim, reply: Reply, endpoint: Endpoint, *, now: float, chance: float, failing: bool = False
) -> Settlement:
    """The row's next state. A refusal is dead; a fault is tried again, up to ``max_attempts`` times.

    ``failing``: the endpoint's circuit was open. Then the fault is not this delivery's, and does not count against it.
    """
    if reply.verdict in {"delivered", "superseded"}:
        return Settlement(
            claim=claim,
            state="delivered" if reply.verdict == "delivered" else "superseded",
            status=reply.status,
            detail=reply.detail,
            etag=reply.etag,
            held_version=reply.held_version,
        )
    spared = failing and reply.fault in OF_THE_ENDPOINT
    if reply.verdict == "refused" or _is_given_up(claim, reply, endpoint, now=now, spared=spared):
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
        spared=spared,
        faulty=reply.fault != "none",
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
    elif reply.fault == "busy" and reply.wait_s is not None:
        wait = delay_s("busy", attempt=1, chance=chance(), asked_s=reply.wait_s)
        endpoints.pause(name, until=now + wait, fault=reply.detail)
    elif reply.fault in OF_THE_ENDPOINT:
        endpoints.fail(
            name,
            reply.detail,
            opens=reply.fault == "unreachable",
            wait=lambda failures: delay_s(reply.fault, attempt=failures + 1, chance=chance(), asked_s=reply.wait_s),
            now=now,
        )
    else:
        endpoints.succeed(name)


def _is_given_up(claim: Claim, reply: Reply, endpoint: Endpoint, *, now: float, spared: bool) -> bool:
    if reply.verdict != "retry":
        return False
    used_up = claim.attempts >= endpoint.max_attempts and not reply.unsent and not spared
    return used_up or now - (claim.first_fault_at or now) > GIVE_UP_AFTER_S


def _wait(claim: Claim, reply: Reply, chance: float) -> float:
    if reply.unsent or reply.verdict in {"conflict", "gone"}:
        return reply.wait_s or 0.0
    return delay_s(reply.fault, attempt=claim.attempts, chance=chance, asked_s=reply.wait_s)
