"""Edition -> JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); a retracted article keeps its id and carries the notice."""

from __future__ import annotations

from pipeline.model.article import Article
from pipeline.model.codec import builtins, encode_pretty
from pipeline.model.edition import Edition, Entry
from pipeline.model.graph import Json
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit
from pipeline.publish import addresses
from pipeline.publish.addresses import address, hubs, web_address
from pipeline.publish.body import content_html
from pipeline.publish.dates import rfc3339
from pipeline.publish.feed_item import (
    feed_description,
    feed_title,
    items,
    lead_image,
    removal_text,
    removal_title,
    synopsis,
)
from pipeline.standards.json_tree import clean, encoded
from pipeline.standards.uri import to_uri

MEDIA_TYPE = "application/feed+json"
EXTENSION = "_newsgraph"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(edition: Edition, newsroom: Newsroom) -> bytes:
    """The feed of the newest articles."""
    feed = {
        "version": VERSION,
        "title": feed_title(newsroom),
        "home_page_url": newsroom.site.url,
        "feed_url": address(newsroom, addresses.JSON_FEED),
        "description": feed_description(newsroom),
        "icon": web_address(newsroom.publisher.logo),
        "authors": [clean({"name": newsroom.publisher.name, "url": web_address(newsroom.publisher.url)})],
        "language": newsroom.site.language,
        "hubs": [{"type": "WebSub", "url": each} for each in hubs(newsroom)],
        "items": None,
    }
    items_ = [_removal(entry) if article is None else _item(entry, article) for entry, article in items(edition)]
    return encoded(clean(feed) | {"items": items_}, encode_pretty)


def _item(entry: Entry, article: Article) -> dict[str, Json]:
    image = lead_image(article)
    return clean(
        {
            "id": to_uri(entry.guid),
            "url": to_uri(entry.url),
            "title": article.headline,
            "summary": article.description,
            **_content(article),
            "image": to_uri(image[1]) if image else None,
            "date_published": rfc3339(entry.published),
            "date_modified": rfc3339(entry.modified),
            "authors": [_author(each) for each in article.author],
            "tags": list(dict.fromkeys((*article.article_section, *article.keywords))),
            "language": article.in_language,
            EXTENSION: _marks(entry, corrections=[builtins(each) for each in article.correction]),
        }
    )


def _content(article: Article) -> dict[str, Json]:
    """The body; an item must have some content, so without one it is what a reader would see of it."""
    body = content_html(article)
    return {"content_html": body} if body else {"content_text": synopsis(article) or article.url}


def _removal(entry: Entry) -> dict[str, Json]:
    return clean(
        {
            "id": to_uri(entry.guid),
            "url": to_uri(entry.url),
            "title": removal_title(entry),
            "content_text": removal_text(entry),
            "date_published": rfc3339(entry.published),
            "date_modified": rfc3339(entry.modified),
            EXTENSION: _marks(entry, retracted=rfc3339(entry.retracted)),
        }
    )


def _marks(entry: Entry, **given: Json) -> dict[str, Json]:
    """What JSON Feed has no words for, in an extension of ours: version, corrections, retraction."""
    return clean({"version": entry.version, **given})


def _author(credit: Credit) -> dict[str, Json]:
    return clean({"name": credit.name, "url": web_address(credit.url)})
