"""What a date says by itself: days, months, years, quarters and spans of them with their year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pipeline.annotate.date_anchor import Match, Values, as_day, as_month, as_quarter, month_in, number_in
from pipeline.annotate.date_holidays import holiday_in
from pipeline.annotate.lexicon.calendar import MONTHS, ORDINALS, SEASONS
from pipeline.model.moment import Moment


def _iso(match: Match) -> Values:
    return as_day(date(int(match["year"]), int(match["n1"]), int(match["n2"]))), None


def _numeric(match: Match) -> Values | None:
    """Month and day are told apart only where one of them is above 12, or where dots stand between them."""
    one, two, year = int(match["n1"]), int(match["n2"]), int(match["year"])
    if one > 12 or "." in match.group():
        return as_day(date(year, two, one)), None
    return (as_day(date(year, one, two)), None) if two > 12 or one == two else (Moment(f"{year:04d}"), None)


def _full_date(match: Match) -> Values | None:
    return (as_day(date(int(match["year"]), month_in(match), number_in(match["day"]))), None) if match["year"] else None


def _full_span(match: Match) -> Values | None:
    if not match["year"]:
        return None
    year, month = int(match["year"]), month_in(match)
    return as_day(date(year, month, number_in(match["first"]))), as_day(date(year, month, number_in(match["day"])))


def _month_year(match: Match) -> Values | None:
    return (as_month(int(match["year"]), month_in(match)), None) if match["year"] else None


def _holiday_year(match: Match) -> Values | None:
    return (as_day(holiday_in(match["holiday"].lower(), int(match["year"]))), None) if match["year"] else None


def _months_span(match: Match) -> Values | None:
    if not match["year"]:
        return None
    end = date(int(match["year"]), MONTHS[match["month2"].lower()], number_in(match["day"]))
    start = date(end.year, month_in(match), number_in(match["first"]))
    return as_day(start if start <= end else start.replace(year=end.year - 1)), as_day(end)


def _month_span(match: Match) -> Values | None:
    """As in "from January 2020 to March 2022", "between May and July 2023"."""
    if not match["year"]:
        return None
    last, first, end = int(match["year"]), month_in(match), MONTHS[match["month2"].lower()]
    start = int(match["year1"]) if match["year1"] else last - (first > end)
    return (as_month(start, first), as_month(last, end)) if (start, first) < (last, end) else None


def _half(match: Match) -> Values | None:
    if not match["year"]:
        return None
    year, first = int(match["year"]), 1 if match["which"] == "first" else 7
    return as_month(year, first), as_month(year, first + 5)


def _year_span(match: Match) -> Values:
    first, last = match["first"], match["year"]
    return (Moment(first), Moment(last)) if first < last else (None, None)


def _short_span(match: Match) -> Values:
    """As in "the 2010-11 season": two years, one after the other."""
    first = int(match["first"])
    return (Moment(str(first)), Moment(str(first + 1))) if (first + 1) % 100 == int(match["short"]) else (None, None)


def _quarter_year(match: Match) -> Values | None:
    if "number" in match.re.groupindex:
        return as_quarter(int(match["year"]), int(match["number"]) - 1)
    return as_quarter(int(match["year"]), ORDINALS[match["which"]] - 1) if match["year"] else None


def _season(match: Match) -> Values | None:
    if not match["year"]:
        return None
    year, season = int(match["year"]), match["season"].lower()
    if season == "winter":
        return Moment(f"{year:04d}"), None
    first, last = SEASONS[season]
    return as_month(year, first), as_month(year, last)


def _decade(match: Match) -> Values:
    first = int(match["decade"])
    if first < 100:  # "the '90s"
        first += 1900 if first >= _LAST_CENTURY else 2000
    return Moment(f"{first:04d}"), Moment(f"{first + 9:04d}")


_LAST_CENTURY = 30


def _year(match: Match) -> Values:
    return Moment(match["year"]), None


ABSOLUTE: dict[str, Callable[[Match], Values | None]] = {
    "iso": _iso, "numeric": _numeric, "date": _full_date, "day-span": _full_span, "month-year": _month_year,
    "month-part": _month_year, "holiday": _holiday_year, "quarter": _quarter_year, "season": _season, "decade": _decade,
    "year": _year, "year-part": _year, "months-span": _months_span, "half": _half, "year-span": _year_span,
    "month-span": _month_span, "short-span": _short_span,
}  # fmt: skip
"""By the pattern's name; None where the year is not said."""
