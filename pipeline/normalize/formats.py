"""Which format a source is in, told from its bytes first and its media type or name only where they do not say."""

from __future__ import annotations

import re

from pipeline.model.source import Source
from pipeline.normalize.wire.detect import wire_format

HEAD_BYTES = 4096
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title|div|p|h1|script)\b", re.IGNORECASE)
_DOCUMENT = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
FEW_TAGS = 5
LONG_START = 100
"""So many bytes of text before the first of few tags are a text with a stray tag in it and no page."""
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def detect(source: Source) -> str:
    """The key of a reader in ``READERS``; plain text where nothing else fits."""
    wire = wire_format(source)
    if wire is not None:
        return wire
    head = source.content[:HEAD_BYTES].replace(b"\x00", b"")
    for each in _BOMS:
        head = head.removeprefix(each)
    if _is_markup(head) or (source.media_type or "").partition(";")[0].strip() in _MEDIA_TYPES:
        return "html"
    return "text"


def _is_markup(head: bytes) -> bool:
    found = list(_MARKUP.finditer(head))
    if not found or _DOCUMENT.search(head):
        return bool(found)
    return len(found) >= FEW_TAGS or found[0].start() < LONG_START


_MEDIA_TYPES = {"text/html", "application/xhtml+xml"}
