"""IRI (RFC 3987) -> URI (RFC 3986): formats from before IRIs want ASCII."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

_KEPT = "!#$%&'()*+,/:;=?@[]~"


def to_uri(iri: str) -> str:
    """The same address in ASCII: the host by IDNA, the rest percent-encoded; what is ASCII already stays as it is."""
    if iri.isascii():
        return quote(iri, safe=_KEPT)
    parts = urlsplit(iri)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        host = quote(parts.hostname or "")
    authority = (
        parts.netloc.replace(parts.hostname, host) if parts.hostname and not parts.netloc.isascii() else parts.netloc
    )
    return quote(urlunsplit(parts._replace(netloc=authority)), safe=_KEPT)
