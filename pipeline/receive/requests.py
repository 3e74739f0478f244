"""An HTTP request in, a checked change or a problem out: limits, headers, shape of the document."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import msgspec
from starlette.requests import ClientDisconnect, Request

from pipeline.deliver.folder import is_safe_name
from pipeline.model.finding import Finding
from pipeline.receive.holdings import Change
from pipeline.receive.problems import refuse
from pipeline.standards.message_signatures import Key

type Check = Callable[[bytes], tuple[Finding, ...]]
"""A document's bytes in, findings out; one of severity ``error`` refuses the document."""
MEDIA_TYPES = frozenset({"application/ld+json", "application/json"})
FINDINGS_SHOWN = 100


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a receiver behaves.

    ``keys`` sign by Standard Webhooks, ``message_keys`` by RFC 9421; one right signature by either is enough. ``tokens`` are
    bearer tokens for writing, and for reading too if ``private``. ``rate_per_s`` is for each sender; ``public_url`` is how the
    world reaches this receiver, for hubs to call back.
    """

    keys: tuple[bytes, ...] = ()
    message_keys: tuple[Key, ...] = ()
    tokens: tuple[str, ...] = ()
    private: bool = False
    body_limit: int = 2_000_000
    read_timeout_s: float = 30.0
    rate_per_s: float | None = None
    burst: int = 100
    key_lifetime_s: float = 7 * 86_400.0
    public_url: str = ""
    topics: tuple[str, ...] = ()
    clock: Callable[[], float] = time.time

    def __repr__(self) -> str:
        return f"Settings(body_limit={self.body_limit}, rate_per_s={self.rate_per_s})"


async def body(request: Request, settings: Settings) -> bytes:
    """The request's content; 413 as soon as it is too long, 408 if it takes too long."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared[:18]) > settings.body_limit:
        raise refuse(413, "too-large", f"The document may have {settings.body_limit} bytes.")
    content = bytearray()
    try:
        async with asyncio.timeout(settings.read_timeout_s):
            async for chunk in request.stream():
                content += chunk
                if len(content) > settings.body_limit:
                    raise refuse(413, "too-large", f"The document may have {settings.body_limit} bytes.")
    except TimeoutError as error:
        raise refuse(408, "too-slow", f"The document must arrive within {settings.read_timeout_s:g} s.") from error
    except ClientDisconnect as error:
        raise refuse(400, "incomplete", "The connection ended before the document did.") from error
    return bytes(content)


def change(request: Request, content: bytes, *, article: str) -> Change:
    """The change that the request asks for; 400 with what is wrong in its headers."""
    headers = request.headers
    return Change(
        slug=slug(request),
        operation="delete" if request.method == "DELETE" else "put",
        key=key(request),
        version=version(headers.get("article-version", "")),
        article=article,
        content=content,
        if_match=headers.get("if-match"),
        if_none_match=headers.get("if-none-match"),
    )


def slug(request: Request) -> str:
    """The article's name in the address; 400 if it is no safe one."""
    name: str = request.path_params["slug"]
    if not is_safe_name(name):
        raise refuse(400, "bad-name", "The last part of the URL is no safe name.")
    return name


def require_media_type(request: Request) -> None:
    """415 for a document that says that it is something else."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in MEDIA_TYPES:
        raise refuse(415, "media-type", f"Send {' or '.join(sorted(MEDIA_TYPES))}.")
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise refuse(415, "content-encoding", "Send the document without Content-Encoding.")


def checked(content: bytes, check: Check) -> str:
    """The article's address, if no finding is an error; 422 with the findings otherwise."""
    findings = check(content)
    errors = sum(each.severity == "error" for each in findings)
    if errors:
        listed: tuple[dict[str, Any], ...] = tuple(msgspec.to_builtins(each) for each in findings[:FINDINGS_SHOWN])
        raise refuse(422, "invalid-document", f"{errors} errors were found.", errors=listed)
    return article_url(content)


def article_url(content: bytes) -> str:
    """The ``url`` of the first node, or the part of its ``@id`` before ``#``; empty if there is none."""
    document = msgspec.json.decode(content)
    nodes = document.get("@graph") if isinstance(document, dict) else None
    first = nodes[0] if isinstance(nodes, list) and nodes else document
    if not isinstance(first, dict):
        return ""
    found = first.get("url") or first.get("@id")
    return found.partition("#")[0] if isinstance(found, str) else ""


def key(request: Request) -> str | None:
    """The key of ``Idempotency-Key``, a quoted string (RFC 8941) or bare, or else the message's id."""
    value = request.headers.get("idempotency-key", "").strip()
    if not value:
        return request.headers.get("webhook-id")
    bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value
    if not 1 <= len(bare) <= 256:
        raise refuse(400, "bad-key", "Idempotency-Key has 1 to 256 characters.")
    return bare


def version(value: str) -> int:
    """The number of ``Article-Version``; 0 if there is none."""
    if not value:
        return 0
    if not (value.isascii() and value.isdigit() and len(value) < 16 and int(value)):
        raise refuse(400, "bad-version", "Article-Version is a whole number from 1.")
    return int(value)


def number(request: Request, name: str, default: int) -> int:
    """A whole number of the query."""
    text = request.query_params.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise refuse(400, "bad-query", f"{name} is a whole number.")
    return int(text)
