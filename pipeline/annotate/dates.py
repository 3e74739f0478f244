"""Dates and times in the text, resolved against the publication moment in its own zone, as precise as the text is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from pipeline.annotate.date_patterns import PATTERNS
from pipeline.annotate.date_values import Anchor, resolve
from pipeline.annotate.lexicon.triggers import MOVING
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, TimeExpression

SETS_FOCUS = frozenset({"date", "iso", "day-span", "month-year"})
"""Forms whose month a later "the 24th" belongs to."""


def find_dates(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with every date of the article added, in the order of the text."""
    published = reading.article.date_published
    today = published.day if published and published.precision not in {"year", "month"} else None
    named = _named(annotations)
    found = [
        each
        for passage in reading.passages
        for each in _in_passage(passage, today)
        if (each.by not in IN_NAMES or each.span.start not in named) and not _recurs(reading.text, each.span.start)
    ]
    return msgspec.structs.replace(annotations, times=tuple(found))


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


def _in_passage(passage: Passage, today: date | None) -> Iterator[TimeExpression]:
    focus: date | None = None
    for name, match in _matches(passage.text):
        anchor = Anchor(today, _tense(passage, match), focus) if today else None
        value, end = resolve(name, match, anchor)
        if value is not None and name in SETS_FOCUS:
            focus = value.day
        yield TimeExpression(
            span=passage.span(*match.span()),
            text=passage.original(*match.span()),
            by=f"rule:date:{name}",
            value=value,
            end=end,
            probability=0.95 if value else 0.5,
        )


def _matches(text: str) -> list[tuple[str, re.Match[str]]]:
    """Matches that do not overlap, in order; earlier patterns win."""
    taken: list[tuple[str, re.Match[str]]] = []
    for pattern in PATTERNS:
        for match in pattern.expression.finditer(text):
            if all(match.end() <= other.start() or match.start() >= other.end() for _, other in taken):
                taken.append((pattern.name, match))
    return sorted(taken, key=lambda each: each[1].start())


# --- tense --------------------------------------------------------------------------------------------------------------

_AHEAD = re.compile(r"\b(?:for|until|till) (?:the )?$|\b(?:due|planned|scheduled|slated|set|expected) (?:on )?$")
_FUTURE = words("'ll can may must shall should will wo")
_PAST = words("'d 've did had has have was were")
_PRESENT = frozenset(["is", "are", "'s", "'re", "am"])
_MOVED = words("cancel defer delay expect move plan postpone reschedule schedule scrap slate")


def _tense(passage: Passage, match: re.Match[str]) -> bool | None:
    """True if the clause around a date tells of the past, False if of the future, None if it is open."""
    before = passage.text[: match.start()]
    if _AHEAD.search(before) or re.match(r"(?:for|until) ", match.group()):
        return False
    token = passage.token_at(match.start())
    for _ in range(12):
        if token is None:
            break
        if token.pos_ in {"VERB", "AUX"} and (verdict := _verb_tense(token)) is not None:
            return verdict
        if token.head == token:
            break
        token = token.head
    return None


def _verb_tense(verb: Token) -> bool | None:
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    lemma = verb.lemma_.lower()
    put_off = lemma in MOVING | {"call"} and any(each.lower_ in {"back", "forward", "off"} for each in verb.children)
    verdicts = (
        (put_off or bool(helpers & _FUTURE) or (lemma in _MOVED and bool(helpers & (_PAST | _PRESENT))), False),
        ("would" in helpers and "have" not in helpers, False),
        (bool(helpers & {"would", "could", "might"}), True if "have" in helpers else None),
        (bool(helpers & _PAST), True),
        (verb.tag_ == "VB" and "to" in helpers, False),
        (bool(helpers & _PRESENT) or verb.tag_ in {"VBP", "VBZ"} or (verb.tag_ == "VB" and not helpers), False),
        (verb.tag_ == "VBD", True),
    )
    return next((past for holds, past in verdicts if holds), None)
