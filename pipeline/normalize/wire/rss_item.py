"""One RSS item (0.9x, 1.0, 2.0) with its modules (content, Dublin Core, Media RSS, iTunes) -> an article's statements.

Specifications: https://www.rssboard.org/rss-specification, https://www.rssboard.org/media-rss
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.model.article import Subject
from pipeline.model.sidecar import Credit, Image
from pipeline.normalize.bylines import credit, credits_of
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.fragment import Fragment
from pipeline.normalize.wire.parts import Parts
from pipeline.normalize.wire.xml import Element, key, text

MIN_BODY = 600
"""Characters: a description that has fewer and is one paragraph is a teaser, not the article."""
_MAILBOX = re.compile(r"\s*[^\s@()<>]+@[^\s@()<>]+\s*\(([^()]+)\)\s*")
_NAMED_MAILBOX = re.compile(r"\s*\"?([^\"<>@]+?)\"?\s*<[^<>]+@[^<>]+>\s*")
_WIDTH = re.compile(r"\d{1,5}")


def statements(item: Parts) -> dict[str, Any]:
    """What the item states, by the article's field names."""
    headline = item.line("headline", "title", "media:title", "dc:title")
    text_of_item = fragment.read(item.raw("content:encoded", "xhtml:body", "content"), base=item.base)
    summary = fragment.read(item.raw("description", "itunes:summary", "media:description"), base=item.base)
    if not text_of_item.blocks and is_body(summary):
        text_of_item, summary = summary, Fragment()
    item.findings.extend(text_of_item.findings)
    if not text_of_item.blocks:
        item.findings.append(say.summary_only())
    guid = item.text("guid", "dc:identifier", "atom:id")
    return {
        "url": link(item, guid),
        "identifier": guid,
        "headline": headline,
        "description": " ".join(each.text for each in summary.blocks),
        "author": authors(item),
        "contributor": tuple(credit(each) for each in item.texts("dc:contributor")),
        "publisher": _publisher(item),
        **_dates(item),
        "keywords": (*item.texts("category", "dc:subject"), *_keywords(item)),
        "subjects": tuple(_subjects(item)),
        "in_language": item.text("dc:language") or None,
        "copyright_notice": item.text("dc:rights", "copyright", "media:copyright", "dcterms:rights"),
        "license": item.address(item.text("creativeCommons:license")) or _resource(item),
        "image": tuple(dict.fromkeys((*pictures(item), *text_of_item.images, *summary.images))),
        **body(text_of_item, headline=headline),
    }


def _dates(item: Parts) -> dict[str, Any]:
    published = item.moment(
        "datePublished", "pubDate", "dc:date", "dcterms:issued", "atom:published", "dcterms:created", "pubdate"
    )
    modified = item.moment("dateModified", "dcterms:modified", "atom:updated", "lastBuildDate")
    return {
        "date_published": published or modified,
        "date_modified": modified if published and modified != published else None,
        "expires": item.moment("expires", "expirationDate", "dcterms:valid"),
    }


def is_body(text_of_item: Fragment) -> bool:
    """Whether a description is the whole article and not a teaser."""
    blocks = text_of_item.blocks
    return len(blocks) > 2 or sum(len(each.text) for each in blocks) >= MIN_BODY


def link(item: Parts, guid: str) -> str | None:
    """Where the article stands: the address before a counter of clicks, the link, a guid that is one."""
    about = item.element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    atom = [each.get("href") for each in item.all("atom:link") if (each.get("rel") or "alternate") == "alternate"]
    permalinks = [guid for each in item.all("guid") if (each.get("isPermaLink") or "true").lower() != "false"]
    stated = (item.text("feedburner:origLink"), item.text("link"), *atom, *permalinks, about)
    return next((full for each in stated if each and (full := item.address(each))), None)


def authors(item: Parts) -> tuple[Credit, ...]:
    """Dublin Core creators, else the author (an e-mail address with a name in brackets), else iTunes' author."""
    creators = tuple(each for name in item.texts("dc:creator") for each in credits_of(name))
    if creators:
        return tuple(dict.fromkeys(creators))
    named = tuple(
        text(part) for each in item.all("atom:author", "author") for part in each if key(part).endswith("name")
    )
    written = named or item.texts("author", "itunes:author", "managingEditor")
    return tuple(dict.fromkeys(each for name in written for each in credits_of(_without_address(name))))


def pictures(item: Parts) -> Iterator[Image]:
    """Media RSS content and thumbnails, enclosures and iTunes' image; the largest of a group."""
    groups = [[each] for each in item.all("media:content")]
    groups += [[part for part in each if key(part) == "media:content"] for each in item.all("media:group")]
    for group in groups:
        images = [(each, url) for each in group if _is_picture(each) and (url := item.address(each.get("url")))]
        if images:
            best, url = max(images, key=lambda each: _pixels(each[0].get("width")) or 0)
            yield _media(item, best, url)
    for each in item.all("enclosure"):
        if (each.get("type") or "").lower().startswith("image/") and (url := item.address(each.get("url"))):
            yield Image(url=url)
        else:
            item.keep(each)
    if not any(groups):
        for each in item.all("media:thumbnail", "itunes:image"):
            if url := item.address(each.get("url") or each.get("href")):
                yield Image(url=url, width=_pixels(each.get("width")), height=_pixels(each.get("height")))


def _media(item: Parts, media: Element, url: str) -> Image:
    inside = {key(each): text(each) for each in media if text(each)}
    return Image(
        url=url,
        caption=fragment.plain(inside.get("media:description") or inside.get("media:title") or "") or None,
        credit_text=inside.get("media:credit") or item.text("media:credit") or None,
        copyright_notice=inside.get("media:copyright"),
        width=_pixels(media.get("width")),
        height=_pixels(media.get("height")),
    )


def _is_picture(media: Element) -> bool:
    kind = f"{media.get('medium') or ''} {media.get('type') or ''}".lower()
    address = (media.get("url") or "").partition("?")[0].lower()
    return "image" in kind or (
        not kind.strip() and address.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"))
    )


def _keywords(item: Parts) -> Iterator[str]:
    for each in item.texts("media:keywords", "itunes:keywords"):
        yield from (tidy(part) for part in each.split(",") if part.strip())


def _subjects(item: Parts) -> Iterator[Subject]:
    """Categories that name the vocabulary they are taken from."""
    for each in item.all("category"):
        scheme, name = each.get("domain"), text(each)
        if scheme and name:
            yield Subject(name=name, scheme=tidy(scheme))


def _publisher(item: Parts) -> Credit | None:
    name = item.text("dc:publisher")
    return Credit(name=name, type="Organization") if name else None


def _resource(item: Parts) -> str | None:
    """A licence given as the attribute of an element or as a link."""
    licences = [
        value
        for each in item.all("cc:license")
        for name, value in each.attrib.items()
        if str(name).endswith("resource")
    ]
    links = [each.get("href") for each in item.all("atom:link") if each.get("rel") == "license"]
    return next((full for each in (*licences, *links) if each and (full := item.address(str(each)))), None)


def _without_address(author: str) -> str:
    found = _MAILBOX.fullmatch(author) or _NAMED_MAILBOX.fullmatch(author)
    return found[1] if found else author


def _pixels(value: str | None) -> int | None:
    return int(value) if value and _WIDTH.fullmatch(value.strip()) else None
