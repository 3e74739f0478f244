"""Dates and times in the text, resolved against the publication moment in its own zone, as precise as the text is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from pipeline.annotate.date_anchor import Anchor
from pipeline.annotate.date_clocks import with_clocks
from pipeline.annotate.date_context import FRAMED, Named, Told, counted_from, followed_day, is_of_list, year_told
from pipeline.annotate.date_patterns import PATTERNS
from pipeline.annotate.date_tense import tense_at
from pipeline.annotate.date_units import shifted
from pipeline.annotate.date_values import resolve
from pipeline.annotate.lexicon.calendar import NUMERALS
from pipeline.annotate.reading import Passage, Reading
from pipeline.model.annotations import Annotations, TimeExpression
from pipeline.model.moment import Moment

SETS_FOCUS = frozenset({"date", "iso", "day-span", "month-year"})
"""Forms whose month a later "the 24th" belongs to."""


_RECENT = timedelta(days=6)


def _day_told(reading: Reading, today: date | None) -> Moment | None:
    """The day of which the article tells: the first that its beginning names, of the last few before publication."""
    if today is None:
        return None
    for passage in [each for each in reading.passages if each.is_body and len(each.text) > _DATE_LINE][:3]:
        for time in _in_passage(passage, today, Told(), None)[0]:
            if time.value is not None and time.value.precision == "day" and time.end is None:
                return time.value if today - _RECENT <= time.value.day <= today else None
    return None


_DATE_LINE = 40
"""Characters of a line that may hold nothing but the article's date."""


COUNTS_ON = frozenset({"relative-unit", "ago", "that-day", "day-before", "month-that-year", "unit-part"})
"""Forms that may count from the day named last: "the following day", "three days later"."""


def find_dates(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with every date of the article added, in the order of the text."""
    published = reading.article.date_published
    today = published.day if published and published.precision not in {"year", "month"} else None
    named = _named(annotations)
    day_told = _day_told(reading, today)
    found = [
        each
        for passage, times, before in _by_passage(reading, today, day_told)
        for each in with_clocks(passage, times, before or day_told)
        if (each.by not in IN_NAMES or each.span.start not in named) and not _recurs(reading.text, each.span.start)
    ]
    return msgspec.structs.replace(annotations, times=tuple(sorted(found, key=lambda each: each.span)))


def _recurs(text: str, start: int) -> bool:
    """As in "every Monday", "each year": no day, but all of them."""
    return re.search(r"\b(?:every|each|most|some|any) $", text[max(0, start - 8) : start], re.IGNORECASE) is not None


IN_NAMES = frozenset({"rule:date:holiday", "rule:date:month", "rule:date:weekday", "rule:date:season"})
"""Forms whose words are names, too: "June Holt", "Noel Christmas", "Sunday Times"."""


def _named(annotations: Annotations) -> frozenset[int]:
    """The offsets that names of persons, organizations and works cover."""
    kinds = {each.id: each.type for each in annotations.entities}
    return frozenset(
        offset
        for each in annotations.mentions
        if kinds[each.entity] in {"person", "organization", "work"} and each.form != "description"
        for offset in range(each.span.start, each.span.end)
    )


def _by_passage(
    reading: Reading, today: date | None, main: Moment | None
) -> Iterator[tuple[Passage, list[TimeExpression], Moment | None]]:
    """The dates of each passage, and the day that the one before named last: "that evening" may open a paragraph."""
    told = Told()
    for passage in reading.passages:
        before = told.last if told.age == 0 else None
        times, behind = _in_passage(passage, today, told, main)
        over = before is not None and before.precision == "day" and today is not None and before.day <= today
        yield passage, times, before if over else None
        told = behind if behind != told or not passage.is_body else told.aged()


def _in_passage(
    passage: Passage, today: date | None, told: Told, main: Moment | None
) -> tuple[list[TimeExpression], Told]:
    """The dates of a passage, and what is told behind it; what a quotation names says nothing of the words around it."""
    found: list[TimeExpression] = []
    focus: date | None = None
    named: list[Named] = []
    for name, match in _matches(_cased(passage.text)):
        anchor = _anchor(passage, name, match, told, focus=focus, named=named, main=main, today=today)
        value, end = resolve(name, match, anchor)
        found += _expressions(passage, name, match, value, end)
        if value is None or passage.is_quoted(match.start()):
            continue
        focus = value.day if name in SETS_FOCUS else focus
        named.append(Named(match, value))
        if name == "weekday" and is_of_list(passage, match, value.day, told):
            told = msgspec.structs.replace(told, listing=True)
        told = told.with_date(name, value, end)
    return found, told


def _anchor(  # noqa: PLR0913  what may be meant by a date hangs on all that was told before it
    passage: Passage,
    name: str,
    match: re.Match[str],
    told: Told,
    *,
    focus: date | None,
    named: list[Named],
    main: Moment | None,
    today: date | None,
) -> Anchor | None:
    """What a date is counted from."""
    if today is None:
        return None
    past, sure = tense_at(passage, match)
    if name in COUNTS_ON:
        focus = counted_from(match, _last(passage, match, told, named=named, main=main, past=past, today=today))
    elif name == "weekday" and told.last is not None and told.last.precision == "day":
        focus = told.last.day
    return Anchor(
        today,
        past,
        sure,
        focus,
        told.last.precision if told.last is not None else "day",
        followed_day(passage, match, told, past=past) if name == "weekday" else None,
        year_told(passage, match, named, today) if name in FRAMED else None,
    )


def _last(  # noqa: PLR0913  see ``_anchor``
    passage: Passage,
    match: re.Match[str],
    told: Told,
    *,
    named: list[Named],
    main: Moment | None,
    past: bool | None,
    today: date,
) -> Moment | None:
    """The date named last; a way back ("a week earlier") starts from the day that the article tells of, if none is near."""
    if named or main is None or not _is_back(match):
        return told.last
    token = passage.token_at(match.start())
    opens = token is None or token.sent.start == 0
    ahead = told.last is not None and told.last.day > today and past is True
    return main if told.last is None or ahead or not opens else told.last


def _is_back(match: re.Match[str]) -> bool:
    return "way" in match.re.groupindex and match["way"] == "earlier"


def _expressions(
    passage: Passage, name: str, match: re.Match[str], value: Moment | None, end: Moment | None
) -> Iterator[TimeExpression]:
    """A match as one expression, or as two where it names two dates."""
    if end is not None and (name in SPANS or _are_two(name, match, value, end)):
        first, second = _halves(name, match)
        yield _expression(passage, first, name, value, end if name in SPANS else None)
        yield _expression(passage, second, name, end)
        return
    counted = _counted(passage, name, match, value)
    if counted is not None:
        yield _expression(passage, (counted.start(), match.end()), name, _moved(counted, value))
        return
    yield _expression(passage, match.span(), name, value, end)


_FROM_DAY = re.compile(
    r"(?:the (?P<eve>eve) of|(?P<number>the|an?|one|two|three|four|five|six|seven|ten|\d\d?) (?P<unit>day|night|week|fortnight)s? (?P<way>before|after)) (?:the )?$",
    re.IGNORECASE,
)


def _counted(passage: Passage, name: str, match: re.Match[str], value: Moment | None) -> re.Match[str] | None:
    """As in "two days after Christmas", "the eve of 3 May": what stands before a day that it counts from."""
    if name not in {"holiday", "date", "iso"} or value is None or value.precision != "day":
        return None
    if passage.text.startswith("'s", match.end()):
        return None  # "a day after Monday's vote" counts from the vote
    return _FROM_DAY.search(passage.text, 0, match.start())


def _moved(counted: re.Match[str], value: Moment | None) -> Moment | None:
    if value is None:
        return None
    if counted["eve"]:
        return shifted(value.day, -1, "day")
    word, unit = counted["number"].lower(), counted["unit"].lower()
    number = 1 if word == "the" else int(word) if word.isdigit() else NUMERALS[word]
    return shifted(
        value.day, number if counted["way"].lower() == "after" else -number, "day" if unit == "night" else unit
    )


SPANS = frozenset({"months-span", "month-span", "year-span"})
"""Forms of two whole dates: each is an expression, and the first one's value ends with the second's."""


def _are_two(name: str, match: re.Match[str], value: Moment | None, end: Moment) -> bool:
    """As in "on 15 and 20 December": two days, with others between them on which nothing happens."""
    if name != "day-span" or value is None or match.group().lower().startswith("between"):
        return False
    return " and " in match.group() and (end.day - value.day).days > 1


def _halves(name: str, match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    if name == "day-span":
        last = min(
            match.start("day"),
            match.start("month") if match.start("month") > match.start("first") else len(match.string),
        )
        return (match.start(), match.end("first")), (last, match.end())
    if name == "year-span":
        return (match.start(), match.end("first")), match.span("year")
    if name == "month-span":
        return (match.start(), max(match.end("month"), match.end("year1"))), (match.start("month2"), match.end())
    first = (match.start(), max(match.end("month"), match.end("first")))
    return first, (min(match.start("month2"), match.start("day")), match.end())


def _expression(
    passage: Passage, bounds: tuple[int, int], name: str, value: Moment | None, end: Moment | None = None
) -> TimeExpression:
    return TimeExpression(
        span=passage.span(*bounds),
        text=passage.original(*bounds),
        by=f"rule:date:{name}",
        value=value,
        end=end,
        probability=0.95 if value else 0.5,
    )


_NAMED_TIME = re.compile(
    r"\b(?:january|february|march|april|may(?= \d)|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)


def _cased(text: str) -> str:
    """A text all in capitals as it would be written, with its offsets; any other as it is."""
    if not text.isupper() or len(text.lower()) != len(text):
        return text
    return _NAMED_TIME.sub(lambda match: match.group().capitalize(), text.lower())


def _matches(text: str) -> list[tuple[str, re.Match[str]]]:
    """Matches that do not overlap, in order; earlier patterns win."""
    taken: list[tuple[str, re.Match[str]]] = []
    for pattern in PATTERNS:
        for match in pattern.expression.finditer(text):
            if pattern.name in {"months-span", "month-span"} and _MOVED_FROM.search(text[: match.start()]):
                continue
            if _is_last_of_it(text, match):
                continue
            if all(match.end() <= other.start() or match.start() >= other.end() for _, other in taken):
                taken.append((pattern.name, match))
    return sorted(taken, key=lambda each: each[1].start())


_MOVED_FROM = re.compile(
    r"\b(?:mov|shift|postpon|reschedul|switch|chang|delay|push|brought|put)\w*\b[^.;]{0,20}$", re.IGNORECASE
)
"""Verbs after which two dates are no span but the old and the new one."""


def _is_last_of_it(text: str, match: re.Match[str]) -> bool:
    """As in "the festival's last day", "the last week of May", "the last night": not counted from today."""
    unit = _LAST_UNIT.fullmatch(match.group())
    if unit is None:
        return False
    before = text[: match.start()]
    the = before.endswith(("the ", "The "))
    return _OWNED.search(before) is not None or (the and (unit[1] == "night" or text.startswith(" of ", match.end())))


_LAST_UNIT = re.compile(r"[Ll]ast (night|day|week|weekend|month|year)")
_OWNED = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)|'s) (?:very )?$")
