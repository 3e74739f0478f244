"""Dates and times in the text, resolved against the publication moment in its own zone, as precise as the text is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from pipeline.annotate.date_clocks import with_clocks
from pipeline.annotate.date_patterns import PATTERNS
from pipeline.annotate.date_values import Anchor, resolve
from pipeline.annotate.lexicon.triggers import MOVING, PLANNING
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, TimeExpression
from pipeline.model.moment import Moment

SETS_FOCUS = frozenset({"date", "iso", "day-span", "month-year"})
"""Forms whose month a later "the 24th" belongs to."""


_RECENT = timedelta(days=2)


def _day_told(reading: Reading, today: date | None) -> Moment | None:
    """The day of which the article tells: the first that its beginning names, of the last few before publication."""
    if today is None:
        return None
    for passage in [each for each in reading.passages if each.is_body and len(each.text) > _DATE_LINE][:3]:
        for time in _in_passage(passage, today, None):
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
        for passage, times, before in _by_passage(reading, today)
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


def _by_passage(reading: Reading, today: date | None) -> Iterator[tuple[Passage, list[TimeExpression], Moment | None]]:
    """The dates of each passage, and the day that the one before named last: "that evening" may open a paragraph."""
    last: Moment | None = None
    for passage in reading.passages:
        times = list(_in_passage(passage, today, last))
        over = last is not None and last.precision == "day" and today is not None and last.day <= today
        yield passage, times, last if over else None
        last = next(
            (each.value for each in reversed(times) if each.value is not None), last if not passage.is_body else None
        )


def _base(match: re.Match[str], last: Moment | None) -> date | None:
    """What "later" counts from: the date last named, if it is as precise as what is counted."""
    if last is None:
        return None
    unit = (match["unit"] or "day").lower() if "unit" in match.re.groupindex else "day"
    enough = last.precision == "day" or (unit in {"year", "decade"}) or (unit == "month" and last.precision == "month")
    return last.day if enough else None


def _in_passage(passage: Passage, today: date | None, last: Moment | None) -> Iterator[TimeExpression]:
    focus: date | None = None
    for name, match in _matches(_cased(passage.text)):
        counted = _base(match, last) if name in COUNTS_ON else focus
        past, sure = _tense(passage, match)
        anchor = Anchor(today, past, sure, counted) if today else None
        value, end = resolve(name, match, anchor)
        if value is not None and name in SETS_FOCUS:
            focus = value.day
        if value is not None and (name != "relative-unit" or value.precision == "day"):
            last = value
        if end is not None and (name in SPANS or _are_two(name, match, value, end)):
            first, second = _halves(name, match)
            yield _expression(passage, first, name, value, end if name in SPANS else None)
            yield _expression(passage, second, name, end)
        else:
            yield _expression(passage, match.span(), name, value, end)


SPANS = frozenset({"months-span", "year-span"})
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
            if pattern.name == "months-span" and _MOVED_FROM.search(text[: match.start()]):
                continue
            if all(match.end() <= other.start() or match.start() >= other.end() for _, other in taken):
                taken.append((pattern.name, match))
    return sorted(taken, key=lambda each: each[1].start())


_MOVED_FROM = re.compile(
    r"\b(?:mov|shift|postpon|reschedul|switch|chang|delay|push|brought|put)\w*\b[^.;]{0,20}$", re.IGNORECASE
)
"""Verbs after which two dates are no span but the old and the new one."""


# --- tense --------------------------------------------------------------------------------------------------------------

_AHEAD = re.compile(r"\b(?:for|until|till) (?:the )?$|\b(?:due|planned|scheduled|slated|set|expected) (?:on )?$")
_FUTURE = words("'ll can may must shall should will wo")
_PAST = words("'d 've did had has have was were")
_PRESENT = frozenset(["is", "are", "'s", "'re", "am"])
_SET = words("bill book earmark pencil plan schedule set slate time")
"""Verbs that give a day to what they describe: "billed for Monday"."""
_MOVED = words("cancel defer delay expect move plan postpone reschedule schedule scrap slate")


_BACK_TO = re.compile(r"\b(?:go|goes|date|dates|stretch|stretches|reach|reaches) back to (?:early |late |mid-|the )?$")


_TO = re.compile(r"\b(?:to|until|till) (?:the )?$")


def _tense(passage: Passage, match: re.Match[str]) -> tuple[bool | None, bool]:
    """True if the clause around a date tells of the past, False if of the future, None if it is open; and whether it is sure."""
    before = passage.text[: match.start()]
    if _BACK_TO.search(before):
        return True, True
    if _AHEAD.search(before) or re.match(r"(?:for|until) ", match.group()):
        return False, False
    token = passage.token_at(match.start())
    for _ in range(12):
        if token is None:
            break
        if token.pos_ == "VERB" and token.lemma_.lower() in MOVING and _TO.search(before):
            return False, False
        if token.pos_ in {"VERB", "AUX"} and not _done_before(token) and (verdict := _verb_tense(token)) is not None:
            return verdict, _is_done(token) if verdict else _will(token)
        if token.head == token:
            break
        token = token.head
    return None, False


_DONE = words("choose try attempt manage begin start continue help fail use come go return gather turn decline refuse")


def _done_before(verb: Token) -> bool:
    """As in "chose to delay it on Monday", "had planned to meet on Monday": the day is the governing verb's past."""
    if verb.tag_ != "VB" or verb.dep_ != "xcomp" or not any(each.lower_ == "to" for each in verb.children):
        return False
    above = verb.head
    had = any(each.lower_ == "had" for each in above.children if each.dep_ == "aux")
    return had or (above.tag_ == "VBD" and above.lemma_.lower() in _DONE)


def _is_done(verb: Token) -> bool:
    """As in "was appointed in September", "a study, completed in December": done to something, it is over."""
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBD" and lemma in _DEEDS_DONE and not any(each.dep_ == "ccomp" for each in verb.children):
        return True
    if verb.tag_ != "VBN" or lemma in _MOVED | MOVING | PLANNING | UNSURE_PAST:
        return False
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    apart = verb.dep_ == "acl" or (
        verb.dep_ == "advcl" and not any(each.dep_ in {"mark", "advmod", "nsubj"} for each in verb.children)
    )
    return apart if not helpers else bool(helpers & {"was", "were"}) and not helpers & {"to", "have"}


_DEEDS_DONE = words(
    "win lose give beat die kill finish arrive leave resign join buy sell take hit strike meet visit sign reach open make get go come see"
)
"""Verbs whose past leaves no doubt that the day beside them is over."""
UNSURE_PAST = words("abandon book call hold launch open pencil promise push put shelve stop suspend time bill")
"""Verbs whose passive may stand beside the day of a plan: "was called off in May", "the festival booked for May"."""


def _will(verb: Token) -> bool:
    """As in "will open", "is set to begin"."""
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    planned = "to" in helpers and verb.head.lemma_.lower() in PLANNING and verb.dep_ == "xcomp"
    return bool(helpers & {"will", "'ll", "shall"}) or planned


def _is_cut_short(verb: Token) -> bool:
    """As in "Friday's match was called off when the lights failed": it had come that far."""
    return any(
        each.dep_ == "advcl" and each.tag_ == "VBD" and any(one.lower_ == "when" for one in each.children)
        for each in verb.children
    )


def _is_unchanged_past(verb: Token) -> bool:
    """As in "the fire that shut the mill in May": one thing that does so now "shuts" it."""
    if verb.lower_ not in _UNCHANGED or verb.tag_ == "VBN":
        return False
    own = next((each for each in verb.children if each.dep_ == "nsubj"), None)
    if own is not None and own.lower_ in {"that", "which", "who"} and verb.dep_ == "relcl":
        own = verb.head
    return (
        own is not None and (own.tag_ in {"NN", "NNP"} or own.lower_ in {"he", "she", "it"}) and not any(own.conjuncts)
    )


_UNCHANGED = words("burst cost cut hit hurt put quit shut split spread")
"""Verbs whose past looks like their present."""


def _verb_tense(verb: Token) -> bool | None:
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    lemma = verb.lemma_.lower()
    put_off = lemma in MOVING | {"call"} and any(each.lower_ in {"back", "forward", "off"} for each in verb.children)
    planned_once = "had" in helpers and not any(each.dep_ == "auxpass" for each in verb.children)
    moved = bool(helpers & (_PAST | _PRESENT)) and not planned_once
    cut_short = bool(helpers & {"was", "were"}) and _is_cut_short(verb)
    set_for = verb.tag_ == "VBN" and lemma in _SET and any(each.lower_ == "for" for each in verb.children)
    undone = {"to", "have"} <= helpers or {"should", "have"} <= helpers  # "was to have opened on Sunday"
    verdicts = (
        ((set_for and not helpers & {"was", "were"}) or undone, False),
        (cut_short or (not helpers and _is_unchanged_past(verb)), True),
        (put_off or bool(helpers & _FUTURE) or (lemma in _MOVED and moved), False),
        ("would" in helpers and "have" not in helpers, False),
        (bool(helpers & {"would", "could", "might"}), True if "have" in helpers else None),
        (bool(helpers & _PAST), True),
        (verb.tag_ == "VB" and "to" in helpers, False),
        (bool(helpers & _PRESENT) or verb.tag_ in {"VBP", "VBZ"} or (verb.tag_ == "VB" and not helpers), False),
        (verb.tag_ == "VBD" or _is_done(verb), True),
    )
    return next((past for holds, past in verdicts if holds), None)
