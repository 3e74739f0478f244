"""A request in, the same request signed out: fresh at each attempt, with the delivery's own id."""

from __future__ import annotations

from typing import Protocol

import msgspec

from pipeline.deliver.secrets import Credentials
from pipeline.deliver.transport import Request
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint
from pipeline.standards import aws_signature, message_signatures, standard_webhooks

COVERED = ("@method", "@authority", "@path", "content-digest")
"""What an RFC 9421 signature of ours always covers: what is done, where, and to which bytes."""
COVERED_IF_PRESENT = ("content-type", "idempotency-key", "article-version", "if-match", "if-none-match")


class Sign(Protocol):
    """Signs a request at ``now`` (seconds since 1970)."""

    def __call__(self, request: Request, *, message_id: str, now: float) -> Request:
        """The request with the headers of its signature."""
        ...


def signer(endpoint: Endpoint, credentials: Credentials) -> Sign:
    """The scheme that the endpoint asks for; without a secret, requests stay as they are."""
    key = credentials.signing_key
    if key is None:
        return _unsigned
    return _rfc9421(endpoint, key) if endpoint.signature == "rfc9421" else _standard_webhooks(credentials.signing_keys)


def _unsigned(request: Request, *, message_id: str, now: float) -> Request:  # noqa: ARG001 - the port's signature
    return request


def _standard_webhooks(keys: tuple[bytes, ...]) -> Sign:
    def sign(request: Request, *, message_id: str, now: float) -> Request:
        made = (
            standard_webhooks.sign(each, message_id=message_id, timestamp=int(now), body=request.content)
            for each in keys
        )
        signature = " ".join(made)
        return _with(
            request,
            {"webhook-id": message_id, "webhook-timestamp": str(int(now)), "webhook-signature": signature},
        )

    return sign


def _rfc9421(endpoint: Endpoint, secret: bytes) -> Sign:
    try:
        algorithm = message_signatures.algorithm_for(secret)
    except ValueError as error:
        raise UsageError(
            f"endpoint {endpoint.name!r}: the key in {endpoint.secret_env} cannot be used: {error}."
        ) from None
    key = message_signatures.Key(id=endpoint.key_id or endpoint.name, secret=secret, algorithm=algorithm)

    def sign(request: Request, *, message_id: str, now: float) -> Request:  # noqa: ARG001 - the key header is covered
        digested = _with(request, {"content-digest": message_signatures.content_digest(request.content)})
        message = message_signatures.Message(method=request.method, url=request.url, headers=digested.headers)
        covered = (*COVERED, *(each for each in COVERED_IF_PRESENT if each in digested.headers))
        return _with(digested, message_signatures.sign(message, covered, key, created=int(now)))

    return sign


def aws_signer(identity: aws_signature.Identity) -> Sign:
    """AWS Signature Version 4 for S3-compatible stores."""

    def sign(request: Request, *, message_id: str, now: float) -> Request:  # noqa: ARG001 - the port's signature
        headers = aws_signature.signed_headers(
            identity,
            method=request.method,
            url=request.url,
            headers=request.headers,
            content=request.content,
            now=now,
        )
        return msgspec.structs.replace(request, headers=headers)

    return sign


def _with(request: Request, headers: dict[str, str]) -> Request:
    return msgspec.structs.replace(request, headers={**request.headers, **headers})
