"""A date as precise as its source and no more: ISO 8601 text in, the same text out, checked.

Specification: ISO 8601-1 calendar dates and RFC 3339 date-times; a zone is kept only where the source states one.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Literal, Self

Precision = Literal["year", "month", "day", "local", "instant"]

_MOMENT = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)"
    r"(?:-(?P<day>\d\d)"
    r"(?P<time>T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?"
    r"(?P<zone>(?<=\d)(?:Z|[+-]\d\d:\d\d))?)?)?",
    re.ASCII,
)


class Moment(str):
    """Text such as ``2014``, ``2014-11``, ``2014-11-18``, ``2014-11-18T09:00`` or ``2014-11-18T09:00:00+09:00``.

    Behaves as its text, so it can stand in JSON-LD as it is. Raises ``ValueError`` for anything else and for impossible
    dates. It does not know which zone a local time is in.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the text; raises ``ValueError`` with what is wrong."""
        match = _MOMENT.fullmatch(text)
        if match is None or (match["zone"] and not match["time"]):
            raise ValueError(
                f"{text!r} is no ISO 8601 date: write 2014, 2014-11, 2014-11-18 or 2014-11-18T09:00:00+09:00"
            )
        if match["time"]:
            datetime.fromisoformat(text)
        else:
            date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
        return super().__new__(cls, text)

    @property
    def precision(self) -> Precision:
        """How much the source said."""
        if "T" in self:
            return "local" if self.clock.tzinfo is None else "instant"
        by_length: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
        return by_length[len(self)]

    @property
    def clock(self) -> datetime:
        """The date and time with its zone, where one is stated; ``ValueError`` if there is no time."""
        if "T" not in self:
            raise ValueError(f"{self} states no time of day")
        return datetime.fromisoformat(self)

    @property
    def day(self) -> date:
        """The first day that the moment covers, in its own zone."""
        year, month, day = [*self[:10].split("-"), "1", "1"][:3]
        return date(int(year), int(month), int(day))

    @property
    def instant(self) -> datetime | None:
        """The moment in UTC, or None if the source gave no time or no zone."""
        return self.clock.astimezone(UTC) if self.precision == "instant" else None
