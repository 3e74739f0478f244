"""Sign and verify HTTP requests as RFC 9421 asks, with ``Content-Digest`` of RFC 9530. Pure: time and keys are arguments.

Algorithms: ``hmac-sha256``; with the package ``cryptography`` also ``ed25519``, ``ecdsa-p256-sha256`` and ``rsa-pss-sha512``.
A component is named as in the specification, its parameters after it: ``date``, ``@path``, ``@query-param;name="Pet"``.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from typing import Literal
from urllib.parse import parse_qsl, quote, urlsplit

import msgspec

from pipeline.standards.asymmetric_keys import algorithm_of, is_right, signature_of

TOLERANCE_S = 300
LABEL = "sig1"
Refusal = Literal["missing", "stale", "wrong", "incomplete"]
Algorithm = Literal["hmac-sha256", "ed25519", "ecdsa-p256-sha256", "rsa-pss-sha512"]

_ITEM = re.compile(r'"(?P<name>[^"\\]*)"(?P<parameters>(?:;[a-z*][a-z0-9_.*-]*(?:=(?:"[^"\\]*"|[^\s;,")]+))?)*)')
_INNER_LIST = re.compile(
    rf"\((?P<names>(?:(?:{_ITEM.pattern.replace('?P<name>', '?:').replace('?P<parameters>', '?:')})(?: +|(?=\))))*)\)"
    r'(?P<parameters>(?:;[^,"]*(?:"[^"\\]*")?)*)'
)
_PARAMETER = re.compile(
    r';\s*(?P<name>[a-z*][a-z0-9_\-.*]*)=(?:"(?P<text>[^"\\]*)"|(?P<number>-?\d{1,15})|(?P<token>[^;,"\s]+))'
)
_MEMBER = re.compile(r"\s*(?P<label>[a-z*][a-z0-9_\-.*]*)=")
_BINARY = re.compile(r":(?P<base64>[A-Za-z0-9+/=]*):")


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a request that a signature can cover; header names in lower case."""

    method: str
    url: str
    headers: Mapping[str, str] = {}


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """A shared secret, or a key in PEM (private to sign, public to verify)."""

    id: str
    secret: bytes
    algorithm: Algorithm = "hmac-sha256"


def algorithm_for(secret: bytes) -> Algorithm:
    """What a key signs with: HMAC, unless it is a PEM key; raises ``ValueError`` for a kind of key that is not supported."""
    return algorithm_of(secret) if secret.startswith(b"-----BEGIN") else "hmac-sha256"


def content_digest(content: bytes) -> str:
    """The value of ``Content-Digest``."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"


def digest_matches(header: str, content: bytes) -> bool:
    """Whether a ``Content-Digest`` holds the SHA-256 or SHA-512 of the content, and no wrong one of either."""
    found = re.findall(r"(sha-256|sha-512)=:([A-Za-z0-9+/=]*):", header)
    made = {"sha-256": hashlib.sha256, "sha-512": hashlib.sha512}
    return bool(found) and all(
        hmac.compare_digest(base64.b64encode(made[name](content).digest()).decode(), value) for name, value in found
    )


def signature_base(message: Message, components: Sequence[str], parameters: str) -> bytes:
    """What is signed (section 2.5). ``parameters`` is the text after the component names, such as ``;created=1``.

    Raises ``KeyError`` with the name of a component that the message does not have.
    """
    lines = [f"{_identifier(each)}: {_component(message, each)}" for each in components]
    return "\n".join([*lines, f'"@signature-params": {_list(components)}{parameters}']).encode()


def sign(message: Message, components: Sequence[str], key: Key, *, created: int, nonce: str = "") -> dict[str, str]:
    """The two headers of a signature over these components; ``created`` in seconds since 1970."""
    once = f';nonce="{nonce}"' if nonce else ""
    parameters = f';created={created};keyid="{key.id}";alg="{key.algorithm}"{once}'
    signature = base64.b64encode(_signature(key, signature_base(message, components, parameters))).decode()
    return {"signature-input": f"{LABEL}={_list(components)}{parameters}", "signature": f"{LABEL}=:{signature}:"}


def verify(message: Message, keys: Sequence[Key], *, required: Sequence[str], now: float) -> Refusal | None:
    """None if a signature covers every required component, is fresh and right under a key; otherwise the best reason."""
    inputs, signatures = message.headers.get("signature-input", ""), message.headers.get("signature", "")
    reasons = [_verify_one(message, keys, each, required=required, now=now) for each in _signatures(inputs, signatures)]
    if None in reasons or not reasons:
        return None if reasons else "missing"
    order: tuple[Refusal, ...] = ("stale", "wrong", "incomplete", "missing")
    return next(each for each in order if each in reasons)


class _Signed(msgspec.Struct, frozen=True):
    """One signature with what it covers and the text of its parameters."""

    names: tuple[str, ...]
    parameters: str
    signature: bytes


def _verify_one(
    message: Message, keys: Sequence[Key], signed: _Signed, *, required: Sequence[str], now: float
) -> Refusal | None:
    if not set(required) <= set(signed.names):
        return "incomplete"
    said = {
        each["name"]: each["text"] or each["number"] or each["token"] or ""
        for each in _PARAMETER.finditer(signed.parameters)
    }
    created = said.get("created", "")
    expires = said.get("expires", "")
    if not created.isdigit() or abs(int(created) - now) > TOLERANCE_S or (expires.isdigit() and int(expires) < now):
        return "stale"
    try:
        base = signature_base(message, signed.names, signed.parameters)
    except KeyError:
        return "incomplete"
    fitting = [
        each for each in keys if said.get("keyid") in {None, each.id} and said.get("alg") in {None, each.algorithm}
    ]
    return None if any(_is_right(each, base, signed.signature) for each in fitting) else "wrong"


def _signatures(inputs: str, signatures: str) -> list[_Signed]:
    """The signatures whose label both headers have."""
    found = []
    given = dict(_members(signatures, _BINARY))
    for label, match in _members(inputs, _INNER_LIST):
        if label not in given:
            continue
        try:
            signature = base64.b64decode(given[label]["base64"], validate=True)
        except binascii.Error:
            continue
        names = tuple(each["name"] + each["parameters"] for each in _ITEM.finditer(match["names"]))
        found.append(_Signed(names, match["parameters"], signature))
    return found


def _members(header: str, value: re.Pattern[str]) -> list[tuple[str, re.Match[str]]]:
    """The members of a dictionary (RFC 8941, section 3.2) whose values have this form; stops at the first that has not."""
    found, at = [], 0
    while (label := _MEMBER.match(header, at)) and (match := value.match(header, label.end())):
        found.append((label["label"], match))
        comma = re.compile(r"\s*,").match(header, match.end())
        if comma is None:
            break
        at = comma.end()
    return found


def _component(message: Message, component: str) -> str:
    """The value of a component; ``KeyError`` if the message has none, or for a parameter that is not supported here."""
    name, _, parameters = component.partition(";")
    parts = urlsplit(message.url)
    if name == "@query-param":
        return _query_parameter(parts.query, parameters)
    if parameters:
        raise KeyError(component)
    derived = {
        "@method": message.method,
        "@target-uri": message.url,
        "@authority": _authority(parts.scheme, parts.netloc),
        "@scheme": parts.scheme,
        "@path": parts.path or "/",
        "@query": f"?{parts.query}",
        "@request-target": (parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
    }
    if name.startswith("@"):
        return derived[name]
    return " ".join(message.headers[name].split("\n")).strip()


def _query_parameter(query: str, parameters: str) -> str:
    """Section 2.2.8: the one value of that name, encoded anew."""
    wanted = parameters.removeprefix('name="').removesuffix('"')
    pairs = parse_qsl(query, keep_blank_values=True)
    values = [value for name, value in pairs if quote(name, safe="-._*") == wanted]
    if len(values) != 1:
        raise KeyError(f"@query-param;{parameters}")
    return quote(values[0], safe="-._*")


def _identifier(component: str) -> str:
    name, semicolon, parameters = component.partition(";")
    return f'"{name}"{semicolon}{parameters}'


def _authority(scheme: str, netloc: str) -> str:
    host = netloc.rpartition("@")[2].lower()
    default = {"http": ":80", "https": ":443"}.get(scheme, "")
    return host.removesuffix(default) if default else host


def _list(components: Sequence[str]) -> str:
    return "(" + " ".join(_identifier(each) for each in components) + ")"


def _signature(key: Key, base: bytes) -> bytes:
    if key.algorithm == "hmac-sha256":
        return hmac.new(key.secret, base, hashlib.sha256).digest()
    return signature_of(key.secret, key.algorithm, base)


def _is_right(key: Key, base: bytes, signature: bytes) -> bool:
    if key.algorithm == "hmac-sha256":
        return hmac.compare_digest(_signature(key, base), signature)
    return is_right(key.secret, key.algorithm, base, signature)
