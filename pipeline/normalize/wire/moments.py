"""Dates as feeds, wires and e-mails write them -> a Moment as precise as the source: RFC 5322, RFC 3339, ISO 8601 basic form.

A zone of ``-0000`` says that the zone is unknown (RFC 5322, 3.3), so it gives a local time.
"""

from __future__ import annotations

import re

from pipeline.model.finding import Finding
from pipeline.model.moment import Moment
from pipeline.normalize.wire import findings as say
from pipeline.normalize.written_dates import checked, machine_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RFC5322 = re.compile(
    r"(?:[a-z]{2,9}\.?,?\s+)?(?P<day>\d{1,2})[\s-]+(?P<month>[a-z]{3})[a-z]*\.?,?[\s-]+(?P<year>\d{4}|\d\d)"
    r"(?:,?\s+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d(?:\.\d+)?))?\s*(?P<zone>[+-]\d\d:?\d\d|[a-z]{1,5})?)?"
    r"(?:\s*\(.*\))?",
    re.IGNORECASE | re.ASCII,
)
_BASIC = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d(?:[.,]\d+)?)?(?P<zone>Z|[+-]\d{4}|[+-]\d\d:\d\d)?)?",
    re.ASCII,
)
_EXTENDED = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[Tt ]\s*(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d(?:[.,]\d+)?))?\s*(?P<zone>Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_OFFSETS = {
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "edt": "-04:00", "est": "-05:00", "cdt": "-05:00", "cst": "-06:00",
    "mdt": "-06:00", "mst": "-07:00", "pdt": "-07:00", "pst": "-08:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip
"""RFC 5322, 4.3, and abbreviations that mean one zone in news."""


_PLACEHOLDERS = ("0001-01-01", "1970-01-01T00:00:00")
"""What programs write where they know no date: the zero of Go and .NET, and of Unix time."""


def moment(text: str) -> Moment | None:
    """What the text says, or None where it is no date. A fraction of zero is dropped."""
    stripped = text.strip()
    for form in (_EXTENDED, _RFC5322, _BASIC):
        found = form.fullmatch(stripped)
        if found:
            return _moment(found)
    if re.fullmatch(r"\d{4}(-\d\d)?", stripped):
        return checked(stripped)
    return machine_date(stripped)


def read_moment(field: str, text: str | None) -> tuple[Moment | None, tuple[Finding, ...]]:
    """The moment with what is wrong with it; an absent one is no fault. ``field`` is the article's, in its JSON name."""
    if text is None or not text.strip():
        return None, ()
    found = moment(text)
    if found is None or found.startswith(_PLACEHOLDERS):
        return None, (say.date_unreadable(field, text.strip()),)
    return found, ()


def _moment(found: re.Match[str]) -> Moment | None:
    month = found["month"]
    number = int(month) if month.isdigit() else _month(month.lower())
    day = f"{_year(found['year'])}-{number:02}-{int(found['day']):02}"
    if found["hour"] is None:
        return checked(day)
    clock = f"{int(found['hour']):02}:{found['minute']}{_second(found['second'])}"
    return checked(f"{day}T{clock}{_offset(found['zone'])}")


def _second(text: str | None) -> str:
    if text is None:
        return ""
    whole, _, fraction = text.replace(",", ".").partition(".")
    fraction = fraction.rstrip("0")[:6]
    # A leap second has no place in a calendar of days with 86,400 seconds.
    return f":{'59' if whole == '60' else whole}" + (f".{fraction}" if fraction else "")


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _year(text: str) -> str:
    # RFC 5322, 4.3: two digits up to 49 are of this century.
    return text if len(text) == 4 else f"{'20' if int(text) < 50 else '19'}{text}"


def _offset(zone: str | None) -> str:
    if not zone or zone == "-0000":
        return ""
    if zone[0] in "+-":
        return f"{zone[:3]}:{zone[3:].removeprefix(':') or '00'}"
    return _OFFSETS.get(zone.lower(), "")
