"""A ninjs item -> findings for names, types and values that its generation of the standard does not allow.

The reader is lenient and takes what it can; this tells what a strict receiver would refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.model.finding import Finding
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import ninjs_names as names
from pipeline.normalize.wire.moments import moment
from pipeline.normalize.wire.ninjs_names import Generation, Kind, List, Map, Number, Object

MAX_TOLD = 20
"""Findings for one item: a file of another format would have thousands."""
MAX_DEPTH = 5
"""Associations may hold associations; what lies deeper is not looked at."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)")
_FIRST = ("headline", "byline", "person", "organisation", "place", "subject", "event", "object", "infosource", "genre", "mimetype",
          "trustindicator", "$standard", "charcount", "wordcount")  # fmt: skip
_SECOND = ("versioncreated", "firstcreated", "contentcreated", "pubstatus", "copyrightholder", "copyrightnotice", "usageterms",
           "ednote", "embargoed", "representationtype", "altids", "rightsinfo", "infosources")  # fmt: skip


def violations(item: Mapping[str, Any]) -> Iterator[Finding]:
    """What the standard does not allow; unknown names of the item itself are told by its reader."""
    for count, each in enumerate(_Check(generation(item)).object(item, "item", "")):
        if count >= MAX_TOLD:
            return
        yield each


def generation(item: Mapping[str, Any]) -> Generation:
    """The generation that an item says it is of, else the one whose names it uses."""
    standard = item.get("standard") or item.get("$standard")
    stated = str(standard.get("version", "")) if isinstance(standard, dict) else ""
    if stated[:2] in {"1.", "2.", "3."}:
        return {"1": names.FIRST, "2": names.SECOND, "3": names.THIRD}[stated[0]]
    if any(each in _FIRST or each.startswith(names.FIRST.prefixes["item"]) for each in item):
        return names.FIRST
    return names.SECOND if any(each in _SECOND for each in item) else names.THIRD


class _Check:
    """Goes over an item by the shapes of one generation."""

    def __init__(self, rules: Generation) -> None:
        self._rules = rules

    def object(self, value: Mapping[str, Any], shape: str, at: str, depth: int = 0) -> Iterator[Finding]:
        """An object by its shape; ``at`` is the path before its members' names."""
        for name in self._rules.required.get(shape, ()):
            if name not in value:
                yield say.property_missing(f"{at}{name}", "ninjs")
        choice = self._rules.either.get(shape, ())
        if choice and not any(each in value for each in choice):
            yield say.property_missing(f"{at}{choice[0]}", "ninjs")
        for name, member in value.items() if depth < MAX_DEPTH else ():
            kind = self._rules.shapes[shape].get(name) or self._by_prefix(shape, name)
            if kind is not None:
                yield from self._member(member, kind, f"{at}{name}", depth + 1)
            elif at:
                yield say.property_unknown((f"{at}{name}",), "ninjs")

    def _by_prefix(self, shape: str, name: str) -> str | None:
        found = name.startswith(self._rules.prefixes.get(shape, ()))
        return None if not found else names.ANY if shape == "place" else names.TEXT

    def _member(self, value: Any, kind: Kind, at: str, depth: int) -> Iterator[Finding]:
        if isinstance(kind, List):
            yield from self._list(value, kind.shape, at, depth)
        elif isinstance(kind, Map):
            yield from self._map(value, kind.shape, at, depth)
        elif isinstance(kind, Object):
            yield from (
                self.object(value, kind.shape, f"{at}/", depth)
                if isinstance(value, dict)
                else _wrong(at, "is no object")
            )
        else:
            yield from _value(value, kind, at)

    def _list(self, value: Any, shape: str, at: str, depth: int) -> Iterator[Finding]:
        if not isinstance(value, list):
            yield from _wrong(at, "is no list")
            return
        for number, each in enumerate(value[:1_000]):
            here = f"{at}/{number}"
            yield from (
                self.object(each, shape, f"{here}/", depth) if isinstance(each, dict) else _wrong(here, "is no object")
            )

    def _map(self, value: Any, shape: str, at: str, depth: int) -> Iterator[Finding]:
        if not isinstance(value, dict):
            yield from _wrong(at, "is no object")
            return
        for name, each in value.items():
            here = f"{at}/{name}"
            yield from (
                self.object(each, shape, f"{here}/", depth) if isinstance(each, dict) else _wrong(here, "is no object")
            )


def _value(value: Any, kind: str | Number | frozenset[str], at: str) -> Iterator[Finding]:
    if isinstance(kind, Number):
        yield from _number(value, kind, at)
    elif isinstance(kind, frozenset):
        if not isinstance(value, str) or value not in kind:
            yield from _wrong(at, f"is {str(value)[:40]!r} and none of {', '.join(sorted(kind))}")
    elif kind == names.REAL:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield from _wrong(at, "is no number")
    elif kind == names.PLACE:
        yield from _place(value, at)
    elif kind != names.ANY:
        yield from _text(value, kind, at)


def _place(value: Any, at: str) -> Iterator[Finding]:
    """The type of a GeoJSON object (RFC 7946), and that a point has two numbers."""
    kind = value.get("type") if isinstance(value, dict) else None
    point = value.get("coordinates") if kind == "Point" else [0, 0]
    numbers = [each for each in point if isinstance(each, int | float)] if isinstance(point, list) else []
    if not isinstance(kind, str) or kind not in names.GEOMETRIES or len(numbers) < 2:
        yield from _wrong(at, "is no GeoJSON object")


def _number(value: Any, kind: Number, at: str) -> Iterator[Finding]:
    if isinstance(value, bool) or not isinstance(value, int):
        yield from _wrong(at, "is no whole number")
    elif (kind.least is not None and value < kind.least) or (kind.most is not None and value > kind.most):
        yield from _wrong(at, f"is {value}, outside {kind.least} to {kind.most}")


def _text(value: Any, kind: str, at: str) -> Iterator[Finding]:
    if not isinstance(value, str):
        yield from _wrong(at, "is no text")
    elif kind == names.MOMENT and (_DATE_TIME.fullmatch(value) is None or moment(value) is None):
        yield from _wrong(at, f"is {value[:40]!r}, which is no date and time with a zone", used=True)
    elif kind == names.ABOUT and (moment(value) is None or not value[:1].isdigit()):
        yield from _wrong(at, f"is {value[:40]!r}, which is no date", used=True)
    elif kind == names.URI and _SCHEME.fullmatch(value) is None:
        yield from _wrong(at, f"is {value[:60]!r}, which is no URI", used=True)


def _wrong(at: str, reason: str, *, used: bool = False) -> Iterator[Finding]:
    yield say.property_invalid(at, reason, "ninjs") if used else say.property_wrong(at, reason)
