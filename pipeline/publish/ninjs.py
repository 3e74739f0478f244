"""Finished article -> IPTC ninjs 3.1 (https://www.iptc.org/std/ninjs/), as an aggregator reads it.

Events with a date stand as associated event items too, since only those have dates. What is retracted says ``canceled``
and carries nothing but the notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.article import Article, Subject, SubjectKind
from pipeline.model.codec import encode_pretty
from pipeline.model.edition import Entry
from pipeline.model.graph import Json
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Image
from pipeline.publish.addresses import web_address
from pipeline.publish.body import body_html
from pipeline.publish.dates import moment_of, rfc3339, xsd
from pipeline.publish.feed_item import removal_text
from pipeline.publish.finished import Finished
from pipeline.publish.graph_view import Kind, Named, named, text, values
from pipeline.standards.json_tree import clean, encoded
from pipeline.standards.uri import to_uri

MEDIA_TYPE = "application/json"
SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
STANDARD = {"name": "ninjs", "version": "3.1", "schema": SCHEMA}
TRUST = "http://cv.iptc.org/newscodes/trustindicator/"
_FIELDS: dict[Kind, str] = {
    "person": "people",
    "organization": "organisations",
    "place": "places",
    "event": "events",
}
_STATED_FIELDS: dict[SubjectKind, str] = {
    "person": "people",
    "organization": "organisations",
    "place": "places",
    "event": "events",
    "object": "objects",
}


def ninjs(finished: Finished, entry: Entry) -> bytes:
    """The news item."""
    article, newsroom = finished.article, finished.newsroom
    item = (
        _head(article, entry)
        | {"pubStatus": article.pub_status}
        | _rights(article, newsroom)
        | _texts(article)
        | _entities(named(finished.graph), article)
        | {"subjects": list(_subjects(article)), "genres": [{"name": each} for each in article.genre]}
        | {"associations": [*_pictures(article), *_events(named(finished.graph))]}
        | {"trustIndicators": list(_trust(newsroom))}
    )
    return _bytes(item)


def ninjs_removal(entry: Entry) -> bytes:
    """The item after its retraction."""
    item = {
        "uri": to_uri(entry.guid),
        "standard": STANDARD,
        "type": "text",
        "version": str(entry.version),
        "firstCreated": rfc3339(entry.first_published),
        "versionCreated": rfc3339(entry.modified),
        "pubStatus": "canceled",
        "language": entry.language,
        "edNote": removal_text(entry),
        "headlines": [{"role": "main", "contentType": "text/plain", "value": entry.headline}] if entry.headline else [],
        "altIds": [{"role": "web", "value": entry.url}],
    }
    return _bytes(item)


def _bytes(item: dict[str, Json]) -> bytes:
    return encoded(clean(item), encode_pretty)


def _head(article: Article, entry: Entry) -> dict[str, Json]:
    return {
        "uri": to_uri(entry.guid),
        "standard": STANDARD,
        "type": "text",
        "representationType": "full",
        "version": str(entry.version),
        "firstCreated": rfc3339(entry.first_published),
        "versionCreated": rfc3339(entry.modified),
        "contentCreated": rfc3339(article.date_created or article.date_published),
        "embargoedUntil": rfc3339(article.embargoed),
        "expires": rfc3339(article.expires),
        "urgency": article.urgency,
        "language": article.in_language,
        "altIds": [{"role": "web", "value": entry.url}],
    }


def _rights(article: Article, newsroom: Newsroom) -> dict[str, Json]:
    return {
        "copyrightHolder": article.copyright_holder or newsroom.site.copyright_holder,
        "copyrightNotice": article.copyright_notice,
        "usageTerms": article.usage_info or newsroom.site.usage_info,
        "rightsInfo": _linked_rights(article.license or newsroom.site.license),
    }


def _linked_rights(license_: str | None) -> dict[str, Json] | None:
    url = web_address(license_)
    return {"linkedRights": to_uri(url)} if url else None


def _texts(article: Article) -> dict[str, Json]:
    return {
        "title": article.headline,
        "by": ", ".join(each.name for each in article.author),
        "located": article.dateline,
        "edNote": "\n".join(f"{each.kind.capitalize()}: {each.text}" for each in article.correction),
        "headlines": [
            *_value("main", "text/plain", article.headline),
            *_value("alternative", "text/plain", article.alternative_headline),
        ],
        "descriptions": [*_value("summary", "text/plain", article.description)],
        "bodies": [*_bodies(article)],
    }


def _bodies(article: Article) -> Iterator[dict[str, Json]]:
    plain = "\n\n".join(each.text for each in article.paragraphs)
    yield from _value("main", "text/html", body_html(article))
    for each in _value("text", "text/plain", plain):
        yield each | {"charCount": len(plain), "wordCount": len(plain.split())}


def _value(role: str, content_type: str, value: str | None) -> Iterator[dict[str, Json]]:
    if value:
        yield {"role": role, "contentType": content_type, "value": value}


def _entities(found: tuple[Named, ...], article: Article) -> dict[str, Json]:
    """What the graph names, and what the source stated beyond it, each in the list of its kind."""
    lists: dict[str, list[Json]] = {field: [] for field in _FIELDS.values()} | {"objects": []}
    for each in found:
        if each.kind in _FIELDS:
            entity = {"name": text(each.node, "name"), "rel": each.relation, "uri": to_uri(each.node["@id"])}
            lists[_FIELDS[each.kind]].append(clean(entity))
    known = {(_FIELDS.get(each.kind), text(each.node, "name")) for each in found}
    for stated in article.subjects:
        field = _STATED_FIELDS.get(stated.kind)
        if field and (field, stated.name) not in known:
            lists[field].append(_stated(stated))
    return dict(lists)


def _stated(subject: Subject) -> dict[str, Json]:
    """A subject as the source gave it: an address as its URI, any other code as a literal."""
    code = subject.identifier or ""
    key = "uri" if web_address(code) else "literal"
    point = [subject.longitude, subject.latitude] if subject.kind == "place" and subject.latitude is not None else None
    return clean(
        {
            "name": subject.name,
            "rel": subject.relation,
            key: to_uri(code) if key == "uri" else code,
            "geoJSON": {"type": "Point", "coordinates": point} if point else None,
        }
    )


def _subjects(article: Article) -> Iterator[dict[str, Json]]:
    for section in article.article_section:
        yield {"name": section, "rel": "section"}
    for keyword in article.keywords:
        yield {"name": keyword, "rel": "keyword"}
    yield from (_stated(each) for each in article.subjects if each.kind not in _STATED_FIELDS)


def _pictures(article: Article) -> Iterator[dict[str, Json]]:
    for number, image in enumerate(article.image, start=1):
        if url := web_address(image.url):
            yield _picture(image, to_uri(url), "featureimage" if number == 1 else f"image-{number}")


def _picture(image: Image, uri: str, name: str) -> dict[str, Json]:
    rendition = {"name": "original", "href": uri, "width": image.width, "height": image.height}
    return clean(
        {
            "name": name,
            "rel": "depicts",
            "uri": uri,
            "type": "picture",
            "by": image.creator or image.credit_text,
            "copyrightNotice": image.copyright_notice,
            "rightsInfo": _linked_rights(image.license),
            "descriptions": [
                *_value("caption", "text/plain", image.caption),
                *_value("alternative", "text/plain", image.text),
            ],
            "renditions": [clean(rendition)],
        }
    )


def _events(found: tuple[Named, ...]) -> Iterator[dict[str, Json]]:
    for number, each in enumerate((each for each in found if each.kind == "event"), start=1):
        dates = _dates(each)
        if dates:
            yield clean(
                {
                    "name": f"event-{number}",
                    "rel": each.relation,
                    "uri": to_uri(each.node["@id"]),
                    "type": "event",
                    "title": text(each.node, "name"),
                    "eventDetails": clean({"eventStatus": text(each.node, "eventStatus"), "dates": dates}),
                }
            )


def _dates(event: Named) -> dict[str, Json]:
    """An instant is ``startDate``, less is ``expectedStartDate`` (the only one that may be a day or a year)."""
    pairs = (("start", "startDate"), ("end", "endDate"))
    return dict(
        _date(name, moment)
        for name, property_ in pairs
        for each in values(event.node, property_)[:1]
        if (moment := moment_of(each))
    )


def _date(name: str, moment: Moment) -> tuple[str, str]:
    instant = rfc3339(moment)
    return (f"{name}Date", instant) if instant else (f"expected{name.capitalize()}Date", xsd(moment) or "")


def _trust(newsroom: Newsroom) -> Iterator[dict[str, Json]]:
    """The newsroom's policies, by IPTC's codes (checked 2026-11)."""
    publisher = newsroom.publisher
    policies = (
        ("editorialPolicy", "Publishing principles", publisher.publishing_principles),
        ("correctionsPolicy", "Corrections policy", publisher.corrections_policy),
        ("ethicsPolicy", "Ethics policy", publisher.ethics_policy),
    )
    for role, title, url in policies:
        if address := web_address(url):
            yield {"role": TRUST + role, "title": title, "href": to_uri(address)}
