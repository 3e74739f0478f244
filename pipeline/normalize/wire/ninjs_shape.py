"""What a ninjs item of version 2 or 3 may hold -> findings for names, types and values that the standard does not allow.

Transcribed from the ninjs 3.1 schema (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json, checked 2026-11); version 2 allows
less. The reader is lenient and takes what it can; this tells what a strict receiver would refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.model.finding import Finding
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire.moments import moment


class _List(NamedTuple):
    """A list of objects of a shape."""

    shape: str


class _Object(NamedTuple):
    """One object of a shape."""

    shape: str


class _Number(NamedTuple):
    """A whole number within limits."""

    least: int | None = None
    most: int | None = None


type _Kind = str | _List | _Object | _Number | frozenset[str]
_TEXT, _MOMENT, _ABOUT, _ANY, _URI, _PLACE, _REAL = "text", "date", "about", "any", "uri", "place", "number"
_STATUS = frozenset({"usable", "withheld", "canceled"})
_TYPES = frozenset({"text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"})
_COUNT, _URGENCY, _PERCENT = _Number(), _Number(1, 9), _Number(0, 100)
_CONCEPT: dict[str, _Kind] = {"name": _TEXT, "rel": _TEXT, "uri": _URI, "literal": _TEXT}
_VALUE: dict[str, _Kind] = {"role": _TEXT, "contentType": _TEXT, "value": _TEXT}
_ITEM: dict[str, _Kind] = {
    "uri": _URI, "type": _TYPES, "representationType": frozenset({"full", "partial"}), "profile": _TEXT, "version": _TEXT,
    "firstCreated": _MOMENT, "versionCreated": _MOMENT, "contentCreated": _MOMENT, "embargoedUntil": _MOMENT, "pubStatus": _STATUS,
    "urgency": _URGENCY, "copyrightHolder": _TEXT, "copyrightNotice": _TEXT, "usageTerms": _TEXT, "edNote": _TEXT,
    "language": _TEXT, "descriptions": _List("value"), "bodies": _List("body"), "headlines": _List("value"),
    "people": _List("person"), "organisations": _List("organisation"), "places": _List("place"), "subjects": _List("subject"),
    "events": _List("event"), "eventDetails": _Object("event details"), "plannedCoverage": _List("coverage"),
    "objects": _List("concept"), "infoSources": _List("source"), "title": _TEXT, "by": _TEXT, "slugline": _TEXT, "located": _TEXT,
    "renditions": _List("rendition"), "associations": _List("association"), "altIds": _List("other id"),
    "trustIndicators": _List("trust"), "standard": _Object("standard"), "genres": _List("name"), "expires": _MOMENT,
    "rightsInfo": _Object("rights"), "digitalSourceType": _Object("name"), "$schema": _ANY,
}  # fmt: skip
_SHAPES: dict[str, dict[str, _Kind]] = {
    "item": _ITEM,
    "association": _ITEM | {"name": _TEXT, "rel": _TEXT},
    "value": _VALUE,
    "body": _VALUE | {"charCount": _COUNT, "wordCount": _COUNT},
    "concept": _CONCEPT,
    "name": {"name": _TEXT, "uri": _URI, "literal": _TEXT},
    "person": _CONCEPT | {"contactInfo": _List("contact")},
    "organisation": _CONCEPT | {"contactInfo": _List("contact"), "symbols": _List("symbol")},
    "place": _CONCEPT | {"contactInfo": _List("contact"), "geoJSON": _PLACE},
    "subject": _CONCEPT | {"creator": _TEXT, "relevance": _PERCENT, "confidence": _PERCENT},
    "event": _CONCEPT | {"id": _TEXT},
    "source": {"name": _TEXT, "role": _TEXT, "uri": _URI, "literal": _TEXT, "contactInfo": _List("contact")},
    "symbol": {"exchange": _TEXT, "symbolType": _URI, "symbol": _TEXT},
    "contact": {
        "type": _TEXT,
        "role": _TEXT,
        "lang": _TEXT,
        "name": _TEXT,
        "value": _TEXT,
        "address": _Object("address"),
    },
    "address": {"lines": _ANY, "locality": _TEXT, "area": _TEXT, "postalCode": _TEXT, "country": _TEXT},
    "event details": {
        "eventStatus": _URI,
        "plannedCoverageStatus": _URI,
        "dates": _Object("dates"),
        "organiser": _Object("organisation"),
    },
    "dates": {
        "startDate": _MOMENT,
        "endDate": _MOMENT,
        "expectedStartDate": _ABOUT,
        "expectedEndDate": _ABOUT,
        "expectedDuration": _TEXT,
        "recurrence": _ANY,
    },
    "coverage": {
        "uri": _URI,
        "title": _TEXT,
        "pubStatus": _STATUS,
        "type": _TEXT,
        "commissioned": _ANY,
        "dates": _Object("dates"),
        "audiences": _ANY,
        "exclAudience": _ANY,
        "edNote": _TEXT,
        "urgency": _URGENCY,
        "language": _TEXT,
        "itemCount": _ANY,
        "wordCount": _COUNT,
        "renditions": _List("rendition"),
    },
    "rendition": {
        "name": _TEXT,
        "href": _URI,
        "contentType": _TEXT,
        "title": _TEXT,
        "width": _COUNT,
        "height": _COUNT,
        "sizeInBytes": _COUNT,
        "duration": _REAL,
        "format": _TEXT,
        "aspectRatio": _TEXT,
        "videoCodec": _TEXT,
        "frameRate": _REAL,
        "poi": _ANY,
        "transportProtocol": _TEXT,
        "scanType": frozenset({"progressive", "interlaced"}),
        "bitrate": _TEXT,
    },
    "other id": {"role": _TEXT, "value": _TEXT},
    "trust": {"role": _URI, "title": _TEXT, "href": _URI},
    "standard": {"name": _TEXT, "version": _TEXT, "schema": _URI},
    "rights": {"langId": _URI, "linkedRights": _URI, "encodedRights": _TEXT},
}
_REQUIRED = {"value": ("value",), "body": ("value",), "rendition": ("name",), "association": ("name", "uri")}
_EITHER = {
    "contact": (("value", "address"),),
    "dates": (("startDate", "expectedStartDate", "endDate", "expectedEndDate"),),
    "rights": (("linkedRights", "encodedRights"),),
}
_SHAPES_OF_PLACES = frozenset(
    ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "FeatureCollection")
)  # fmt: skip
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)")
_EARLIER_NAMES = (
    "versioncreated", "firstcreated", "pubstatus", "headline", "byline", "person", "organisation", "place", "subject", "event",
    "object", "infosource", "copyrightholder", "copyrightnotice", "usageterms", "ednote", "embargoed", "representationtype",
    "altids", "mimetype", "genre", "charcount", "wordcount",
)  # fmt: skip
"""Names of version 1 alone."""
MAX_TOLD = 20
"""Findings for one item: a file of another format would have thousands."""


def is_later_version(item: Mapping[str, Any]) -> bool:
    """Whether an item is of version 2 or 3 (1.x writes all in lower case and most in the singular)."""
    standard = item.get("standard")
    stated = str(standard.get("version", "")) if isinstance(standard, dict) else ""
    patterned = any(each.startswith(("body_", "description_", "headline_")) for each in item)
    return not (stated.startswith("1.") or patterned or any(each in item for each in _EARLIER_NAMES))


def violations(item: Mapping[str, Any]) -> Iterator[Finding]:
    """What the standard does not allow, by name; unknown names of the item itself are told by its reader."""
    for count, each in enumerate(_object(item, "item", "")):
        if count >= MAX_TOLD:
            return
        yield each


def _object(value: Mapping[str, Any], shape: str, at: str) -> Iterator[Finding]:
    names = _SHAPES[shape]
    for name in _REQUIRED.get(shape, ()):
        if name not in value:
            yield say.property_missing(f"{at}{name}", "ninjs")
    for choice in _EITHER.get(shape, ()):
        if not any(each in value for each in choice):
            yield say.property_missing(f"{at}{choice[0]}", "ninjs")
    for name, member in value.items():
        kind = names.get(name)
        if kind is not None:
            yield from _member(member, kind, f"{at}{name}")
        elif at:
            yield say.property_unknown((f"{at}{name}",), "ninjs")


def _member(value: Any, kind: _Kind, at: str) -> Iterator[Finding]:
    if isinstance(kind, _List):
        yield from _list(value, kind.shape, at)
    elif isinstance(kind, _Object):
        yield from _object(value, kind.shape, f"{at}/") if isinstance(value, dict) else _wrong(at, "is no object")
    elif isinstance(kind, _Number):
        yield from _number(value, kind, at)
    elif isinstance(kind, frozenset):
        if not isinstance(value, str) or value not in kind:
            yield from _wrong(at, f"is {str(value)[:40]!r} and none of {', '.join(sorted(kind))}")
    elif kind == _REAL:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield from _wrong(at, "is no number")
    elif kind == _PLACE:
        yield from _place(value, at)
    elif kind != _ANY:
        yield from _text(value, kind, at)


def _place(value: Any, at: str) -> Iterator[Finding]:
    """The type of a GeoJSON object (RFC 7946), and that a point has two numbers."""
    kind = value.get("type") if isinstance(value, dict) else None
    point = value.get("coordinates") if kind == "Point" else [0, 0]
    numbers = [each for each in point if isinstance(each, int | float)] if isinstance(point, list) else []
    if not isinstance(kind, str) or kind not in _SHAPES_OF_PLACES or len(numbers) < 2:
        yield from _wrong(at, "is no GeoJSON object")


def _list(value: Any, shape: str, at: str) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield from _wrong(at, "is no list")
        return
    for number, each in enumerate(value[:1_000]):
        yield from (
            _object(each, shape, f"{at}/{number}/")
            if isinstance(each, dict)
            else _wrong(f"{at}/{number}", "is no object")
        )


def _number(value: Any, kind: _Number, at: str) -> Iterator[Finding]:
    if isinstance(value, bool) or not isinstance(value, int):
        yield from _wrong(at, "is no whole number")
    elif (kind.least is not None and value < kind.least) or (kind.most is not None and value > kind.most):
        yield from _wrong(at, f"is {value}, outside {kind.least} to {kind.most}")


def _text(value: Any, kind: str, at: str) -> Iterator[Finding]:
    if not isinstance(value, str):
        yield from _wrong(at, "is no text")
    elif kind == _MOMENT and (_DATE_TIME.fullmatch(value) is None or moment(value) is None):
        yield from _wrong(at, f"is {value[:40]!r}, which is no date and time with a zone", used=True)
    elif kind == _ABOUT and (moment(value) is None or not value[:1].isdigit()):
        yield from _wrong(at, f"is {value[:40]!r}, which is no date", used=True)
    elif kind == _URI and _SCHEME.fullmatch(value) is None:
        yield from _wrong(at, f"is {value[:60]!r}, which is no URI", used=True)


def _wrong(at: str, reason: str, *, used: bool = False) -> Iterator[Finding]:
    yield say.property_invalid(at, reason, "ninjs") if used else say.property_wrong(at, reason)
