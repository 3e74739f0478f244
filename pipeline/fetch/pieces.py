"""A feed, export or file of JSON Lines that is too large for one document to pieces of it that each can be read alone.

A piece of a feed is what stands above the first item, some whole items, and the closing tags; memory stays bounded whatever
the size of the whole. Works on encodings that keep ASCII as it is (UTF-8, ISO 8859, Windows), which these files use.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Protocol

import msgspec

from pipeline.fetch.findings import fault, too_large
from pipeline.fetch.inflating import CutError
from pipeline.fetch.sidecars import Document
from pipeline.model.finding import Finding
from pipeline.model.newsroom import FetchSettings
from pipeline.model.source import Source

PIECE_BYTES = 2_000_000
_START = re.compile(rb"<((?:[\w.-]+:)?(?:item|entry|newsItem))[\s>]")
_ROOT = re.compile(rb"<((?:[\w.-]+:)?[A-Za-z][\w.-]*)[\s>]")
_LINE_START = re.compile(rb"\s*\{")


class Readable(Protocol):
    """Anything that gives bytes in order."""

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes; none where it has ended."""


class Chained:
    """Bytes that were read already, and then the rest of their stream."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes."""
        return self._head.read(size) or self._rest.read(size)


class _Cutting(msgspec.Struct, frozen=True):
    """How a document is divided: what stands above and below every piece, and what ends an item."""

    end: bytes
    above: bytes = b""
    below: bytes = b""
    start: bytes = b""


def pieces(name: str, head: bytes, rest: Readable, settings: FetchSettings) -> Iterator[Document | Finding]:
    """The pieces of a document that begins with ``head``; one that cannot be divided is too large."""
    cutting = _cutting(head)
    if cutting is None:
        yield too_large(name, settings.max_document_bytes)
        return
    stream = Chained(head[len(cutting.above) :], rest)
    for number, each in enumerate(_divided(name, stream, cutting, settings), start=1):
        if isinstance(each, Finding):
            yield each
        else:
            content = cutting.above + each + cutting.below
            yield Document(source=Source(name=name, content=content, member=f"part {number}"))


def _cutting(head: bytes) -> _Cutting | None:
    if _LINE_START.match(head) and head.partition(b"\n")[0].rstrip().endswith(b"}"):
        return _Cutting(end=b"\n")
    start, root = _START.search(head), _ROOT.search(head)
    if start is None or root is None or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    above = head[: start.start()]
    in_channel = b"<channel" in above and b"</channel>" not in above
    below = (b"</channel>" if in_channel else b"") + b"</" + root[1] + b">"
    return _Cutting(end=b"</" + start[1] + b">", above=above, below=below, start=b"<" + start[1])


def _divided(name: str, stream: Readable, cutting: _Cutting, settings: FetchSettings) -> Iterator[bytes | Finding]:
    """Stretches that end where an item ends, and what is wrong with what is left at the end."""
    buffer = b""
    total = 0
    try:
        while chunk := stream.read(PIECE_BYTES):
            buffer += chunk
            total += len(chunk)
            at = buffer.rfind(cutting.end) + len(cutting.end)
            if at >= len(cutting.end):
                yield buffer[:at]
                buffer = buffer[at:]
            if len(buffer) > settings.max_document_bytes - PIECE_BYTES or total > settings.max_archive_bytes:
                yield too_large(name, settings.max_document_bytes)
                return
    except CutError as error:
        yield cut(name, str(error))
    if cutting.start and cutting.start in buffer:
        yield cut(name, "its last item ends in the middle")
    elif not cutting.start and buffer.strip():
        yield buffer


def cut(name: str, reason: str) -> Finding:
    """What is whole was read; the rest is missing."""
    message = f"The source was cut: {reason}. What is whole before it was read."
    return fault("source-cut", name, message, hint="Fetch it again to get the rest.", severity="warning")
