"""ninjs (IPTC's News in JSON) 1.0 to 3.1, one item or a list of them -> articles with everything the item states.

Specification: https://iptc.org/standards/ninjs/. Versions 1.x say ``body_html``, ``headline`` and ``person``, later ones
``bodies``, ``headlines`` and ``people``; both are read whatever version the item names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.model.article import Article, Subject, SubjectKind
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit, Image
from pipeline.model.source import Source
from pipeline.normalize.address import absolute
from pipeline.normalize.bylines import credit, credits_of
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment, nitf_document
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.corrections import split_notes
from pipeline.normalize.wire.fragment import Fragment
from pipeline.normalize.wire.item import Item, read_json
from pipeline.normalize.wire.ninjs_shape import violations
from pipeline.normalize.wire.several import of_item
from pipeline.normalize.wire.stated import article
from pipeline.normalize.wire.status import pub_status

_SUBJECTS: tuple[tuple[SubjectKind, tuple[str, ...]], ...] = (
    ("topic", ("subjects", "subject")),
    ("person", ("people", "person")),
    ("organization", ("organisations", "organisation")),
    ("place", ("places", "place")),
    ("event", ("events", "event")),
    ("object", ("objects", "object")),
)
_KEPT = (
    "title", "slugline", "profile", "altIds", "infoSources", "infosource", "renditions", "associations", "eventDetails",
    "plannedCoverage", "trustIndicators", "trustIndicator", "trustindicator", "digitalSourceType", "standard",
    "representationType", "type", "priority", "service", "source", "signal", "mimeType", "$standard", "contentDigitised",
)  # fmt: skip
"""What the standard defines and the record has no field for: kept under its own name, without a finding."""
_COUNTS = ("charCount", "wordCount", "$schema")
_AUTHOR_ROLES = ("author", "creator", "writer", "reporter", "byline")
_OTHER_FIELDS = ("section", "keyword", "tag")
"""Relations of subjects that the record has a field of its own for."""
_CAPTIONS = ("caption", "creditline", "credit", "copyright")


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """Every item's article; an item that is none is a finding and the others go on."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = read_json(decoded.value)
    items = parsed.value if isinstance(parsed.value, list) else [parsed.value]
    articles: list[Article] = []
    findings: list[Finding] = [*decoded.findings, *parsed.findings]
    for number, each in enumerate(items if not parsed.findings else (), start=1):
        if not isinstance(each, dict):
            findings.append(say.item_unreadable(number, "it is no JSON object"))
            continue
        told: list[Finding] = list(violations(each))
        read_item = _article(Item(each, told))
        articles.append(read_item)
        findings += of_item(_each_once((*told, *missing(read_item, source))), source, number, len(items))
    return Outcome(tuple(articles), tuple(findings))


def _each_once(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Without those that another finding of the same code says of the same place: schema and reader both look."""
    return tuple({(each.code, each.pointer): each for each in reversed(findings)}.values())[::-1]


def _article(item: Item) -> Article:
    headline, alternative = _headlines(item)
    text = _body(item)
    corrections, note = split_notes(item.text("edNote") or "")
    uri = item.text("uri")
    if uri is None:
        item.findings.append(say.identifier_missing("uri", "ninjs"))
    statements = {
        "identifier": uri,
        "url": _url(item, uri),
        "version": item.text("version"),
        "headline": headline,
        "alternative_headline": alternative,
        "description": _description(item),
        **_people(item),
        **_dates(item),
        **_rights(item),
        **body(text, headline=headline),
        "correction": (*text.corrections, *corrections),
        "dateline": item.text("located"),
        "image": (*_pictures(item), *text.images),
        "in_language": item.text("language"),
        "subjects": tuple(_subjects(item)),
        "editorial_note": note,
        **_classification(item),
    }
    item.findings.extend(text.findings)
    if not text.blocks:
        item.findings.append(say.item_without_text(item.text("type") or "no body"))
    return article("ninjs", {**statements, "additional_property": _additional(item)})


def _classification(item: Item) -> dict[str, Any]:
    urgency = item.integer("urgency")
    genres = (each.text("name", "literal", "uri", "code") for each in item.objects("genres", "genre"))
    return {
        "genre": tuple(each for each in genres if each),
        "urgency": urgency if urgency is not None and 1 <= urgency <= 9 else None,
        "article_section": tuple(_related(item, "section")),
        "keywords": (*item.texts("keywords"), *_related(item, "keyword", "tag")),
    }


def _headlines(item: Item) -> tuple[str | None, str | None]:
    by_role = [(each.text("role") or "", each.text("value")) for each in item.objects("headlines")]
    stated = [(role.lower(), tidy(fragment.plain(value))) for role, value in by_role if value]
    plain_one = item.text("headline")
    if plain_one:
        stated.insert(0, ("main", fragment.plain(plain_one)))
    stated += [("extended", fragment.plain(each)) for each in item.texts("headline_extended", "headline_sub")]
    main = next((value for role, value in stated if role == "main"), stated[0][1] if stated else None)
    title = item.text("title")
    other = next((value for role, value in stated if value != main and role not in ("seo", "short")), None)
    return main or (fragment.plain(title) if title else None), other


def _body(item: Item) -> Fragment:
    """The richest of the bodies: markup before plain text, NITF where nothing else is."""
    found = dict(sorted(_bodies(item), reverse=True))
    if not found:
        return Fragment()
    rank, value = min(found.items())
    return nitf_document.fragment_of(value) if rank == _NITF else fragment.read(value)


_HTML, _PLAIN, _NITF = 0, 1, 2


def _bodies(item: Item) -> Iterator[tuple[int, str]]:
    for each in item.objects("bodies"):
        value = each.text("value")
        if value:
            yield _rank(f"{each.text('contentType')} {each.text('role')}".lower(), value), value
    for key, (own, _) in item.members.items():
        if key.startswith("body_"):
            value = item.text(own)
            if value:
                yield _rank(key, value), value


def _rank(kind: str, value: str) -> int:
    if "nitf" in kind or "<nitf" in value[:500].lower() or "xml" in kind.replace("xhtml+xml", "html"):
        return _HTML if "xhtml" in kind and "nitf" not in kind else _NITF
    return _HTML if "html" in kind and fragment.is_markup(value) else _PLAIN


def _description(item: Item) -> str | None:
    by_role = [(each.text("role") or "", each.text("value")) for each in item.objects("descriptions")]
    by_role += [
        (key.partition("_")[2], item.text(own))
        for key, (own, _) in item.members.items()
        if key.startswith("description_")
    ]
    stated = [fragment.plain(value) for role, value in by_role if value and role.lower() not in _CAPTIONS]
    captions = [fragment.plain(value) for role, value in by_role if value and role.lower() == "caption"]
    return next(iter((*stated, *captions)), None)


def _people(item: Item) -> dict[str, Any]:
    named = [
        Credit(name=tidy(each.text("name") or ""), url=_web(each.text("uri")))
        for each in item.objects("people", "person")
        if (each.text("rel") or "").lower() in _AUTHOR_ROLES and each.text("name")
    ]
    byline = item.text("by", "byline")
    authors = tuple(named) or (credits_of(fragment.plain(byline)) if byline else ())
    return {
        "author": authors,
        "contributor": tuple(_sources(item, "contributor")),
        "publisher": next(_sources(item, "publisher", "provider"), None),
    }


def _sources(item: Item, *roles: str) -> Iterator[Credit]:
    for each in item.objects("infoSources", "infosource"):
        role = (each.text("role", "rel") or "").lower().rpartition("/")[2]
        name = each.text("name")
        if name and role in roles:
            made = credit(tidy(name))
            kind = "Organization" if "publisher" in roles else made.type
            yield Credit(name=made.name, type=kind, url=_web(each.text("uri")))


def _dates(item: Item) -> dict[str, Any]:
    first = item.moment("datePublished", "firstCreated")
    this = item.moment("dateModified", "versionCreated")
    return {
        "date_created": item.moment("dateCreated", "contentCreated"),
        "date_published": first or this,
        "date_modified": this if this != first and first else None,
        "embargoed": item.moment("embargoed", "embargoedUntil", "embargoed"),
        "expires": item.moment("expires", "expires"),
    }


def _rights(item: Item) -> dict[str, Any]:
    status, told = pub_status(item.text("pubStatus"))
    item.findings.extend(told)
    rights = item.objects("rightsInfo")
    return {
        "pub_status": status,
        "copyright_holder": item.text("copyrightHolder"),
        "copyright_notice": item.text("copyrightNotice"),
        "usage_info": item.text("usageTerms"),
        "license": next((_web(each.text("linkedRights")) for each in rights), None),
    }


def _subjects(item: Item) -> Iterator[Subject]:
    for kind, names in _SUBJECTS:
        for each in item.objects(*names):
            rel = (each.text("rel") or "").lower()
            name = each.text("name", "literal", "uri", "code")
            if (
                name is None
                or (kind == "person" and rel in _AUTHOR_ROLES)
                or (kind == "topic" and rel in _OTHER_FIELDS)
            ):
                continue
            longitude, latitude = _point(each)
            yield Subject(
                name=tidy(name),
                kind=kind,
                identifier=each.text("uri", "literal", "code"),
                scheme=each.text("scheme"),
                relation="about" if "about" in rel else "mentions" if "mention" in rel else None,
                latitude=latitude,
                longitude=longitude,
            )


def _related(item: Item, *relations: str) -> Iterator[str]:
    for each in item.objects("subjects", "subject"):
        name = each.text("name")
        if name and (each.text("rel") or "").lower() in relations:
            yield tidy(name)


def _point(place: Item) -> tuple[float | None, float | None]:
    """Longitude and latitude of a GeoJSON point (RFC 7946), nothing for other shapes."""
    for each in place.objects("geoJSON", "geometry_geojson"):
        at = each.value("coordinates")
        if each.text("type") == "Point" and isinstance(at, list) and len(at) >= 2:
            longitude, latitude = at[0], at[1]
            if all(isinstance(value, int | float) and not isinstance(value, bool) for value in (longitude, latitude)):
                return float(longitude), float(latitude)
    return None, None


def _pictures(item: Item) -> Iterator[Image]:
    kind = (item.text("type") or "").lower()
    if kind in ("picture", "photo", "image", "graphic"):
        yield from _picture(item)
    for _, each in item.named("associations"):
        if (each.text("type") or "").lower() in ("picture", "photo", "image", "graphic"):
            yield from _picture(each)


def _picture(item: Item) -> Iterator[Image]:
    renditions = [each for _, each in item.named("renditions") if _is_image(each)]
    best = max(renditions, key=lambda each: each.integer("width") or 0, default=None)
    by_role = {(each.text("role") or "").lower(): each.text("value") for each in item.objects("descriptions")}
    caption = by_role.get("caption") or _description(item)
    image = Image(
        url=_web(best.text("href")) if best else None,
        caption=fragment.plain(caption) if caption else None,
        credit_text=by_role.get("creditline"),
        creator=item.text("by", "byline"),
        copyright_notice=item.text("copyrightNotice"),
        text=by_role.get("alternative") or _headlines(item)[0],
        width=best.integer("width") if best else None,
        height=best.integer("height") if best else None,
    )
    if image.url or image.caption:
        yield image


def _is_image(rendition: Item) -> bool:
    media_type = rendition.text("contentType", "mimeType") or "image/"
    return media_type.lower().startswith("image/") and _web(rendition.text("href")) is not None


def _url(item: Item, uri: str | None) -> str | None:
    """Where the article stands on the web: an alternative identifier that says so, else an identifier that is an address."""
    for role, value in _other_ids(item):
        if any(each in role for each in ("url", "web", "canonical", "link")) and _web(value):
            return value
    return _web(uri)


def _other_ids(item: Item) -> Iterator[tuple[str, str]]:
    stated = item.value("altIds")
    if isinstance(stated, dict):
        yield from ((str(role).lower(), value) for role, value in stated.items() if isinstance(value, str))
    elif stated is not None:
        yield from (((each.text("role") or "").lower(), each.text("value") or "") for each in item.objects("altIds"))


def _additional(item: Item) -> dict[str, Any]:
    """What the record has no field for: what the standard defines silently, all else with a finding."""
    item.value(*_COUNTS)
    kept = dict(item.members[each.lower()] for each in _KEPT if each.lower() in item.members)
    item.value(*_KEPT)
    for name, most in (("headlines", 2), ("descriptions", 1)):
        stated = item.value(name)
        if isinstance(stated, list) and len(stated) > most:
            kept[name] = stated
    unknown = dict(item.rest())
    if unknown:
        item.findings.append(say.property_unknown(tuple(unknown), "ninjs"))
    return {key: value for key, value in {**kept, **unknown}.items() if value not in (None, "", [], {})}


def _web(address: str | None) -> str | None:
    return address if address and absolute(address) else None
