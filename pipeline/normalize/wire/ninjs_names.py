"""What ninjs items may hold, by generation: 1.x (lower case, singular), 2.x (lower case, plural), 3.x (camel case, plural).

Transcribed from the schemas 1.8, 2.0 and 3.1, with what 3.3 adds (https://www.iptc.org/std/ninjs/, checked 2026-11).
"""

from __future__ import annotations

from typing import NamedTuple


class List(NamedTuple):
    """A list of objects of a shape."""

    shape: str


class Object(NamedTuple):
    """One object of a shape."""

    shape: str


class Map(NamedTuple):
    """An object of objects of a shape, under names of the provider's choice."""

    shape: str


class Number(NamedTuple):
    """A whole number within limits."""

    least: int | None = None
    most: int | None = None


type Kind = str | List | Map | Object | Number | frozenset[str]
type Shape = dict[str, Kind]


class Generation(NamedTuple):
    """The shapes of one generation, the names each demands, and the names of which it demands one."""

    shapes: dict[str, Shape]
    required: dict[str, tuple[str, ...]]
    either: dict[str, tuple[str, ...]]
    prefixes: dict[str, tuple[str, ...]]


TEXT, MOMENT, ABOUT, ANY, URI, PLACE, REAL = "text", "moment", "about", "any", "uri", "place", "real"
GEOMETRIES = frozenset(
    ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "FeatureCollection")
)  # fmt: skip
_STATUS = frozenset(("usable", "withheld", "canceled"))
_TYPES = frozenset(("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"))
_SCAN = frozenset(("progressive", "interlaced"))
_COUNT, _URGENCY, _PERCENT = Number(), Number(1, 9), Number(0, 100)


def _texts(*names: str) -> Shape:
    return dict.fromkeys(names, TEXT)


_CONCEPT = _texts("name", "rel", "literal") | {"uri": URI}
_VALUE = _texts("role", "contentType", "value")
_ITEM: Shape = {
    **_texts("profile", "version", "copyrightHolder", "copyrightNotice", "usageTerms", "edNote", "language", "title", "by", "slugline"),
    **dict.fromkeys(("firstCreated", "versionCreated", "contentCreated", "contentDigitised", "embargoedUntil", "expires"), MOMENT),
    "uri": URI, "type": _TYPES, "representationType": frozenset(("full", "partial")), "pubStatus": _STATUS, "urgency": _URGENCY,
    "located": TEXT, "descriptions": List("value"), "bodies": List("body"), "headlines": List("value"), "people": List("person"),
    "organisations": List("organisation"), "places": List("place"), "subjects": List("subject"), "events": List("event"),
    "eventDetails": Object("event details"), "plannedCoverage": List("coverage"), "objects": List("concept"),
    "infoSources": List("source"), "renditions": List("rendition"), "associations": List("association"), "altIds": List("other id"),
    "trustIndicators": List("trust"), "standard": Object("standard"), "genres": List("name"), "rightsInfo": Object("rights"),
    "digitalSourceType": Object("name"), "$schema": ANY,
}  # fmt: skip
_DATES = ("startDate", "expectedStartDate", "endDate", "expectedEndDate")
_SHAPES: dict[str, Shape] = {
    "item": _ITEM,
    "association": _ITEM | _texts("name", "rel"),
    "value": _VALUE,
    "body": _VALUE | {"charCount": _COUNT, "wordCount": _COUNT},
    "concept": _CONCEPT,
    "name": _texts("name", "uri", "literal"),
    "person": _CONCEPT | {"contactInfo": List("contact")},
    "organisation": _CONCEPT | {"contactInfo": List("contact"), "symbols": List("symbol")},
    "place": _CONCEPT | {"contactInfo": List("contact"), "geoJSON": PLACE},
    "subject": _CONCEPT | {"creator": TEXT, "relevance": _PERCENT, "confidence": _PERCENT},
    "event": _CONCEPT | {"id": TEXT},
    "source": _texts("name", "role", "literal") | {"uri": URI, "contactInfo": List("contact")},
    "symbol": _texts("exchange", "symbol", "ticker") | {"symbolType": URI},
    "contact": _texts("type", "role", "lang", "name", "value") | {"address": Object("address")},
    "address": _texts("locality", "area", "postalCode", "country") | {"lines": ANY},
    "event details": {
        "eventStatus": URI,
        "plannedCoverageStatus": URI,
        "dates": Object("dates"),
        "organiser": Object("organisation"),
    },
    "dates": {
        "startDate": MOMENT,
        "endDate": MOMENT,
        "expectedStartDate": ABOUT,
        "expectedEndDate": ABOUT,
        "expectedDuration": TEXT,
        "recurrence": ANY,
    },
    "coverage": _texts("title", "edNote", "language", "type")
    | {"uri": URI, "pubStatus": _STATUS, "urgency": _URGENCY, "wordCount": _COUNT, "dates": Object("dates")}
    | {"renditions": List("rendition"), "commissioned": ANY, "audiences": ANY, "exclAudience": ANY, "itemCount": ANY},
    "rendition": _texts(
        "name", "contentType", "title", "format", "aspectRatio", "videoCodec", "transportProtocol", "bitrate"
    )
    | {"href": URI, "width": _COUNT, "height": _COUNT, "sizeInBytes": _COUNT, "duration": REAL, "frameRate": REAL}
    | {"poi": ANY, "scanType": _SCAN, "resources": ANY, "extensions": ANY},
    "other id": _texts("role", "value"),
    "trust": _texts("title") | {"role": URI, "href": URI},
    "standard": _texts("name", "version") | {"schema": URI},
    "rights": _texts("encodedRights") | {"langId": URI, "linkedRights": URI},
}
THIRD = Generation(
    shapes=_SHAPES,
    required={"value": ("value",), "body": ("value",), "rendition": ("name",), "association": ("name", "uri")},
    either={"contact": ("value", "address"), "dates": _DATES, "rights": ("linkedRights", "encodedRights")},
    prefixes={},
)


def _lower(shape: Shape) -> Shape:
    return {name.lower(): kind for name, kind in shape.items()}


_SECOND_EXTRA: dict[str, Shape] = {
    "item": _texts("byline") | {"embargoed": MOMENT},
    "place": {"geojson": ANY, "type": ANY, "coordinates": ANY, "geometry": ANY, "properties": ANY, "features": ANY},
    "source": {"rel": TEXT},
}
SECOND = Generation(
    shapes={name: _lower(shape) | _SECOND_EXTRA.get(name, {}) for name, shape in _SHAPES.items()},
    required={"value": ("value",), "body": ("value",)},
    either={"contact": ("value", "address"), "rights": ("linkedrights", "encodedrights")},
    prefixes={},
)

_CODED = _texts("name", "rel", "code") | {"scheme": URI}
_FIRST_ITEM: Shape = {
    **_texts("mimetype", "profile", "version", "copyrightholder", "copyrightnotice", "usageterms", "ednote", "language", "title"),
    **_texts("byline", "headline", "slugline", "located"),
    **dict.fromkeys(("firstcreated", "versioncreated", "contentcreated", "contentdigitised", "embargoed", "expires"), MOMENT),
    "uri": URI, "type": _TYPES, "representationtype": frozenset(("complete", "incomplete")), "pubstatus": _STATUS,
    "urgency": _URGENCY, "person": List("party"), "organisation": List("organisation"), "place": List("place"),
    "subject": List("subject"), "event": List("coded"), "object": List("coded"), "infosource": List("party"), "charcount": REAL,
    "wordcount": REAL, "renditions": Map("rendition"), "associations": Map("item"), "altids": ANY, "trustindicator": List("trust"),
    "$standard": Object("standard"), "standard": Object("standard"), "genre": List("coded"), "rightsinfo": Object("rights"),
    "digitalsourcetype": ANY, "$schema": ANY,
}  # fmt: skip
FIRST = Generation(
    shapes={
        "item": _FIRST_ITEM,
        "coded": _CODED,
        "party": _CODED | {"contactinfo": List("contact")},
        "organisation": _CODED | {"contactinfo": List("contact"), "symbols": List("symbol")},
        "place": _CODED | {"contactinfo": List("contact")},
        "subject": _CODED | {"creator": TEXT, "relevance": _PERCENT, "confidence": _PERCENT},
        "symbol": _texts("ticker", "exchange", "symbol") | {"symboltype": URI},
        "contact": _texts("type", "role", "lang", "name", "value") | {"address": Object("address")},
        "address": _texts("locality", "area", "postalcode", "country") | {"lines": ANY},
        "rendition": _texts("mimetype", "title", "format", "aspectratio", "videocodec", "transportprotocol", "bitrate")
        | {"href": URI, "height": REAL, "width": REAL, "sizeinbytes": REAL, "duration": REAL, "framerate": REAL}
        | {"poi": ANY, "scantype": _SCAN, "resources": ANY, "extensions": ANY},
        "trust": _texts("code", "title") | {"scheme": URI, "href": URI},
        "standard": _texts("name", "version") | {"schema": URI},
        "rights": _texts("encodedrights") | {"langid": URI, "linkedrights": URI},
    },
    required={},
    either={"contact": ("value", "address"), "rights": ("linkedrights", "encodedrights")},
    prefixes={"item": ("description_", "body_", "headline_"), "place": ("geometry_",)},
)
