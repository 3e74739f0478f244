"""First bytes to what they are: a container of documents, media or a program; all else is left to the readers."""

from __future__ import annotations

import re
import zlib
from typing import Literal

Container = Literal["zip", "gzip", "warc", "arc"]

HEAD_BYTES = 65_536
_MEDIA = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"II*\0", b"MM\0*", b"ID3", b"OggS", b"wOFF", b"wOF2", b"\x7fELF",
    b"SQLite format 3\0", b"\xd0\xcf\x11\xe0", b"fLaC", b"\x1aE\xdf\xa3",
)  # fmt: skip
_UNREADABLE = {
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
}
_ARC = re.compile(rb"filedesc://[^\n]*\n")
_SITEMAP = re.compile(rb"\s*(?:<\?[^>]*\?>|<!--.*?-->|\s)*<(?:[\w-]+:)?(?:urlset|sitemapindex)\b", re.DOTALL)
_FEED = re.compile(rb"\s*(?:<\?[^>]*\?>|<!--.*?-->|\s)*<(?:[\w-]+:)?(?:rss|RDF|feed)\b", re.DOTALL)


def container(head: bytes) -> Container | None:
    """The kind of archive that the bytes begin; a gzipped WARC is a WARC."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return archived(inflated(head)) or "gzip"
    return archived(head)


def archived(head: bytes) -> Literal["warc", "arc"] | None:
    """Whether (decompressed) bytes begin a web archive."""
    if re.match(rb"WARC/\d\.\d+\r?\n", head):
        return "warc"
    return "arc" if _ARC.match(head) else None


def is_sitemap(head: bytes) -> bool:
    """Whether the bytes begin a sitemap or an index of sitemaps."""
    return _SITEMAP.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def is_feed(head: bytes) -> bool:
    """Whether the bytes begin an RSS or Atom feed."""
    return _FEED.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def is_media(head: bytes) -> bool:
    """Whether the bytes begin a picture, sound, film, font, program or office document."""
    return head.startswith(_MEDIA) or head[4:8] == b"ftyp"


def unreadable_compression(head: bytes) -> str | None:
    """The name of a compression that is not read."""
    if head[257:262] == b"ustar":
        return "tar"
    return next((name for start, name in _UNREADABLE.items() if head.startswith(start)), None)


def inflated(head: bytes, limit: int = 4_096) -> bytes:
    """The first decompressed bytes of gzip data; nothing where it is broken."""
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(head, limit)
    except zlib.error:
        return b""
