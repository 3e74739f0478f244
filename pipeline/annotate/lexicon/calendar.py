"""Months, weekdays, seasons, holidays and numerals, as English news writes them."""

from __future__ import annotations

MONTHS: dict[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

NUMERALS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip

FIXED_HOLIDAYS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25), "christmas eve": (12, 24),
    "christmas": (12, 25), "boxing day": (12, 26), "valentine's day": (2, 14), "independence day": (7, 4),
    "halloween": (10, 31), "armistice day": (11, 11), "veterans day": (11, 11), "may day": (5, 1), "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17), "bastille day": (7, 14), "canada day": (7, 1), "australia day": (1, 26), "all saints' day": (11, 1),
    "epiphany": (1, 6), "juneteenth": (6, 19), "st. stephen's day": (12, 26), "international women's day": (3, 8),
    "anzac day": (4, 25), "waitangi day": (2, 6), "burns night": (1, 25), "bonfire night": (11, 5), "guy fawkes night": (11, 5),
    "holocaust memorial day": (1, 27), "fourth of july": (7, 4), "cinco de mayo": (5, 5), "groundhog day": (2, 2), "earth day": (4, 22),
    "remembrance day": (11, 11), "all souls' day": (11, 2),
}  # fmt: skip
"""Holidays of a fixed month and day; those named differently per country are left out unless their name is plain."""

SEASONS: dict[str, tuple[int, int]] = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
"""First and last month, for the northern hemisphere; winter spans two years and is not resolved to months."""
