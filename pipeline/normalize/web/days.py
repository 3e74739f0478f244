"""The date of publication: what the address says, htmldate's reading where nothing else says anything, and the choice among all.

A day in the address is the day of publication in news; a time and a zone come from the source that names that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import partial

import lxml.html
from lxml.html import HtmlElement

from pipeline.model.moment import Moment
from pipeline.normalize.lines.line import is_sentence
from pipeline.normalize.web.candidate import Candidate, SourceName
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.segments import Segment
from pipeline.normalize.written_dates import checked, machine_date

LATEST = "2100-01-01"
"""Given so that htmldate does not ask the clock: the same page gives the same day on every day."""
ORDER: tuple[SourceName, ...] = ("url", "open-graph", "json-ld", "microdata", "meta", "dom", "htmldate")
"""Whose day is taken. Of the training pages' days, OpenGraph's were right on 73 of 74, microdata's on 8 of 8, the address's on 8 of
8, meta elements' on 13 of 14, the page's own on 83 of 92, JSON-LD's on 50 of 59, htmldate's on 118 of 143 (2026-11)."""
_EXACT: tuple[SourceName, ...] = ("json-ld", "open-graph", "microdata", "meta", "dom", "url", "htmldate")
"""Whose time and zone are taken among those that name that day."""
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:[/_-]|$)|/((?:19|20)\d\d)/([a-z]{3})/(\d\d)/")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MAX_WORDS = 15
MAX_ROWS = 60
MAX_STATED = 40
"""Characters of an attribute that states a date."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def from_address(url: str) -> Iterator[Candidate]:
    """The day that the path of the address states, such as /2025/05/01/ or /2025/may/01/."""
    found = _IN_ADDRESS.search(url)
    if not found:
        return
    if found[1]:
        moment = checked(f"{found[1]}-{found[2]}-{found[3]}")
    else:
        moment = checked(f"{found[4]}-{_MONTHS.index(found[5]) + 1:02}-{found[6]}") if found[5] in _MONTHS else None
    if moment:
        yield Candidate("datePublished", moment, "url")


def by_htmldate(page: Page, segments: Sequence[Segment]) -> Iterator[Candidate]:
    """The day that htmldate finds in the markup, else in the text that may tell it.

    Its default of the latest day costs 7 to 36 points, so the original one is asked for. Its search of a whole page's text
    costs four times its reading of the markup, and a sentence of the story tells of other days: so it gets only short rows that
    name a year and state nothing, footer apart. Where only a year is found, as in a copyright line, it answers its first of January:
    that day is taken only where the page says it.
    """
    from htmldate import find_date  # noqa: PLC0415 - costs 0.2 s, needed for pages only

    look = partial(find_date, original_date=True, url=page.url or None, max_date=LATEST)
    day = look(deepcopy(page.tree), extensive_search=False)
    if not day and (rows := [each.text for each in segments if _may_tell(each.text)]):
        day = look(_page_of(rows), extensive_search=True)
    moment = machine_date(day) if day else None
    if moment and not (moment.endswith("-01-01") and not _says(page, segments, moment)):
        yield Candidate("datePublished", moment, "htmldate")


def _says(page: Page, segments: Sequence[Segment], day: Moment) -> bool:
    """Whether an attribute or a short row of the page states the day."""
    stated = (
        each for name in ("content", "datetime") for each in page.tree.xpath(f"//@{name}") if len(each) < MAX_STATED
    )
    rows = (each.text for each in segments if len(each.text.split()) <= MAX_WORDS)
    return any(moment is not None and moment.day == day.day for moment in map(machine_date, (*stated, *rows)))


def _may_tell(text: str) -> bool:
    """Whether a row may be the page's own date line: "Published 3 May 2025", no sentence of the story."""
    return bool(_YEAR.search(text)) and len(text.split()) <= MAX_WORDS and not is_sentence(text)


def _page_of(rows: Sequence[str]) -> HtmlElement:
    page = lxml.html.Element("html")
    body = lxml.html.Element("body")
    page.append(body)
    for each in rows[:MAX_ROWS]:
        paragraph = lxml.html.Element("p")
        paragraph.text = each
        body.append(paragraph)
    return page


def choose_date(candidates: Sequence[Candidate]) -> Candidate | None:
    """The day of the first source in order; its time and zone from the source that states them best."""
    first = min(candidates, key=lambda each: ORDER.index(each.source), default=None)
    if first is None:
        return None
    first = _shown_before(first, candidates) or _agreed(first, candidates) or first
    agreeing = [each for each in candidates if near(each.value, first.value)]
    return min(agreeing, key=lambda each: (each.value.day != first.value.day, _EXACT.index(each.source)))


def _shown_before(first: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The day that the page shows, where only JSON-LD says a later one: it could not show it before it was published, and
    systems that a story is moved to write the day of the move there."""
    alone = first.source == "json-ld" and not any(
        near(each.value, first.value) for each in candidates if each.source != "json-ld"
    )
    shown = next((each for each in candidates if each.source == "dom"), None)
    return shown if alone and shown and shown.value.day < first.value.day else None


def _agreed(first: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The day on which two other sources agree, where JSON-LD alone says another one."""
    if first.source != "json-ld":
        return None
    others = [each for each in candidates if each.source != "json-ld"]
    if any(near(each.value, first.value) for each in others):
        return None
    able = (
        each
        for each in others
        if any(other.source != each.source and near(other.value, each.value) for other in others)
    )
    return min(able, key=lambda each: ORDER.index(each.source), default=None)


def of_change(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The day of the last change, which stands in where nothing tells of the publication."""
    stated = next((each for each in candidates if each.field == "dateModified"), None)
    if stated:
        yield Candidate("datePublished", stated.value, stated.source)


def is_of_change(day: Moment | None, candidates: Sequence[Candidate]) -> bool:
    """Whether a day that no source states as that of publication is the one that a source states as that of a change."""
    changes = [each.value for each in candidates if each.field == "dateModified"]
    return day is not None and any(day.day == each.day for each in changes)


def contradiction(best: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """A strong source that names another day than the chosen one."""
    strong = (each for each in candidates if each.source in ("json-ld", "open-graph", "microdata", "url"))
    return next((each for each in strong if not near(each.value, best.value)), None)


def near(one: Moment, other: Moment) -> bool:
    """Whether two moments are at most a day apart, which zones explain."""
    return abs((one.day - other.day).days) <= 1
