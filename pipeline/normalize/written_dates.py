"""Dates as pages and bylines write them -> a Moment that says no more than the text: ISO 8601 and its habits, RFC 5322,
and words such as ``Updated 5:05 PM EST, December 20, 2024``."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.model.moment import Moment
from pipeline.normalize.months import MONTHS

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d|\d{8})"
    r"(?:[T ]+(?P<hour>\d\d?)[:.]?(?P<minute>\d\d)(?:[:.]?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
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

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<!\w)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?(?:\s+(?:de|of))?(?:\s+|(?<=\.)|-)({_MONTH})(?!\w)\.?,?(?:\s+(?:de|del))?(?:\s+|-)(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)({_MONTH})(?!\w)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(rf"(?<!\w)(\d{{4}})(?:[.,]\s*|-)({_MONTH})(?!\w)\.?[\s-]+(\d{{1,2}})(?!\d)", re.IGNORECASE)
_DAY_ALONE = re.compile(
    rf"\W*(?:\w+day\W+)?(?:(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:{_MONTH})\.?)\W*|\W*\w+day\W*",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(rf"\W*({_MONTH})(?!\w)\.?,?(?:\s+(?:de|del))?\s+(\d{{4}})\W*", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*\(?(?P<zone>(?:[A-Z]{2,4})\b|[+-]\d\d:?\d\d\b|Z\b)?",
    re.IGNORECASE,
)
_CLOCK_HOUR = re.compile(
    r"\b(?P<hour>1[0-2]|[1-9])\s*(?P<half>[ap]\.?m\b\.?)\s*\(?(?P<zone>[A-Z]{2,4}\b)?", re.IGNORECASE
)
MAX_DAY_ALONE = 40
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_LATER = re.compile(
    r"\b(?:(?:last|latest|zuletzt|dernière|última)\s+)?(?:updated|modified|revised|edited(?! by)|reviewed|aktualisiert|geändert|mise? à jour|modifié|"
    r"actualizad[oa]|modificad[oa]|aggiornat[oa]|modificato|atualizad[oa]|bijgewerkt|gewijzigd|opdateret|oppdatert|uppdatera[dt]|"
    r"päivitetty|aktualizacja|aktualizováno|обновлено|оновлено|güncelleme|güncellendi)\b",
    re.IGNORECASE,
)
"""What says that a date is of a change."""
_PUBLISHED = re.compile(
    r"\b(?:published|posted|veröffentlicht|erschienen|publiée?|publicad[oa]|pubblicat[oa]|gepubliceerd|publicerad|publisert|udgivet|"
    r"julkaistu|opublikowano|publikováno|опубликовано|опубліковано|yayınlanma|yayınlandı)\b",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"\W*(?:(?:this|the)\s+(?:article|story|piece|post|column|report|interview|essay|review|feature|page|content)\s+was\s+)?"
    r"(?:originally|first)\s+(?:published|posted)\b",
    re.IGNORECASE,
)
"""How a row begins that tells when the article first came out."""
_MONTH_BEFORE_DAY = frozenset(("en-us",))
_DAY_BEFORE_MONTH = frozenset(
    ("de", "fr", "es", "it", "pt", "nl", "da", "nb", "nn", "no", "fi", "pl", "cs", "sk", "ru", "uk", "bg", "ro", "tr", "el", "ca", "gl", "id",
     "vi", "ar", "he", "hi", "en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za", "en-ng", "en-ke", "en-sg", "en-my", "en-pk")
)  # fmt: skip
"""Languages and regions whose numbers of a date have one order (Unicode CLDR, short dates); plain ``en`` is written in both."""


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


class ToldDays(NamedTuple):
    """What a row of dates tells: "Published 3 May 2025, updated 4 May 2025"."""

    published: Moment | None
    modified: Moment | None


def day_first(language: str) -> bool | None:
    """Whether 03/04/2025 is the third of April in a language (BCP 47); None where both orders are written."""
    tag = language.strip().lower().replace("_", "-")
    if tag in _MONTH_BEFORE_DAY:
        return False
    return True if tag in _DAY_BEFORE_MONTH or tag.partition("-")[0] in _DAY_BEFORE_MONTH else None


def told_days(text: str, *, days_first: bool | None = None) -> ToldDays:
    """The day of publication and that of a change, as their labels in a row say; an unlabelled one is of publication."""
    later = _LATER.search(text)
    if later is None:
        return ToldDays(_moment(find_date(text, days_first=days_first)), None)
    before, after = text[: later.start()], text[later.start() :]
    first = _moment(find_date(before, days_first=days_first))
    if first is None and (told := _PUBLISHED.search(after)):  # "Updated 4 May 2025, published 3 May 2025"
        first = _moment(find_date(after[told.start() :], days_first=days_first))
        after = after[: told.start()]
    return ToldDays(first, _moment(find_date(after, days_first=days_first)))


def tells_of_change(text: str) -> bool:
    """Whether the first date in a row is said to be that of a change."""
    later = _LATER.search(text)
    return (
        later is not None and not _PUBLISHED.search(text[: later.start()]) and find_date(text[: later.start()]) is None
    )


def tells_of_publication(text: str) -> bool:
    """Whether a row begins with words that say that the article was published."""
    said = _PUBLISHED.search(text)
    return said is not None and len(text[: said.start()].split()) <= 1


def first_published(text: str) -> Moment | None:
    """The day of "This story was originally published 26 Sep 2019 and has been updated"."""
    return told_days(text).published if _ORIGINAL.match(text) else None


def is_numeric(text: str) -> bool:
    """Whether a line has a date such as 03/04/2025, which only its language tells how to read."""
    return _NUMERIC.search(text) is not None


def is_day_alone(text: str) -> bool:
    """Whether a line says a day without its year and nothing else ("Monday, May 5"), as logs and listings head their parts."""
    return len(text) <= MAX_DAY_ALONE and _DAY_ALONE.fullmatch(text) is not None


def month_alone(text: str) -> Moment | None:
    """The month of a row that says nothing else, as the date line of a magazine does."""
    found = _MONTH_ALONE.fullmatch(text)
    return checked(f"{int(found[2])}-{MONTHS[found[1].lower()]:02}") if found else None


def _moment(written: WrittenDate | None) -> Moment | None:
    return written.moment if written else None


def find_date(text: str, *, days_first: bool | None = None) -> WrittenDate | None:
    """The first written date in a line, with the time and zone that stand beside it; ``days_first`` reads 03/04/2025."""
    found = _first_day(text, days_first)
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


def _first_day(text: str, days_first: bool | None) -> tuple[str, int, int] | None:
    if found := _DAY_FIRST.search(text):
        day = _day(found[3], MONTHS[found[2].lower()], found[1])
    elif found := _MONTH_FIRST.search(text):
        day = _day(found[3], MONTHS[found[1].lower()], found[2])
    elif found := _YEAR_FIRST.search(text):
        day = _day(found[1], MONTHS[found[2].lower()], found[3])
    elif (found := _EAST_ASIAN.search(text)) or (found := re.search(r"\b(\d{4})-(\d\d)-(\d\d)\b", text)):
        day = _day(found[1], found[2], found[3])
    elif found := _NUMERIC.search(text):
        return _from_numbers(found, days_first)
    else:
        return None
    return day, found.start(), found.end()


def _from_numbers(found: re.Match[str], days_first: bool | None) -> tuple[str, int, int] | None:
    # 03/04/2025 is read differently on the two sides of the Atlantic; without a language, only what can be one date is one.
    first, second = int(found[1]), int(found[3])
    if found[2] == "." or first > 12 or first == second or (days_first and second <= 12):
        return _day(found[4], second, found[1]), found.start(), found.end()
    if second > 12 or days_first is False:
        return _day(found[4], first, found[3]), found.start(), found.end()
    return None


def _day(year: str, month: int | str, day: str) -> str:
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


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
