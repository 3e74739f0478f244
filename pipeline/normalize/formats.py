"""Which format a source is in, told from its bytes first and its media type or name only where they do not say."""

from __future__ import annotations

import re

from pipeline.model.source import Source
from pipeline.normalize.wire.detect import wire_format

HEAD_BYTES = 4096
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title|div|p|h1|script)\b", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def detect(source: Source) -> str:
    """The key of a reader in ``READERS``; plain text where nothing else fits."""
    wire = wire_format(source)
    if wire is not None:
        return wire
    head = source.content[:HEAD_BYTES].replace(b"\x00", b"")
    for each in _BOMS:
        head = head.removeprefix(each)
    if _MARKUP.search(head) or (source.media_type or "").partition(";")[0].strip() in _MEDIA_TYPES:
        return "html"
    return "text"


_MEDIA_TYPES = {"text/html", "application/xhtml+xml"}
