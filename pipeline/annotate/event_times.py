"""Which dates belong to which happening."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

import msgspec

from pipeline.annotate.clauses import (
    is_calendar,
    is_verb,
    objects_of,
    path_up,
    unsplit,
)
from pipeline.annotate.event_clock import NOT_THEN, Clock, is_day
from pipeline.annotate.event_nouns import OVERTURNING, nouns_under
from pipeline.annotate.lexicon.calendar import ORDINALS
from pipeline.annotate.lexicon.triggers import BEGINNING, CALAMITIES, CANCELLING, ENDING, PLANNING, Trigger
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Token
from pipeline.model.annotations import TimeExpression
from pipeline.model.moment import Moment

_SINCE = re.compile(r"\b[Ss]ince (?:the |an? )?(?:[\w'’-]+ ){1,5}(?:in|of|on) (?:the )?$")


def _tells(passage: Passage, since: re.Match[str]) -> bool:
    """As in "since she was appointed in June": a clause has the date for itself."""
    return any(is_verb(each) for each in passage.tokens(since.start(), since.end()))


def _named_since(since: re.Match[str], triggers: dict[Token, Trigger]) -> Iterator[Token]:
    """As in "the worst flood since Typhoon Ada in August 2002": the date is that of what is named."""
    yield from (each for each in triggers if since.start() <= each.idx < since.end() and not is_verb(each))


def date_owners(clock: Clock, triggers: dict[Token, Trigger]) -> dict[Token, list[TimeExpression]]:
    """Each date belongs to the trigger nearest above it; a verb that is none passes it on to its nouns."""
    owners: dict[Token, list[TimeExpression]] = {}
    for time in clock.times:
        for each in _owners(clock, time, triggers):
            owners.setdefault(each, []).append(time)
    for owner, first_day in _counted_days(clock, triggers):
        owners.setdefault(owner, []).append(first_day)
    for deed, cause in _deeds_of_calamities(triggers):
        if cause in owners and deed not in owners:
            owners[deed] = list(owners[cause])
    return {**owners, **described_days(clock, triggers)}


def _owners(clock: Clock, time: TimeExpression, triggers: dict[Token, Trigger]) -> Iterator[Token]:
    """What happens on a date."""
    token = clock.token(time)
    before = clock.passage.text[: time.span.start - clock.passage.block.start]
    if token is None or NOT_THEN.search(before) or clock.passage.is_quoted(token.idx):
        return
    if _describes_thing(token, time, triggers) or _is_mere_owner(token, triggers):
        return
    since = _SINCE.search(before)
    if since is not None and not _tells(clock.passage, since):
        yield from _named_since(since, triggers)
        return
    for owner in _owners_of(clock, time, triggers):
        if not _is_of_the_crime(owner, triggers[owner], time):
            told = _behind_and(clock, time, owner, triggers)
            later = sharing_date(told) if is_verb(told) and is_day(time) else []
            yield from (told, *(one for one in later if one in triggers))


def _deeds_of_calamities(triggers: dict[Token, Trigger]) -> Iterator[tuple[Token, Token]]:
    """As in "an explosion that killed a woman", "a bus crashed, killing four": what a calamity does happens then."""
    for verb in triggers:
        told = verb.head if verb.dep_ == "conj" and is_verb(verb.head) else verb
        above = told.head
        if above in triggers and triggers[above].type in CALAMITIES and is_verb(verb):
            that = told.dep_ == "relcl" and verb.tag_ == "VBD"
            if that or (told.dep_ == "advcl" and verb.tag_ == "VBG" and is_verb(above)):
                yield verb, above


_NTH_DAY = re.compile(
    r",? (?:on )?the (?P<nth>\w+) (?:and (?:last|final) )?day of (?:the|a|an|his|her|its|their|[A-Z])", re.ASCII
)


def _counted_days(clock: Clock, triggers: dict[Token, Trigger]) -> Iterator[tuple[Token, TimeExpression]]:
    """As in "on Tuesday, the second day of the visit": the visit began the day before."""
    offset = clock.passage.block.start
    for time in clock.times:
        end = time.span.end - offset
        match = _NTH_DAY.match(clock.passage.text, end)
        if match is None or match["nth"] not in ORDINALS or not is_day(time) or time.value is None:
            continue
        noun = next(
            (each for each in triggers if match.end() <= each.idx < match.end() + _WHEN_REACH and not is_verb(each)),
            None,
        )
        if noun is not None:
            began = time.value.day - timedelta(days=ORDINALS[match["nth"]] - 1)
            yield noun, msgspec.structs.replace(time, value=Moment(began.isoformat()))


def _is_of_the_crime(owner: Token, trigger: Trigger, time: TimeExpression) -> bool:
    """As in "jailed for a murder in Oslo last year": the year of what somebody is tried for."""
    if not is_verb(owner) or trigger.type not in {"verdict", "sentence", "charge"} or is_day(time):
        return False
    crimes = objects_of(owner, frozenset({"for", "of", "over"}))
    return any(
        each.pos_ == "NOUN" and each.lemma_.lower() not in _TERMS and each.ent_type_ != "DATE" for each in crimes
    )


_TERMS = frozenset({"year", "month", "week", "day", "life", "minimum", "term", "time"})


def _behind_and(clock: Clock, time: TimeExpression, owner: Token, triggers: dict[Token, Trigger]) -> Token:
    """As in "was convicted on 5 April and on 9 June a judge sentenced him": a date behind "and" is that of the next verb."""
    before = clock.passage.text[: time.span.start - clock.passage.block.start]
    if not is_verb(owner) or not re.search(r"\band (?:on |in |at )?$", before):
        return owner
    joined = (
        each for each in owner.conjuncts if each in triggers and each.idx + clock.passage.block.start > time.span.end
    )
    return next((each for each in joined if any(child.dep_ == "nsubj" for child in each.children)), owner)


def _is_mere_owner(token: Token, triggers: dict[Token, Trigger]) -> bool:
    """As in "in today's world": no day on which something happens."""
    owned = token.head
    if token.dep_ != "poss" or owned.dep_ != "pobj" or owned in triggers:
        return False
    return not (owned.head.lower_ in {"during", "in", "at"} and owned.lemma_.lower() in _HOURS)


_HOURS = frozenset(
    {"commute", "session", "hour", "morning", "afternoon", "evening", "night", "rush", "trading", "start", "game"}
)
"""Nouns of a time of a day: "during Tuesday's morning commute"."""


def _describes_thing(token: Token, time: TimeExpression, triggers: dict[Token, Trigger]) -> bool:
    """As in "documents from 2019": a mere year or month that says how old a thing is."""
    prep = token.head
    return bool(
        prep.lower_ in {"from", "of"}
        and prep.head.pos_ in {"NOUN", "PROPN"}
        and prep.head not in triggers
        and time.value is not None
        and time.value.precision in {"year", "month"}
    )


def described_days(clock: Clock, triggers: Iterable[Token]) -> dict[Token, list[TimeExpression]]:
    """As in "since July 2005, when two trains crashed": what a clause tells of a date happens on it."""
    found: dict[Token, list[TimeExpression]] = {}
    for trigger in triggers:
        if (
            is_verb(trigger)
            and trigger.tag_ in {"VBD", "VBN"}
            and trigger.dep_ in {"relcl", "advcl", "acl"}
            and any(each.lower_ == "when" for each in trigger.children)
        ):
            offset = trigger.idx + clock.passage.block.start
            before = [each for each in clock.times if 0 < offset - each.span.end < _WHEN_REACH]
            between = (
                clock.passage.text[before[-1].span.end - clock.passage.block.start : trigger.idx] if before else ""
            )
            if before and re.match(r",? when ", between):
                found[trigger] = before[-1:]
    return found


_WHEN_REACH = 60


def _owners_of(clock: Clock, time: TimeExpression, triggers: dict[Token, Trigger]) -> list[Token]:
    token = clock.token(time)
    if token is None:
        return []
    if token.dep_ in {"compound", "nummod"} and token.head in triggers:
        return [token.head]  # "the 1991 agreement": its own year, whatever is done with it now
    for above in clock.path(time):
        if above in triggers:
            return _with_sharers(above, triggers)
        if is_verb(above) and _is_of_the_news(above, token):
            return []
        if is_verb(above):
            nouns = _owned_by(above, triggers)
            if nouns or _keeps_date(above):
                return nouns
    return []


def _is_of_the_news(verb: Token, time: Token) -> bool:
    """As in "the closure, announced in April, will ...": the day of the announcement; but "announced for April" is a plan."""
    planned = time.head.lower_ == "for" or (time.dep_ == "pobj" and time.head.lower_ == "until")
    return verb.dep_ == "acl" and verb.lemma_.lower() in _MADE_KNOWN and not planned


_MADE_KNOWN = words(
    "announce approve demand disclose draft leak propose publicise publicize recommend report request reveal suggest"
)


def _owned_by(verb: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """What happens when a verb does that is no happening itself: its nouns, what it plans, what is joined to it, what it describes."""
    found = nouns_under(verb, triggers) or planned_under(verb, triggers)
    found = found or [each for each in sharing_date(verb) if each in triggers]
    if not found and verb.lemma_.lower() in MARKET_MOVES:
        found = [each for each in verb.children if each in triggers and is_cause(each)]
    found = found or _when_clauses(verb, triggers)
    if found or verb.dep_ not in {"relcl", "acl"}:
        return found
    noun = unsplit(verb.head)
    described = noun in triggers and verb.lemma_.lower() not in CANCELLING
    return [noun] if described else _planned_above(verb, triggers)


MARKET_MOVES = frozenset(
    {"climb", "drop", "edge", "fall", "gain", "jump", "leap", "plunge", "rally", "rise", "sink", "slide", "slip", "slump",
     "soar", "surge", "tumble"}
)  # fmt: skip
"""What prices do on the day of the news that moves them."""


def _keeps_date(verb: Token) -> bool:
    """Whether a verb's date says nothing of what governs it: "to step down as it recorded a strong first quarter"."""
    if verb.dep_ in {"relcl", "acl"} or verb.lemma_.lower() in {"say", "tell", "announce", "add", "report"}:
        return True
    helped = any(each.dep_ in {"aux", "auxpass"} for each in verb.children)
    joined = verb.dep_ == "conj" and is_verb(verb.head) and (verb.tag_ in {"VBD", "VBZ", "VBP"} or helped)
    return joined or (verb.dep_ == "advcl" and verb.tag_ in {"VBD", "VBZ", "VBP"})


def _planned_above(clause: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """As in "a debate between two leaders that was due on Monday": what is due is the debate, whatever the parse hangs it on."""
    words = {clause.lemma_.lower(), *(each.lower_ for each in clause.children if each.dep_ == "acomp")}
    if not words & (PLANNING | BEGINNING | ENDING | {"last", "run", "hold"}):
        return []
    noun = next((each for each in path_up(clause) if each in triggers or is_verb(each)), None)
    return [noun] if noun is not None and noun in triggers and not is_verb(noun) else []


def sharing_date(verb: Token) -> list[Token]:
    """As in "flew in on Monday and laid a wreath": past verbs behind a dated one, with its subject and no time of their own."""
    return [
        each
        for each in verb.conjuncts
        if each.i > verb.i
        and (each.tag_ == verb.tag_ == "VBD" or _both_passive(verb, each) or _then_passive(verb, each))
        and each.head == verb
        and not any(child.dep_ in {"nsubj", "nsubjpass", "npadvmod", "expl"} for child in each.children)
        and not any(is_calendar(one) for one in each.subtree)
    ]


def _both_passive(verb: Token, joined: Token) -> bool:
    """As in "were freed on Friday and flown home": the second shares the first one's helper."""
    helped = any(each.lower_ in {"was", "were"} for each in verb.children if each.dep_ == "auxpass")
    return helped and joined.tag_ == verb.tag_ == "VBN" and not any(each.dep_ == "aux" for each in joined.children)


def _then_passive(verb: Token, joined: Token) -> bool:
    """As in "flew to Oslo on Friday and was received by the king"."""
    return (
        verb.tag_ == "VBD"
        and joined.tag_ == "VBN"
        and any(each.dep_ == "auxpass" and each.lower_ in {"was", "were"} for each in joined.children)
        and not any(each.dep_ == "aux" for each in joined.children)
    )


def planned_under(verb: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """As in "tomorrow he plans to meet Moe": the date of planning verbs is that of what is planned."""
    kinds = {"xcomp", "ccomp"}
    matches = [
        each for each in verb.children if each.dep_ in {"xcomp", "advcl"} and each.tag_ == "VB" and each in triggers
    ]
    matches = [each for each in matches if triggers[each].type == "match"]
    if matches:
        return matches  # "scored on Saturday to beat Harwell 2-1"
    if verb.lemma_.lower() in {"go", "travel", "fly", "head", "return", "come"}:
        kinds = {"xcomp", "advcl"}  # "go to Oslo on Monday to meet Moe"
    elif verb.lemma_.lower() not in PLANNING | {"intend", "hope", "prepare", "be", "agree"}:
        return []
    return [each for each in verb.children if each.dep_ in kinds and each.tag_ == "VB" and each in triggers]


def _with_sharers(above: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """The happening that a date hangs on with those that happen then, too; none, if the date is that of its overturning."""
    if is_verb(above):
        with_it = (*_shared(above, triggers), *_when_clauses(above, triggers), *_soon_after(above, triggers))
        return [above, *with_it, *nouns_under(above, triggers)]
    return [] if above.dep_ == "dobj" and above.head.lemma_.lower() in OVERTURNING else [above]


def _when_clauses(verb: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """As in "were killed on Saturday when a bus plunged ...": what happens in such a clause happens then."""
    found: list[Token] = []
    for each in verb.children:
        if each.dep_ == "advcl" and any(word.lower_ in {"when", "as"} for word in each.children):
            own = any(is_calendar(one) for one in each.subtree)
            found += [each] if each in triggers else [] if own else nouns_under(each, triggers)
    return found


_SOON = re.compile(
    r"\b(?:hours?|minutes?|moments|shortly|soon) (?:later|after|afterwards?|thereafter)\b|\bthe same (?:day|morning|afternoon|evening|night)\b"
)


def _soon_after(verb: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """As in "voted on Monday to oust Moe, who resigned an hour later": what follows within hours happens that day."""
    found: list[Token] = []
    for clause in verb.subtree:
        if clause.dep_ != "relcl" or not is_verb(clause) or clause.tag_ not in {"VBD", "VBN"}:
            continue
        text = clause.doc[clause.left_edge.i : clause.right_edge.i + 1].text
        if _SOON.search(text):
            found += [each for each in (clause, *nouns_under(clause, triggers)) if each in triggers][:1]
    return found


def is_cause(clause: Token) -> bool:
    """As in "shares rose after the agency licensed a vaccine": a past clause of time that has no day of its own."""
    return (
        clause.dep_ == "advcl"
        and clause.tag_ in {"VBD", "VBN"}
        and any(each.lower_ in {"after", "when", "as"} for each in clause.children if each.dep_ in {"mark", "advmod"})
        and not any(each.dep_ == "npadvmod" and _is_time(each) for each in clause.children)
    )


def _is_time(noun: Token) -> bool:
    return is_calendar(noun) or noun.lower_ in {
        "today",
        "yesterday",
        "tonight",
        "morning",
        "afternoon",
        "evening",
        "night",
    }


def _shared(verb: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """As in "14 people were killed and 30 injured on Saturday": verbs joined to one another share its date."""
    return [
        each
        for each in verb.conjuncts
        if each in triggers
        and each.i < verb.i
        and each.tag_ == verb.tag_ == "VBN"
        and not any(c.dep_ == "npadvmod" for c in each.children)
    ]
