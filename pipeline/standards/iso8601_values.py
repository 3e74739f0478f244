"""Whether a text is a date, time or duration of ISO 8601 as schema.org takes them, and if not, why.

Specifications: ISO 8601-1:2019 (and -2 for truncated dates such as ``--12-24``), RFC 3339.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Literal

from pipeline.standards.lazy_pattern import LazyPattern

Trouble = Literal["impossible", "loose", "no-date"]

_DATE = LazyPattern(r"[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?|--\d\d(?:-\d\d)?", re.ASCII)
_TIME = r"\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?"
_CLOCK = LazyPattern(rf"T?{_TIME}", re.ASCII)
_MOMENT = LazyPattern(
    rf"(?P<day>\d{{4}}-\d\d-\d\d)T(?P<clock>{_TIME}|\d\d(?P<hour_zone>Z|[+-]\d\d(?::?\d\d)?)?)", re.ASCII
)
_WEEK = LazyPattern(r"\d{4}-?W\d\d(?:-?\d)?|\d{4}-\d{3}", re.ASCII)
_BASIC = LazyPattern(r"\d{8}(?:T\d{4}(?:\d\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?", re.ASCII)
_LOOSE = LazyPattern(
    r"(?=.*\b\d{4}\b)(?:\d{4}[-/.:]\d{1,2}[-/.:]\d{1,2}\b.*|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b.*"
    r"|.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*)",
    re.ASCII | re.IGNORECASE,
)
_NAMED = LazyPattern(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?(?: \d{1,2}(?:st|nd|rd|th)?)?"
    r"|\d{1,2}\.?(?: d[ei])? [^\W\d_]{3,12}(?: d[ei])? \d{4}\b.*|\d{4}\s?[年년].*",
    re.IGNORECASE,
)
"""A month with or without its day, and a day, a month's name in any language and a year."""
_YEARS = LazyPattern(r"\d{4} ?[-–—] ?\d{4}")
_LOOSE_CLOCK = LazyPattern(
    r"T?(?:[01]?\d|2[0-4])(?:[:.][0-5]\d){1,2} ?(?:[ap]\.?m\.?)?|(?:0?\d|1[0-2]) ?[ap]\.?m\.?", re.IGNORECASE
)
_DURATION = LazyPattern(
    r"[+-]?P(?=.)(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?W)?(?:\d+(?:[.,]\d+)?D)?"
    r"(?:T(?=.)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?",
    re.ASCII,
)
LONGEST = 64
"""No date text is longer; longer ones are not looked at."""


def is_duration(text: str) -> bool:
    """Whether the text is a duration such as ``PT1H30M``."""
    return len(text) <= LONGEST and _DURATION.fullmatch(text) is not None


def is_time(text: str) -> bool:
    """Whether the text is a time of day such as ``19:30`` or ``T19:30:00Z``, and a possible one."""
    return len(text) <= LONGEST and _CLOCK.fullmatch(text) is not None and _possible_clock(text.removeprefix("T"))


def is_loose_time(text: str) -> bool:
    """Whether a human reads a time of day that is not written as ISO 8601, such as ``8:22`` or ``9 p.m.``."""
    return len(text) <= LONGEST and _LOOSE_CLOCK.fullmatch(text.strip()) is not None


def date_trouble(text: str) -> Trouble | None:
    """None for a date or date-time; ``impossible`` for one that no calendar has, ``loose`` for one that is not written as
    ISO 8601 but that a human reads, ``no-date`` for anything else."""
    if len(text) > LONGEST:
        return "no-date"
    return None if _is_plain(text) else _unusual(text)


def _unusual(text: str) -> Trouble | None:
    if _DATE.fullmatch(text):
        return None if _possible_day(text) else "impossible"
    moment = _MOMENT.fullmatch(text)
    if moment:
        return None if _possible_day(moment["day"]) and _possible_clock(moment["clock"]) else "impossible"
    if _WEEK.fullmatch(text):
        return None
    if _BASIC.fullmatch(text):
        day = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
        return "loose" if _possible_day(day) else "impossible"
    start, mark, end = text.partition("/")
    if mark and len(start) > 4 and "impossible" in (date_trouble(start), date_trouble(end)):
        return "impossible"
    return "loose" if _is_for_humans(text.strip()) else "no-date"


def _is_for_humans(text: str) -> bool:
    """A date in words, in another order or with other marks; two years or days with a mark between them."""
    if any(pattern.fullmatch(text) for pattern in (_LOOSE, _NAMED, _YEARS)):
        return True
    start, mark, end = text.partition("/")
    return bool(mark) and date_trouble(start) is None and date_trouble(end) is None


def _is_plain(text: str) -> bool:
    """The usual case, decided without a pattern: a day, or a day with a time, as the standard library reads it."""
    if len(text) < 10 or text[4] != "-" or text[7] != "-" or not (text[:4] + text[5:7] + text[8:10]).isdecimal():
        return False
    try:
        if len(text) == 10:
            date.fromisoformat(text)
        elif text[10] == "T" and text[13:14] == ":" and text.isascii():
            datetime.fromisoformat(text)
        else:
            return False
    except ValueError:
        return False
    return True


def _possible_day(text: str) -> bool:
    if text.startswith("--"):
        text = "2000" + text[1:]
    digits = text.lstrip("+-")
    year, *rest = digits.split("-")
    month, day = int(rest[0]) if rest else 1, int(rest[1]) if len(rest) > 1 else 1
    try:
        date(min(int(year) or 4, 9999), month, day)
    except ValueError:
        return False
    return True


def _possible_clock(text: str) -> bool:
    if text.startswith("24:00"):
        return set(text[5:]) <= set(":0.,Z+-")
    clock = re.sub(r":60(?=$|[.,Z+-])", ":59", text.replace(",", "."))  # a leap second
    clock = re.sub(r"(?<=\d\.\d{6})\d+", "", clock)
    try:
        time.fromisoformat(clock)
    except ValueError:
        return False
    return True


def instant(text: str) -> datetime | None:
    """The moment of a full date-time with a zone, or None where the text states less."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
