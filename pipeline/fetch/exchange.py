"""One request, one answer: bytes bounded after decompression, time bounded as a whole. Redirects are not followed here."""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Iterable, Iterator, Mapping

import httpx
import msgspec

from pipeline.fetch.addresses import Resolve
from pipeline.fetch.transport import GuardedTransport
from pipeline.model.newsroom import FetchSettings

_KEPT_HEADERS = ("content-type", "etag", "last-modified", "location", "retry-after")


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a server said: the status, the headers that are used (names in lower case) and the decompressed body."""

    status: int
    headers: dict[str, str]
    content: bytes = b""


class TooLargeError(Exception):
    """The body has more bytes than the limit."""


class UndecodableError(Exception):
    """The body's content encoding is broken or was not asked for; the text says which."""


def exchange(
    url: str, *, headers: Mapping[str, str], settings: FetchSettings, tls: ssl.SSLContext, resolve: Resolve, limit: int
) -> Answer:
    """GET ``url``; raises ``httpx.TransportError``, ``RefusedError``, ``TooLargeError`` or ``UndecodableError``.

    Proxies and credentials of the environment are not used: a proxy would resolve the name itself, past the guard.
    """
    transport = GuardedTransport(
        tls=tls, resolve=resolve, private_hosts=settings.private_hosts, timeout_s=settings.timeout_s
    )
    with httpx.Client(transport=transport, trust_env=False, timeout=settings.timeout_s) as client:  # noqa: SIM117 - one resource a line
        with client.stream("GET", url, headers=headers, follow_redirects=False) as response:
            kept = {each: response.headers[each] for each in _KEPT_HEADERS if each in response.headers}
            encoding = response.headers.get("content-encoding", "identity").strip().lower()
            body = bounded(_decompressed(response.iter_raw(), encoding, limit), limit)
            return Answer(status=response.status_code, headers=kept, content=body)


def bounded(chunks: Iterable[bytes], limit: int) -> bytes:
    """The chunks joined; raises ``TooLargeError`` as soon as they exceed ``limit``."""
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise TooLargeError
    return bytes(body)


def _decompressed(chunks: Iterator[bytes], encoding: str, limit: int) -> Iterator[bytes]:
    """The body without its content encoding, never more than ``limit`` + 1 bytes at once (a bomb stops there)."""
    if encoding in {"", "identity"}:
        yield from chunks
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise UndecodableError(f"the content encoding {encoding!r} was not asked for")
    decoder = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        for chunk in chunks:
            yield decoder.decompress(chunk, limit + 1)
    except zlib.error as error:
        raise UndecodableError(f"its {encoding} encoding is broken ({error})") from error
