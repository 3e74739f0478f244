"""Secrets by the name of their environment variable in, request headers out; and nothing of them in any message."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

import msgspec

from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint
from pipeline.standards.standard_webhooks import secret_bytes, separate

HIDDEN = "***"


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """What an endpoint needs to know that it is us. Never printed: its text form hides everything.

    More than one signing key while a secret is being replaced: the receiver takes the signature that it knows.
    """

    signing_keys: tuple[bytes, ...] = ()
    authorization: str | None = None
    login: str = ""
    hidden: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Credentials({HIDDEN})"

    @property
    def signing_key(self) -> bytes | None:
        """The first, which is the current one."""
        return next(iter(self.signing_keys), None)

    def redact(self, text: str) -> str:
        """The text with every secret of this endpoint replaced."""
        for each in self.hidden:
            text = text.replace(each, HIDDEN)
        return text


def credentials(endpoint: Endpoint, environment: Mapping[str, str]) -> Credentials:
    """Read the variables that the endpoint names; raises ``UsageError`` with the name of one that is missing or broken."""
    secret = _variable(endpoint, "secret_env", endpoint.secret_env, environment)
    token = _variable(endpoint, "token_env", endpoint.token_env, environment)
    basic = _variable(endpoint, "basic_env", endpoint.basic_env, environment)
    encoded = base64.b64encode((basic or "").encode()).decode()
    secrets = separate(secret) if secret else ()
    hidden = (*secrets, token, basic, encoded if basic else None, (basic or "").partition(":")[2])
    return Credentials(
        signing_keys=tuple(_key(endpoint, each) for each in secrets),
        authorization=f"Bearer {token}" if token else f"Basic {encoded}" if basic else None,
        login=basic or "",
        hidden=tuple(each for each in hidden if each),
    )


def without_userinfo(url: str) -> str:
    """The address as it may be shown: no user, no password, no query."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def _variable(endpoint: Endpoint, key: str, name: str | None, environment: Mapping[str, str]) -> str | None:
    if name is None:
        return None
    value = environment.get(name, "").strip()
    if not value:
        raise UsageError(
            f"endpoint {endpoint.name!r}: {key} names the environment variable {name}, which is not set. Set it, or remove {key}."
        )
    if re.search(r"[\r\n\0]", value) and not value.startswith("-----BEGIN"):
        raise UsageError(f"endpoint {endpoint.name!r}: the value of {name} has line breaks. Set it to one line.")
    return value


def _key(endpoint: Endpoint, secret: str) -> bytes:
    try:
        return secret_bytes(secret)
    except ValueError as error:
        raise UsageError(f"endpoint {endpoint.name!r}: {endpoint.secret_env}: {error}. Copy the secret anew.") from None
