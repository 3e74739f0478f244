"""What goes out: finished bytes with the place they belong to, and what became of them."""

from __future__ import annotations

from typing import Literal

import msgspec

Operation = Literal["put", "delete"]


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the output: ``path`` is relative to the output folder, with ``/``, and never leaves it."""

    path: str
    media_type: str
    content: bytes


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to deliver to one endpoint: an article's version, or its removal.

    ``canonical_hash`` is over the RDF canonical form (RDFC-1.0) without volatile statements; ``version`` counts from 1.
    """

    article: str
    slug: str
    version: int
    operation: Operation
    canonical_hash: str
    media_type: str = "application/ld+json"
    content: bytes = b""


class Receipt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an endpoint answered to one delivery."""

    endpoint: str
    article: str
    version: int
    operation: Operation
    outcome: Literal["delivered", "superseded", "retry", "dead", "skipped"]
    status: int | None = None
    detail: str = ""
    etag: str | None = None
