"""Sign a request to an S3-compatible store: AWS Signature Version 4.

Specification: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html (read 2026-11).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import quote, unquote, urlsplit

import msgspec

ALGORITHM = "AWS4-HMAC-SHA256"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Who signs, for which region and service."""

    access_key_id: str
    secret_access_key: str
    region: str = "us-east-1"
    service: str = "s3"


def signed_headers(
    identity: Identity, *, method: str, url: str, headers: Mapping[str, str], content: bytes, now: float
) -> dict[str, str]:
    """The headers with date, content hash and authorization added; names in lower case, ``now`` in seconds since 1970."""
    moment = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
    parts = urlsplit(url)
    digest = hashlib.sha256(content).hexdigest()
    signed = {**headers, "host": parts.netloc, "x-amz-date": moment, "x-amz-content-sha256": digest}
    names = ";".join(sorted(signed))
    request = "\n".join(
        (
            method,
            quote(unquote(parts.path) or "/", safe="/-_.~"),
            _query(parts.query),
            "".join(f"{name}:{' '.join(signed[name].split())}\n" for name in sorted(signed)),
            names,
            digest,
        )
    )
    scope = f"{moment[:8]}/{identity.region}/{identity.service}/aws4_request"
    text = "\n".join((ALGORITHM, moment, scope, hashlib.sha256(request.encode()).hexdigest()))
    signature = hmac.new(_signing_key(identity, moment[:8]), text.encode(), hashlib.sha256).hexdigest()
    credential = f"{identity.access_key_id}/{scope}"
    signed["authorization"] = f"{ALGORITHM} Credential={credential}, SignedHeaders={names}, Signature={signature}"
    return signed


def _query(query: str) -> str:
    pairs = [each.partition("=") for each in query.split("&") if each]
    return "&".join(
        sorted(f"{quote(unquote(name), safe='-_.~')}={quote(unquote(value), safe='-_.~')}" for name, _, value in pairs)
    )


def _signing_key(identity: Identity, day: str) -> bytes:
    key = b"AWS4" + identity.secret_access_key.encode()
    for each in (day, identity.region, identity.service, "aws4_request"):
        key = hmac.new(key, each.encode(), hashlib.sha256).digest()
    return key
