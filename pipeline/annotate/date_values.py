"""What a matched date means: absolute forms by themselves, relative ones from the day of publication and the clause's tense."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from pipeline.annotate.date_holidays import movable
from pipeline.annotate.lexicon.calendar import FIXED_HOLIDAYS, MONTHS, NUMERALS, ORDINALS, SEASONS, WEEKDAYS
from pipeline.model.moment import Moment

type Match = re.Match[str]
type Values = tuple[Moment | None, Moment | None]
"""A value, and the end if it is a span; both None where nothing can be said."""

TENSE_PENALTY = 2.5
"""How much farther a day of the other tense counts: "on 15 September has been cancelled" said in August is the coming one."""
SURE_PENALTY = 6.0
"""The same where the tense leaves no doubt: "will open in October" said in January is not the last one."""


class Anchor(msgspec.Struct, frozen=True):
    """What relative dates are counted from: ``past`` is the clause's tense (None: open), ``focus`` the day last spoken of."""

    today: date
    past: bool | None = None
    sure: bool = False
    focus: date | None = None

    @property
    def penalty(self) -> float:
        """How much farther a day of the other tense counts."""
        return SURE_PENALTY if self.sure else TENSE_PENALTY


def resolve(name: str, match: Match, anchor: Anchor | None) -> Values:
    """The value of a match of the pattern called ``name``; an impossible day ("February 31") has none."""
    try:
        if name in _ABSOLUTE and (absolute := _ABSOLUTE[name](match)) is not None:
            return absolute
        if anchor is None or name not in _RELATIVE:
            return None, None
        return _RELATIVE[name](match, anchor)
    except (ValueError, OverflowError):
        return None, None


# --- absolute -----------------------------------------------------------------------------------------------------------


def _iso(match: Match) -> Values:
    return Moment(match.group()), None


def _numeric(match: Match) -> Values | None:
    """Month and day are told apart only where one of them is above 12."""
    one, two, year = int(match["n1"]), int(match["n2"]), int(match["year"])
    if one > 12:
        return _day(date(year, two, one)), None
    return (_day(date(year, one, two)), None) if two > 12 or one == two else (Moment(f"{year:04d}"), None)


def _full_date(match: Match) -> Values | None:
    return (
        (_day(date(int(match["year"]), _month_number(match), _number(match["day"]))), None) if match["year"] else None
    )


def _full_span(match: Match) -> Values | None:
    if not match["year"]:
        return None
    year, month = int(match["year"]), _month_number(match)
    return _day(date(year, month, _number(match["first"]))), _day(date(year, month, _number(match["day"])))


def _month_year(match: Match) -> Values | None:
    return (_month(int(match["year"]), _month_number(match)), None) if match["year"] else None


def _holiday_year(match: Match) -> Values | None:
    return (_day(_holiday_in(match["holiday"].lower(), int(match["year"]))), None) if match["year"] else None


def _holiday_in(name: str, year: int) -> date:
    return movable(name, year) or date(year, *FIXED_HOLIDAYS[name])


def _months_span(match: Match) -> Values | None:
    if not match["year"]:
        return None
    end = date(int(match["year"]), MONTHS[match["month2"].lower()], _number(match["day"]))
    start = date(end.year, _month_number(match), _number(match["first"]))
    return _day(start if start <= end else start.replace(year=end.year - 1)), _day(end)


def _half(match: Match) -> Values:
    year, first = int(match["year"]), 1 if match["which"] == "first" else 7
    return _month(year, first), _month(year, first + 5)


def _year_span(match: Match) -> Values:
    first, last = match["first"], match["year"]
    return (Moment(first), Moment(last)) if first < last else (None, None)


def _quarter_year(match: Match) -> Values | None:
    if "number" in match.re.groupindex:
        return _quarter(int(match["year"]), int(match["number"]) - 1)
    return _quarter(int(match["year"]), ORDINALS[match["which"]] - 1) if match["year"] else None


def _season(match: Match) -> Values:
    year, season = int(match["year"]), match["season"].lower()
    if season == "winter":
        return Moment(f"{year:04d}"), None
    first, last = SEASONS[season]
    return _month(year, first), _month(year, last)


def _decade(match: Match) -> Values:
    first = int(match["decade"])
    return Moment(f"{first:04d}"), Moment(f"{first + 9:04d}")


def _year(match: Match) -> Values:
    return Moment(match["year"]), None


_ABSOLUTE: dict[str, Callable[[Match], Values | None]] = {
    "iso": _iso, "numeric": _numeric, "date": _full_date, "day-span": _full_span, "month-year": _month_year,
    "month-part": _month_year, "holiday": _holiday_year, "quarter": _quarter_year, "season": _season, "decade": _decade,
    "year": _year, "year-part": _year, "months-span": _months_span, "half": _half, "year-span": _year_span,
}  # fmt: skip


# --- relative -----------------------------------------------------------------------------------------------------------


def _date(match: Match, anchor: Anchor) -> Values:
    if match["which"]:
        step = {"last": -1, "this": 0, "next": 1}[match["which"]]
        return _day(date(anchor.today.year + step, _month_number(match), _number(match["day"]))), None
    day = _likeliest(anchor, _month_number(match), _number(match["day"]))
    if match["weekday"]:
        named = WEEKDAYS[match["weekday"].lower()]
        years = [date(anchor.today.year + step, day.month, day.day) for step in (0, -1, 1, -2, 2)]
        day = next((each for each in years if each.weekday() == named), day)
    return _day(day), None


def _day_span(match: Match, anchor: Anchor) -> Values:
    first = _likeliest(anchor, _month_number(match), _number(match["first"]))
    return _day(first), _day(first.replace(day=_number(match["day"])))


def _months_span_near(match: Match, anchor: Anchor) -> Values:
    first = _likeliest(anchor, _month_number(match), _number(match["first"]))
    last = date(first.year, MONTHS[match["month2"].lower()], _number(match["day"]))
    return _day(first), _day(last if first <= last else last.replace(year=last.year + 1))


def _weekday_day(match: Match, anchor: Anchor) -> Values:
    """As in "Monday the 5th": the nearest month in which they fall together."""
    number, day, today = WEEKDAYS[match["weekday"].lower()], _number(match["day"]), anchor.today
    months = [today.year * 12 + today.month - 1 + step for step in range(-_NEAR_MONTHS, _NEAR_MONTHS + 1)]
    days = [date(each // 12, each % 12 + 1, day) for each in months if _exists(each // 12, each % 12 + 1, day)]
    found = [each for each in days if each.weekday() == number]
    return _day(min(found, key=lambda each: _distance(anchor, each))), None


_NEAR_MONTHS = 4


def _likeliest(anchor: Anchor, month: int, day: int) -> date:
    """The day of this month and number that is meant: the nearest, unless the tense speaks against it."""
    today = anchor.today
    years = [each for each in (today.year - 1, today.year, today.year + 1) if _exists(each, month, day)]
    return min((date(each, month, day) for each in years), key=lambda each: _distance(anchor, each))


def _distance(anchor: Anchor, day: date) -> float:
    days = (day - anchor.today).days
    against = (anchor.past is True and days > 0) or (anchor.past is False and days < 0)
    return abs(days) * (anchor.penalty if against else 1.0)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month_alone(match: Match, anchor: Anchor) -> Values:
    month, today = _month_number(match), anchor.today
    years = (today.year - 1, today.year, today.year + 1)

    def distance(year: int) -> float:
        months = (year - today.year) * 12 + month - today.month
        against = (anchor.past is True and months > 0) or (anchor.past is False and months < 0)
        return abs(months) * (anchor.penalty if against else 1.0)

    return _month(min(years, key=distance), month), None


def _relative_month(match: Match, anchor: Anchor) -> Values:
    month, today = _month_number(match), anchor.today
    years = {
        "last": today.year - (month >= today.month),
        "next": today.year + (month <= today.month),
        "this": today.year,
    }
    return _month(years[match["which"]], month), None


def _month_which_year(match: Match, anchor: Anchor) -> Values:
    step = {"last": -1, "this": 0, "next": 1}[match["which"]]
    return _month(anchor.today.year + step, _month_number(match)), None


def _week_weekday(match: Match, anchor: Anchor) -> Values:
    step = {"last": -1, "this": 0, "next": 1}[match["week"]]
    return _day(_monday(anchor.today) + timedelta(days=WEEKDAYS[match["weekday"].lower()], weeks=step)), None


def _weekday(match: Match, anchor: Anchor) -> Values:
    number, which, today = WEEKDAYS[match["weekday"].lower()], (match["which"] or "").strip().lower(), anchor.today
    focus = anchor.focus or today
    if match["week"]:  # "Friday week"
        return _day(_after(today, number) + timedelta(weeks=1)), None
    chosen: dict[str, date] = {
        "next": _next_weekday(today, number),
        "this coming": _after(today, number),
        "last": _before(today, number),
        "this past": _before(today, number),
        "the following": _after(focus, number),
        "the next": _after(focus, number),
        "the previous": _before(focus, number),
    }
    return _day(chosen.get(which) or _plain_weekday(anchor, number)), None


def _plain_weekday(anchor: Anchor, number: int) -> date:
    today = anchor.today
    if today.weekday() == number:
        return today
    return _after(today, number) if anchor.past is False else _before(today, number)


def _after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def _before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def _next_weekday(today: date, number: int) -> date:
    """From a Saturday or Sunday the coming one; inside a week that of the next week, if it is still to come in this one."""
    if today.weekday() >= 5 or number <= today.weekday():
        return _after(today, number)
    return _monday(today) + timedelta(days=7 + number)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _relative_day(match: Match, anchor: Anchor) -> Values:
    word = match["word"].lower().removeprefix("the ")
    offsets = {"yesterday": -1, "last night": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    return _day(anchor.today + timedelta(days=offsets.get(word, 0))), None


_STEPS = {
    "last": -1, "the previous": -1, "next": 1, "the following": 1, "the coming": 1, "this": 0, "the past": -1, "this past": -1,
    "this coming": 1, "the same": 0, "the next": 1,
}  # fmt: skip


def _relative_unit(match: Match, anchor: Anchor) -> Values:
    which, unit = (match["which"] or "the following").lower(), match["unit"].lower()
    counted = which in {"the previous", "the following", "the same", "the next"}
    unit = "day" if unit in {"morning", "afternoon", "evening", "night"} else unit
    if unit == "day" and (not counted or anchor.focus is None):
        return None, None  # "this day", and "the following day" of nothing said
    if which in {"the same", "the next"} and anchor.focus is None:
        return None, None
    today = anchor.focus if anchor.focus and counted else anchor.today
    if unit == "weekend" and which == "this" and anchor.past and today.weekday() <= _MIDWEEK:
        return _unit_weekend(today, -1)
    return _UNITS[unit](today, _STEPS[which]) if unit in _UNITS else _season_of(unit, today, _STEPS[which])


def _years_ago_now(match: Match, anchor: Anchor) -> Values:
    """As in "two years ago this month", "ten years ago today"."""
    year = anchor.today.year - _count(match)
    if match["unit"]:
        return _month(year, anchor.today.month), None
    return _day(anchor.today.replace(year=year)), None


def _month_that_year(match: Match, anchor: Anchor) -> Values:
    """As in "in May that year": of the year last spoken of."""
    return (_month(anchor.focus.year, _month_number(match)), None) if anchor.focus else (None, None)


def _day_before(_: Match, anchor: Anchor) -> Values:
    """As in "The evening before, ...": of the day last spoken of."""
    return (_day(anchor.focus - timedelta(days=1)), None) if anchor.focus else (None, None)


_MIDWEEK = 2


def _weekend(_: Match, anchor: Anchor) -> Values:
    """As in "over the weekend": the last or the coming one, by the tense."""
    begun = anchor.today.weekday() >= _MIDWEEK + 3
    return _unit_weekend(anchor.today, 0 if begun or anchor.past is False else -1)


def _unit_part(match: Match, anchor: Anchor) -> Values:
    """As in "the end of the year": no more precise than the unit, and of a time told of before, if it is past."""
    if match["which"] == "the" and anchor.past and anchor.focus is not None and anchor.focus < anchor.today:
        return _UNITS[match["unit"]](anchor.focus, 0)
    return _UNITS[match["unit"]](anchor.today, {"last": -1, "next": 1}.get(match["which"], 0))


def _unit_day(today: date, step: int) -> Values:
    return _day(today + timedelta(days=step)), None


def _unit_year(today: date, step: int) -> Values:
    return Moment(f"{today.year + step:04d}"), None


def _unit_month(today: date, step: int) -> Values:
    months = today.year * 12 + today.month - 1 + step
    return _month(months // 12, months % 12 + 1), None


def _unit_week(today: date, step: int) -> Values:
    monday = _monday(today) + timedelta(weeks=step)
    return _day(monday), _day(monday + timedelta(days=6))


def _unit_weekend(today: date, step: int) -> Values:
    saturday = _monday(today) + timedelta(days=5, weeks=step)
    return _day(saturday), _day(saturday + timedelta(days=1))


def _unit_quarter(today: date, step: int) -> Values:
    quarters = today.year * 4 + (today.month - 1) // 3 + step
    return _quarter(quarters // 4, quarters % 4)


_UNITS: dict[str, Callable[[date, int], Values]] = {
    "day": _unit_day, "year": _unit_year, "month": _unit_month, "week": _unit_week, "weekend": _unit_weekend, "quarter": _unit_quarter,
}  # fmt: skip


def _season_of(unit: str, today: date, step: int) -> Values:
    if unit not in SEASONS:  # a winter spans two years
        return None, None
    first, last = SEASONS[unit]
    year = today.year - (step == -1 and last >= today.month) + (step == 1 and first <= today.month)
    return _month(year, first), _month(year, last)


def _quarter(year: int, quarter: int) -> Values:
    return _month(year, quarter * 3 + 1), _month(year, quarter * 3 + 3)


def _quarter_alone(match: Match, anchor: Anchor) -> Values:
    number, today = ORDINALS[match["which"]] - 1, anchor.today
    ahead = number * 3 + 1 > today.month
    return _quarter(today.year - (ahead and anchor.past is not False), number)


def _ago(match: Match, anchor: Anchor) -> Values:
    way = match["way"]
    base = anchor.focus if way in {"earlier", "later"} else anchor.today
    if base is None:
        return None, None
    number = _count(match)
    return shifted(base, number if way in {"later", "from now"} else -number, match["unit"]), None


def _that_day(_: Match, anchor: Anchor) -> Values:
    """As in "that evening": of the day last spoken of."""
    return (_day(anchor.focus), None) if anchor.focus else (None, None)


def _in_time(match: Match, anchor: Anchor) -> Values:
    return shifted(anchor.today, _count(match), match["unit"]), None


def _count(match: Match) -> int:
    return int(match["number"]) if match["number"].isdigit() else NUMERALS[match["number"].lower()]


def shifted(base: date, number: int, unit: str) -> Moment | None:
    """The day, month or year that lies so many units off: no more precise than the unit."""
    if unit in _DAYS:
        return _day(base + timedelta(days=number * _DAYS[unit]))
    if unit == "month":
        months = base.year * 12 + base.month - 1 + number
        return _month(months // 12, months % 12 + 1)
    return Moment(f"{base.year + number * (10 if unit == 'decade' else 1):04d}")


_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _ordinal_day(match: Match, anchor: Anchor) -> Values:
    """As in "The 24th": of the month last spoken of, else of this month, or the next or last one as the tense asks."""
    day, base = _number(match["day"]), anchor.focus or anchor.today
    months = base.year * 12 + base.month - 1
    if anchor.focus is None:
        months += (anchor.past is not True and day < base.day) - (anchor.past is True and day > base.day)
    return _day(date(months // 12, months % 12 + 1, day)), None


def _holiday(match: Match, anchor: Anchor) -> Values:
    name, which, today = match["holiday"].lower(), (match["which"] or "").strip().lower(), anchor.today
    days = [_holiday_in(name, today.year + step) for step in (-1, 0, 1)]
    if which == "last":
        return _day(max(each for each in days if each < today)), None
    if which == "next":
        return _day(min(each for each in days if each > today)), None
    return _day(min(days, key=lambda each: _distance(anchor, each))), None


_RELATIVE: dict[str, Callable[[Match, Anchor], Values]] = {
    "date": _date, "day-span": _day_span, "month-part": _month_alone, "month": _month_alone, "weekday": _weekday,
    "week-weekday": _week_weekday, "relative-day": _relative_day, "relative-unit": _relative_unit,
    "relative-month": _relative_month, "month-which-year": _month_which_year, "ago": _ago, "in-time": _in_time,
    "quarter": _quarter_alone, "ordinal-day": _ordinal_day, "holiday": _holiday, "months-span": _months_span_near,
    "that-day": _that_day, "weekend": _weekend, "unit-part": _unit_part, "weekday-day": _weekday_day,
    "month-that-year": _month_that_year, "years-ago-now": _years_ago_now, "day-before": _day_before,
}  # fmt: skip


def _day(day: date) -> Moment:
    return Moment(day.isoformat())


def _month(year: int, month: int) -> Moment:
    return Moment(f"{year:04d}-{month:02d}")


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month_number(match: Match) -> int:
    return MONTHS[match["month"].lower()]
