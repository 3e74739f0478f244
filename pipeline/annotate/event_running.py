"""The running time of a paragraph: what its next sentence tells happens on the day of the last one, while it tells on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Span

from pipeline.annotate.clauses import agents, is_verb, patients
from pipeline.annotate.event_clock import Clock, is_day
from pipeline.annotate.event_deeds import is_action
from pipeline.annotate.event_merging import PROCEEDINGS
from pipeline.annotate.happenings import Happening
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token
from pipeline.model.annotations import TimeExpression

_MOST = 2
"""How many sentences on a day is still meant."""


def running(
    passage: Passage, told: Sequence[Happening], times: Sequence[TimeExpression], who: People
) -> dict[Token, TimeExpression]:
    """The days of deeds that follow a dated one in the same paragraph and have none of their own."""
    published = who.reading.article.date_published
    clock = Clock(passage, tuple(each for each in times if each.value is not None))
    found: dict[Token, TimeExpression] = {}
    day, since = None, 0
    for sentence in passage.doc.sents if published is not None and clock.times else ():
        own = [each for each in clock.times if _inside(passage, each, sentence)]
        if own:
            day, since = _day_of(clock, sentence, own, published.day if published else date.max), 0
            continue
        since += 1
        main = _before_semicolon(sentence.root)
        if day is not None and since <= _MOST and _tells_on(passage, main):
            found |= dict.fromkeys(_deeds(passage, main, told, who), day)
    return found


def _before_semicolon(root: Token) -> Token:
    """As in "They shook hands; her list gets the ministry", where the parse makes the first half depend on the second."""
    first = next((each for each in root.children if each.dep_ == "ccomp" and is_verb(each) and each.i < root.i), None)
    return first if first is not None and any(each.text == ";" for each in root.doc[first.i : root.i]) else root


def _inside(passage: Passage, time: TimeExpression, sentence: Span) -> bool:
    return bool(sentence.start_char <= time.span.start - passage.block.start < sentence.end_char)


def _day_of(clock: Clock, sentence: Span, own: Sequence[TimeExpression], today: date) -> TimeExpression | None:
    """The only day of a sentence, if its main verb tells in the past what happened on it."""
    day = own[0] if len(own) == 1 else None
    if day is None or not is_day(day) or day.value is None or day.value.day > today or not _is_past(sentence.root):
        return None
    above = next((each for each in clock.path(day) if is_verb(each)), None)
    return day if above == sentence.root else None


def _is_past(verb: Token) -> bool:
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    return not helpers & {"had", "has", "have", "will", "would"} and (
        verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & {"was", "were"}))
    )


def _tells_on(passage: Passage, verb: Token) -> bool:
    """Whether a sentence goes on telling: in the past, and with no word that turns to another time."""
    words = {each.lower_ for each in verb.sent}
    return _is_past(verb) and not words & _OTHER_TIMES and not passage.is_quoted(verb.idx)


_OTHER_TIMES = frozenset(
    [
        "ago",
        "earlier",
        "before",
        "previously",
        "once",
        "originally",
        "since",
        "later",
        "already",
        "last",
        "first",
        "years",
        "months",
        "weeks",
        "decades",
        "again",
        "former",
        "formerly",
    ]
)


def _deeds(passage: Passage, root: Token, told: Sequence[Happening], who: People) -> Iterator[Token]:
    """The happenings that the sentence's main verbs tell, and what somebody named did at a place that is named, too."""
    open_ = {
        each.token
        for each in told
        if each.passage is passage
        and each.start is None
        and each.status is None
        and each.trigger.type not in PROCEEDINGS
    }
    for verb in (root, *(each for each in root.conjuncts if is_verb(each) and each.tag_ == root.tag_)):
        if verb in open_ or (is_action(verb) and _is_told_fully(passage, verb, who)):
            yield verb


def _is_told_fully(passage: Passage, verb: Token, who: People) -> bool:
    """As in "Moe and Dahl shook hands at the Hotel Bristol"."""
    named = [who.known.of_token(passage, each) for each in (*agents(verb), *patients(verb))]
    acting = any(each is not None and each.type in {"person", "organization"} for each in named)
    preps = (each for each in verb.children if each.dep_ == "prep" and each.lower_ in {"in", "at", "near", "outside"})
    places = (who.known.of_token(passage, one) for each in preps for one in each.children if one.dep_ == "pobj")
    return acting and any(each is not None and each.type in {"place", "facility"} for each in places)
