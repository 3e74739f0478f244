"""Sign and verify a message as Standard Webhooks 1.0 asks: HMAC-SHA256 over ``id.timestamp.body``.

Specification: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import Literal

TOLERANCE_S = 300
"""How far a timestamp may be from the receiver's clock, either way; the specification leaves it open, its libraries take 5 minutes."""
PREFIX = "whsec_"

Refusal = Literal["missing", "stale", "wrong"]


def secret_bytes(secret: str) -> bytes:
    """The key of a secret: ``whsec_`` and base64, or any other text as it is. Raises ``ValueError`` for broken base64."""
    if not secret.startswith(PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("the secret begins with whsec_, but what follows is no base64") from error


def separate(secret: str) -> tuple[str, ...]:
    """The secrets in one text: several ``whsec_`` ones may stand apart by spaces while one replaces the other."""
    parts = secret.split()
    return tuple(parts) if parts and all(each.startswith(PREFIX) for each in parts) else (secret,)


def sign(key: bytes, *, message_id: str, timestamp: int, body: bytes) -> str:
    """The value of ``webhook-signature``; ``timestamp`` in whole seconds since 1970."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def verify(
    keys: tuple[bytes, ...], *, message_id: str, timestamp: str, signatures: str, body: bytes, now: float
) -> Refusal | None:
    """None if one of the signatures is right under one of the keys and the timestamp is fresh; otherwise why not."""
    if not (message_id and timestamp and signatures):
        return "missing"
    if not (timestamp.isascii() and timestamp.isdigit()) or abs(int(timestamp[:15]) - now) > TOLERANCE_S:
        return "stale"
    given = [each.encode() for each in signatures.split(" ") if each.startswith("v1,")]
    expected = [sign(key, message_id=message_id, timestamp=int(timestamp), body=body).encode() for key in keys]
    right = [hmac.compare_digest(one, other) for one in given for other in expected]
    return None if any(right) else "wrong"
