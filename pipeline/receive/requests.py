"""An HTTP request in, a checked change or a problem out: limits, signature, headers, shape of the document."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable
from typing import Any

import msgspec
from starlette.requests import ClientDisconnect, Request

from pipeline.deliver.folder import is_safe_name
from pipeline.model.finding import Finding
from pipeline.receive.holdings import Change
from pipeline.standards import standard_webhooks
from pipeline.standards.problem_details import Problem

type Check = Callable[[bytes], tuple[Finding, ...]]
"""A document's bytes in, findings out; one of severity ``error`` refuses the document."""
MEDIA_TYPES = frozenset({"application/ld+json", "application/json"})


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a receiver behaves. ``keys`` are signing keys (any one may have signed), ``tokens`` bearer tokens."""

    keys: tuple[bytes, ...] = ()
    tokens: tuple[str, ...] = ()
    body_limit: int = 8_000_000
    read_timeout_s: float = 30.0
    key_lifetime_s: float = 7 * 86_400.0
    clock: Callable[[], float] = time.time


class Refused(Exception):  # noqa: N818 - an answer, not an error of ours
    """The request is answered with this problem."""

    def __init__(self, problem: Problem, headers: dict[str, str] | None = None) -> None:
        super().__init__(problem.summary())
        self.problem = problem
        self.headers = headers or {}


def refuse(status: int, kind: str, detail: str, **more: Any) -> Refused:  # members of the problem
    """A problem of the protocol: ``kind`` names it (``urn:newsgraph:problem:<kind>``)."""
    title = kind.replace("-", " ").capitalize()
    return Refused(Problem(type=f"urn:newsgraph:problem:{kind}", title=title, status=status, detail=detail, **more))


async def body(request: Request, limit: int) -> bytes:
    """The request's content; 413 as soon as it is too long."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared[:18]) > limit:
        raise refuse(413, "too-large", f"The document may have {limit} bytes.")
    content = bytearray()
    try:
        async for chunk in request.stream():
            content += chunk
            if len(content) > limit:
                raise refuse(413, "too-large", f"The document may have {limit} bytes.")
    except ClientDisconnect as error:
        raise refuse(400, "incomplete", "The connection ended before the document did.") from error
    return bytes(content)


def authenticate(request: Request, content: bytes, settings: Settings) -> None:
    """401 unless the request bears a right signature and token, where the receiver asks for them."""
    if settings.tokens and not _has_token(request.headers.get("authorization", ""), settings.tokens):
        raise refuse(401, "unauthorized", "The bearer token is missing or wrong.")
    if settings.keys:
        refusal = standard_webhooks.verify(
            settings.keys,
            message_id=request.headers.get("webhook-id", ""),
            timestamp=request.headers.get("webhook-timestamp", ""),
            signatures=request.headers.get("webhook-signature", ""),
            body=content,
            now=settings.clock(),
        )
        if refusal is not None:
            raise refuse(
                401,
                "bad-signature",
                f"The signature is {refusal} (Standard Webhooks, {standard_webhooks.TOLERANCE_S} s).",
            )
        if _key(request) not in {None, request.headers["webhook-id"]}:
            raise refuse(400, "two-ids", "Idempotency-Key and webhook-id must be the same; only webhook-id is signed.")


def change(request: Request, content: bytes, check: Check) -> Change:
    """The change that the request asks for; 400, 415 or 422 with what is wrong."""
    headers = request.headers
    slug = request.path_params["slug"]
    if not is_safe_name(slug):
        raise refuse(400, "bad-name", "The last part of the URL is no safe name.")
    removal = request.method == "DELETE"
    if not removal and headers.get("content-type", "").partition(";")[0].strip().lower() not in MEDIA_TYPES:
        raise refuse(415, "media-type", f"Send {' or '.join(sorted(MEDIA_TYPES))}.")
    return Change(
        slug=slug,
        operation="delete" if removal else "put",
        key=headers.get("webhook-id") or _key(request),
        version=_version(headers.get("article-version", "")),
        article="" if removal else _checked(content, check),
        content=content,
        if_match=headers.get("if-match"),
        if_none_match=headers.get("if-none-match"),
    )


def _checked(content: bytes, check: Check) -> str:
    """The article's address, if no finding is an error; 422 with the findings otherwise."""
    findings = check(content)
    errors = tuple(each for each in findings if each.severity == "error")
    if errors:
        listed = tuple(msgspec.to_builtins(each) for each in findings[:100])
        raise refuse(422, "invalid-document", f"{len(errors)} errors were found.", errors=listed)
    return article_url(content) or ""


def article_url(content: bytes) -> str | None:
    """The ``url`` of the first node, or the part of its ``@id`` before ``#``."""
    document = msgspec.json.decode(content)
    nodes = document.get("@graph") if isinstance(document, dict) else None
    first = nodes[0] if isinstance(nodes, list) and nodes else document
    if not isinstance(first, dict):
        return None
    found = first.get("url") or first.get("@id")
    return found.partition("#")[0] if isinstance(found, str) else None


def _key(request: Request) -> str | None:
    """The key of ``Idempotency-Key``, a quoted string (RFC 8941) or bare."""
    value = request.headers.get("idempotency-key", "").strip()
    if not value:
        return None
    key = value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value
    if not 1 <= len(key) <= 256:
        raise refuse(400, "bad-key", "Idempotency-Key has 1 to 256 characters.")
    return key


def _version(value: str) -> int:
    if not value:
        return 0
    if not (value.isascii() and value.isdigit() and len(value) < 16 and int(value)):
        raise refuse(400, "bad-version", "Article-Version is a whole number from 1.")
    return int(value)


def _has_token(authorization: str, tokens: tuple[str, ...]) -> bool:
    scheme, _, given = authorization.partition(" ")
    right = [hmac.compare_digest(given.strip().encode(), each.encode()) for each in tokens]
    return scheme.lower() == "bearer" and any(right)
