"""Where things stand: paths in the output folder, and the addresses they have under the site's root."""

from __future__ import annotations

import re

from pipeline.model.newsroom import Newsroom

RSS, ATOM, JSON_FEED = "feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json"
SITEMAP, NEWS_SITEMAP = "sitemaps/sitemap.xml", "sitemaps/news.xml"
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x20]+", re.IGNORECASE)


def address(newsroom: Newsroom, path: str) -> str:
    """The absolute address of an output path."""
    return f"{newsroom.site.url.rstrip('/')}/{path}"


def article_path(slug: str, name: str) -> str:
    """The output path of one of an article's files."""
    return f"articles/{slug}/{name}"


def web_address(text: str | None) -> str | None:
    """The text if it is an http(s) address, otherwise None: no other scheme may become a link or a picture."""
    return text if text and _WEB_ADDRESS.fullmatch(text) else None


def on_site(url: str, newsroom: Newsroom) -> bool:
    """Whether an address lies on the newsroom's own site: same scheme and host, below its root."""
    root = newsroom.site.url.rstrip("/")
    return url == root or url.startswith((f"{root}/", f"{root}?", f"{root}#"))


def site_name(newsroom: Newsroom) -> str:
    """What the site calls itself."""
    return newsroom.site.name or newsroom.publisher.name


def hubs(newsroom: Newsroom) -> tuple[str, ...]:
    """The WebSub hubs that are told of changes (W3C WebSub: they stand in every feed)."""
    return tuple(each.url for each in newsroom.endpoints if each.kind == "websub")
