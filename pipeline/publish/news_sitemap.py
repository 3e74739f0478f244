"""Edition -> Google's news sitemap: live articles first published in the last two days, 1,000 a file, never an empty one.

Specification: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap (checked 2026-11).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pipeline.model.edition import Edition, Entry
from pipeline.model.newsroom import Newsroom
from pipeline.model.publication import Publication
from pipeline.publish.addresses import NEWS_SITEMAP, on_site, site_name
from pipeline.publish.dates import w3c, within
from pipeline.publish.sitemap import NAMESPACE, add_url, split
from pipeline.standards.xml_tree import add, root, to_bytes

NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"
WINDOW_HOURS = 48
MAX_ENTRIES = 1_000
_S, _N = f"{{{NAMESPACE}}}", f"{{{NEWS_NAMESPACE}}}"
_CHINESE = {"zh-cn", "zh-tw"}


def news_sitemap(edition: Edition, newsroom: Newsroom, now: datetime) -> tuple[Publication, ...]:
    """The sitemap, or an index with its parts; nothing if no article is in the window (an empty one is an error there)."""
    entries = sorted(
        (each for each in edition.entries if is_news(each, now) and on_site(each.url, newsroom)),
        key=lambda each: (each.published or "", each.url),
    )
    return split(entries, NEWS_SITEMAP, newsroom=newsroom, size=MAX_ENTRIES, write=lambda part: _urlset(part, newsroom))


def is_news(entry: Entry, now: datetime) -> bool:
    """Is the entry live, with a title, and was it published in the window? The date counts that the newsroom stated."""
    return entry.state == "live" and bool(entry.headline) and within(entry.published, now=now, hours=WINDOW_HOURS)


def _urlset(entries: Sequence[Entry], newsroom: Newsroom) -> bytes:
    urlset = root(f"{_S}urlset", {"": NAMESPACE, "news": NEWS_NAMESPACE})
    for each in entries:
        news = add(add_url(urlset, each), f"{_N}news")
        publication = add(news, f"{_N}publication")
        add(publication, f"{_N}name", site_name(newsroom))
        add(publication, f"{_N}language", _language(each.language or newsroom.site.language))
        add(news, f"{_N}publication_date", w3c(each.published))
        add(news, f"{_N}title", each.headline)
    return to_bytes(urlset)


def _language(tag: str) -> str:
    """ISO 639, as Google wants it: the language alone, except for the two Chinese scripts."""
    lower = tag.lower()
    return lower if lower in _CHINESE else lower.split("-")[0]
