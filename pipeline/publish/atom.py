"""Edition -> Atom (RFC 4287) with WebSub links and deleted-entry elements for retractions (RFC 6721)."""

from __future__ import annotations

from pipeline.model.article import Article
from pipeline.model.edition import Edition, Entry, latest_change
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit
from pipeline.publish import addresses
from pipeline.publish.addresses import address, hubs, web_address
from pipeline.publish.body import content_html
from pipeline.publish.dates import rfc3339
from pipeline.publish.feed_item import feed_description, feed_title, items, lead_image, removal_text
from pipeline.standards.uri import to_uri
from pipeline.standards.xml_tree import Element, add, add_text, root, to_bytes

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
EPOCH = "1970-01-01T00:00:00Z"
_A, _AT = f"{{{NAMESPACE}}}", f"{{{TOMBSTONES}}}"


def atom(edition: Edition, newsroom: Newsroom) -> bytes:
    """The feed of the newest articles."""
    own = to_uri(address(newsroom, addresses.ATOM))
    entries = tuple(items(edition))
    removed = any(article is None for _, article in entries)
    namespaces = {"": NAMESPACE, **({"at": TOMBSTONES} if removed else {})}
    feed = root(f"{_A}feed", namespaces)
    feed.set(f"{{{XML}}}lang", newsroom.site.language)
    add(feed, f"{_A}id", own)
    add(feed, f"{_A}title", feed_title(newsroom))
    add(feed, f"{_A}subtitle", feed_description(newsroom))
    add(feed, f"{_A}updated", rfc3339(latest_change(edition)) or EPOCH)
    add(feed, f"{_A}link", rel="self", type_=MEDIA_TYPE, href=own)
    add(feed, f"{_A}link", rel="alternate", type_="text/html", href=to_uri(newsroom.site.url))
    for hub in hubs(newsroom):
        add(feed, f"{_A}link", rel="hub", href=to_uri(hub))
    add_text(feed, f"{_A}logo", _uri(newsroom.publisher.logo))
    _author(feed, newsroom.publisher.name, newsroom.publisher.url)
    for entry, article in entries:
        _deleted(feed, entry) if article is None else _entry(feed, entry, article)
    return to_bytes(feed)


def _entry(feed: Element, entry: Entry, article: Article) -> None:
    item = add(feed, f"{_A}entry")
    if article.in_language:
        item.set(f"{{{XML}}}lang", article.in_language)
    add(item, f"{_A}id", to_uri(entry.guid))
    add(item, f"{_A}title", article.headline or entry.url)
    add(item, f"{_A}updated", rfc3339(entry.modified))
    add_text(item, f"{_A}published", rfc3339(entry.published))
    for credit in article.author:
        _credit(item, credit)
    add(item, f"{_A}link", rel="alternate", type_="text/html", href=to_uri(entry.url))
    if found := lead_image(article):
        add(item, f"{_A}link", rel="enclosure", type_=_image_type(found[1]), href=to_uri(found[1]))
    if license_ := _uri(article.license):
        add(item, f"{_A}link", rel="license", href=license_)
    for category in dict.fromkeys((*article.article_section, *article.keywords)):
        add(item, f"{_A}category", term=category)
    add_text(item, f"{_A}rights", article.copyright_notice)
    add_text(item, f"{_A}summary", article.description)
    add_text(item, f"{_A}content", content_html(article), type_="html")


def _deleted(feed: Element, entry: Entry) -> None:
    deleted = add(feed, f"{_AT}deleted-entry", ref=to_uri(entry.guid), when=rfc3339(entry.retracted or entry.modified))
    add(deleted, f"{_AT}comment", removal_text(entry))


def _credit(item: Element, credit: Credit) -> None:
    _author(item, credit.name, credit.url)


def _author(parent: Element, name: str, url: str | None) -> None:
    author = add(parent, f"{_A}author")
    add(author, f"{_A}name", name)
    add_text(author, f"{_A}uri", _uri(url))


def _uri(url: str | None) -> str | None:
    address_ = web_address(url)
    return to_uri(address_) if address_ else None


def _image_type(url: str) -> str | None:
    suffix = url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].rsplit(".", 1)[-1].lower()
    return {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif",
            "avif": "image/avif", "svg": "image/svg+xml"}.get(suffix)  # fmt: skip
