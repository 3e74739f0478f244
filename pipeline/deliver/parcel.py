"""What a channel gets and what it gives back: the two records between the outbox and every channel."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Literal

import msgspec

from pipeline.model.publication import Delivery

Verdict = Literal["delivered", "superseded", "retry", "conflict", "refused", "gone"]
Fault = Literal["none", "unreachable", "interrupted", "busy", "broken", "misdirected", "article"]
"""Whose fault it is. ``article``: this document; all others: the endpoint, the way to it, or the settings."""


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """One delivery with its idempotency key; ``known``: the endpoint acknowledged an earlier version, with this ``etag``.

    ``enqueued_at`` in seconds since 1970.
    """

    key: str
    delivery: Delivery
    known: bool = False
    etag: str | None = None
    attempt: int = 1
    enqueued_at: float = 0.0


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it.

    ``conflict``: the endpoint holds another version, with ``etag``, than we thought; ``gone``: it wants nothing more.
    ``held_version`` is the newer version that superseded ours, if the endpoint said which;
    ``wait_s`` is what the endpoint asked for; ``unsent`` says that no byte of the delivery left this machine.
    """

    verdict: Verdict
    fault: Fault = "none"
    status: int | None = None
    detail: str = ""
    problem: str | None = None
    etag: str | None = None
    wait_s: float | None = None
    unsent: bool = False
    held_version: int | None = None


Channel = Callable[[Sequence[Parcel]], Awaitable[Sequence[Reply]]]
"""Delivers parcels, at most as many as the channel takes at once, and answers in the same order. Never raises for the endpoint's faults."""
