"""What relative dates are counted from, and the values that dates have."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from pipeline.annotate.lexicon.calendar import MONTHS, NUMERALS
from pipeline.model.moment import Moment

type Match = re.Match[str]
type Values = tuple[Moment | None, Moment | None]
"""A value, and the end if it is a span; both None where nothing can be said."""

TENSE_PENALTY = 2.5
"""How much farther a day of the other tense counts: "on 15 September has been cancelled" said in August is the coming one."""
SURE_PENALTY = 40.0
"""The same where the tense leaves no doubt: "will open in October" said in November is not the last one."""


class Anchor(msgspec.Struct, frozen=True):
    """What relative dates are counted from.

    ``past`` is the clause's tense (None: open), ``focus`` the day last spoken of, ``whole`` its precision; ``from_day`` is
    the day that "the Monday" or "to Thursday" follows, ``year`` the one of which the sentences before tell.
    """

    today: date
    past: bool | None = None
    sure: bool = False
    focus: date | None = None
    whole: str = "day"
    from_day: date | None = None
    year: int | None = None

    @property
    def penalty(self) -> float:
        """How much farther a day of the other tense counts."""
        return SURE_PENALTY if self.sure else TENSE_PENALTY

    def distance(self, day: date) -> float:
        """How far a day is from today, those of the other tense farther."""
        days = (day - self.today).days
        against = (self.past is True and days > 0) or (self.past is False and days < 0)
        return abs(days) * (self.penalty if against else 1.0)

    def year_of(self, month: int) -> int:
        """The year of the month that is meant: the nearest, unless the tense or the sentences before speak against it."""
        if self.year is not None and self.past:
            return self.year
        return min((self.today.year + step for step in (-1, 0, 1)), key=lambda year: self._months_off(year, month))

    def _months_off(self, year: int, month: int) -> float:
        months = (year - self.today.year) * 12 + month - self.today.month
        against = (self.past is True and months > 0) or (self.past is False and months < 0)
        return abs(months) * (self.penalty if against else 1.0)

    def likeliest(self, month: int, day: int) -> date:
        """The day of this month and number that is meant: the nearest, unless the tense or the sentences before speak against it."""
        if self.year is not None and self.past:
            return date(self.year, month, day)
        years = [
            each for each in (self.today.year - 1, self.today.year, self.today.year + 1) if exists(each, month, day)
        ]
        return min((date(each, month, day) for each in years), key=self.distance)


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def as_day(day: date) -> Moment:
    """A day as a moment."""
    return Moment(day.isoformat())


def as_month(year: int, month: int) -> Moment:
    """A month as a moment."""
    return Moment(f"{year:04d}-{month:02d}")


def as_quarter(year: int, quarter: int) -> Values:
    """The first and the last month of a quarter, the first one being 0."""
    return as_month(year, quarter * 3 + 1), as_month(year, quarter * 3 + 3)


def number_in(text: str) -> int:
    """The number that an ordinal's digits name: "22nd"."""
    return int(re.sub(r"\D", "", text))


def month_in(match: Match) -> int:
    """The month that a match names."""
    return MONTHS[match["month"].lower()]


def count_in(match: Match) -> int:
    """The number that a match names in digits or words."""
    return int(match["number"]) if match["number"].isdigit() else NUMERALS[match["number"].lower()]


STEPS = {"last": -1, "this": 0, "next": 1}
"""Which one of its kind, counted from today's."""
