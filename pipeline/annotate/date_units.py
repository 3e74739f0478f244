"""Days, weeks, months, seasons and years counted from today or from the date named before: "last week", "three days later"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pipeline.annotate.date_anchor import STEPS, Anchor, Match, Values, as_day, as_month, as_quarter, count_in
from pipeline.annotate.date_weekdays import monday
from pipeline.annotate.lexicon.calendar import ORDINALS, SEASONS
from pipeline.model.moment import Moment

_WHICH = {
    "last": -1, "the previous": -1, "next": 1, "the following": 1, "the coming": 1, "this": 0, "the past": -1, "this past": -1,
    "this coming": 1, "the same": 0, "the next": 1, "before last": -2, "after next": 2,
}  # fmt: skip


def relative_unit(match: Match, anchor: Anchor) -> Values:
    """As in "last week", "the following spring"."""
    which, unit = (match["which"] or "the following").lower(), match["unit"].lower()
    counted = which in {"the previous", "the following", "the same", "the next"}
    unit = "day" if unit in {"morning", "afternoon", "evening", "night"} else unit
    if unit == "day" and (not counted or anchor.focus is None):
        return None, None  # "this day", and "the following day" of nothing said
    if which in {"the same", "the next"} and anchor.focus is None:
        return None, None
    today = anchor.focus if anchor.focus and counted else anchor.today
    if unit == "weekend" and which == "this" and anchor.past and today.weekday() <= _MIDWEEK:
        return _weekend_of(today, -1)
    if unit in UNITS:
        return UNITS[unit](today, _WHICH[which])
    return _season_of(unit, today, _WHICH[which], whole=anchor.whole if counted and anchor.focus else "day")


def weekend(_: Match, anchor: Anchor) -> Values:
    """As in "over the weekend": the last or the coming one, by the tense."""
    begun = anchor.today.weekday() >= _MIDWEEK + 3
    return _weekend_of(anchor.today, 0 if begun or anchor.past is False else -1)


_MIDWEEK = 2


def unit_part(match: Match, anchor: Anchor) -> Values:
    """As in "the end of the year": no more precise than the unit, and of a time told of before, if it is past."""
    if match["which"] == "the" and anchor.past and anchor.focus is not None and anchor.focus < anchor.today:
        return UNITS[match["unit"]](anchor.focus, 0)
    return UNITS[match["unit"]](anchor.today, STEPS.get(match["which"], 0))


def _day_of(today: date, step: int) -> Values:
    return as_day(today + timedelta(days=step)), None


def _year_of(today: date, step: int) -> Values:
    return Moment(f"{today.year + step:04d}"), None


def _month_of(today: date, step: int) -> Values:
    months = today.year * 12 + today.month - 1 + step
    return as_month(months // 12, months % 12 + 1), None


def _week_of(today: date, step: int) -> Values:
    first = monday(today) + timedelta(weeks=step)
    return as_day(first), as_day(first + timedelta(days=6))


def _weekend_of(today: date, step: int) -> Values:
    saturday = monday(today) + timedelta(days=5, weeks=step)
    return as_day(saturday), as_day(saturday + timedelta(days=1))


def _quarter_of(today: date, step: int) -> Values:
    quarters = today.year * 4 + (today.month - 1) // 3 + step
    return as_quarter(quarters // 4, quarters % 4)


UNITS: dict[str, Callable[[date, int], Values]] = {
    "day": _day_of, "year": _year_of, "month": _month_of, "week": _week_of, "weekend": _weekend_of, "quarter": _quarter_of,
}  # fmt: skip


def _season_of(unit: str, today: date, step: int, *, whole: str) -> Values:
    """A season of this, the last or the next time; behind a mere year the following one is that of the next year."""
    if unit not in SEASONS:  # a winter spans two years
        return None, None
    first, last = SEASONS[unit]
    if whole == "year":
        year = today.year + step
    else:
        year = today.year - (step == -1 and last >= today.month) + (step == 1 and first <= today.month)
    return as_month(year, first), as_month(year, last)


def season_alone(match: Match, anchor: Anchor) -> Values:
    """As in "in the spring": the nearest by the tense."""
    first, last = SEASONS[match["season"].lower()]
    year = anchor.year_of(last if anchor.past else first)
    return as_month(year, first), as_month(year, last)


def season_which_year(match: Match, anchor: Anchor) -> Values:
    """As in "the spring of last year"."""
    season, year = match["season"].lower(), anchor.today.year + STEPS[match["step"]]
    if season not in SEASONS:
        return Moment(f"{year:04d}"), None
    first, last = SEASONS[season]
    return as_month(year, first), as_month(year, last)


def quarter(match: Match, anchor: Anchor) -> Values:
    """As in "the third quarter", "the third quarter of last year"."""
    number, today = ORDINALS[match["which"]] - 1, anchor.today
    if match["step"]:
        return as_quarter(today.year + STEPS.get(match["step"], 0), number)
    ahead = number * 3 + 1 > today.month
    return as_quarter(today.year - (ahead and anchor.past is not False), number)


def half(match: Match, anchor: Anchor) -> Values:
    """As in "the first half of next year"."""
    year, first = anchor.today.year + STEPS.get(match["step"] or "", 0), 1 if match["which"] == "first" else 7
    return as_month(year, first), as_month(year, first + 5)


def ago(match: Match, anchor: Anchor) -> Values:
    """As in "three years ago", "two days later"."""
    way = match["way"]
    base = anchor.focus if way in {"earlier", "later"} else anchor.today
    if base is None:
        return None, None
    number = count_in(match)
    return shifted(base, number if way in {"later", "from now"} else -number, match["unit"]), None


def in_time(match: Match, anchor: Anchor) -> Values:
    """As in "in ten days' time"."""
    return shifted(anchor.today, count_in(match), match["unit"]), None


def shifted(base: date, number: int, unit: str) -> Moment | None:
    """The day, month or year that lies so many units off: no more precise than the unit."""
    if unit == "hour":
        return as_day(base + timedelta(days=number // 24 if number > 0 else -(-number // 24)))
    if unit in _DAYS:
        return as_day(base + timedelta(days=number * _DAYS[unit]))
    if unit == "month":
        return _month_of(base, number)[0]
    return Moment(f"{base.year + number * (10 if unit == 'decade' else 1):04d}")


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
