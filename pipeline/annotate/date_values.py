"""What a matched date means: absolute forms by themselves, relative ones from the day of publication and the clause's tense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pipeline.annotate import date_units as units
from pipeline.annotate import date_weekdays as weekdays
from pipeline.annotate.date_absolute import ABSOLUTE
from pipeline.annotate.date_anchor import STEPS, Anchor, Match, Values, as_day, as_month, count_in, month_in, number_in
from pipeline.annotate.date_holidays import holiday_in
from pipeline.annotate.lexicon.calendar import MONTHS, WEEKDAYS


def resolve(name: str, match: Match, anchor: Anchor | None) -> Values:
    """The value of a match of the pattern called ``name``; an impossible day ("February 31") has none."""
    try:
        if name in ABSOLUTE and (absolute := ABSOLUTE[name](match)) is not None:
            return absolute
        if anchor is None or name not in _RELATIVE:
            return None, None
        return _RELATIVE[name](match, anchor)
    except (ValueError, OverflowError):
        return None, None


def _date(match: Match, anchor: Anchor) -> Values:
    if match["which"]:
        return as_day(date(anchor.today.year + STEPS[match["which"]], month_in(match), number_in(match["day"]))), None
    day = anchor.likeliest(month_in(match), number_in(match["day"]))
    if match["weekday"]:
        named = WEEKDAYS[match["weekday"].lower()]
        years = [date(anchor.today.year + step, day.month, day.day) for step in (0, -1, 1, -2, 2)]
        day = next((each for each in years if each.weekday() == named), day)
    return as_day(day), None


def _day_span(match: Match, anchor: Anchor) -> Values:
    first = anchor.likeliest(month_in(match), number_in(match["first"]))
    return as_day(first), as_day(first.replace(day=number_in(match["day"])))


def _months_span(match: Match, anchor: Anchor) -> Values:
    first = anchor.likeliest(month_in(match), number_in(match["first"]))
    last = date(first.year, MONTHS[match["month2"].lower()], number_in(match["day"]))
    return as_day(first), as_day(last if first <= last else last.replace(year=last.year + 1))


def _month_span(match: Match, anchor: Anchor) -> Values:
    """As in "from September to November"."""
    first, last = month_in(match), MONTHS[match["month2"].lower()]
    year = anchor.year_of(last) - (last <= first) if anchor.past else anchor.year_of(first)
    return as_month(year, first), as_month(year + (last <= first), last)


def _month(match: Match, anchor: Anchor) -> Values:
    return as_month(anchor.year_of(month_in(match)), month_in(match)), None


def _relative_month(match: Match, anchor: Anchor) -> Values:
    month, today = month_in(match), anchor.today
    years = {
        "last": today.year - (month >= today.month),
        "next": today.year + (month <= today.month),
        "this": today.year,
    }
    return as_month(years[match["which"].lower()], month), None


def _month_which_year(match: Match, anchor: Anchor) -> Values:
    return as_month(anchor.today.year + STEPS[match["which"]], month_in(match)), None


def _relative_day(match: Match, anchor: Anchor) -> Values:
    word = match["word"].lower().removeprefix("the ")
    offsets = {"yesterday": -1, "last night": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    return as_day(anchor.today + timedelta(days=offsets.get(word, 0))), None


def _years_ago_now(match: Match, anchor: Anchor) -> Values:
    """As in "two years ago this month", "ten years ago today"."""
    year = anchor.today.year - count_in(match)
    if match["unit"]:
        return as_month(year, anchor.today.month), None
    return as_day(anchor.today.replace(year=year)), None


def _month_that_year(match: Match, anchor: Anchor) -> Values:
    """As in "in May that year": of the year last spoken of."""
    return (as_month(anchor.focus.year, month_in(match)), None) if anchor.focus else (None, None)


def _day_before(_: Match, anchor: Anchor) -> Values:
    """As in "The evening before, ...": of the day last spoken of."""
    return (as_day(anchor.focus - timedelta(days=1)), None) if anchor.focus else (None, None)


def _that_day(_: Match, anchor: Anchor) -> Values:
    """As in "that evening": of the day last spoken of."""
    return (as_day(anchor.focus), None) if anchor.focus else (None, None)


def _ordinal_day(match: Match, anchor: Anchor) -> Values:
    """As in "The 24th": of the month last spoken of, else of this month, or the next or last one as the tense asks."""
    day, base = number_in(match["day"]), anchor.focus or anchor.today
    months = base.year * 12 + base.month - 1
    if anchor.focus is None:
        months += (anchor.past is not True and day < base.day) - (anchor.past is True and day > base.day)
    return as_day(date(months // 12, months % 12 + 1, day)), None


def _holiday(match: Match, anchor: Anchor) -> Values:
    name, which, today = match["holiday"].lower(), (match["which"] or "").strip().lower(), anchor.today
    if match["step"]:
        return as_day(holiday_in(name, today.year + STEPS[match["step"]])), None
    days = [holiday_in(name, today.year + step) for step in (-1, 0, 1)]
    if which == "last":
        return as_day(max(each for each in days if each < today)), None
    if which == "next":
        return as_day(min(each for each in days if each > today)), None
    return as_day(min(days, key=anchor.distance)), None


_RELATIVE: dict[str, Callable[[Match, Anchor], Values]] = {
    "date": _date, "day-span": _day_span, "month-part": _month, "month": _month, "weekday": weekdays.weekday,
    "week-weekday": weekdays.week_weekday, "relative-day": _relative_day, "relative-unit": units.relative_unit,
    "relative-month": _relative_month, "month-which-year": _month_which_year, "ago": units.ago, "in-time": units.in_time,
    "quarter": units.quarter, "half": units.half, "season": units.season_which_year, "season-alone": units.season_alone,
    "ordinal-day": _ordinal_day, "holiday": _holiday, "months-span": _months_span, "month-span": _month_span,
    "that-day": _that_day, "weekend": units.weekend, "unit-part": units.unit_part, "weekday-day": weekdays.weekday_day,
    "nth-weekday": weekdays.nth_weekday, "month-that-year": _month_that_year, "years-ago-now": _years_ago_now,
    "day-before": _day_before,
}  # fmt: skip
