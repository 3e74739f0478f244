"""Web archives: plain and gzipped, cut, chunked, compressed, and the older ARC form."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fetch import FetchSettings
from tests.fetch.gathered import codes, gather, sources

PAGE = b"<html><p>The ferry sails.</p></html>"
URL = "https://news.example/a"


def record(url: str, block: bytes, kind: str = "response") -> bytes:
    lines = (
        "WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", "WARC-Record-ID: <urn:uuid:1>", f"Content-Length: {len(block)}",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    fields = {"Content_Type": "text/html; charset=utf-8", **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def page(number: int, body: bytes = PAGE, **headers: str) -> bytes:
    return record(f"{URL}/{number}", response(body, **headers))


def read(content: bytes, **settings: int) -> list[str]:
    return codes(gather("-", stdin=lambda: content, settings=FetchSettings(**settings)))


def test_successful_pages_become_sources_with_their_address() -> None:
    archive = (
        record(URL, b"software: x", "warcinfo") + page(1) + record(URL, b"GET / HTTP/1.1\r\n\r\n", "request") + page(2)
    )
    found = sources(gather("-", stdin=lambda: archive))
    assert [(each.url, each.member, each.content) for each in found] == [
        (f"{URL}/{n}", f"{URL}/{n}", PAGE) for n in (1, 2)
    ]
    assert (found[0].media_type, found[0].charset) == ("text/html", "utf-8")


def test_gzipped_records_are_read_one_by_one_or_as_a_whole() -> None:
    records = [page(number) for number in range(3)]
    assert (
        read(b"".join(gzip.compress(each) for each in records))
        == read(gzip.compress(b"".join(records)))
        == read(b"".join(records))
    )


def test_pictures_errors_redirects_and_robots_txt_are_no_pages() -> None:
    archive = b"".join(
        (
            record(f"{URL}.jpg", response(b"\xff\xd8\xff", Content_Type="image/jpeg")),
            record(f"{URL}/x", response(PAGE, status="404 Not Found")),
            record(f"{URL}/y", response(PAGE, status="301 Moved")),
            record("https://news.example/robots.txt", response(b"User-agent: *", Content_Type="text/plain")),
            record("dns:news.example", b"1.2.3.4", "resource"),
        )
    )
    assert read(archive) == ["archive-without-pages"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), {"Transfer_Encoding": "chunked"}),
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (PAGE, {"Content_Encoding": "gzip"}),
        (PAGE, {"Transfer_Encoding": "chunked"}),
    ],
    ids=["chunked", "gzip", "deflate", "already decompressed", "already joined"],
)
def test_a_body_is_decoded(body: bytes, headers: dict[str, str]) -> None:
    (source,) = sources(gather("-", stdin=lambda: page(1, body, **headers)))
    assert source.content == PAGE


def test_an_encoding_that_is_not_read_is_told_and_the_others_go_on() -> None:
    assert read(page(1, b"\x1b\x03\x00", Content_Encoding="br") + page(2)) == ["source-unreadable", f"{URL}/2"]


@pytest.mark.parametrize(
    "pack", [bytes, lambda content: b"".join(gzip.compress(each) for each in (content[:400], content[400:]))]
)
def test_a_cut_archive_gives_what_is_whole_and_says_so(pack: object) -> None:
    whole = b"".join(page(number) for number in range(4))
    content = pack(whole[:-60])  # type: ignore[operator]  # one of the two functions above
    assert read(content) == [*(f"{URL}/{number}" for number in range(3)), "archive-cut"]


def test_a_gzip_member_that_is_cut_is_told() -> None:
    content = gzip.compress(page(1)) + gzip.compress(page(2))[:-20]
    assert read(content)[0] == f"{URL}/1"
    assert read(content)[-1] == "archive-cut"


def test_a_page_over_the_limit_is_told_and_the_others_go_on() -> None:
    assert read(page(1, b"x" * 200_000) + page(2), max_document_bytes=100_000) == ["source-too-large", f"{URL}/2"]


def test_a_compressed_bomb_in_a_page_is_told() -> None:
    assert read(page(1, gzip.compress(b"0" * 20_000_000), Content_Encoding="gzip") + page(2)) == [
        "source-too-large",
        f"{URL}/2",
    ]


def test_a_record_without_length_stops_the_reading() -> None:
    assert read(page(1) + b"WARC/1.1\r\nWARC-Type: response\r\n\r\n" + page(2)) == [f"{URL}/1", "archive-broken"]


def test_a_page_of_which_the_archive_holds_only_the_beginning_is_told() -> None:
    cut = page(1).replace(b"WARC-Record-ID", b"WARC-Truncated: length\r\nWARC-Record-ID")
    assert read(cut) == [f"{URL}/1", "archive-page-truncated"]


def test_headers_that_end_lines_with_a_line_feed_only_are_read() -> None:
    block = response(PAGE).replace(b"\r\n", b"\n")
    (source,) = sources(gather("-", stdin=lambda: record(URL, block)))
    assert (source.content, source.media_type) == (PAGE, "text/html")


def test_an_arc_file_is_read() -> None:
    block = response(PAGE)
    lines = b"filedesc://x.arc 0.0.0.0 20250303093000 text/plain 20\n1 0 Example\nURL IP-a\n\n"
    header = f"{URL}/1 192.0.2.1 20250303093000 text/html {len(block)}\n".encode()
    assert read(lines + header + block + b"\n") == [f"{URL}/1"]


@given(st.integers(0, 900), st.binary(max_size=40), st.booleans())
@settings(deadline=None)
def test_no_damage_makes_it_raise(at: int, inserted: bytes, packed: bool) -> None:
    whole = page(1) + page(2, gzip.compress(PAGE), Content_Encoding="gzip") + page(3)
    whole = gzip.compress(whole) if packed else whole
    gather("-", stdin=lambda: whole[:at] + inserted + whole[at + 7 :])
