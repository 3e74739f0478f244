"""RSS 2.0, Atom and JSON Feed.

Specifications: https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287,
https://www.jsonfeed.org/version/1.1/.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.standards import iri
from pipeline.standards.iso8601_values import date_trouble, instant
from pipeline.validate.formats.fault import Element, XmlEntry, XmlFault, child_or_self
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
ATOM = "{http://www.w3.org/2005/Atom}"


def rss_rules(root: Element) -> Iterator[XmlFault]:
    """What is wrong with an RSS 2.0 feed; older kinds are only named."""
    channel = root.find("channel")
    if channel is None:
        yield XmlFault("feed-old", root, "The feed is not RSS 2.0; its entries are not checked.")
        return
    for name in ("title", "link", "description"):
        if not _text(channel, name):
            yield XmlFault("feed-required", channel, f"The channel lacks {name}.")
    seen: dict[str, Element] = {}
    for item in channel.iter("item"):
        yield from _item(item, seen)


def _item(item: Element, seen: dict[str, Element]) -> Iterator[XmlFault]:
    if not _text(item, "title") and not _text(item, "description"):
        yield XmlFault("feed-required", item, "The item has neither title nor description.")
    published = _text(item, "pubDate")
    if published and not _is_rfc822(published):
        hint = "Write Tue, 18 Nov 2014 09:00:00 +0900."
        yield XmlFault(
            "feed-date", child_or_self(item, "pubDate"), f"pubDate is {shown(published)}, no date of RFC 822.", hint
        )
    link = _text(item, "link")
    if link and not iri.is_web(link):
        yield XmlFault("feed-link", child_or_self(item, "link"), f"link is {shown(link)}, no absolute web address.")
    guid = item.find("guid")
    name = _text(item, "guid")
    if guid is None:
        yield XmlFault(
            "feed-recommended", item, "The item has no guid; readers cannot tell a new version from a new article."
        )
    elif guid.get("isPermaLink", "true") == "true" and not iri.is_web(name):
        yield XmlFault("feed-link", guid, f"guid {shown(name)} is no address.", 'Write isPermaLink="false".')
    yield from _repeated(name or link, child_or_self(item, "guid" if name else "link"), seen)


def _is_rfc822(text: str) -> bool:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - 8 ms that only RSS needs

    try:
        parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return False
    return any(each.isdigit() for each in text) and "-" not in text[:8]


def atom_rules(root: Element) -> Iterator[XmlFault]:
    """What is wrong with an Atom feed."""
    if not root.tag.startswith(ATOM):
        yield XmlFault("feed-old", root, "The feed is not in Atom's namespace; its entries are not checked.")
        return
    yield from _atom_parts(root, "feed")
    feed_author = root.find(f"{ATOM}author") is not None
    seen: dict[str, Element] = {}
    for entry in root.iter(f"{ATOM}entry"):
        yield from _atom_parts(entry, "entry")
        if not feed_author and entry.find(f"{ATOM}author") is None and entry.find(f"{ATOM}source") is None:
            yield XmlFault("feed-required", entry, "Neither the entry nor the feed names an author.")
        yield from _repeated(_text(entry, f"{ATOM}id"), child_or_self(entry, f"{ATOM}id"), seen)


def _atom_parts(element: Element, kind: str) -> Iterator[XmlFault]:
    for name in ("id", "title", "updated"):
        if element.find(ATOM + name) is None or (name != "title" and not _text(element, ATOM + name)):
            yield XmlFault("feed-required", element, f"The {kind} lacks {name}.")
    for name in ("updated", "published"):
        value = _text(element, ATOM + name)
        if value and (date_trouble(value) is not None or instant(value) is None):
            hint = "Write 2014-11-18T09:00:00+09:00."
            yield XmlFault(
                "feed-date",
                child_or_self(element, ATOM + name),
                f"{name} is {shown(value)}, no date-time of RFC 3339.",
                hint,
            )
    own_id = _text(element, f"{ATOM}id")
    if own_id and not iri.is_absolute(own_id):
        yield XmlFault("feed-link", child_or_self(element, f"{ATOM}id"), f"id is {shown(own_id)}, no absolute IRI.")


def _repeated(name: str, at: Element, seen: dict[str, Element]) -> Iterator[XmlFault]:
    if name and name in seen:
        yield XmlFault("feed-repeated", at, f"The entry {shown(name)} stands here and in line {seen[name].sourceline}.")
    seen.setdefault(name, at)


def _text(element: Element, name: str) -> str:
    found = element.find(name)
    return "".join(found.itertext()).strip() if found is not None else ""


def rss_listed(root: Element) -> Iterator[XmlEntry]:
    """The entries, with their addresses, titles and days."""
    for item in root.iter("item"):
        said = [("address", _text(item, "link"), child_or_self(item, "link"))]
        if title := _text(item, "title"):
            said.append(("title", title, child_or_self(item, "title")))
        if day := _day_of_rfc822(_text(item, "pubDate")):
            said.append(("published", day, child_or_self(item, "pubDate")))
        yield XmlEntry(tuple(said))


def _day_of_rfc822(text: str) -> str:
    """The day as ISO 8601 writes it; nothing where the text is no such date."""
    if not text or not _is_rfc822(text):
        return ""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - 8 ms that only RSS needs

    return parsedate_to_datetime(text).date().isoformat()


def atom_listed(root: Element) -> Iterator[XmlEntry]:
    """The entries, with their addresses, titles and days."""
    for entry in root.iter(f"{ATOM}entry"):
        more = [
            (name, text, child_or_self(entry, ATOM + local))
            for name, local in (("title", "title"), ("published", "published"))
            if (text := _text(entry, ATOM + local))
        ]
        for link in entry.findall(f"{ATOM}link"):
            if link.get("rel", "alternate") == "alternate":
                yield XmlEntry((("address", link.get("href", ""), link), *more))


def json_feed_rules(document: Json) -> Remarks:
    """What is wrong with a JSON Feed."""
    if not isinstance(document.get("title"), str) or not document.get("title"):
        yield Remark("feed-required", (), "The feed lacks title.")
    items = document.get("items")
    if not isinstance(items, list):
        yield Remark("feed-required", (), "The feed lacks items.")
        return
    seen: set[str] = set()
    for index, item in enumerate(items):
        if not isinstance(item, dict):
            yield Remark("feed-required", ("items", index), "The item is no object.")
            continue
        yield from _json_item(item, index, seen)


def _json_item(item: dict[str, Json], index: int, seen: set[str]) -> Remarks:
    own_id = str(item.get("id") or "")
    if not own_id:
        yield Remark("feed-required", ("items", index), "The item lacks id.")
    elif own_id in seen:
        yield Remark("feed-repeated", ("items", index, "id"), f"The id {shown(own_id)} stands twice.")
    seen.add(own_id)
    if not item.get("content_html") and not item.get("content_text"):
        yield Remark("feed-required", ("items", index), "The item has neither content_html nor content_text.")
    for name in ("date_published", "date_modified"):
        value = item.get(name)
        if isinstance(value, str) and (date_trouble(value) is not None or instant(value) is None):
            yield Remark("feed-date", ("items", index, name), f"{name} is {shown(value)}, no date-time of RFC 3339.")
    for name in ("url", "external_url", "image", "banner_image"):
        value = item.get(name)
        if isinstance(value, str) and not iri.is_web(value):
            yield Remark("feed-link", ("items", index, name), f"{name} is {shown(value)}, no absolute web address.")
