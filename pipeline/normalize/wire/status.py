"""A publishing status as written (a word, a qcode, an address of IPTC's pubStatus) -> the record's; unknown ones are withheld."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.model.finding import Finding
from pipeline.normalize.wire import findings as say

PubStatus = Literal["usable", "withheld", "canceled"]
_STATUSES: dict[str, PubStatus] = {
    "": "usable", "usable": "usable", "withheld": "withheld", "canceled": "canceled", "cancelled": "canceled",
}  # fmt: skip


def pub_status(written: str | None) -> tuple[PubStatus, tuple[Finding, ...]]:
    """The status with what is wrong with it. Absent means usable (ninjs 3.1; NewsML-G2 guidelines, 2.19)."""
    code = re.split(r"[:/#]", (written or "").strip().lower())[-1]
    known = _STATUSES.get(code)
    if known is not None:
        return known, ()
    return "withheld", (say.property_wrong("pubStatus", f"is {code[:40]!r}; the article is withheld"),)
