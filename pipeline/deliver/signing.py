"""A request in, the same request signed out: fresh at each attempt, with the delivery's own id."""

from __future__ import annotations

from typing import Protocol

import msgspec

from pipeline.deliver.secrets import Credentials
from pipeline.deliver.transport import Request
from pipeline.standards import standard_webhooks


class Sign(Protocol):
    """Signs a request at ``now`` (seconds since 1970)."""

    def __call__(self, request: Request, *, message_id: str, now: float) -> Request:
        """The request with the headers of its signature."""
        ...


def signer(credentials: Credentials) -> Sign:
    """Standard Webhooks with the endpoint's secret; without a secret, requests stay as they are."""
    key = credentials.signing_key

    def sign(request: Request, *, message_id: str, now: float) -> Request:
        if key is None:
            return request
        signature = standard_webhooks.sign(key, message_id=message_id, timestamp=int(now), body=request.content)
        headers = {
            **request.headers,
            "webhook-id": message_id,
            "webhook-timestamp": str(int(now)),
            "webhook-signature": signature,
        }
        return msgspec.structs.replace(request, headers=headers)

    return sign
