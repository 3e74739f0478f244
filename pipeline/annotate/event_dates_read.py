"""Dates that the rules leave without a happening, and the words that a model sees near them, in; happenings with their dates out."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.annotate.clauses import is_verb, path_up
from pipeline.annotate.event_clauses import fits_tense, only_tells_which
from pipeline.annotate.event_clock import Clock
from pipeline.annotate.event_deeds import tells_figure
from pipeline.annotate.lexicon.happening_verbs import DEEDS_WITH_OBJECT, NEVER, NO_HAPPENING
from pipeline.annotate.lexicon.triggers import NOUNS, Trigger
from pipeline.annotate.modality import is_stated
from pipeline.annotate.people import People
from pipeline.annotate.reading import Token
from pipeline.model.annotations import TimeExpression

SURE, SURER = 0.0, 2.0
"""Log odds from which a word is taken for what happens at a time, and from which a verb is that mostly tells of none (measured on
stories that were not trained on, 2026-11: above the second 20 of 23 were right, between them 10 of 17)."""
_DOUBTFUL = NO_HAPPENING | DEEDS_WITH_OBJECT


def read_clauses(
    clock: Clock, triggers: Mapping[Token, Trigger], owners: Mapping[Token, list[TimeExpression]], who: People
) -> dict[Token, tuple[Trigger, list[TimeExpression]]]:
    """Words that tell of a happening on a date that no rule gave to one, with their dates."""
    taken = {each.span for times in owners.values() for each in times}
    found: dict[Token, tuple[Trigger, list[TimeExpression]]] = {}
    for time in clock.times:
        token = None if time.span in taken else _word(clock, time, who)
        if token is not None and token not in owners:
            found.setdefault(token, (triggers.get(token) or _trigger(token), []))[1].append(time)
    return found


def _word(clock: Clock, time: TimeExpression, who: People) -> Token | None:
    """The likeliest word, if it is likely enough and can tell of a happening."""
    hangs_on = clock.token(time)
    if hangs_on is None or only_tells_which(clock, time, hangs_on):
        return None
    for start, score in clock.told.get(time.span.start, ()):
        token = _whole(_token(clock, start))
        if score > SURE and token is not None and _may_happen(clock, token, time, who):
            return token if score > SURER or token.lemma_.lower() not in _DOUBTFUL else None
    return None


def _token(clock: Clock, start: int) -> Token | None:
    at = start - clock.passage.block.start
    return next(iter(clock.passage.tokens(at, at + 1)), None)


def _whole(token: Token | None) -> Token | None:
    """As in "send-off rally": the noun that a word with a hyphen belongs to."""
    if token is None or token.i + 2 >= len(token.doc) or token.nbor(1).text != "-" or token.whitespace_:
        return token
    noun = next((each for each in path_up(token) if each.i > token.i + 1 and each.pos_ in {"NOUN", "PROPN"}), None)
    return noun or token


def _may_happen(clock: Clock, token: Token, time: TimeExpression, who: People) -> bool:
    if clock.passage.is_quoted(token.idx) or not is_stated(token):
        return False
    if is_verb(token):
        if token.tag_ == "VBG" and token.dep_ in {"xcomp", "pcomp"} and token.head.lemma_.lower() in NO_HAPPENING:
            return False  # "likes shooting on Sundays"
        return fits_tense(token, time, who) and token.lemma_.lower() not in NEVER and not tells_figure(token)
    return token.pos_ in {"NOUN", "PROPN"}


def _trigger(token: Token) -> Trigger:
    """What a word tells that no rule took for a happening: of a verb, no rule's type, whose conditions it does not meet."""
    other = Trigger("other", token.lemma_.lower())
    return other if is_verb(token) else NOUNS.get(token.lemma_.lower(), other)
