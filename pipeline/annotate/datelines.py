"""Where a dateline ends: "OSLO, Norway (AP) -- Police said ..." is no part of the sentence that it stands before."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'-]{2,}(?: [A-Z][A-Z.'-]+){0,3}|[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}(?=[ ,]*[\w ]{0,14} ?\())"
    r"(?:, [A-Z][\w. ]{1,24})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([^()]{2,40}\))?"
    r"(?: ?(?:--|[–—]) ?| - |: )(?=[\"'“‘]?[A-Z\d])"
)
"""A place in capitals, or one with an agency or a day in brackets behind it; a country, a day, an agency; a dash or a colon."""


def dateline_end(text: str) -> int:
    """The offset behind a dateline that opens a text; 0 if none does."""
    match = _DATELINE.match(text)
    return match.end() if match else 0
