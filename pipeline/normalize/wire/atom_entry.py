"""One Atom entry (1.0, and 0.3's names) or deleted entry -> an article's statements.

Specifications: RFC 4287 (Atom), RFC 6721 (deleted entries)
"""

from __future__ import annotations

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
from pipeline.normalize.wire.moments import read_moment
from pipeline.normalize.wire.parts import Parts
from pipeline.normalize.wire.rss_item import is_body, pictures
from pipeline.normalize.wire.xml import Element, key, text


def statements(entry: Parts, feed: Parts) -> dict[str, Any]:
    """What the entry states, by the article's field names; the feed's author speaks where the entry names none."""
    headline = next((said for each in entry.all("atom:title") if (said := plain(each))), "")
    content = _construct(entry, "atom:content")
    summary = _construct(entry, "atom:summary", "atom:tagline")
    media = [part for group in entry.all("media:group") for part in group if key(part) == "media:description"]
    if not content.blocks and is_body(summary):
        content, summary = summary, Fragment()
    if not content.blocks and not summary.blocks and media:
        summary = fragment.read("".join(map(str, media[0].itertext())))
    entry.findings.extend(content.findings)
    if not content.blocks:
        entry.findings.append(say.summary_only())
    return {
        "url": link(entry),
        "identifier": entry.text("atom:id"),
        "headline": headline,
        "description": " ".join(each.text for each in summary.blocks),
        "author": tuple(dict.fromkeys(people(entry, "atom:author")))
        or tuple(dict.fromkeys(people(feed, "atom:author"))),
        "contributor": tuple(people(entry, "atom:contributor")),
        **_dates(entry),
        "keywords": tuple(dict.fromkeys(_categories(entry))),
        "subjects": tuple(_subjects(entry)),
        "in_language": None,
        "copyright_notice": entry.text("atom:rights", "dc:rights"),
        "license": next((full for each in _links(entry, "license") if (full := entry.address(each))), None),
        "image": tuple(dict.fromkeys((*pictures(entry), *_enclosures(entry), *content.images, *summary.images))),
        **body(content, headline=headline),
    }


def _dates(entry: Parts) -> dict[str, Any]:
    published = entry.moment("datePublished", "atom:published", "atom:issued", "atom:created", "dc:date")
    modified = entry.moment("dateModified", "atom:updated", "atom:modified", "dcterms:modified")
    return {
        "date_published": published or modified,
        "date_modified": modified if published and modified != published else None,
    }


def deleted(entry: Parts) -> dict[str, Any]:
    """A tombstone: the article that it names is withdrawn."""
    reference = tidy(entry.element.get("ref") or "")
    when = tidy(entry.element.get("when") or "")
    withdrawn, told = read_moment("dateModified", when)
    entry.findings.extend(told)
    return {
        "identifier": reference,
        "url": entry.address(reference),
        "pub_status": "canceled",
        "date_modified": withdrawn,
        "editorial_note": entry.text("at:comment"),
    }


def link(entry: Parts) -> str | None:
    """The alternate link, HTML before other types; an id that is an address where there is none."""
    found = [each for each in entry.all("atom:link") if (each.get("rel") or "alternate") in ("alternate", "")]
    found.sort(key=lambda each: "html" not in (each.get("type") or "html"))
    stated = (
        entry.text("feedburner:origLink"),
        *(each.get("href") or text(each) for each in found),
        entry.text("atom:id"),
    )
    return next((full for each in stated if (full := entry.address(each))), None)


def people(parts: Parts, *names: str) -> Iterator[Credit]:
    """Persons with the addresses that are given for them."""
    for person in parts.all(*names):
        inside = {key(each).rpartition(":")[2]: text(each) for each in person}
        written = inside.get("name") or ("" if len(person) else text(person))
        made = credits_of(written) or ((credit(written),) if written else ())
        address = parts.address(inside.get("uri") or inside.get("url")) if len(made) == 1 else None
        yield from (Credit(name=each.name, type=each.type, url=address) for each in made)


def plain(construct: Element) -> str:
    """A text construct (RFC 4287, 3.1) as one line: HTML and XHTML lose their markup, plain text keeps what looks like it."""
    if (construct.get("type") or "text").lower() in ("html", "text/html") or construct.get("mode") == "escaped":
        return fragment.plain("".join(map(str, construct.itertext())))
    return text(construct)


def _construct(entry: Parts, *names: str) -> Fragment:
    for each in entry.all(*names):
        kind = (each.get("type") or "text").lower()
        if len(each):
            return fragment.from_element(each, base=entry.base)
        raw = each.text or ""
        if not raw.strip():
            continue
        if "html" in kind or each.get("mode") == "escaped":
            return fragment.from_html(raw, base=entry.base)
        return fragment.read(raw, base=entry.base)
    return Fragment()


def _categories(entry: Parts) -> Iterator[str]:
    for each in entry.all("atom:category"):
        name = tidy(each.get("label") or each.get("term") or text(each))
        if name:
            yield name
    yield from entry.texts("dc:subject")


def _subjects(entry: Parts) -> Iterator[Subject]:
    for each in entry.all("atom:category"):
        name, scheme = tidy(each.get("label") or each.get("term") or ""), tidy(each.get("scheme") or "")
        if name and scheme:
            yield Subject(name=name, identifier=tidy(each.get("term") or "") or None, scheme=scheme)


def _enclosures(entry: Parts) -> Iterator[Image]:
    for each in entry.all("atom:link"):
        kind = (each.get("type") or "").lower()
        if each.get("rel") == "enclosure" and kind.startswith("image/") and (url := entry.address(each.get("href"))):
            yield Image(url=url, caption=tidy(each.get("title") or "") or None)
        elif each.get("rel") not in (None, "", "alternate", "license"):
            entry.keep(each)


def _links(entry: Parts, relation: str) -> Iterator[str]:
    for each in entry.all("atom:link"):
        if each.get("rel") == relation and each.get("href"):
            yield str(each.get("href"))
