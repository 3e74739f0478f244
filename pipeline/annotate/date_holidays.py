"""Holidays whose day differs from year to year: Easter and what hangs on it, the n-th weekday of a month."""

from __future__ import annotations

from datetime import date, timedelta

_FROM_EASTER = {
    "palm sunday": -7, "ash wednesday": -46, "maundy thursday": -3, "good friday": -2, "easter": 0, "easter sunday": 0,
    "easter monday": 1, "whit monday": 50,
}  # fmt: skip
_NTH_WEEKDAY = {
    "martin luther king day": (1, 0, 3), "martin luther king jr. day": (1, 0, 3), "presidents' day": (2, 0, 3),
    "memorial day": (5, 0, -1), "labor day": (9, 0, 1), "columbus day": (10, 0, 2), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}  # fmt: skip
"""Month, weekday and which of them, as the United States keep these days; others spell or name theirs differently."""


def movable(name: str, year: int) -> date | None:
    """The day of a movable holiday in a year; None for a name that is none."""
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name == "black friday":
        return _nth(year, *_NTH_WEEKDAY["thanksgiving"]) + timedelta(days=1)
    return _nth(year, *_NTH_WEEKDAY[name]) if name in _NTH_WEEKDAY else None


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
