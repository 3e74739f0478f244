"""A file as the JSON texts in it: bytes and media type in, parts with their place in the file out."""

from __future__ import annotations

import re

import msgspec

from pipeline.standards.lazy_pattern import LazyBytesPattern, LazyPattern
from pipeline.validate.syntax import TextFault

_CHARSET = LazyBytesPattern(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_XML_CHARSET = LazyBytesPattern(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)""")


class Part(msgspec.Struct, frozen=True):
    """One JSON text: ``offset`` says where it starts in the text of the file, ``label`` which one it is."""

    text: str
    offset: int = 0
    label: str = ""


class Opened(msgspec.Struct, frozen=True):
    """The decoded file, the JSON texts in it, and what is wrong with the file as a whole."""

    text: str
    kind: str
    parts: tuple[Part, ...] = ()
    faults: tuple[TextFault, ...] = ()


def open_bytes(content: bytes, *, path: str = "", media_type: str | None = None) -> Opened:
    """Decode and split. It does not parse any JSON."""
    kind = kind_of(content, path=path, media_type=media_type)
    text, faults = decode(content, kind)
    if kind == "html":
        from pipeline.validate.html_scripts import (  # noqa: PLC0415 - only pages need it
            json_ld_scripts,
            mistyped_scripts,
        )

        scripts = json_ld_scripts(text)
        faults = (
            *faults,
            *(TextFault("script-wrong-type", at, _WRONG_TYPE.format(kind)) for at, kind in mistyped_scripts(text)),
        )
        if not scripts and not faults and not _OTHER_MARKUP.search(text):
            faults = (
                *faults,
                TextFault("page-without-json-ld", 0, "The page has no script of the type application/ld+json."),
            )
        unclosed = (TextFault("script-not-closed", each.offset, _NOT_CLOSED) for each in scripts if not each.closed)
        parts = tuple(Part(each.text, each.offset, f"script {index}") for index, each in enumerate(scripts, 1))
        return Opened(text, kind, parts, (*faults, *unclosed))
    if kind == "jsonl":
        return Opened(text, kind, tuple(_lines(text)), faults)
    return Opened(text, kind, () if kind == "xml" else (Part(text),), faults)


_WRONG_TYPE = 'The script has the type "{}", so nobody reads it as JSON-LD.'
_OTHER_MARKUP = LazyPattern(r"(?:itemtype|typeof|vocab)\s*=\s*[\"']?\s*(?:https?://schema\.org|schema:)", re.IGNORECASE)
"""Microdata and RDFa of schema.org, which consumers read as well."""
_NOT_CLOSED = "The script has no end tag, so the rest of the page is read as JSON."


_BY_MEDIA = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
}
_BY_SUFFIX = {
    "html": "html", "htm": "html", "xhtml": "html", "jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "jsonld": "json",
    "xml": "xml", "rss": "xml", "atom": "xml",
}  # fmt: skip
_XML_ROOT = LazyBytesPattern(
    rb"(?:<\?xml\b[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]{0,300}>\s*)*<([A-Za-z][\w:.-]*)", re.DOTALL
)
_LINES = LazyBytesPattern(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")


def kind_of(content: bytes, *, path: str = "", media_type: str | None = None) -> str:
    """``html``, ``xml``, ``jsonl`` or ``json``: by the media type, the name, or the first bytes."""
    media = (media_type or "").split(";")[0].strip().lower()
    if media in _BY_MEDIA:
        return _BY_MEDIA[media]
    if media.endswith("json"):
        return "json"
    suffix = path.rsplit("/", 1)[-1].rpartition(".")[2].lower()
    if media.endswith("xml") or suffix in _BY_SUFFIX:
        return "xml" if media.endswith("xml") else _BY_SUFFIX[suffix]
    return _sniffed(content[:8192].lstrip(b"\xef\xbb\xbf \t\r\n"))


def _sniffed(head: bytes) -> str:
    if not head.startswith(b"<"):
        return "jsonl" if _LINES.match(head) else "json"
    root = _XML_ROOT.match(head)
    name = root[1].rpartition(b":")[2].lower() if root else b""
    feeds = (b"urlset", b"sitemapindex", b"rss", b"feed", b"rdf", b"newsmessage", b"newsitem", b"nitf")
    return "xml" if name in feeds or (head.startswith(b"<?xml") and name != b"html") else "html"


def decode(content: bytes, kind: str) -> tuple[str, tuple[TextFault, ...]]:
    """The text: UTF-8 (or UTF-16 with a mark), for pages the encoding that they declare; wrong bytes are reported."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        fault = TextFault("not-utf-8", 0, "The text is UTF-16; JSON is exchanged as UTF-8.")
        return content.decode("utf-16", "replace"), (fault,) if kind in ("json", "jsonl") else ()
    declared = _CHARSET.search(content[:4096]) if kind == "html" else None
    declared = declared or (_XML_CHARSET.match(content[:200]) if kind == "xml" else None)
    name = declared[1].decode("ascii") if declared else "utf-8"
    try:
        return content.decode(name), ()
    except (UnicodeDecodeError, LookupError):
        text = content.decode("utf-8", "replace")
    at = text.find("\ufffd")
    if at < 0:
        return text, ()
    return text, (TextFault("not-utf-8", at, "The bytes here are not valid UTF-8.", "Save the file as UTF-8."),)


def _lines(text: str) -> list[Part]:
    parts, offset = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            parts.append(Part(line, offset, f"line {number}"))
        offset += len(line) + 1
    return parts
