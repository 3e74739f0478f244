"""The opening of a first paragraph -> its dateline's place, such as ``TAMPA, Fla.`` in "TAMPA, Fla. (Agency) - ...", and its day."""

from __future__ import annotations

import re

from pipeline.model.moment import Moment
from pipeline.normalize.written_dates import find_date

_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:,\s*[A-Z][\w.]+(?:\s[A-Z][\w.]+)?){0,2})"
    r"(?:,?\s+(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?))?(?:\s*(?:\((?P<agency>[^()]{2,40})\)|/[^/]{2,40}/))?\s+[-–—]+\s+"
)


def dateline_of(paragraph: str) -> str | None:
    """The place where the story was written; None where the paragraph does not open with one."""
    found = _DATELINE.match(paragraph[:200])
    return found["place"].strip(" ,-") if found else None


def day_of(paragraph: str) -> Moment | None:
    """The day that the dateline states with its year; None where it states none."""
    found = _DATELINE.match(paragraph[:200])
    written = find_date(found["day"]) if found and found["day"] else None
    return written.moment if written else None
