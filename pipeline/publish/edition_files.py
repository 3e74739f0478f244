"""The edition -> its sitemaps and feeds, by a visible tuple of formats. What is not returned must not stand in the output."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pipeline.model.edition import Edition
from pipeline.model.newsroom import Newsroom
from pipeline.model.publication import Publication
from pipeline.publish import addresses, atom, json_feed, rss
from pipeline.publish.news_sitemap import news_sitemap
from pipeline.publish.sitemap import sitemap

type Write = Callable[[Edition, Newsroom, datetime], tuple[Publication, ...]]


def edition_files(edition: Edition, newsroom: Newsroom, now: datetime) -> tuple[Publication, ...]:
    """Sitemaps and feeds as they are at ``now`` (with a zone); a news sitemap without articles is absent, and so must be
    its file: remove from ``sitemaps/`` and ``feeds/`` what is not among these paths."""
    return tuple(each for write in EDITION_FORMATS for each in write(edition, newsroom, now))


def _feed(path: str, media_type: str, write: Callable[[Edition, Newsroom], bytes]) -> Write:
    def publication(edition: Edition, newsroom: Newsroom, _now: datetime) -> tuple[Publication, ...]:
        return (Publication(path=path, media_type=media_type, content=write(edition, newsroom)),)

    return publication


def _sitemap(edition: Edition, newsroom: Newsroom, _now: datetime) -> tuple[Publication, ...]:
    return sitemap(edition, newsroom)


EDITION_FORMATS: tuple[Write, ...] = (
    _sitemap,
    news_sitemap,
    _feed(addresses.RSS, rss.MEDIA_TYPE, rss.rss),
    _feed(addresses.ATOM, atom.MEDIA_TYPE, atom.atom),
    _feed(addresses.JSON_FEED, json_feed.MEDIA_TYPE, json_feed.json_feed),
)
