"""Names, dates and quotations in languages without rules of their own: only what means the same wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from pipeline.annotate.gazetteer import Cities
from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.months import MONTHS_ELSEWHERE
from pipeline.annotate.name_patterns import Name
from pipeline.annotate.quote_marks import Quoted
from pipeline.annotate.reading import Passage, Reading
from pipeline.model.annotations import Annotations, Mention, Quotation, TimeExpression
from pipeline.model.moment import Moment

SHORTEST_QUOTATION = 4
"""Words of a quoted sentence; fewer are a title, a term or a name."""

# --- names ---------------------------------------------------------------------------------------------------------------

SURE_ELSEWHERE = 0.9
"""An English model's first guess is right half of the time in French; persons named in full, this sure, nearly always."""


def sure_anywhere(names: Sequence[Name], cities: Cities) -> tuple[Name, ...]:
    """Of names found by a model for English in another language, those to rely on: full names of persons, known places."""
    full = [each for each in names if each.type == "person" and " " in each.text and each.probability >= SURE_ELSEWHERE]
    words = {word for each in full for word in each.words}
    return tuple(
        each
        for each in names
        if each in full
        or (each.type == "person" and each.text in words)
        or (each.type == "place" and (each.text in COUNTRY_CODES or cities.is_city(each.text)))
    )


# --- dates ---------------------------------------------------------------------------------------------------------------

_MONTH = "|".join(sorted(MONTHS_ELSEWHERE, key=len, reverse=True))
_DATES = (
    re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"),
    re.compile(r"(?<![\w./])(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>(?:19|20)\d\d)(?!\w|\.\d)"),
    re.compile(r"(?<![\w./])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\w/])"),
    re.compile(r"(?P<year>(?:19|20)\d\d) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]"),
    re.compile(
        rf"(?<![\w.])(?P<day>\d{{1,2}})(?:\.|er|º|°)? (?:de |d[’']|di )?(?P<name>{_MONTH})\.? (?:de |del |di )?(?P<year>(?:19|20)\d\d)(?!\w)",
        re.IGNORECASE,
    ),
)
"""Full dates, the day before the month as everywhere but in the United States, or the year first."""


def find_dates_in_any_language(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the full dates of the article added; relative dates need a language's rules."""
    found = [each for passage in reading.passages for each in _dates(passage)]
    return msgspec.structs.replace(annotations, times=tuple(found))


def _dates(passage: Passage) -> Iterator[TimeExpression]:
    matches = (match for pattern in _DATES for match in pattern.finditer(passage.block.text))
    end = 0
    for match in sorted(matches, key=lambda each: each.start()):
        value = _day(match.groupdict())
        if value is not None and match.start() >= end:
            end = match.end()
            span = passage.span(*match.span())
            yield TimeExpression(span=span, text=match.group(), by="rule:date:full", value=value, probability=0.9)


def _day(parts: dict[str, str]) -> Moment | None:
    month = MONTHS_ELSEWHERE[parts["name"].lower()] if "name" in parts else int(parts["month"])
    try:
        return Moment(date(int(parts["year"]), month, int(parts["day"])).isoformat())
    except ValueError:
        return None  # a number of another kind


# --- quotations ------------------------------------------------------------------------------------------------------------

_BEFORE = re.compile(r"[^.?!«»“”„\"]*:\s*$")
_BEHIND = re.compile(r"[\s,]*(?:[^\s.,;:?!«»“”„\"]+ ){1,6}?$")


def find_quotations_in_any_language(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with quoted sentences beside which a person is named: "X : « ... »", "« ... », verb X"."""
    persons = {each.id for each in annotations.entities if each.type == "person"}
    named = sorted((each for each in annotations.mentions if each.entity in persons), key=lambda each: each.span.start)
    found = [
        quotation
        for passage in reading.passages
        if passage.is_body
        for part in passage.quoted
        if (quotation := _quotation(passage, part, named)) is not None
    ]
    numbered = (msgspec.structs.replace(each, id=f"quotation-{at}") for at, each in enumerate(found, 1))
    return msgspec.structs.replace(annotations, quotations=tuple(numbered))


def _quotation(passage: Passage, part: Quoted, named: Sequence[Mention]) -> Quotation | None:
    words = passage.block.text[part.start : part.end]
    start, end = part.start + len(words) - len(words.lstrip()), part.end - len(words) + len(words.rstrip())
    speaker = _speaker(passage, part, named) if part.closed and len(words.split()) >= SHORTEST_QUOTATION else None
    if speaker is None:
        return None
    return Quotation(
        id="",
        text=passage.original(start, end),
        spans=(passage.span(start, end),),
        by="rule:quote-beside-person",
        speaker=speaker.entity,
        speaker_text=speaker.text,
        speaker_span=speaker.span,
        probability=0.75,
    )


def _speaker(passage: Passage, part: Quoted, named: Sequence[Mention]) -> Mention | None:
    """The one person named in the sentence before a colon, or right behind the quotation and some words."""
    text, offset = passage.block.text, passage.block.start
    lead = _BEFORE.search(text[: part.start - 1])
    if lead is not None:
        before = [each for each in named if offset + lead.start() <= each.span.start < offset + lead.end()]
        if len({each.entity for each in before}) == 1:
            return before[0]
    behind = next((each for each in named if each.span.start > offset + part.end), None)
    if behind is None or behind.span.start >= offset + len(text):
        return None
    between = text[part.end + 1 : behind.span.start - offset]
    return behind if _BEHIND.fullmatch(between) else None
