"""Times of day: "at 9 a.m. local time on Monday", "14:30 GMT". A time needs a day beside it; without a zone it stays local."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec

from pipeline.annotate.reading import Passage
from pipeline.model.annotations import TimeExpression
from pipeline.model.moment import Moment

_ZONES = {
    "gmt": "+00:00", "utc": "+00:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00",
    "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00", "sgt": "+08:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00",
    "nzdt": "+13:00",
}  # fmt: skip
"""Abbreviations that mean one offset only; "BST", "IST" and "CST" mean several and stay local."""
_CLOCK = re.compile(
    r"(?<![\w:.$£€/-])(?:at |from |around |about |by )?"
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>a\.?m\b\.?|p\.?m\b\.?)|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)|(?P<word>noon|midnight)|(?P<hhmm>(?:[01]\d|2[0-3])[0-5]\d)(?= (?:GMT|UTC)))"
    r"(?: ?(?:\((?P<offset1>(?:GMT|UTC) ?[+-]\d{1,2})\)|(?P<offset>(?:GMT|UTC) ?[+-]\d{1,2})|(?-i:\((?P<zone1>[A-Z]{3,4})\)|(?P<zone>[A-Z]{3,4})\b|(?:[A-Z][a-z]+ |local |[A-Z]{2,3} )time\b)))?",
    re.IGNORECASE | re.ASCII,
)
_LEADING = ("at ", "by ", "around ", "about ", "from ")
_JOINED = re.compile(r"[ ,]*(?:\([^)]{1,30}\),? ?)?(?:on (?:the )?|at |, )?$", re.IGNORECASE)
_NEAR = 40


def with_clocks(
    passage: Passage, times: Sequence[TimeExpression], told: Moment | None = None
) -> Iterator[TimeExpression]:
    """The dates, those with a time of day beside them with that time; times that stand alone on the day named last before them,
    or on the day that the article tells of (``told``)."""
    clocks = [each for each in _CLOCK.finditer(passage.text) if _is_clock(each)]
    taken: set[int] = set()
    for date in times:
        match = next(
            (each for number, each in enumerate(clocks) if number not in taken and _belongs(passage, date, each)), None
        )
        if match is None:
            yield date
            continue
        taken.add(clocks.index(match))
        yield _joined(passage, date, match)
    yield from (_alone(passage, each, times, told) for number, each in enumerate(clocks) if number not in taken)


def _is_clock(match: re.Match[str]) -> bool:
    if match["hour"]:
        return 1 <= int(match["hour"]) <= 12
    return bool(
        match["zone"] or match["zone1"] or match["offset"] or match["offset1"]
    ) or match.group().lower().startswith(_LEADING)


def _belongs(passage: Passage, date: TimeExpression, match: re.Match[str]) -> bool:
    """Whether a time stands right beside a day: "on Monday at 9 a.m.", "at 9 a.m. on Monday"."""
    if not _is_day(date):
        return False
    start, end = date.span.start - passage.block.start, date.span.end - passage.block.start
    between = passage.text[end : match.start()] if end <= match.start() else passage.text[match.end() : start]
    return len(between) < _NEAR and _JOINED.fullmatch(between) is not None


def _is_day(date: TimeExpression) -> bool:
    return date.value is not None and date.value.precision == "day" and date.end is None


def _joined(passage: Passage, date: TimeExpression, match: re.Match[str]) -> TimeExpression:
    start = min(date.span.start - passage.block.start, match.start())
    end = max(date.span.end - passage.block.start, match.end())
    return msgspec.structs.replace(
        date,
        span=passage.span(start, end),
        text=passage.original(start, end),
        value=_at(date.value, match, late=_LATE.search(passage.text, start, end) is not None),
    )


def _alone(
    passage: Passage, match: re.Match[str], times: Sequence[TimeExpression], told: Moment | None
) -> TimeExpression:
    """A time without a day of its own is that of the day named before it in its sentence or the one before."""
    offset = passage.block.start
    token = passage.token_at(match.start())
    since, until = 0, match.start()
    if token is not None:
        sentence = token.sent
        since, until = passage.doc[sentence.start - 1].sent.start_char if sentence.start else 0, sentence.end_char
    days = [each for each in times if _is_day(each) and since <= each.span.start - offset < until]
    before = [each for each in days if each.span.start - offset < match.start()]
    named = before[-1:] or days[:1]
    day = named[0].value if named else told
    if day is not None and _NEXT_DAY.match(passage.text, match.end()):
        day = Moment((day.day + timedelta(days=1)).isoformat())
    value = _at(day, match)
    return TimeExpression(
        span=passage.span(*match.span()),
        text=passage.original(*match.span()),
        by="rule:date:clock",
        value=value,
        probability=0.7 if value else 0.5,
    )


_LATE = re.compile(r"\b(?:afternoon|evening|night|tonight)\b", re.IGNORECASE)
_NIGHTFALL = 5


_NEXT_DAY = re.compile(r",? (?:on )?the (?:next|following) (?:day|morning)\b")


def _at(day: Moment | None, match: re.Match[str], *, late: bool = False) -> Moment | None:
    """``late`` says that an hour without "p.m." is one of the evening: "at 6:40 last night"."""
    if day is None:
        return None
    if (match["word"] or "").lower() == "midnight":
        return Moment(day[: len("2024-06-12")])  # its beginning or its end: only the day is sure
    hour = _hour(match)
    hour += 12 if late and match["hour24"] and _NIGHTFALL <= hour < 12 else 0
    return Moment(f"{day}T{hour:02d}:{_minute(match):02d}{_zone(match)}")


def _hour(match: re.Match[str]) -> int:
    if match["word"]:
        return 12
    if match["hour24"] or match["hhmm"]:
        return int(match["hour24"] or match["hhmm"][:2])
    return int(match["hour"]) % 12 + (12 if match["half"].lower().startswith("p") else 0)


def _minute(match: re.Match[str]) -> int:
    return int(match["minute"] or match["minute24"] or (match["hhmm"] or "00")[-2:])


def _zone(match: re.Match[str]) -> str:
    offset = match["offset"] or match["offset1"]
    if offset:
        number = int(offset[3:].replace(" ", ""))
        zone = f"{'-' if number < 0 else '+'}{abs(number):02d}:00" if abs(number) <= _WIDEST else ""
    else:
        zone = _ZONES.get((match["zone"] or match["zone1"] or "").lower(), "")
    return f":00{zone}" if zone else ""


_WIDEST = 14
