"""Numbers and codes that readers of the data cannot take: beyond their scale, with units, signs or commas in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.standards.lazy_pattern import LazyPattern
from pipeline.validate.consistency.scope import Scope, key_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
PLAIN = frozenset(
    ["price", "lowPrice", "highPrice", "minPrice", "maxPrice", "latitude", "longitude", "ratingCount", "reviewCount"]
)
RATINGS = frozenset(["ratingValue", "bestRating", "worstRating"])
COUNTS = frozenset(
    [
        "wordCount",
        "commentCount",
        "numberOfItems",
        "numberOfPages",
        "ratingCount",
        "reviewCount",
        "userInteractionCount",
    ]
)
_NUMBER = LazyPattern(r"\s*[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?\s*", re.ASCII)
_COMMA = LazyPattern(r"\s*-?\d+,\d{1,8}\s*|\s*\d+(?:[.,]\d+)?\s*/\s*\d+\s*", re.ASCII)
_CURRENCY = LazyPattern(r"[A-Z]{3,5}")
BEST, WORST = 5.0, 1.0
"""What schema.org takes for a scale that is not stated (https://schema.org/bestRating)."""


def numbers(scope: Scope) -> Remarks:
    """Numbers as text that no program reads as one, and counts below zero."""
    for node in scope.view.nodes:
        for name, value in node.value.items():
            if name in PLAIN or name in RATINGS:
                for each, path in values_of(value, (*node.path, name)):
                    if isinstance(each, str) and _is_unreadable(name, each):
                        message = f"{name} is {shown(each)}; programs read digits and a point only."
                        yield Remark(
                            "number-not-plain", path, message, _HINTS.get(name, "Write 4.5 for four and a half.")
                        )
            if name in COUNTS and isinstance(value, int | float) and value < 0:
                yield Remark("negative-count", (*node.path, name), f"{name} is {shown(value)}: less than nothing.")


def offsets(scope: Scope) -> Remarks:
    """Clips of a recording that end before they start."""
    for node in scope.view.nodes:
        if "endOffset" not in node.value:
            continue
        start, end = (_seconds(node.get(name)) for name in ("startOffset", "endOffset"))
        if start is not None and end is not None and end < start:
            message = f"endOffset {end:g} is before startOffset {start:g}."
            yield Remark("end-before-start", (*node.path, "endOffset"), message)


def _seconds(value: Json) -> float | None:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


_HINTS = {
    "price": "Write 12.50, and the currency in priceCurrency.",
    "latitude": "Write decimal degrees such as 60.39, minus for south.",
    "longitude": "Write decimal degrees such as 5.32, minus for west.",
}


def _is_unreadable(name: str, text: str) -> bool:
    if not text.strip() or not any(each.isdigit() for each in text):
        return False
    return _COMMA.fullmatch(text) is not None if name in RATINGS else _NUMBER.fullmatch(text) is None


def ratings(scope: Scope) -> Remarks:
    """Ratings outside their own scale."""
    for node in scope.of_type("Rating"):
        value, best, worst = (_number(node.get(each)) for each in ("ratingValue", "bestRating", "worstRating"))
        top, bottom = BEST if best is None else best, WORST if worst is None else worst
        path = (*node.path, key_of(node, "ratingValue"))
        if best is not None and worst is not None and worst > best:
            message = (
                f"worstRating {shown(node.get('worstRating'))} is above bestRating {shown(node.get('bestRating'))}."
            )
            yield Remark("rating-out-of-range", (*node.path, key_of(node, "worstRating")), message)
        elif value is not None and (value > top or (worst is not None and value < bottom)):
            message = f"ratingValue is {shown(node.get('ratingValue'))}, on a scale from {bottom:g} to {top:g}."
            yield Remark("rating-out-of-range", path, message, "State bestRating and worstRating.")


def _number(value: Json) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None


def money(scope: Scope) -> Remarks:
    """Currencies that are signs or words."""
    for node, name, text in _texts(scope, ("priceCurrency", "currency")):
        if not _CURRENCY.fullmatch(text):
            message = f"{name} is {shown(text)}, no code of ISO 4217."
            yield Remark("currency-code", (*node.path, name), message, "Write EUR, NOK or the like.")


def contacts(scope: Scope) -> Remarks:
    """Telephone numbers and mail addresses that are none."""
    for node, name, text in _texts(scope, ("telephone", "email", "faxNumber")):
        if name == "email":
            if "@" not in text and "%40" not in text:
                yield Remark("not-a-contact", (*node.path, name), f"email is {shown(text)}, which has no @.")
        elif "://" in text or not any(each.isdigit() for each in text):
            yield Remark("not-a-contact", (*node.path, name), f"{name} is {shown(text)}, no number to call.")


def _texts(scope: Scope, names: tuple[str, ...]) -> Iterator[tuple[Node, str, str]]:
    for node in scope.view.nodes:
        for name in names:
            if name in node.value and (text := text_of(node, name).strip()):
                yield node, name, text


def places(scope: Scope) -> Remarks:
    """The point in the sea where latitude and longitude are zero: the mark of coordinates that nobody filled in."""
    for node in scope.view.nodes:
        if "latitude" in node.value and _number(node.get("latitude")) == 0 and _number(node.get("longitude")) == 0:
            yield Remark(
                "null-island", (*node.path, "latitude"), "latitude and longitude are 0, a point in the open sea."
            )


def trails(scope: Scope) -> Remarks:
    """Trails that do not count from one, and lists that are longer than they say."""
    for node in scope.of_type("ItemList", "BreadcrumbList"):
        entries = [facts for _, _, facts in scope.linked(node, "itemListElement") if facts is not None]
        is_trail = scope.is_a(node, "BreadcrumbList")
        given = [_number(each.get("position")) for each in entries]
        found = [each for each in given if each is not None]
        path = (*node.path, key_of(node, "itemListElement"))
        whole = is_trail and len(found) == len(given) > 0 and len(set(found)) == len(found)
        if whole and sorted(found) != [float(each) for each in range(1, len(found) + 1)]:
            listed = ", ".join(f"{each:g}" for each in found)
            yield Remark("positions-with-gaps", path, f"The positions of the trail are {listed}.", "Count 1, 2, 3.")
        said = _number(node.get("numberOfItems"))
        if said is not None and entries and (said < len(entries) or (is_trail and said != len(entries))):
            message = f"numberOfItems is {said:g}, and {len(entries)} entries stand here."
            yield Remark("number-of-items-differs", (*node.path, key_of(node, "numberOfItems")), message)


RULES = (offsets, numbers, ratings, money, contacts, places, trails)
