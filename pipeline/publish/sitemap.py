"""Edition -> sitemaps of every live article on the site (https://www.sitemaps.org/protocol.html), 50,000 addresses a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.model.edition import Edition, Entry
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.publication import Publication
from pipeline.publish.addresses import SITEMAP, address, on_site
from pipeline.publish.dates import w3c
from pipeline.standards.uri import to_uri
from pipeline.standards.xml_tree import Element, add, add_text, root, to_bytes

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MEDIA_TYPE = "application/xml"
MAX_ENTRIES = 50_000
_S = f"{{{NAMESPACE}}}"


def sitemap(edition: Edition, newsroom: Newsroom) -> tuple[Publication, ...]:
    """The sitemap, or an index with its parts; nothing if no article is live."""
    live = sorted(
        (each for each in edition.entries if each.state == "live" and on_site(each.url, newsroom)),
        key=lambda each: each.url,
    )
    return split(live, SITEMAP, newsroom=newsroom, size=MAX_ENTRIES, write=_urlset)


def split(
    entries: Sequence[Entry],
    path: str,
    *,
    newsroom: Newsroom,
    size: int,
    write: Callable[[Sequence[Entry]], bytes],
) -> tuple[Publication, ...]:
    """One file at ``path``, or an index there with parts of at most ``size`` entries beside it; nothing for no entries."""
    chunks = [entries[start : start + size] for start in range(0, len(entries), size)]
    if len(chunks) <= 1:
        return tuple(_publication(path, write(each)) for each in chunks)
    stem = path.removesuffix(".xml")
    paths = [f"{stem}-{number}.xml" for number in range(1, len(chunks) + 1)]
    parts = [_publication(part, write(chunk)) for part, chunk in zip(paths, chunks, strict=True)]
    dated = [(address(newsroom, part), _latest(chunk)) for part, chunk in zip(paths, chunks, strict=True)]
    return (_publication(path, _index(dated)), *parts)


def add_url(urlset: Element, entry: Entry) -> Element:
    """The ``url`` element of an entry: its address and when it last changed."""
    url = add(urlset, f"{_S}url")
    add(url, f"{_S}loc", to_uri(entry.url))
    add_text(url, f"{_S}lastmod", w3c(entry.modified))
    return url


def _urlset(entries: Sequence[Entry]) -> bytes:
    urlset = root(f"{_S}urlset", {"": NAMESPACE})
    for each in entries:
        add_url(urlset, each)
    return to_bytes(urlset)


def _index(parts: Sequence[tuple[str, Moment]]) -> bytes:
    index = root(f"{_S}sitemapindex", {"": NAMESPACE})
    for part, latest in parts:
        each = add(index, f"{_S}sitemap")
        add(each, f"{_S}loc", part)
        add_text(each, f"{_S}lastmod", w3c(latest))
    return to_bytes(index)


def _latest(entries: Sequence[Entry]) -> Moment:
    return max((each.modified for each in entries), key=lambda each: each.instant or each.day)


def _publication(path: str, content: bytes) -> Publication:
    return Publication(path=path, media_type=MEDIA_TYPE, content=content)
