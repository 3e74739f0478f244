"""A WARC or ARC file, plain or gzipped, to the pages in it: one document for each successful response, as a stream.

Specification: WARC 1.1 (ISO 28500:2017), https://iipc.github.io/warc-specifications/. A file that was cut gives what is
whole before the cut, and a finding.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Protocol

import msgspec

from pipeline.fetch.findings import empty, fault, too_large
from pipeline.fetch.inflating import CHUNK_BYTES, CutError, Inflating
from pipeline.fetch.sidecars import Document
from pipeline.fetch.sniffing import is_media
from pipeline.fetch.web import content_type
from pipeline.model.finding import Finding
from pipeline.model.newsroom import FetchSettings
from pipeline.model.source import Source

MAX_HEADER_BYTES = 65_536
_VERSION = re.compile(rb"WARC/\d\.\d+\s*")
_ARC_LINE = re.compile(rb"(\S+) (\S+) (\d{8,14}) (\S+)(?: .*)? (\d+)\s*")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_TEXTUAL = re.compile(
    r"text/|application/(?:xhtml\+xml|xml|json|rss\+xml|atom\+xml|feed\+json|ld\+json)|.*\+(?:xml|json)$"
)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Record(msgspec.Struct, frozen=True):
    """One record: its type, target address and block."""

    kind: str
    url: str
    block: bytes
    over_limit: bool = False
    truncated: str = ""


class _Reader:
    """Bytes by line and by count from a stream of unknown length."""

    def __init__(self, stream: _Readable) -> None:
        self._stream = stream
        self._buffer = b""
        self._at = 0

    def line(self) -> bytes:
        """The next line with its end; empty where the stream has ended."""
        while True:
            end = self._buffer.find(b"\n", self._at)
            if end >= 0:
                found, self._at = self._buffer[self._at : end + 1], end + 1
                return found
            if len(self._buffer) - self._at > MAX_HEADER_BYTES or not self._more():
                found, self._at = self._buffer[self._at :], len(self._buffer)
                return found

    def exactly(self, size: int, keep: int) -> bytes:
        """``size`` bytes, of which the first ``keep`` are given; raises ``CutError`` where the stream ends before."""
        kept: list[bytes] = []
        while size > 0:
            if self._at >= len(self._buffer) and not self._more():
                raise CutError("the last record ends in the middle")
            part = self._buffer[self._at : self._at + size]
            self._at += len(part)
            size -= len(part)
            if keep > 0:
                kept.append(part[:keep])
                keep -= len(part)
        return b"".join(kept)

    def _more(self) -> bool:
        chunk = self._stream.read(CHUNK_BYTES)
        self._buffer = self._buffer[self._at :] + chunk
        self._at = 0
        return bool(chunk)


def documents(name: str, file: BinaryIO, settings: FetchSettings, *, gzipped: bool) -> Iterator[Document | Finding]:
    """The pages of a web archive in its order; each response's address stands in ``url`` and ``member``."""
    stream = Inflating(file) if gzipped else file
    found = 0
    for each in _records(name, _Reader(stream), settings):
        if isinstance(each, Finding):
            yield each
        elif each.kind in {"response", "resource", "arc"}:
            made = _document(name, each, settings)
            if made is not None:
                found += isinstance(made, Document)
                yield made
            if isinstance(made, Document) and each.truncated:
                yield _truncated(name, each)
    if not found:
        yield fault("archive-without-pages", name, "The archive holds no page.", hint="Give one with response records.")


def _records(name: str, reader: _Reader, settings: FetchSettings) -> Iterator[Record | Finding]:
    total = 0
    try:
        while line := reader.line():
            if not line.strip():
                continue
            headers = _arc_headers(line) or _warc_headers(line, reader)
            size = headers.get("content-length", "")
            if not (size.isascii() and size.isdigit() and len(size) < 16):
                yield fault(
                    "archive-broken",
                    name,
                    "A record has no valid length; reading stopped there.",
                    hint="Fetch it again.",
                )
                return
            total += int(size)
            if total > settings.max_archive_bytes:
                yield fault("archive-too-large", name, "The archive is larger than the limit.", hint="Split it.")
                return
            keep = settings.max_document_bytes + MAX_HEADER_BYTES + 1
            block = reader.exactly(int(size), keep)
            url = headers.get("warc-target-uri", "").strip("<> ")
            yield Record(headers["warc-type"], url, block, int(size) > keep, headers.get("warc-truncated", ""))
    except CutError as error:
        message = f"The archive was cut: {error}. What is whole before it was read."
        yield fault("archive-cut", name, message, hint="Fetch it again to get the rest.", severity="warning")


def _warc_headers(line: bytes, reader: _Reader) -> dict[str, str]:
    if _VERSION.fullmatch(line) is None:
        return {"warc-type": "unknown"}
    headers = {"warc-type": "unknown"}
    last = ""
    for _ in range(1_000):
        field = reader.line()
        if not field.strip():
            break
        if field[:1] in b" \t" and last:
            headers[last] += " " + field.decode("utf-8", "replace").strip()
            continue
        key, _colon, value = field.decode("utf-8", "replace").partition(":")
        last = key.strip().lower()
        headers[last] = value.strip()
    return headers


def _arc_headers(line: bytes) -> dict[str, str]:
    found = _ARC_LINE.fullmatch(line)
    if found is None:
        return {}
    kind = "filedesc" if found[1].startswith(b"filedesc:") else "arc"
    return {
        "warc-type": kind,
        "warc-target-uri": found[1].decode("utf-8", "replace"),
        "content-length": found[5].decode(),
    }


def _document(name: str, record: Record, settings: FetchSettings) -> Document | Finding | None:
    """A page, a finding, or nothing for what is no page (robots.txt, pictures, redirects, errors)."""
    head, body = _http_parts(record)
    headers = _http_headers(head)
    media_type, charset = content_type(headers.get("content-type", ""))
    if not _is_page(record.url, head, media_type):
        return None
    content = _decoded(body, headers, settings.max_document_bytes)
    problem = _problem(f"{name} ({record.url})", content, headers, record, settings)
    if problem is not None or content is None or is_media(content[:16]):
        return problem
    return Document(
        source=Source(
            name=name, content=content, url=record.url, media_type=media_type, charset=charset, member=record.url
        )
    )


def _truncated(name: str, record: Record) -> Finding:
    message = f"The archive holds only the beginning of this page (cut at its {record.truncated[:40]})."
    hint = "Fetch the page itself."
    return fault("archive-page-truncated", f"{name} ({record.url})", message, hint=hint, severity="warning")


def _problem(
    label: str, content: bytes | None, headers: dict[str, str], record: Record, settings: FetchSettings
) -> Finding | None:
    if content is None:
        message = f"The page's encoding is not read ({headers.get('content-encoding', '')[:40]}) or is broken."
        return fault("source-unreadable", label, message, hint="Record it again without compression.")
    if record.over_limit or len(content) > settings.max_document_bytes:
        return too_large(label, settings.max_document_bytes)
    return None if content.strip() else empty(label)


def _http_parts(record: Record) -> tuple[bytes, bytes]:
    if record.kind == "resource" or not record.block.startswith(b"HTTP/"):
        return b"", record.block
    end = _HEAD_END.search(record.block)
    return (record.block, b"") if end is None else (record.block[: end.start()], record.block[end.end() :])


def _is_page(url: str, head: bytes, media_type: str | None) -> bool:
    address = url.lower()
    status = _STATUS.match(head)
    found = status is None or status[1] == b"200"
    on_the_web = address.startswith(("http://", "https://")) and not address.endswith("/robots.txt")
    return found and on_the_web and _TEXTUAL.match(media_type or "text/html") is not None


def _http_headers(head: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in head.splitlines()[1:]:
        key, colon, value = line.decode("latin-1").partition(":")
        if colon:
            found[key.strip().lower()] = value.strip()
    return found


def _decoded(body: bytes, headers: dict[str, str], limit: int) -> bytes | None:
    """The body without chunks and content encoding; archives often hold what a proxy had already decoded."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding in {"gzip", "x-gzip"}:
        return _inflated(body, limit, zlib.MAX_WBITS | 16) if body.startswith(b"\x1f\x8b") else body
    if encoding == "deflate":
        whole = _inflated(body, limit, zlib.MAX_WBITS)
        return whole if whole is not None else _inflated(body, limit, -zlib.MAX_WBITS)
    if encoding in {"", "identity", "none", "utf-8"} or body.lstrip()[:1] == b"<":
        return body
    return None


def _inflated(body: bytes, limit: int, wbits: int) -> bytes | None:
    try:
        return zlib.decompressobj(wbits=wbits).decompress(body, limit + 1)
    except zlib.error:
        return None


def _unchunked(body: bytes) -> bytes:
    """RFC 9112, 7.1; a body that is not in chunks stays as it is."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size + 2
    return b"".join(parts) if parts else body
