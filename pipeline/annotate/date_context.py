"""What the text before a date has named, from which "later", "the Monday" or a bare "3 March" are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from pipeline.annotate.clauses import is_verb, path_up
from pipeline.annotate.date_anchor import Match
from pipeline.annotate.lexicon.calendar import SEASONS
from pipeline.annotate.reading import Passage, Token
from pipeline.model.moment import Moment


class Named(msgspec.Struct, frozen=True):
    """A date of the paragraph, outside quotation marks, with its value."""

    match: Match
    value: Moment


class Told(msgspec.Struct, frozen=True):
    """``last`` is the date named last, ``age`` paragraphs before; ``day`` the last day, however far back.

    ``days`` are those of what an article lists day by day ("runs from 19 to 27 October"), ``listing`` that it does so here.
    """

    last: Moment | None = None
    age: int = 0
    day: date | None = None
    days: tuple[date, date] | None = None
    listing: bool = False

    def with_date(self, name: str, value: Moment, end: Moment | None) -> Told:
        """What is told behind one more date."""
        told = self
        if name in _SPANS_OF_DAYS and end is not None and self.days is None and _is_listed(value, end):
            told = msgspec.structs.replace(told, days=(value.day, end.day))
        if name not in {"relative-unit", "relative-day"} and value.precision not in {"year", "month"}:
            told = msgspec.structs.replace(told, day=value.day, listing=told.listing and told.is_within(value.day))
        if name != "relative-unit" or value.precision == "day":
            told = msgspec.structs.replace(told, last=value, age=0)
        return told

    def is_within(self, day: date) -> bool:
        """Whether a day is one of those that the article lists."""
        return self.days is not None and self.days[0] <= day <= self.days[1]

    def aged(self) -> Told:
        """Behind one more paragraph that names no date: the date named before it is soon too far away to count from."""
        return msgspec.structs.replace(self, age=self.age + 1, last=self.last if self.age < _REACH else None)


_REACH = 1
"""How many paragraphs without a date may stand between "on Monday" and "that evening"."""
_SPANS_OF_DAYS = frozenset({"day-span", "months-span"})
_LONGEST_LISTED = timedelta(days=45)


def _is_listed(first: Moment, last: Moment) -> bool:
    return timedelta(days=1) < last.day - first.day < _LONGEST_LISTED


def counted_from(match: Match, last: Moment | None) -> date | None:
    """What "later" counts from: the date last named, if it is as precise as what is counted."""
    if last is None:
        return None
    unit = (match["unit"] or "day").lower() if "unit" in match.re.groupindex else "day"
    enough = last.precision not in {"year", "month"} or unit in {"year", "decade", *SEASONS}
    return last.day if enough or (unit == "month" and last.precision == "month") else None


_SPAN_OF_WEEKDAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: to | through | until |[-–—])$")
_NOUN_BEHIND = re.compile(
    r" (?!of\b|in\b|at\b|on\b|and\b|or\b|by\b|to\b|with\b|for\b|from\b|as\b|but\b|the\b|a\b|an\b|when\b|he\b|she\b|they\b|it\b|we\b)[a-z]"
)
_OTHER_DAY = re.compile(r" (?:before|after)\b")


def followed_day(passage: Passage, match: Match, told: Told, *, past: bool | None) -> date | None:
    """The day from which a bare weekday counts: the first of "Monday to Thursday", or what was told before "the Monday"."""
    if (match["which"] or "").strip().lower() not in {"", "on", "early", "late"} or match["week"]:
        return None
    before = passage.text[: match.start("weekday")]
    if _SPAN_OF_WEEKDAYS.search(before):
        return told.last.day if told.last is not None and told.last.precision == "day" else None
    if before.endswith(("the ", "The ")) and not _OTHER_DAY.match(passage.text, match.end()):
        if _NOUN_BEHIND.match(passage.text, match.end()):
            return None  # "the Monday meeting"
        return _listed_day(told) or told.day
    return _listed_day(told) if told.listing and past is not True else None


def _listed_day(told: Told) -> date | None:
    if told.days is None:
        return None
    return told.day if told.day is not None and told.is_within(told.day) else told.days[0]


def is_of_list(passage: Passage, match: Match, day: date, told: Told) -> bool:
    """Whether "the Saturday" is one of the days that the article lists."""
    return told.is_within(day) and passage.text[: match.start("weekday")].endswith(("the ", "The "))


FRAMED = frozenset({"date", "day-span", "months-span", "month-span", "month", "month-part"})
"""Forms that may leave out the year of which the sentence before tells."""
_LONG_AGO = 3
"""Years from which a year that opens a sentence is surely still meant in the next one: "In 1997 she led the sit-in. It began on 3 March."."""


def year_told(passage: Passage, match: Match, named: Sequence[Named], today: date) -> int | None:
    """The year with which this sentence or the one before opens, if it lies so far back that no other can be meant."""
    if not named or today.year - named[-1].value.day.year < _LONG_AGO:
        return None
    first, second = passage.token_at(named[-1].match.start()), passage.token_at(match.start())
    if first is None or second is None or second.sent.start not in {first.sent.start, first.sent.end}:
        return None
    tells = next((each for each in path_up(second) if is_verb(each)), None)
    main = tells is not None and (tells.dep_ in {"ROOT", "conj"} or (tells.dep_ == "ccomp" and tells.i < tells.head.i))
    return named[-1].value.day.year if main and _opens(passage, named[-1].match, first) else None


def _opens(passage: Passage, match: Match, token: Token) -> bool:
    """As in "In 1997 she led ...", "What she did, in 1997, was ...": the year is that of all that follows."""
    apart = passage.text[: match.start()].endswith(", in ") and passage.text.startswith(",", match.end())
    return apart or not any(is_verb(each) for each in passage.doc[token.sent.start : token.i])
