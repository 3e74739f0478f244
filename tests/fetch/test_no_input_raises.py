"""Laws of fetching: no argument, address, header or document makes it raise anything but what it documents."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fetch import FetchSettings, Page, Web
from pipeline.fetch.links import links
from pipeline.fetch.opening import documents
from pipeline.fetch.sniffing import container, is_feed, is_sitemap
from pipeline.fetch.web import check_url, content_type
from pipeline.model.finding import Finding
from pipeline.model.source import Source
from tests.fetch.gathered import gather

STARTS = st.sampled_from(
    (b"", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n", b"filedesc://x", b"<urlset>", b"<rss><item>", b'{"a": 1}\n')
)  # fmt: skip
DOCUMENTS = st.builds(bytes.__add__, STARTS, st.binary(max_size=400))


def nowhere(host: str, port: int) -> tuple[str, ...]:
    raise OSError(f"{host}:{port} is not known")


WEB = Web(FetchSettings(max_attempts=1), resolve=nowhere, clock=lambda: 0.0, sleep=[].append)


@given(DOCUMENTS)
@settings(deadline=None)
def test_no_bytes_make_opening_raise(content: bytes) -> None:
    limits = FetchSettings(max_document_bytes=100, max_archive_bytes=1_000)
    for each in documents("x", io.BytesIO(content), limits):
        assert isinstance(each, Finding) or len(each.source.content) <= 100


@given(DOCUMENTS)
@settings(deadline=None)
def test_no_bytes_make_the_first_look_raise(content: bytes) -> None:
    container(content)
    is_feed(content)
    is_sitemap(content)
    links(content, base="https://news.example/")


@given(st.text() | st.text(alphabet="htps:/[]@.%?#a1 ").map("http://".__add__))
@settings(deadline=None)
def test_no_address_makes_fetching_raise(url: str) -> None:
    found = WEB.get(url)
    assert isinstance(found, Finding)
    assert found.hint
    check_url(url, name=url)


@given(st.text())
@settings(deadline=None)
def test_no_header_makes_its_reading_raise(value: str) -> None:
    content_type(value)


@given(
    argument=st.text(min_size=1, max_size=60).filter(
        lambda text: "**" not in text and not text.startswith(("/", "~", "."))
    )
)
@settings(deadline=None, max_examples=60)
def test_no_argument_makes_gathering_raise(argument: str) -> None:
    def absent(url: str) -> Page | Finding:
        return Finding(code="source-missing", severity="error", message="absent", path=url)

    for each in gather(argument, get=absent):
        assert isinstance(each, Finding | Source)


@pytest.mark.parametrize("name", ["link.txt", "folder"])
def test_a_link_into_nothing_and_a_loop_of_links_come_to_an_end(tmp_path: Path, name: str) -> None:
    (tmp_path / "story.txt").write_bytes(b"Text")
    (tmp_path / name).symlink_to(tmp_path / "none" if name == "link.txt" else tmp_path)
    found = gather(tmp_path)
    assert sum(isinstance(each, Source) for each in found) == 1
