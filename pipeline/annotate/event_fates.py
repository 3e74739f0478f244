"""What the dates of a happening say of it: start, end, a start given up; and what has become of a plan: cancelled, put off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.annotate.clauses import governor, is_verb, path_up
from pipeline.annotate.date_units import shifted
from pipeline.annotate.event_clock import Clock
from pipeline.annotate.lexicon.calendar import NUMERALS
from pipeline.annotate.lexicon.triggers import CANCELLING, ENDING, MOVING, PLANNING, POSTPONING
from pipeline.annotate.modality import is_stated
from pipeline.annotate.planned import DROPPING, is_fate, is_off, own_nouns, will_not_be
from pipeline.annotate.reading import Passage, Token
from pipeline.model.annotations import EventStatus, TimeExpression

type When = tuple[EventStatus | None, TimeExpression | None, TimeExpression | None, TimeExpression | None]


def when(passage: Passage, token: Token, verb: Token, times: list[TimeExpression]) -> When:
    """Status, start, end and the start given up: "scheduled for May 3 has been postponed until June 7"."""
    called_off = _by_noun(token)
    if called_off is not None:
        return called_off, *(
            (times[0] if times else None, None, None)
            if called_off == "EventCancelled"
            else (None, None, times[0] if times else None)
        )
    beside = token.head if token.dep_ == "appos" else token  # "the Mela, a fair that ..., has been cancelled"
    own = not is_verb(token) and (beside in own_nouns(verb) or (token.head == verb and not _moves_another(token, verb)))
    fates = [each for each in _fates(verb) if _is_told(each)] if own else []
    fates += _fates_of_it(token)
    if not any(is_fate(each) or _now_on(each) for each in fates):
        fates += _orphan_fates(token)
    cancelled = next((each for each in fates if _is_cancelling(each)), None)
    moved = next((each for each in fates if each.lemma_.lower() in POSTPONING or _moved(passage, each, times)), None)
    if cancelled is not None:
        return "EventCancelled", _given_up(passage, token, cancelled, times), None, None
    if moved is None and (again := next((each for each in fates if _now_on(each)), None)) is not None:
        moved = again if any(each.span.start - passage.block.start < again.idx for each in times) else None
    if moved is None:
        starts, ends = _spans(passage, verb, token, times)
        return None, starts, ends, None
    later = [each for each in _behind(passage, moved, times) if not _in_clause_of(passage, each, token)]
    rest = [each for each in times if each not in later]
    before = [each for each in rest if each.span.start - passage.block.start < moved.idx]
    earlier = next(iter(before[-1:] or rest), None)
    if later:
        return "EventRescheduled", later[-1], None, earlier
    new = _moved_by(passage, moved, earlier)
    return ("EventRescheduled" if new else "EventPostponed"), new, None, earlier


_BY = re.compile(
    r"\b(?P<way>back|off|forward|delay\w*|postpone\w*|defer\w*) (?:by )?(?P<number>[a-z]+|\d{1,2}) (?P<unit>day|week|month)s?\b"
)


def _moved_by(passage: Passage, moved: Token, earlier: TimeExpression | None) -> TimeExpression | None:
    """As in "set for Tuesday, has been pushed back a week": the new day counts from the one given up."""
    match = _BY.search(passage.text, moved.idx, moved.sent.end_char)
    if match is None or earlier is None or earlier.value is None or earlier.value.precision != "day":
        return None
    number = int(match["number"]) if match["number"].isdigit() else NUMERALS.get(match["number"])
    if number is None:
        return None
    value = shifted(earlier.value.day, -number if match["way"] == "forward" else number, match["unit"])
    return TimeExpression(
        span=passage.span(match.start("number"), match.end()),
        text=passage.original(match.start("number"), match.end()),
        by="rule:date:moved-by",
        value=value,
        probability=earlier.probability,
    )


def _in_clause_of(passage: Passage, time: TimeExpression, noun: Token) -> bool:
    """As in "put off a trip that was to begin on Monday": a date inside what describes the noun."""
    hangs = Clock(passage, (time,)).token(time)
    above = path_up(hangs) if hangs is not None else ()
    return any(is_verb(each) and each.dep_ in {"relcl", "acl"} and each.head == noun for each in above)


def _by_noun(token: Token) -> EventStatus | None:
    """As in "the cancellation of Saturday's concert"."""
    fate = token.head.head.lemma_.lower() if token.dep_ == "pobj" and token.head.lower_ == "of" else ""
    if fate in {"cancellation", "abandonment", "scrapping"} and is_stated(token):
        return "EventCancelled"
    return "EventPostponed" if fate in {"postponement", "deferral"} else None


def _given_up(passage: Passage, noun: Token, verb: Token, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day on which what is cancelled would have been: not the one on which it was cancelled, and the last if there are more."""
    clock, offset = Clock(passage, tuple(times)), passage.block.start
    planned = [
        each
        for each in times
        if noun.idx < each.span.start - offset < verb.idx
        or ((hangs := clock.token(each)) is not None and (governor(hangs) != verb or hangs in noun.subtree))
    ]
    last = max(planned, key=lambda each: (len(each.value or ""), each.value or ""), default=None)
    joined = (
        each
        for each in planned
        if last is not None and passage.text[each.span.end - offset : last.span.start - offset] in {" and ", " and on "}
    )
    return next(joined, last)  # "scheduled for Thursday and Friday"


def _now_on(verb: Token) -> bool:
    """As in "will now be held on ...", "will instead open on ...": the day named before is given up."""
    words = {each.lower_ for each in verb.children}
    return bool(words & {"now", "instead"}) and "will" in words


def _fates(verb: Token) -> list[Token]:
    """The verbs that say what becomes of a noun: its own, those joined to it, and what it was to do."""
    kinds = {"xcomp", "ccomp"} if verb.lemma_.lower() in PLANNING else {"xcomp"}
    above = [verb.head] if verb.dep_ in {"csubj", "csubjpass"} else []
    heads = [verb, *above, *(each for each in verb.children if each.dep_ in kinds and is_verb(each))]
    joined = [
        each for head in heads for each in (head, *(c for c in head.conjuncts if is_verb(c) and _shares_subject(c)))
    ]
    had_to = [one for each in joined if each.lemma_ == "have" for one in each.children if one.dep_ == "xcomp"]
    return [*joined, *(each for each in had_to if each not in joined)]


def fate(noun: Token) -> Token | None:
    """As in "a party, to have been held tonight, has been scrapped": the verb that tells what has become of a plan."""
    verb = governor(noun)
    if is_verb(noun):
        return None
    own = _fates(verb) if noun in own_nouns(verb) else []
    return next((each for each in (*own, *_fates_of_it(noun)) if is_fate(each) and _is_told(each)), None)


def _moves_another(noun: Token, verb: Token) -> bool:
    """As in "a strike has put off the trial"."""
    return noun.dep_ == "nsubj" and is_fate(verb) and noun not in own_nouns(verb)


def _fates_of_it(noun: Token) -> list[Token]:
    """As in "The trial was due to open on Friday; a strike has pushed it back to 18 March"."""
    clause = governor(noun)
    if is_verb(noun) or noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head != clause:
        return []
    linked = {
        clause.head,
        *clause.conjuncts,
        *(each for each in clause.children if each.dep_ in {"parataxis", "ccomp"}),
    }
    return [
        each
        for each in noun.doc[clause.i + 1 : noun.sent.end]
        if each in linked
        and is_verb(each)
        and any(one.dep_ == "dobj" and one.lower_ == "it" for one in each.children)
        and is_fate(each)
        and _is_told(each)
    ]


def planned_times(clock: Clock, noun: Token, told: Token) -> list[TimeExpression]:
    """The days that a sentence names of a plan, wherever the parse hangs them: from the noun's own words to its fate, and its new day."""
    offset, first = clock.passage.block.start, noun.left_edge.idx
    last = told.idx if first < told.idx else noun.sent.end_char
    last = max([last, *(each.idx for each in told.subtree if each.i > told.i)]) if told.i > noun.i else last
    found = [each for each in clock.times if first <= each.span.start - offset <= last]
    return [
        each
        for each in found
        if not clock.passage.is_quoted(each.span.start - offset) and not _of_another(clock, each, told)
    ]


def _of_another(clock: Clock, time: TimeExpression, told: Token) -> bool:
    """Whether a date behind the fate is that of a clause of its own, or of when it was told: "was called off on Monday after ..."."""
    hangs = clock.token(time)
    if hangs is None or hangs.i < told.i:
        return False
    above = governor(hangs)
    if above == told or told not in path_up(above):
        return False
    between = [above, *takewhile(lambda each: each != told, path_up(above))]
    return any(_tells_its_own(each) for each in between if is_verb(each))


def _tells_its_own(verb: Token) -> bool:
    """Whether a verb below another is that of a clause of its own: one that describes, that is told, or that has its subject."""
    joined = verb.dep_ == "conj" and any(each.dep_ in {"nsubj", "nsubjpass"} for each in verb.children)
    return joined or verb.dep_ in {"advcl", "relcl", "acl", "ccomp"}


def _is_told(fate: Token) -> bool:
    """Whether the text states what becomes of a plan: "will not take place" denies the happening, not its fate."""
    if not will_not_be(fate):
        return is_stated(fate)
    return not any(each.dep_ == "advcl" for each in fate.children) and (fate.head == fate or is_stated(fate.head))


def _orphan_fates(noun: Token) -> list[Token]:
    """As in "said its summit, due to open on Monday, had been put off", where the parse takes the noun from its verb."""
    if is_verb(noun):
        return []
    behind = (each for each in noun.doc[noun.i + 1 : noun.sent.end] if is_verb(each))
    found = next((each for each in behind if any(child.dep_ == "auxpass" for child in each.children)), None)
    lost = found is not None and not any(each.dep_ in {"nsubj", "nsubjpass"} for each in found.children)
    return (
        [found] if lost and found is not None and found.dep_ != "conj" and is_fate(found) and is_stated(found) else []
    )


def _shares_subject(verb: Token) -> bool:
    return verb.dep_ == "conj" and not any(each.dep_ in {"nsubj", "nsubjpass"} for each in verb.children)


def _is_cancelling(verb: Token) -> bool:
    called_off = verb.lemma_.lower() == "call" and any(each.lower_ == "off" for each in verb.children)
    dropped = is_fate(verb) and verb.lemma_.lower() in DROPPING
    return called_off or dropped or verb.lemma_.lower() in CANCELLING or is_off(verb) or will_not_be(verb)


def _moved(passage: Passage, verb: Token, times: Sequence[TimeExpression]) -> bool:
    """As in "has been moved to 13 September", "pushed back until May", "put off"."""
    particles = {each.lower_ for each in verb.children if each.dep_ in {"prt", "advmod"}}
    if verb.lemma_.lower() == "adjourn":
        return True
    if verb.lemma_.lower() not in MOVING:
        return False
    return bool(particles & {"back", "off", "forward"}) or any(
        each.lower_ in {"to", "until", "from"}
        and any(_covers(passage, time, child) for time in times for child in each.subtree)
        for each in verb.children
    )


def _covers(passage: Passage, time: TimeExpression, token: Token) -> bool:
    offset = passage.block.start
    return bool(time.span.start - offset <= token.idx < time.span.end - offset)


def _behind(passage: Passage, verb: Token, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Dates behind the verb that gives the new one, also "and will now be played on ...", but not "from ..."."""
    return [
        each
        for each in times
        if each.span.start - passage.block.start > verb.idx
        and not re.search(r"\bfrom $", passage.text[: each.span.start - passage.block.start])
    ]


def _spans(
    passage: Passage, verb: Token, token: Token, times: Sequence[TimeExpression]
) -> tuple[TimeExpression | None, TimeExpression | None]:
    """Start and end among a happening's dates: "until the 24th" and dates of a verb of ending are ends."""
    starts: list[TimeExpression] = []
    ends: list[TimeExpression] = []
    clock = Clock(passage, tuple(times))
    for each in times:
        hangs = clock.token(each)
        verb = governor(hangs) if hangs is not None and not is_verb(token) else verb
        before = passage.text[: each.span.start - passage.block.start]
        behind = _is_when(token) and hangs is not None and hangs.i < token.i
        until = not behind and bool(
            re.match(r"(?:until|till) ", each.text) or re.search(r"\b(?:until|till|through) (?:the )?$", before)
        )
        ending = (
            not is_verb(token)
            and verb.lemma_.lower() in ENDING
            and (token in own_nouns(verb) or _describes(verb, token))
        )
        (ends if until or ending or _closes_span(passage, each, times) else starts).append(each)
    return (_nearest(passage, token, starts), _nearest(passage, token, ends))


def _closes_span(passage: Passage, time: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """As in "from Friday to Sunday"."""
    offset = passage.block.start
    for each in times:
        between = passage.text[max(0, each.span.end - offset) : max(0, time.span.start - offset)]
        led = each.text.startswith("from ") or passage.text[: each.span.start - offset].endswith("from ")
        if between in {" to ", " through "} and led:
            return True
    return False


def _is_when(token: Token) -> bool:
    """As in "until 1971, when she fled": the clause's day is the last of what went before."""
    return is_verb(token) and any(each.lower_ == "when" for each in token.children)


def _describes(verb: Token, noun: Token) -> bool:
    """As in "talks with the fund that began on Monday and end today"."""
    clause = verb.head if verb.dep_ == "conj" else verb
    return clause.dep_ == "relcl" and noun in path_up(clause)


def _nearest(passage: Passage, token: Token, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The most precise date, and of equals the nearest to the word."""
    return min(
        times,
        key=lambda each: (-len(each.value or ""), abs(each.span.start - passage.block.start - token.idx)),
        default=None,
    )
