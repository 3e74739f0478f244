"""The edition: what the newsroom has published so far, one entry an article. The shell keeps it, the formats read it."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from pipeline.model.article import Article
from pipeline.model.defaults import written
from pipeline.model.moment import Moment

FEED_LENGTH = 100
_GUID = re.compile(
    r"https?://[0-9A-Za-z;/?:@&=+$.\-_!~*'()%,#]+"
    r"|urn:[0-9A-Za-z][0-9A-Za-z-]{1,31}:(?:[0-9A-Za-z()+,.:=@;$_!*'-]|%[0-9A-Fa-f]{2})+"
    r"|tag:[0-9a-z.@_-]+,\d{4}(?:-\d\d){0,2}:[0-9A-Za-z;/?:@&=+$.\-_!~*'()%,]*",
    re.ASCII,
)
"""Web addresses, URNs (RFC 2141) and tag URIs (RFC 4151), in the characters that every feed reader takes."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article as it stands in the edition; small, so that an edition of 100,000 fits in memory.

    ``guid`` names the article in feeds for ever: take it from ``guid_of`` at the first publication, then keep it.
    ``published`` is the date as the newsroom stated it. ``first_published`` and ``modified`` are instants: when the first
    and this version went out (the stated dates where they are instants, otherwise the clock of that run). ``state`` is
    ``retracted`` with the instant and the reason from then on. ``article`` is the whole article: feeds want it for the
    entries that ``newest`` returns, nothing else reads it. ``node_id`` is the @id of the article's node in its graph.
    """

    url: str
    slug: str
    guid: str
    first_published: Moment
    modified: Moment
    version: int = 1
    headline: str | None = None
    language: str | None = None
    published: Moment | None = None
    state: Literal["live", "retracted"] = written("live")
    retracted: Moment | None = None
    reason: str = ""
    article: Article | None = None
    node_id: str = ""


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """All entries, live and retracted, in any order."""

    entries: tuple[Entry, ...] = ()


def guid_of(article: Article) -> str:
    """The identifier where it is an absolute URI (Atom demands one), otherwise the URL."""
    return article.identifier if article.identifier and _GUID.fullmatch(article.identifier) else article.url


def entry_of(article: Article, *, version: int, first_published: Moment, now: Moment, guid: str = "") -> Entry:
    """The live entry of an article. ``first_published`` is the run's clock at version 1, ``now`` at this version;
    ``guid`` is the one of the version before, if there was one."""
    stated, changed = article.date_published, article.date_modified
    first = stated if stated and stated.instant else first_published
    latest = changed if changed and changed.instant else (first if version == 1 else now)
    return Entry(
        url=article.url, slug=article.slug, guid=guid or guid_of(article), version=version,
        first_published=first, modified=latest, headline=article.headline, language=article.in_language,
        published=stated, article=article,
    )  # fmt: skip


def retract(entry: Entry, *, now: Moment, reason: str) -> Entry:
    """The entry after its retraction: one version more, without the article."""
    return msgspec.structs.replace(
        entry, state="retracted", version=entry.version + 1, retracted=now, modified=now, reason=reason, article=None
    )


def newest(edition: Edition, count: int = FEED_LENGTH) -> tuple[Entry, ...]:
    """The entries that feeds show: latest first, by first publication or by retraction; a tie goes by URL."""
    return tuple(sorted(edition.entries, key=_activity, reverse=True)[:count])


def latest_change(edition: Edition) -> Moment | None:
    """When anything in the edition last changed, or None if it is empty."""
    changes = [each.modified for each in edition.entries]
    return max(changes, key=_seconds) if changes else None


def _activity(entry: Entry) -> tuple[float, str]:
    return _seconds(entry.retracted or entry.first_published), entry.url


def _seconds(moment: Moment) -> float:
    instant = moment.instant
    if instant is None:
        raise ValueError(f"{moment} is no instant: give a date with time and zone")
    return instant.timestamp()
