"""The day of a holiday in a year: fixed ones, Easter and what hangs on it, the n-th weekday of a month."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.annotate.lexicon.calendar import FIXED_HOLIDAYS

_FROM_EASTER = {
    "palm sunday": -7, "ash wednesday": -46, "maundy thursday": -3, "good friday": -2, "easter": 0, "easter sunday": 0,
    "easter monday": 1, "whit monday": 50, "shrove tuesday": -47, "pancake day": -47, "mardi gras": -47, "holy saturday": -1,
    "easter saturday": -1, "ascension day": 39, "whit sunday": 49, "pentecost": 49, "corpus christi": 60,
}  # fmt: skip
_NTH_WEEKDAY = {
    "martin luther king day": (1, 0, 3), "martin luther king jr. day": (1, 0, 3), "presidents' day": (2, 0, 3),
    "memorial day": (5, 0, -1), "labor day": (9, 0, 1), "columbus day": (10, 0, 2), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4), "august bank holiday": (8, 0, -1), "summer bank holiday": (8, 0, -1),
    "spring bank holiday": (5, 0, -1), "late may bank holiday": (5, 0, -1), "early may bank holiday": (5, 0, 1),
    "may day bank holiday": (5, 0, 1), "remembrance sunday": (11, 6, 2), "melbourne cup day": (11, 1, 1),
}  # fmt: skip
"""Month, weekday and which of them, as the country keeps it that calls its day so."""


def holiday_in(name: str, year: int) -> date:
    """The day of a holiday, named in small letters, in a year."""
    return movable(name.removesuffix(" monday") if "bank holiday" in name else name, year) or date(
        year, *FIXED_HOLIDAYS[name]
    )


def movable(name: str, year: int) -> date | None:
    """The day of a movable holiday in a year; None for a name that is none."""
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name in _BEHIND_THANKSGIVING:
        return _nth(year, *_NTH_WEEKDAY["thanksgiving"]) + timedelta(days=_BEHIND_THANKSGIVING[name])
    return _nth(year, *_NTH_WEEKDAY[name]) if name in _NTH_WEEKDAY else None


_BEHIND_THANKSGIVING = {"black friday": 1, "cyber monday": 4}


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year, month, 31)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, 1991)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
