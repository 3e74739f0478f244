"""Plain values against what a schema.org property takes: texts, URLs, dates, numbers, booleans, enumeration members."""

from __future__ import annotations

import re
from typing import Any

from pipeline.standards import iri
from pipeline.standards.iso8601_values import date_trouble, is_duration, is_loose_time, is_time
from pipeline.standards.json_pointer import Path
from pipeline.standards.lazy_pattern import LazyPattern
from pipeline.standards.schema_org import Expected, Vocabulary, local_name
from pipeline.validate.remark import Remark, Remarks, shown
from pipeline.validate.spelling import nearest

type Json = Any
_NUMBER = LazyPattern(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_BOOLEAN_TEXT = frozenset({"true", "false", "yes", "no"})
CODED_PLACES = frozenset({"regionsAllowed", "ineligibleRegion", "eligibleRegion", "areaServed", "applicableCountry"})
"""Where guides ask for codes of ISO 3166 as text (https://developers.google.com/search/docs/appearance/structured-data/video,
checked 2026-11)."""
_PLACE_CODES = LazyPattern(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?(?:[ ,]+[A-Z]{2}(?:-[A-Z0-9]{1,3})?)*")
_BOOLEAN_IRI = frozenset({"True", "False"})


def check(vocabulary: Vocabulary, name: str, value: Json, path: Path) -> Remarks:
    """What is wrong with a plain value of the schema.org property ``name``."""
    expected = vocabulary.expected(name)
    if isinstance(value, bool):
        yield from _boolean(name, value, path, expected)
    elif isinstance(value, int | float):
        yield from _number(name, value, path, expected)
    elif isinstance(value, str):
        yield from _text(vocabulary, name, value, path, expected)


def _boolean(name: str, value: bool, path: Path, expected: Expected) -> Remarks:
    if not expected.boolean:
        yield Remark("wrong-value-type", path, f"{name} takes {kinds(expected)}, not the truth value {shown(value)}.")


def _number(name: str, value: float, path: Path, expected: Expected) -> Remarks:
    if expected.integer and value != int(value):
        yield Remark("not-an-integer", path, f"{name} takes a whole number, not {shown(value)}.")
    elif expected.number or name == "position":
        return
    elif expected.quantity or "QuantitativeValue" in expected.objects:
        message = f"{name} is the bare number {shown(value)}; it does not say what it counts."
        yield Remark("number-without-unit", path, message, "Write the unit, or a QuantitativeValue with unitCode.")
    elif expected.dates and value == int(value) and 1000 <= value <= 9999:
        yield Remark(
            "year-as-number", path, f"{name} takes a date as text; {shown(value)} is a number.", f'Write "{value}".'
        )
    elif expected.text:
        yield Remark("number-for-text", path, f"{name} takes text; {shown(value)} is a number.", f'Write "{value}".')
    else:
        yield Remark("wrong-value-type", path, f"{name} takes {kinds(expected)}, not the number {shown(value)}.")


def _text(vocabulary: Vocabulary, name: str, value: str, path: Path, expected: Expected) -> Remarks:
    if not value.strip():
        yield Remark("empty-value", path, f"{name} is empty.", "Leave the property out, or say something.")
    elif expected.enumerations and _looks_like_member(value):
        yield from _member(vocabulary, name, value, path, expected)
    elif expected.boolean and not (expected.text or expected.url):
        yield from _boolean_text(name, value, path)
    elif expected.text:
        return
    elif expected.dates:
        yield from _date(name, value, path, expected)
    elif expected.number or expected.integer:
        yield from _number_text(name, value, path, expected)
    elif expected.url:
        yield from url(name, value, path)
    elif expected.duration:
        yield from _duration(name, value, path)
    elif not expected.quantity:
        yield from _text_for_object(vocabulary, name, value, path, expected)


def _looks_like_member(value: str) -> bool:
    return local_name(value) is not None or re.fullmatch(r"[A-Z][A-Za-z0-9]+", value) is not None


def _member(vocabulary: Vocabulary, name: str, value: str, path: Path, expected: Expected) -> Remarks:
    member = local_name(value)
    bare = member is None
    member = value if member is None else member
    classes = vocabulary.table.members.get(member)
    if classes is not None and any(vocabulary.is_a(each, *expected.enumerations) for each in classes):
        return
    if member in vocabulary.table.types and vocabulary.is_a(member, *expected.enumerations):
        return
    if classes is None and member in vocabulary.table.retired:
        yield Remark("retired-term", path, f"{member} was taken out of schema.org.", vocabulary.table.retired[member])
        return
    if bare and expected.text:
        return
    choices = vocabulary.members_of(expected.enumerations)
    guess = nearest(member, choices)
    code = "unknown-enumeration-value" if not bare or guess else "text-for-object"
    known = ", ".join(choices[:8]) + (", …" if len(choices) > 8 else "")
    hint = f"Did you mean {guess}?" if guess else f"schema.org knows {known}." if choices else ""
    yield Remark(
        code, path, f"{shown(value)} is no value of {_listed(expected.enumerations)}, which {name} takes.", hint
    )


def _boolean_text(name: str, value: str, path: Path) -> Remarks:
    if local_name(value) in _BOOLEAN_IRI:
        return
    if value.strip().lower() in _BOOLEAN_TEXT:
        right = "true" if value.strip().lower() in ("true", "yes") else "false"
        message = f"{name} takes a truth value; {shown(value)} is text."
        yield Remark("boolean-as-text", path, message, f"Write {right} without quotes.")
    else:
        yield Remark("wrong-value-type", path, f"{name} takes true or false, not {shown(value)}.")


def _date(name: str, value: str, path: Path, expected: Expected) -> Remarks:
    if "Time" in expected.dates and is_time(value):
        return
    if expected.url and iri.has_scheme(value) and "//" in value:
        return
    trouble = "loose" if "Time" in expected.dates and is_loose_time(value) else date_trouble(value)
    if trouble == "impossible":
        yield Remark("impossible-date", path, f"{name} is {shown(value)}, a date or time that does not exist.")
    elif trouble == "loose":
        hint = "Write it as 2014-11-18 or 2014-11-18T09:00:00+09:00."
        yield Remark("date-not-iso-8601", path, f"{name} is {shown(value)}, which is not written as ISO 8601.", hint)
    elif trouble is not None and (expected.number or expected.duration or expected.objects):
        yield from _soft(name, value, path, expected)
    elif trouble is not None:
        yield Remark("not-a-date", path, f"{name} takes a date; {shown(value)} is none.")


def _soft(name: str, value: str, path: Path, expected: Expected) -> Remarks:
    if expected.number and _NUMBER.fullmatch(value.strip()):
        return
    if expected.duration and is_duration(value):
        return
    yield Remark("text-for-object", path, f"{name} takes {kinds(expected)}; {shown(value)} is plain text.")


def _number_text(name: str, value: str, path: Path, expected: Expected) -> Remarks:
    if _NUMBER.fullmatch(value.strip()):
        if expected.integer and float(value) != int(float(value)):
            yield Remark("not-an-integer", path, f"{name} takes a whole number, not {shown(value)}.")
        else:
            hint = f"Write {value.strip()} without quotes."
            yield Remark("number-as-text", path, f"{name} takes a number; {shown(value)} is text.", hint)
    elif expected.objects or expected.url:
        yield Remark("text-for-object", path, f"{name} takes {kinds(expected)}; {shown(value)} is plain text.")
    else:
        yield Remark("not-a-number", path, f"{name} takes a number; {shown(value)} is none.")


def url(name: str, value: str, path: Path) -> Remarks:
    """What is wrong with a text that should be a URL."""
    text = value.strip()
    bad = iri.forbidden(text)
    if text.startswith("@"):
        return  # a handle, which another layer tells of
    if bad is not None and (" " in text and not iri.has_scheme(text)):
        yield Remark("text-for-object", path, f"{name} takes a URL; {shown(value)} is plain text.")
    elif bad is not None:
        yield Remark("invalid-url", path, f"{name} is {shown(value)}; {shown(bad)} may not stand in a URL.")
    elif text != value:
        yield Remark("url-with-blanks", path, f"{name} is {shown(value)}, with blank space around the URL.")
    elif not iri.has_scheme(text):
        yield Remark("relative-url", path, f"{name} is the relative URL {shown(value)}.", _ABSOLUTE)
    elif text.lower().startswith(("http:", "https:")) and not iri.is_web(text):
        yield Remark("invalid-url", path, f"{name} is {shown(value)}, a web address without a host.")


_ABSOLUTE = "Write the whole address with https://: crawlers and feeds read it without the page."


def _duration(name: str, value: str, path: Path) -> Remarks:
    if not is_duration(value):
        hint = "Write PT1H30M for an hour and a half."
        yield Remark("invalid-duration", path, f"{name} is {shown(value)}, which is no ISO 8601 duration.", hint)


def _text_for_object(vocabulary: Vocabulary, name: str, value: str, path: Path, expected: Expected) -> Remarks:
    if "Thing" in expected.objects and iri.is_web(value):
        return
    named = local_name(value)
    if named in vocabulary.table.types and vocabulary.is_a(named, *expected.objects):
        return  # a class stands for its things, as in interactionType
    if name in CODED_PLACES and _PLACE_CODES.fullmatch(value):
        return
    if iri.is_web(value) and expected.objects <= set(expected.enumerations):
        return  # a member of another vocabulary, as IPTC's kinds of digital source
    if iri.has_scheme(value) and " " not in value:
        yield Remark("url-for-object", path, f"{name} takes {kinds(expected)}; {shown(value)} is a bare URL.")
        return
    yield Remark(
        "text-for-object",
        path,
        f"{name} takes {kinds(expected)}; {shown(value)} is plain text.",
        _as_object(name, value, expected.objects & vocabulary.table.types.keys()),
    )


_OF_ORGANIZATIONS = frozenset(
    ["publisher", "seller", "provider", "sponsor", "funder", "sourceOrganization", "organizer"]
)


def _as_object(name: str, value: str, choices: frozenset[str]) -> str:
    """How to write a plain text as an object, of the kind that is usual for the property."""
    if not choices:
        return ""
    usual = sorted(
        choices, key=lambda each: (each != ("Organization" if name in _OF_ORGANIZATIONS else "Person"), each)
    )
    either = f", or {usual[1]} for @type" if len(usual) == 2 else ""
    return f'Write {{"@type": "{usual[0]}", "name": {shown(value)}}}{either}.'


def kinds(expected: Expected) -> str:
    """What a property takes, in words."""
    words = sorted(expected.objects)
    flags = (
        (expected.text, "text"),
        (expected.url, "a URL"),
        (bool(expected.dates), "a date"),
        (expected.number and not expected.integer, "a number"),
        (expected.integer, "a whole number"),
        (expected.boolean, "true or false"),
    )
    return _listed((*words, *(word for present, word in flags if present)))


def _listed(words: tuple[str, ...]) -> str:
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " or " + words[-1]
