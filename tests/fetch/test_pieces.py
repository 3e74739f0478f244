"""Gzipped and very large documents: feeds, exports and JSON Lines in pieces that can be read alone."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.config import DEFAULT
from pipeline.fetch import FetchSettings
from pipeline.model.article import Article, Block
from pipeline.model.codec import encode
from pipeline.normalize import normalize
from tests.fetch.gathered import codes, gather, sources

LIMIT = FetchSettings(max_document_bytes=5_000_000)


def rss(count: int) -> bytes:
    filler = "x" * 2_000
    items = "".join(f"<item><title>Item {n}</title><description>{filler}</description></item>\n" for n in range(count))
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>T</title>\n{items}</channel></rss>'.encode()


def atom(count: int) -> bytes:
    filler = "x" * 2_000
    items = "".join(
        f"<a:entry><a:title>Item {n}</a:title><a:summary>{filler}</a:summary></a:entry>" for n in range(count)
    )
    return f'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title>{items}</a:feed>'.encode()


def rdf(count: int) -> bytes:
    filler = "x" * 2_000
    items = "".join(f"<item><title>Item {n}</title><description>{filler}</description></item>" for n in range(count))
    start = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    return f"{start}<channel><title>T</title></channel>{items}</rdf:RDF>".encode()


def records(count: int) -> bytes:
    blocks = (Block("paragraph", "x" * 2_000),)
    made = (Article(slug="", url="", source="", headline=f"Item {n}", paragraphs=blocks) for n in range(count))
    return b"\n".join(encode(each) for each in made)


@pytest.mark.parametrize("make", [rss, atom, rdf, records])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzipped"])
def test_a_document_over_the_limit_is_read_in_pieces(
    make: Callable[[int], bytes], pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "large"
    path.write_bytes(pack(make(4_000)))
    found = sources(gather(path, settings=LIMIT))
    assert len(found) > 2
    assert all(len(each.content) <= LIMIT.max_document_bytes for each in found)
    headlines = [article.headline for each in found for article in normalize(each, DEFAULT).value]
    assert headlines == [f"Item {n}" for n in range(4_000)]


def test_a_large_feed_that_was_cut_says_so(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    path.write_bytes(rss(4_000)[:-1_000])
    assert codes(gather(path, settings=LIMIT))[-1] == "source-cut"


def test_a_large_document_that_cannot_be_divided_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * 2_000_000)
    assert codes(gather(path, settings=LIMIT)) == ["source-too-large"]


def test_an_item_over_the_limit_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    path.write_bytes(b"<rss><channel><item><title>a</title></item><item>" + b"x" * 9_000_000)
    assert codes(gather(path, settings=LIMIT))[-1] == "source-too-large"


def test_a_gzipped_document_is_read() -> None:
    (source,) = sources(gather("-", stdin=lambda: gzip.compress(b"Text")))
    assert source.content == b"Text"


@pytest.mark.parametrize("content", [gzip.compress(b"Text" * 100)[:-9], b"\x1f\x8b\x08\x00garbage"])
def test_a_gzipped_document_that_is_cut_is_told(content: bytes) -> None:
    assert "source-cut" in codes(gather("-", stdin=lambda: content))


def test_a_gzip_bomb_is_too_large() -> None:
    assert codes(gather("-", stdin=lambda: gzip.compress(b"0" * 60_000_000))) == ["source-too-large"]


@pytest.mark.parametrize(
    "start", [b"\x28\xb5\x2f\xfd", b"BZh91AY", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a"]
)
def test_other_compressions_are_told(start: bytes) -> None:
    assert codes(gather("-", stdin=lambda: start + b"rest")) == ["source-unsupported"]
