"""The small protocol that every HTTP channel speaks, so that another HTTP client can be put in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

import msgspec

BODY_LIMIT = 65_536
"""Bytes of a response that are read; the rest is thrown away with the connection."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One HTTP request; header names in lower case."""

    method: str
    url: str
    headers: Mapping[str, str] = {}
    content: bytes = b""
    body_limit: int = BODY_LIMIT


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One HTTP response, header names in lower case; ``cut``: the body was longer, or did not arrive whole."""

    status: int
    headers: Mapping[str, str] = {}
    content: bytes = b""
    cut: bool = False

    @property
    def media_type(self) -> str:
        """The type without parameters, in lower case; empty if none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class TransportFault(Exception):  # noqa: N818 - it is the world's fault, named as such
    """No answer came. ``unreachable``: no connection, so nothing was sent; ``interrupted``: it may have had its effect."""

    def __init__(self, kind: Literal["unreachable", "interrupted"], detail: str) -> None:
        super().__init__(detail)
        self.kind: Literal["unreachable", "interrupted"] = kind
        self.detail = detail


class Transport(Protocol):
    """Sends a request, follows no redirect, and gives the answer or raises ``TransportFault``."""

    async def send(self, request: Request) -> Answer:
        """The answer, with a bounded body, within the transport's time limit."""
        ...

    async def close(self) -> None:
        """Give the connections back."""
        ...
