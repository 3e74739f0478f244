"""Which day a weekday means: by its own words, by the tense, or by the day it follows."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.annotate.date_anchor import STEPS, Anchor, Match, Values, as_day, exists, month_in, number_in
from pipeline.annotate.lexicon.calendar import ORDINALS, WEEKDAYS


def weekday(match: Match, anchor: Anchor) -> Values:
    """As in "on Monday", "last Monday", "the Monday", "Monday week"."""
    number, which, today = WEEKDAYS[match["weekday"].lower()], (match["which"] or "").strip().lower(), anchor.today
    if match["week"] or which == "a week on":
        return as_day(after(today, number) + timedelta(weeks=1)), None
    focus = anchor.focus or today
    chosen: dict[str, date] = {
        "next": _next(today, number),
        "this": _this(anchor, number),
        "this coming": after(today, number),
        "last": before(today, number),
        "this past": before(today, number),
        "the following": after(focus, number),
        "the next": after(focus, number),
        "the previous": before(focus, number),
    }
    return as_day(chosen.get(which) or _following(anchor, number) or _plain(anchor, number)), None


def _following(anchor: Anchor, number: int) -> date | None:
    """As in "from Monday to Thursday", or "on the Monday" of what was told before: the first such day from there on."""
    if anchor.from_day is None:
        return None
    found = after(anchor.from_day - timedelta(days=1), number)
    return None if anchor.past and found > anchor.today else found


def _plain(anchor: Anchor, number: int) -> date:
    if anchor.today.weekday() == number:
        return anchor.today
    return after(anchor.today, number) if anchor.past is False else before(anchor.today, number)


def _this(anchor: Anchor, number: int) -> date:
    """Of this week, if it is still to come or the clause is past; else the next one."""
    found = monday(anchor.today) + timedelta(days=number)
    return found if found >= anchor.today or anchor.past is not False else found + timedelta(weeks=1)


def _next(today: date, number: int) -> date:
    """From a Saturday or Sunday the coming one; inside a week that of the next week, if it is still to come in this one."""
    if today.weekday() >= 5 or number <= today.weekday():
        return after(today, number)
    return monday(today) + timedelta(days=7 + number)


def after(day: date, number: int) -> date:
    """The first such weekday behind a day."""
    return day + timedelta(days=(number - day.weekday() - 1) % 7 + 1)


def before(day: date, number: int) -> date:
    """The last such weekday before a day."""
    return day - timedelta(days=(day.weekday() - number - 1) % 7 + 1)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_weekday(match: Match, anchor: Anchor) -> Values:
    """As in "Monday of last week"."""
    weeks = STEPS[match["week"]]
    return as_day(monday(anchor.today) + timedelta(days=WEEKDAYS[match["weekday"].lower()], weeks=weeks)), None


def weekday_day(match: Match, anchor: Anchor) -> Values:
    """As in "Monday the 5th": the nearest month in which they fall together."""
    number, day, today = WEEKDAYS[match["weekday"].lower()], number_in(match["day"]), anchor.today
    months = [today.year * 12 + today.month - 1 + step for step in range(-_NEAR_MONTHS, _NEAR_MONTHS + 1)]
    days = [date(each // 12, each % 12 + 1, day) for each in months if exists(each // 12, each % 12 + 1, day)]
    return as_day(min((each for each in days if each.weekday() == number), key=anchor.distance)), None


_NEAR_MONTHS = 4


def nth_weekday(match: Match, anchor: Anchor) -> Values:
    """As in "the second Sunday in July", "the last Friday of May 2019"."""
    month, number = month_in(match), WEEKDAYS[match["weekday"].lower()]
    if match["year"]:
        year = int(match["year"])
    else:
        year = anchor.today.year + STEPS[match["step"]] if match["step"] else anchor.year_of(month)
    if match["nth"] == "last":
        return as_day(before(date(year + month // 12, month % 12 + 1, 1), number)), None
    first = after(date(year, month, 1) - timedelta(days=1), number)
    return as_day(first + timedelta(weeks=ORDINALS[match["nth"]] - 1)), None
