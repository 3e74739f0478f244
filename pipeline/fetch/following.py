"""A page that is a sitemap or a feed to the pages that it names, each fetched once, in order, up to a limit."""

from __future__ import annotations

import io
from collections.abc import Iterator

from msgspec.structs import replace

from pipeline.fetch.findings import fault
from pipeline.fetch.links import Links, links
from pipeline.fetch.opening import documents
from pipeline.fetch.sidecars import Document
from pipeline.fetch.sniffing import is_feed, is_sitemap
from pipeline.fetch.web import Get, Page
from pipeline.model.finding import Finding
from pipeline.model.newsroom import FetchSettings

MAX_INDEX_DEPTH = 2
"""A sitemap index may name sitemaps only (protocol); a second level is met in the wild, a third is a loop."""


class Follower:
    """Follows what it is shown and remembers what it fetched, so that no page comes twice."""

    def __init__(self, settings: FetchSettings, get: Get) -> None:
        self._settings = settings
        self._get = get
        self._seen: set[str] = set()
        self._full = False

    def address(self, url: str) -> Iterator[Document | Finding]:
        """What stands at an address that the user gave; a sitemap there is always followed, since it holds no article."""
        self._seen.add(url)
        for each in self._fetched(url):
            yield from self.document(each, sitemaps=True) if isinstance(each, Document) else (each,)

    def document(self, document: Document, *, sitemaps: bool, depth: int = 0) -> Iterator[Document | Finding]:
        """The document, or in its place the pages that it names."""
        named = self._named(document, sitemaps=sitemaps or self._settings.follow)
        if named is None:
            yield document
            return
        if depth > MAX_INDEX_DEPTH:
            message = "Sitemaps name sitemaps without end."
            yield fault("sitemap-too-deep", document.source.name, message, hint="Give the address of one sitemap.")
            return
        if not named.addresses:
            yield fault(
                "source-empty", document.source.name, f"The {named.kind} names no page.", hint="Check it in a browser."
            )
        for url in named.addresses:
            if url not in self._seen and not self._full:
                yield from self._one(document, url, depth=depth if named.kind == "index" else None)

    def _one(self, document: Document, url: str, *, depth: int | None) -> Iterator[Document | Finding]:
        if len(self._seen) > self._settings.max_pages:
            self._full = True
            message = f"More than {self._settings.max_pages:,} pages are named; the rest was not fetched."
            yield fault(
                "follow-limit",
                document.source.name,
                message,
                hint="Raise max_pages, or give parts.",
                severity="warning",
            )
            return
        self._seen.add(url)
        for each in self._fetched(url):
            if depth is None or isinstance(each, Finding):
                yield each
            else:
                yield from self.document(each, sitemaps=True, depth=depth + 1)

    def _fetched(self, url: str) -> Iterator[Document | Finding]:
        page = self._get(url)
        if isinstance(page, Finding):
            yield page
            return
        for each in documents(url, io.BytesIO(page.content), self._settings):
            yield _at_page(each, page) if isinstance(each, Document) else each

    def _named(self, document: Document, *, sitemaps: bool) -> Links | None:
        source = document.source
        if (sitemaps and is_sitemap(source.content[:4_096])) or (
            self._settings.follow and is_feed(source.content[:4_096])
        ):
            return links(source.content, base=source.url or "")
        return None


def _at_page(document: Document, page: Page) -> Document:
    """The document with what the server said of it; a member of an archive has its own address and type."""
    source = document.source
    if source.member is not None:
        return document
    return replace(document, source=replace(source, url=page.url, media_type=page.media_type, charset=page.charset))
