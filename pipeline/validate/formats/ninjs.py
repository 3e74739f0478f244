"""IPTC's ninjs: news in JSON. Specification: https://iptc.org/std/ninjs/ (1.4 and 3.1, checked 2026-11)."""

from __future__ import annotations

from typing import Any

from pipeline.standards import iri
from pipeline.standards.iso8601_values import date_trouble, instant
from pipeline.validate.remark import Remark, Remarks, shown
from pipeline.validate.spelling import nearest

type Json = Any
KNOWN = frozenset(
    ["uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "contentCreated", "embargoedUntil", "pubStatus", "urgency", "copyrightHolder", "copyrightNotice", "usageTerms", "edNote", "language", "descriptions", "bodies", "headlines", "people", "organisations", "places", "subjects", "events", "eventDetails", "plannedCoverage", "objects", "infoSources", "title", "by", "slugline", "located", "renditions", "associations", "altIds", "trustIndicators", "standard", "genres", "expires", "rightsInfo", "digitalSourceType", "rating", "copyrightUrl"]
)  # fmt: skip
FIRST_KNOWN = frozenset(
    ["uri", "type", "mimetype", "representationtype", "profile", "version", "firstcreated", "versioncreated", "contentcreated", "embargoed", "pubstatus", "urgency", "copyrightholder", "copyrightnotice", "usageterms", "ednote", "language", "person", "organisation", "place", "subject", "event", "object", "infosource", "title", "byline", "headline", "slugline", "located", "charcount", "wordcount", "renditions", "associations", "altids", "trustindicator", "standard", "genre", "rightsinfo", "service", "priority", "keywords", "evolvedfrom", "source", "products", "authors", "expiry", "readtime", "extra", "extra_items", "by"]
)  # fmt: skip
"""Names of version 1, in small letters; with those that the editing system Superdesk adds, as newsrooms send them."""
_FIRST_MARKS = frozenset(
    ("versioncreated", "pubstatus", "headline", "byline", "bodyhtml", "copyrightholder", "usageterms")
)
_LISTS = frozenset(
    ["descriptions", "bodies", "headlines", "people", "organisations", "places", "subjects", "events", "plannedCoverage", "objects", "infoSources", "renditions", "associations", "altIds", "trustIndicators", "genres"]
)  # fmt: skip
_DATES = ("firstCreated", "versionCreated", "contentCreated", "embargoedUntil", "expires")
_TYPES = frozenset(("text", "audio", "video", "picture", "graphic", "composite", "planning", "event", "component"))
_STATUS = frozenset(("usable", "withheld", "canceled"))
_FULL = frozenset(("full", "partial"))


def rules(document: dict[str, Json]) -> Remarks:
    """What is wrong with a ninjs item."""
    if is_first_version(document):
        yield from _first_version(document)
        return
    own = document.get("uri")
    if not isinstance(own, str) or not iri.is_absolute(own):
        hint = "Write the item's address, or a urn: of your own."
        yield Remark(
            "ninjs-required", ("uri",) if "uri" in document else (), f"uri is {shown(own)}, no absolute IRI.", hint
        )
    for key, value in document.items():
        if key not in KNOWN and not key.startswith("$"):
            guess = nearest(key, KNOWN)
            hint = f"Did you mean {guess}?" if guess else ""
            yield Remark("ninjs-unknown-property", (key,), f"ninjs has no property {shown(key)}.", hint, key=True)
        elif key in _LISTS and not isinstance(value, list):
            yield Remark("ninjs-value", (key,), f"{key} takes a list, not {shown(value)}.")
    yield from _values(document)
    for index, each in enumerate(_listed(document, "associations")):
        if isinstance(each, dict):
            yield from (
                Remark(found.code, ("associations", index, *found.path), found.message, found.hint, found.key)
                for found in _values(each)
            )


def is_first_version(document: dict[str, Json]) -> bool:
    """Whether the item is of version 1, which names its properties in small letters and is still sent most."""
    standard = document.get("standard")
    if isinstance(standard, dict) and isinstance(standard.get("version"), str):
        return str(standard["version"]).startswith("1")
    if any(
        each in document for each in ("headlines", "bodies", "descriptions", "versionCreated", "pubStatus", "altIds")
    ):
        return False
    return not _FIRST_MARKS.isdisjoint(document) or any(key.startswith(("body_", "description_")) for key in document)


def _first_version(document: dict[str, Json]) -> Remarks:
    own = document.get("uri")
    if not isinstance(own, str) or not own.strip():
        yield Remark("ninjs-required", ("uri",) if "uri" in document else (), f"uri is {shown(own)}, no identifier.")
    for key in document:
        if key not in FIRST_KNOWN and not key.startswith(("$", "body_", "description_")):
            guess = nearest(key, FIRST_KNOWN)
            hint = f"Did you mean {guess}?" if guess else ""
            yield Remark("ninjs-unknown-property", (key,), f"ninjs 1 has no property {shown(key)}.", hint, key=True)
    for name in ("firstcreated", "versioncreated", "contentcreated", "embargoed"):
        value = document.get(name)
        if value is not None and (not isinstance(value, str) or instant(value) is None):
            yield Remark("ninjs-value", (name,), f"{name} is {shown(value)}, no date-time with a zone.", _DATE_HINT)
    for name, known in (("type", _TYPES), ("pubstatus", _STATUS), ("representationtype", _FIRST_FULL)):
        value = document.get(name)
        if value is not None and value not in known:
            yield Remark("ninjs-value", (name,), f"{name} is {shown(value)}, not one of {', '.join(sorted(known))}.")


_DATE_HINT = "Write 2014-11-18T09:00:00+09:00."
_FIRST_FULL = frozenset(("complete", "incomplete", "associated"))


def _listed(document: dict[str, Json], name: str) -> list[Json]:
    value = document.get(name)
    return value if isinstance(value, list) else []


def _values(document: dict[str, Json]) -> Remarks:
    for name in _DATES:
        value = document.get(name)
        if value is not None and (
            not isinstance(value, str) or date_trouble(value) is not None or instant(value) is None
        ):
            yield Remark("ninjs-value", (name,), f"{name} is {shown(value)}, no date-time with a zone.", _DATE_HINT)
    for name, known in (("type", _TYPES), ("pubStatus", _STATUS), ("representationType", _FULL)):
        value = document.get(name)
        if value is not None and value not in known:
            yield Remark("ninjs-value", (name,), f"{name} is {shown(value)}, not one of {', '.join(sorted(known))}.")
    urgency = document.get("urgency")
    if urgency is not None and (not isinstance(urgency, int) or not 1 <= urgency <= 9):
        yield Remark("ninjs-value", ("urgency",), f"urgency is {shown(urgency)}, not 1 to 9.")
    for name, needed in (
        ("headlines", "value"),
        ("bodies", "value"),
        ("descriptions", "value"),
        ("renditions", "name"),
    ):
        for index, each in enumerate(_listed(document, name)):
            if not isinstance(each, dict) or not each.get(needed):
                yield Remark("ninjs-required", (name, index), f"The entry of {name} lacks {needed}.")
