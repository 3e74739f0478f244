"""Who may write: bearer tokens, Standard Webhooks, RFC 9421. A request in, nothing or a 401 out."""

from __future__ import annotations

import hmac

from starlette.requests import Request

from pipeline.receive.problems import refuse
from pipeline.receive.requests import Settings, key
from pipeline.standards import message_signatures, standard_webhooks

COVERED = ("@method", "@authority", "@path", "content-digest")
"""What an RFC 9421 signature must cover, at least: what is done, where, and to which bytes."""


def authenticate(request: Request, content: bytes, settings: Settings) -> None:
    """401 unless the request bears a right token and a right signature, where the receiver asks for them."""
    check_token(request, settings)
    if not settings.keys and not settings.message_keys:
        return
    if settings.message_keys and "signature-input" in request.headers:
        _check_message(request, content, settings)
    elif settings.keys:
        _check_webhook(request, content, settings)
    else:
        raise refuse(401, "bad-signature", "The signature is missing (RFC 9421).")


def check_token(request: Request, settings: Settings) -> None:
    """401 unless the request bears one of the tokens, if there are any."""
    if not settings.tokens:
        return
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    right = [hmac.compare_digest(given.strip().encode(), each.encode()) for each in settings.tokens]
    if scheme.lower() != "bearer" or not any(right):
        detail = "The bearer token is missing or wrong."
        raise refuse(401, "unauthorized", detail, headers={"www-authenticate": "Bearer"})


def _check_webhook(request: Request, content: bytes, settings: Settings) -> None:
    refusal = standard_webhooks.verify(
        settings.keys,
        message_id=request.headers.get("webhook-id", ""),
        timestamp=request.headers.get("webhook-timestamp", ""),
        signatures=request.headers.get("webhook-signature", ""),
        body=content,
        now=settings.clock(),
    )
    if refusal is not None:
        window = standard_webhooks.TOLERANCE_S
        raise refuse(401, "bad-signature", f"The signature is {refusal} (Standard Webhooks, {window} s).")
    if key(request) != request.headers["webhook-id"]:
        raise refuse(400, "two-ids", "Idempotency-Key and webhook-id must be the same: only webhook-id is signed.")


def _check_message(request: Request, content: bytes, settings: Settings) -> None:
    message = message_signatures.Message(
        method=request.method, url=_url_as_sent(request), headers=dict(request.headers.items())
    )
    present = [
        each for each in ("idempotency-key", "article-version", "if-match", "if-none-match") if each in request.headers
    ]
    refusal = message_signatures.verify(
        message, settings.message_keys, required=(*COVERED, *present), now=settings.clock()
    )
    if refusal is not None:
        raise refuse(
            401, "bad-signature", f"The signature is {refusal} (RFC 9421, {message_signatures.TOLERANCE_S} s)."
        )
    if not message_signatures.digest_matches(request.headers.get("content-digest", ""), content):
        raise refuse(401, "bad-signature", "Content-Digest is not that of the content.")


def _url_as_sent(request: Request) -> str:
    """The address with its path as it was encoded: that is what was signed."""
    path = (request.scope.get("raw_path") or request.url.path.encode()).decode("ascii", "replace")
    query = request.scope["query_string"].decode("ascii", "replace")
    return f"{request.url.scheme}://{request.headers.get('host', '')}{path}" + (f"?{query}" if query else "")
