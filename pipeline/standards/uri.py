"""IRI (RFC 3987) -> URI (RFC 3986): formats and readers from before IRIs want ASCII, and no brackets outside the host."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

_KEPT = "!#$%&'()*+,/:;=?@~"


def to_uri(iri: str) -> str:
    """The same address in ASCII: the host by IDNA, the rest percent-encoded; a plain ASCII address stays as it is. What is no
    hierarchical address is percent-encoded as a whole."""
    try:
        parts = urlsplit(iri)
    except ValueError:
        return quote(iri, safe=_KEPT)
    if not parts.netloc:
        return quote(iri, safe=_KEPT)
    rest = quote(urlunsplit(("", "", *parts[2:])), safe=_KEPT)
    return f"{parts.scheme}://{_authority(parts.netloc)}{rest}"


def _authority(text: str) -> str:
    if text.isascii():
        return quote(text, safe=f"{_KEPT}[]")
    user, at, host = text.rpartition("@")
    name, colon, port = host.partition(":")
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:
        name = quote(name)
    return f"{quote(user, safe=_KEPT)}{at}{name}{colon}{quote(port, safe=_KEPT)}"
