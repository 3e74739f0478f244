"""The line at the head of a release that says when it may be published -> the end of the embargo, or that it is unclear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pipeline.model.finding import Outcome
from pipeline.normalize.wire import findings as say
from pipeline.normalize.written_dates import find_date

MAX_WORDS = 25
_EMBARGO = re.compile(
    r"\W*(?:(?:strictly|under|sous)\s+)*(?:embargo(?:ed)?|sperrfrist)\b(?:\W*$|\s*[:–—-]|\s+(?:until|till|to|for|by|bis|jusqu)|.*\b\d{1,2}[:.]\d\d\b|.*\b\d{4}\b)|"
    r"\W*(?:strictly\s+)?not\s+(?:for|to\s+be)\s+(?:publication|release|broadcast|use|published|released|used)\s+(?:before|until)\b",
    re.IGNORECASE,
)
"""A label, no headline about an embargo on grain: it stands alone, before a colon, or names a time."""


def is_label(text: str) -> bool:
    """Whether a line says that the text may not be published yet."""
    return len(text.split()) <= MAX_WORDS and bool(_EMBARGO.match(text))


def embargo_of(lines: Sequence[str]) -> Outcome[dict[str, Any]]:
    """What the first such line states of the article; one whose end cannot be read withholds it."""
    line = next((each for each in lines if is_label(each)), None)
    if line is None:
        return Outcome({})
    until = find_date(line)
    if until is None:
        return Outcome({"pub_status": "withheld"}, (say.embargo_unclear(line),))
    return Outcome({"embargoed": until.moment})
