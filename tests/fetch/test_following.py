"""Sitemaps and feeds that are followed to their pages, over a web that is a dict."""

from __future__ import annotations

import gzip
from typing import Any

from pipeline.fetch import FetchSettings, Page
from pipeline.model.finding import Finding
from tests.fetch.gathered import codes, gather, sources

HOST = "https://news.example"
FEED = f"<rss><channel><item><link>{HOST}/1</link></item><item><link>{HOST}/2</link></item></channel></rss>".encode()


def sitemap(*paths: str, kind: str = "urlset") -> bytes:
    member = "url" if kind == "urlset" else "sitemap"
    inside = "".join(f"<{member}><loc>{HOST}{path}</loc></{member}>" for path in paths)
    return (
        f'<?xml version="1.0"?><{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inside}</{kind}>'.encode()
    )


class FakeWeb:
    """Pages by path; remembers what was asked."""

    def __init__(self, **pages: bytes) -> None:
        self.pages = {f"/{name}": content for name, content in pages.items()}
        self.asked: list[str] = []

    def __call__(self, url: str) -> Page | Finding:
        path = url.removeprefix(HOST)
        self.asked.append(path)
        if path not in self.pages:
            return Finding(code="source-missing", severity="error", message="404", path=url)
        return Page(url=url, content=self.pages[path], media_type="text/html")


def read(web: FakeWeb, path: str, **settings: Any) -> list[str]:
    return codes(gather(HOST + path, get=web, settings=FetchSettings(**settings)))


def test_a_sitemap_is_followed_to_its_pages_in_order() -> None:
    web = FakeWeb(map=sitemap("/2", "/1", "/2"), **{"1": b"One", "2": b"Two"})
    found = sources(gather(f"{HOST}/map", get=web))
    assert [(each.name, each.url, each.content) for each in found] == [
        (f"{HOST}/2", f"{HOST}/2", b"Two"), (f"{HOST}/1", f"{HOST}/1", b"One"),
    ]  # fmt: skip


def test_an_index_and_gzipped_sitemaps_are_followed() -> None:
    web = FakeWeb(index=sitemap("/a", kind="sitemapindex"), a=gzip.compress(sitemap("/1", "/gone")), **{"1": b"One"})
    assert read(web, "/index") == ["1", "source-missing"]


def test_sitemaps_that_name_each_other_come_to_an_end() -> None:
    web = FakeWeb(a=sitemap("/b", kind="sitemapindex"), b=sitemap("/a", "/c", kind="sitemapindex"), c=sitemap("/d", kind="sitemapindex"),
                  d=sitemap("/e", kind="sitemapindex"), e=sitemap("/1"))  # fmt: skip
    assert read(web, "/a")[-1] == "sitemap-too-deep"


def test_no_more_pages_are_fetched_than_the_limit() -> None:
    web = FakeWeb(map=sitemap(*(f"/{n}" for n in range(50))), **{str(n): b"Text" for n in range(50)})
    found = read(web, "/map", max_pages=10)
    assert found[-1] == "follow-limit"
    assert len(web.asked) == 11


def test_a_feed_is_a_source_of_its_own_unless_it_is_followed() -> None:
    web = FakeWeb(feed=FEED, **{"1": b"One", "2": b"Two"})
    assert read(web, "/feed") == ["feed"]
    assert read(web, "/feed", follow=True) == ["1", "2"]


def test_a_sitemap_in_a_file_is_followed_only_when_asked() -> None:
    web = FakeWeb(**{"1": b"One"})
    assert codes(gather("-", stdin=lambda: sitemap("/1"), get=web)) == ["-"]
    assert codes(gather("-", stdin=lambda: sitemap("/1"), get=web, settings=FetchSettings(follow=True))) == ["1"]


def test_an_empty_sitemap_is_told() -> None:
    assert read(FakeWeb(map=sitemap()), "/map") == ["source-empty"]


def test_a_sitemap_names_only_web_addresses() -> None:
    evil = sitemap("/1").replace(f"{HOST}/1".encode(), b"file:///etc/passwd")
    assert read(FakeWeb(map=evil), "/map") == ["source-empty"]
