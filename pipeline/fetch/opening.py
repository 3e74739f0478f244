"""A stream of bytes to the documents in it: one, or those of an archive, or pieces of one that is too large."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from pipeline.fetch import warc, zips
from pipeline.fetch.findings import empty, fault, too_large
from pipeline.fetch.inflating import CutError, Inflating
from pipeline.fetch.pieces import Readable, cut, pieces
from pipeline.fetch.sidecars import Document
from pipeline.fetch.sniffing import HEAD_BYTES, container, unreadable_compression
from pipeline.model.finding import Finding
from pipeline.model.newsroom import FetchSettings
from pipeline.model.source import Source

ARCHIVES = ("zip", "warc")
"""Formats that ``--format`` can force and that hold documents of other formats."""


def documents(name: str, file: BinaryIO, settings: FetchSettings) -> Iterator[Document | Finding]:
    """Everything in the file. It is read as a stream where its format lets it; only a ZIP archive needs a seekable file."""
    head = file.read(HEAD_BYTES)
    kind = container(head)
    compression = unreadable_compression(head)
    if compression is not None:
        hint = "Decompress it first; zip and gzip are read."
        yield fault("source-unsupported", name, f"The source is compressed with {compression}.", hint=hint)
    elif kind is None:
        yield from _document(name, head, file, settings)
    elif kind == "zip":
        yield from _zip(name, head, file, settings)
    elif kind == "gzip":
        yield from _gzip(name, _rewound(head, file), settings)
    else:
        yield from warc.documents(name, _rewound(head, file), settings, gzipped=head.startswith(b"\x1f\x8b"))


def _document(name: str, head: bytes, rest: Readable, settings: FetchSettings) -> Iterator[Document | Finding]:
    """One document, or pieces of one that is larger than the limit."""
    limit = settings.max_document_bytes
    content = bytearray(head)
    while len(content) <= limit and (chunk := rest.read(limit + 1 - len(content))):
        content += chunk
    if len(content) > limit:
        yield from pieces(name, bytes(content), rest, settings)
    elif not content.strip():
        yield empty(name)
    else:
        yield Document(source=Source(name=name, content=bytes(content)))


def _gzip(name: str, file: BinaryIO, settings: FetchSettings) -> Iterator[Document | Finding]:
    stream = Inflating(file)
    content = b""
    try:
        while len(content) < HEAD_BYTES and (chunk := stream.read(HEAD_BYTES)):
            content += chunk
        yield from _document(name, content, stream, settings)
    except CutError as error:
        yield cut(name, str(error))


def _zip(name: str, head: bytes, file: BinaryIO, settings: FetchSettings) -> Iterator[Document | Finding]:
    if file.seekable():
        file.seek(0)
        yield from zips.documents(name, file, settings)
        return
    content = head + file.read(settings.max_document_bytes + 1)
    if len(content) > settings.max_document_bytes:
        yield too_large(name, settings.max_document_bytes)
    else:
        yield from zips.documents(name, io.BytesIO(content), settings)


class _Head(io.RawIOBase):
    """A stream that cannot be rewound, with its first bytes put back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a memoryview is what RawIOBase gives
        chunk = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _rewound(head: bytes, file: BinaryIO) -> BinaryIO:
    if file.seekable():
        file.seek(0)
        return file
    return io.BufferedReader(_Head(head, file))
