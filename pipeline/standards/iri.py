"""Whether a text is an IRI, absolute or relative (RFC 3986, RFC 3987), without resolving or fetching anything."""

from __future__ import annotations

import re

from pipeline.standards.lazy_pattern import LazyPattern

_SCHEME = LazyPattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FORBIDDEN = LazyPattern(r"[\x00-\x20\x7f-\x9f<>\"\\^`|\u200b-\u200f\u2028-\u202e]|%(?![0-9A-Fa-f]{2})")
_WEB = LazyPattern(r"https?://(?P<host>[^/?#]*)", re.IGNORECASE)
_LOCAL_HOST = LazyPattern(
    r"localhost|127\.[\d.]+|\[::1\]|10\.[\d.]+|192\.168\.[\d.]+|.*\.(?:local|internal|test|localhost)"
)


def has_scheme(text: str) -> bool:
    """Whether the text starts as an absolute IRI does."""
    return _SCHEME.match(text) is not None


def forbidden(text: str) -> str | None:
    """The first character (or broken escape) that no IRI may hold; braces are let through, because URL templates use them."""
    match = _FORBIDDEN.search(text)
    return match.group() if match else None


def is_web(text: str) -> bool:
    """Whether the text is an http or https URL with a host."""
    match = _WEB.match(text)
    return match is not None and _host(text) != ""


def is_absolute(text: str) -> bool:
    """Whether the text is a well-formed absolute IRI of any scheme."""
    if forbidden(text) is not None or not has_scheme(text):
        return False
    return is_web(text) if _WEB.match(text) or text.lower().startswith(("http:", "https:")) else True


def is_local(text: str) -> bool:
    """Whether a web address names this machine or a private network, which nobody outside can open."""
    return is_web(text) and _LOCAL_HOST.fullmatch(_host(text)) is not None


def _host(text: str) -> str:
    """The host of a web address in lower case, without user and port; nothing where it has none."""
    authority = text.partition("//")[2]
    for mark in "/?#":
        authority = authority.partition(mark)[0]
    host = authority.rpartition("@")[2]
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]" if "]" in host else ""
    return host.partition(":")[0].lower()
