"""The day of publication by htmldate: its reading of times, meta elements, the address and the text, without a time of day."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from pipeline.normalize.web.candidate import Candidate
from pipeline.normalize.web.page import Page
from pipeline.normalize.written_dates import machine_date

LATEST = "2100-01-01"
"""Given so that htmldate does not ask the clock: the same page gives the same day on every day."""


def candidates(page: Page) -> Iterator[Candidate]:
    """The day that htmldate finds; its default of the latest day costs 7 to 36 points, so the original one is asked for."""
    from htmldate import find_date  # noqa: PLC0415 - costs 0.2 s, needed for pages only

    day = find_date(deepcopy(page.tree), original_date=True, url=page.url or None, max_date=LATEST)
    moment = machine_date(day) if day else None
    if moment:
        yield Candidate("datePublished", moment, "htmldate")
