"""Dates as pages and bylines write them -> a Moment that says no more than the text: ISO 8601 and its habits, RFC 5322,
and words such as ``Updated 5:05 PM EST, December 20, 2024``."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.model.moment import Moment

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d|\d{8})"
    r"(?:[T ]+(?P<hour>\d\d?)[:.]?(?P<minute>\d\d)(?:[:.]?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari",
            "february feb februar février fevrier febrero febbraio fevereiro februari",
            "march mar märz maerz mars marzo março marco maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août aout agosto augustus",
            "september sept sep septembre septiembre settembre setembro",
            "october oct oktober octobre octubre ottobre outubro okt",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre decembre diciembre dicembre dezembro dez",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES = {
    **dict.fromkeys(("utc", "gmt", "wet", "z"), "+00:00"),
    **dict.fromkeys(("west", "cet"), "+01:00"),
    **dict.fromkeys(("cest", "eet", "sast", "cat"), "+02:00"),
    **dict.fromkeys(("eest", "msk", "eat"), "+03:00"),
    **dict.fromkeys(("wib", "ict"), "+07:00"),
    **dict.fromkeys(("hkt", "sgt", "awst", "pht"), "+08:00"),
    **dict.fromkeys(("jst", "kst"), "+09:00"),
    **dict.fromkeys(("aest",), "+10:00"),
    **dict.fromkeys(("aedt",), "+11:00"),
    **dict.fromkeys(("nzst",), "+12:00"),
    **dict.fromkeys(("nzdt",), "+13:00"),
    **dict.fromkeys(("edt",), "-04:00"),
    **dict.fromkeys(("est", "cdt"), "-05:00"),
    **dict.fromkeys(("mdt",), "-06:00"),
    **dict.fromkeys(("mst", "pdt"), "-07:00"),
    **dict.fromkeys(("pst", "akdt"), "-08:00"),
    "bst": "+01:00",
}
"""Abbreviations that mean one zone in news. IST, CST and ET are left out: each means several, or changes with the season."""

_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.|º)?(?:\s+(?:de|of))?\s+({_MONTH})\b\.?,?(?:\s+(?:de|del))?\s+(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*\(?(?P<zone>(?:[A-Z]{2,4})\b|[+-]\d\d:?\d\d\b|Z\b)?",
    re.IGNORECASE,
)
_CLOCK_HOUR = re.compile(
    r"\b(?P<hour>1[0-2]|[1-9])\s*(?P<half>[ap]\.?m\b\.?)\s*\(?(?P<zone>[A-Z]{2,4}\b)?", re.IGNORECASE
)
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")


class WrittenDate(NamedTuple):
    """A date in a text: what it says, and where (code points)."""

    moment: Moment
    start: int
    end: int


def machine_date(text: str) -> Moment | None:
    """What a ``datetime`` attribute or a meta element states; None if it is no date. A midnight in UTC stays as stated."""
    stripped = text.strip()
    found = _ISO.match(stripped)
    if not found or (found["hour"] is None and len(stripped) > found.end() + 3):
        written = find_date(stripped)
        return written.moment if written else None
    day = found["day"].replace("/", "-")
    if len(day) == 8:
        day = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    if found["hour"] is None:
        return checked(day)
    clock = f"{int(found['hour']):02}:{found['minute']}" + (f":{found['second']}" if found["second"] else "")
    return checked(f"{day}T{clock}{_offset(found['zone'])}")


def find_date(text: str) -> WrittenDate | None:
    """The first written date in a line, with the time and zone that stand beside it."""
    found = _first_day(text)
    if found is None:
        return None
    day, start, end = found
    rest = text[:start] + " " * (end - start) + text[end:]
    clock = _CLOCK.search(rest) or _CLOCK_HOUR.search(rest)
    if clock is None:
        moment = checked(day)
        return None if moment is None else WrittenDate(moment, start, end)
    moment = checked(f"{day}T{_clock_text(clock)}") or checked(day)
    return None if moment is None else WrittenDate(moment, min(start, clock.start()), max(end, clock.end()))


def checked(text: str) -> Moment | None:
    """A Moment, or None where the text is an impossible date."""
    try:
        return Moment(text)
    except ValueError:
        return None


def _first_day(text: str) -> tuple[str, int, int] | None:
    if found := _DAY_FIRST.search(text):
        day = _day(found[3], str(_MONTHS[found[2].lower()]), found[1])
    elif found := _MONTH_FIRST.search(text):
        day = _day(found[3], str(_MONTHS[found[1].lower()]), found[2])
    elif (found := _EAST_ASIAN.search(text)) or (found := re.search(r"\b(\d{4})-(\d\d)-(\d\d)\b", text)):
        day = _day(found[1], found[2], found[3])
    elif found := _NUMERIC.search(text):
        return _unambiguous(found)
    else:
        return None
    return day, found.start(), found.end()


def _unambiguous(found: re.Match[str]) -> tuple[str, int, int] | None:
    # 03/04/2025 is read differently on the two sides of the Atlantic; only what can be one date is one.
    first, second = int(found[1]), int(found[3])
    if found[2] == "." or first > 12 or first == second:
        return _day(found[4], found[3], found[1]), found.start(), found.end()
    if second > 12:
        return _day(found[4], found[1], found[3]), found.start(), found.end()
    return None


def _day(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


def _clock_text(found: re.Match[str]) -> str:
    groups = found.groupdict()
    hour = int(groups["hour"])
    half = (groups["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    second = f":{groups['second']}" if groups.get("second") else ""
    return f"{hour:02}:{groups.get('minute') or '00'}{second}{_offset(groups['zone'])}"


def _offset(zone: str | None) -> str:
    if not zone or zone in "Zz":
        return (zone or "").upper()
    named = _ZONES.get(zone.lower())
    if named:
        return named
    digits = re.fullmatch(r"([+-]\d\d):?(\d\d)?", zone)
    return f"{digits[1]}:{digits[2] or '00'}" if digits else ""
