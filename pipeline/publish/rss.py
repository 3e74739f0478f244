"""Edition -> RSS 2.0 (https://www.rssboard.org/rss-specification) with content, Dublin Core, Media RSS and Atom links.

A retracted article keeps its guid and carries the notice instead of its text, since RSS has no word for removal.
"""

from __future__ import annotations

from lxml import etree

from pipeline.model.article import Article
from pipeline.model.edition import Edition, Entry, latest_change
from pipeline.model.newsroom import Newsroom
from pipeline.publish import addresses
from pipeline.publish.addresses import address, hubs, web_address
from pipeline.publish.body import content_html
from pipeline.publish.dates import rfc822, rfc3339
from pipeline.publish.feed_item import (
    feed_description,
    feed_title,
    items,
    lead_image,
    removal_text,
    removal_title,
    synopsis,
)
from pipeline.publish.markup import text_element
from pipeline.standards.uri import to_uri
from pipeline.standards.xml_tree import Element, add, add_text, root, to_bytes

MEDIA_TYPE = "application/rss+xml"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
COMMONS = "http://backend.userland.com/creativeCommonsRssModule"
MEDIA = "http://search.yahoo.com/mrss/"
LOGO_FORMATS = (".gif", ".jpg", ".jpeg", ".png")
_NAMESPACES = {
    "atom": ATOM,
    "content": CONTENT,
    "creativeCommons": COMMONS,
    "dc": DC,
    "dcterms": TERMS,
    "media": MEDIA,
}


def rss(edition: Edition, newsroom: Newsroom) -> bytes:
    """The feed of the newest articles."""
    feed = root("rss", _NAMESPACES, version="2.0")
    channel = add(feed, "channel")
    add(channel, "title", feed_title(newsroom))
    add(channel, "link", to_uri(newsroom.site.url))
    add(channel, "description", feed_description(newsroom))
    add(channel, "language", newsroom.site.language)
    logo = web_address(newsroom.publisher.logo)
    if logo and logo.lower().endswith(LOGO_FORMATS):
        image = add(channel, "image")
        for name, value in (
            ("url", to_uri(logo)),
            ("title", feed_title(newsroom)),
            ("link", to_uri(newsroom.site.url)),
        ):
            add(image, name, value)
    add_text(channel, "lastBuildDate", rfc822(latest_change(edition)))
    add(channel, f"{{{ATOM}}}link", rel="self", type_=MEDIA_TYPE, href=address(newsroom, addresses.RSS))
    for hub in hubs(newsroom):
        add(channel, f"{{{ATOM}}}link", rel="hub", href=hub)
    for entry, article in items(edition):
        _item(channel, entry, article)
    return to_bytes(feed)


def _item(channel: Element, entry: Entry, article: Article | None) -> None:
    item = add(channel, "item")
    add(item, "title", removal_title(entry) if article is None else article.headline or entry.url)
    add(item, "link", to_uri(entry.url))
    add(item, "guid", to_uri(entry.guid), isPermaLink="true" if entry.guid == entry.url else "false")
    add_text(item, "pubDate", rfc822(entry.published))
    if article is None:
        _removal(item, entry)
    else:
        _article(item, entry, article)


def _removal(item: Element, entry: Entry) -> None:
    notice = removal_text(entry)
    add(item, "description", notice)
    add_text(item, f"{{{TERMS}}}modified", rfc3339(entry.modified))
    add(item, f"{{{CONTENT}}}encoded", text_element("p", notice))


def _article(item: Element, entry: Entry, article: Article) -> None:
    for credit in article.author:
        add(item, f"{{{DC}}}creator", credit.name)
    for category in dict.fromkeys((*article.article_section, *article.keywords)):
        add(item, "category", category)
    add_text(item, "description", synopsis(article))
    add_text(item, f"{{{DC}}}language", article.in_language)
    add_text(item, f"{{{DC}}}rights", article.copyright_notice)
    if article.license and web_address(article.license):
        add(item, f"{{{COMMONS}}}license", to_uri(article.license))
    add_text(item, f"{{{TERMS}}}modified", rfc3339(entry.modified))
    if body := content_html(article):
        content = add(item, f"{{{CONTENT}}}encoded")
        content.text = etree.CDATA(body.replace("]]>", "]]&gt;"))
    _media(item, article)


def _media(item: Element, article: Article) -> None:
    found = lead_image(article)
    if found is None:
        return
    image, url = found
    width, height = (str(each) if each else None for each in (image.width, image.height))
    media = add(item, f"{{{MEDIA}}}content", url=to_uri(url), medium="image", width=width, height=height)
    add_text(media, f"{{{MEDIA}}}description", image.caption, type_="plain")
    add_text(media, f"{{{MEDIA}}}credit", image.credit_text or image.creator, role="photographer", scheme="urn:ebu")
