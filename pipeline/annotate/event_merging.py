"""The same happening told twice is one: which clauses tell of one event, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from pipeline.annotate.clauses import is_verb, path_up, subjects
from pipeline.annotate.happenings import Happening
from pipeline.annotate.lexicon.calendar import NUMERALS
from pipeline.annotate.lexicon.triggers import BEGINNING, CALAMITIES, ENDING
from pipeline.annotate.reading import Token
from pipeline.model.annotations import TimeExpression
from pipeline.model.moment import Moment

PROCEEDINGS = frozenset({"verdict", "sentence", "charge", "arrest", "release"})
"""Types where several persons are told of one after another: "X was found guilty. Y was convicted, too."."""
LONGEST_VISIT = timedelta(days=31)


class Told(msgspec.Struct):
    """An event with all clauses that tell of it, the first that named it first."""

    clauses: list[Happening]
    part_of: Told | None = None
    end: Moment | None = None

    @property
    def first(self) -> Happening:
        """The clause that names the event: the earliest with a date, else the earliest."""
        return next((each for each in self.clauses if each.start), self.clauses[0])

    @property
    def patients(self) -> tuple[str, ...]:
        """All to whom it is done."""
        return tuple(dict.fromkeys(entity for each in self.clauses for entity in each.patients))

    @property
    def people(self) -> tuple[str, ...]:
        """All who take part."""
        return tuple(dict.fromkeys(entity for each in self.clauses for entity in each.people))

    @property
    def places(self) -> tuple[str, ...]:
        """All places."""
        return tuple(dict.fromkeys(entity for each in self.clauses for entity in each.places))

    @property
    def start(self) -> TimeExpression | None:
        """The most precise start; of equals the first told."""
        found = [each.start for each in self.clauses if each.start is not None]
        return max(found, key=lambda each: len(each.value or ""), default=None)


def merge(happenings: Sequence[Happening]) -> list[Told]:
    """Events in the order in which they are first told."""
    events: list[Told] = []
    for each in without_victims(happenings):
        opened = _opened(events, each)
        if opened is not None and each.start is not None:
            opened.end = opened.end or each.start.value
            continue
        meant = _meant_by_incident(events, each)
        if meant is not None:
            told = meant.clauses[0]
            same_place = each.places or told.places
            meant.clauses.append(msgspec.structs.replace(told, start=each.start, end=each.end, places=same_place))
            continue
        same = [event for event in events if _is_same(event, each)]
        if same:
            max(same, key=lambda event: (event.start is not None, len(event.clauses))).clauses.append(each)
            continue
        events.append(Told([each], part_of=_whole(events, each)))
    for event in events:
        event.end = event.end or _stated_end(event) or _by_duration(event)
    return events


def _opened(events: Sequence[Told], clause: Happening) -> Told | None:
    """As in "The tender opens on Monday and closes on 5 July": what closes is what opened."""
    verb = clause.token
    if verb.dep_ != "conj" or verb.lemma_.lower() not in ENDING or any(each.dep_ == "nsubj" for each in verb.children):
        return None
    return next(
        (each for each in events if each.first.token == verb.head and verb.head.lemma_.lower() in BEGINNING), None
    )


def without_victims(happenings: Sequence[Happening]) -> list[Happening]:
    """As in "four people were killed in a crash": nobody named is hurt in it, so that the crash is the one happening."""
    found = list(happenings)
    for hurt in happenings:
        if hurt.trigger.type not in {"death", "injury"} or hurt.people or not is_verb(hurt.token):
            continue
        cause = next((each for each in found if each is not hurt and _is_cause(each, hurt)), None)
        if cause is not None:
            whole = msgspec.structs.replace(cause, start=cause.start or hurt.start, places=cause.places or hurt.places)
            found = [whole if each is cause else each for each in found if each is not hurt]
    return found


def _is_cause(one: Happening, hurt: Happening) -> bool:
    if (
        one.trigger.type not in CALAMITIES[:-2]
        or one.passage is not hurt.passage
        or _dates_differ(one.start, hurt.start)
    ):
        return False
    token, verb = one.token, hurt.token
    beside = token.head.head == verb and token.head.lower_ in {"in", "by", "from"}
    clause = token if is_verb(token) else token.head
    when = clause.dep_ == "advcl" and clause.head == verb
    after = one.start is not None and one.start == hurt.start and token.sent.end == verb.sent.start
    return beside or when or after or token in path_up(verb) or token in subjects(verb)


INCIDENTS = frozenset(
    {
        "incident",
        "accident",
        "tragedy",
        "disaster",
        "blaze",
        "crash",
        "collision",
        "explosion",
        "blast",
        "attack",
        "collapse",
    }
)
"""Nouns that stand for what went wrong before: "the incident took place on Thursday"."""


DECISIONS = frozenset({"judgment", "judgement", "verdict", "ruling", "decision", "sentence", "sentencing"})
"""Nouns that stand for what a court or a body decided before: "the judgment came on Thursday"."""
_DECIDED = ("sentence", "verdict", "ruling", "fine", "ban", "vote", "dismissal")


def _meant_by_incident(events: Sequence[Told], clause: Happening) -> Told | None:
    """What "the incident" was, if it is dated where the calamity itself was not."""
    if clause.trigger.noun in DECISIONS and clause.definite and not is_verb(clause.token) and clause.start is not None:
        open_ = [each for each in events if each.first.trigger.type in _DECIDED and each.start is None]
        return next((each for each in open_ if each.first.trigger.lead or each.clauses[0].passage.number <= 1), None)
    if clause.trigger.type != "other" or clause.trigger.noun not in INCIDENTS or not clause.definite:
        return None
    found = [
        each for each in events if each.first.trigger.type in CALAMITIES and not _dates_differ(each.start, clause.start)
    ]
    return min(found, key=lambda each: CALAMITIES.index(each.first.trigger.type), default=None)


WRONGS = frozenset(CALAMITIES)


def agrees(one: Happening, two: Happening) -> bool:
    """Whether two clauses of one type can tell of the same happening: those who take part in one do in the other, or one names none."""
    if _dates_differ(one.start, two.start):
        return False
    known, new = set(one.people), set(two.people)
    return bool(known & new) or ((not known or not new) and two.definite)


def _is_same(event: Told, clause: Happening) -> bool:
    first = event.first
    if first.trigger.type != clause.trigger.type or event.part_of is not None:
        return False
    if (
        _dates_differ(event.start, clause.start)
        or _years_apart(event.start, clause.end)
        or not _nouns_agree(first, clause)
        or _elsewhere(event, clause)
    ):
        return False
    if clause.status is not None and not clause.definite and event.start is not None and clause.start is not None:
        return bool(set(event.people) & set(clause.people))
    return _people_agree(event, clause)


def _nouns_agree(first: Happening, clause: Happening) -> bool:
    """Whether the words for it can mean one thing: what some vote for others approve; a poll is not who is elected in it."""
    kind, nouns = clause.trigger.type, {clause.trigger.noun, first.trigger.noun}
    names = {each.token.lower_ for each in (clause, first) if each.token.pos_ == "PROPN"}
    offices = {_office(each.token) for each in (clause, first)} if kind == "appointment" else set()
    if len(offices - {""}) > 1:
        return False  # "named a cardinal", "became bishop in 2009"
    if kind == "disaster" and (len(names) > 1 or len({_DISASTERS.get(each, each) for each in nouns}) > 1):
        return False  # two storms of different names, a landslide and a storm
    if len(nouns) > 1 and (kind == "other" or nouns & _OWN_KIND or (kind == "vote" and is_verb(clause.token))):
        return False
    return kind != "election" or is_verb(clause.token) == is_verb(first.token)


def _office(verb: Token) -> str:
    """As in "became bishop", "was named a cardinal", "was appointed as head"."""
    named = [each for each in verb.children if each.dep_ in {"attr", "oprd"}]
    named += [one for each in verb.children if each.lower_ == "as" for one in each.children if one.dep_ == "pobj"]
    return str(named[0].lemma_).lower() if named else ""


_DISASTERS = {
    **dict.fromkeys(("cyclone", "typhoon", "hurricane", "tornado", "blizzard"), "storm"),
    **dict.fromkeys(("quake", "temblor"), "earthquake"),
    **dict.fromkeys(("flooding", "floods"), "flood"),
    "mudslide": "landslide",
}
"""Nouns that name one disaster."""


def _elsewhere(event: Told, clause: Happening) -> bool:
    """As in "an earthquake shook Italy, followed by a temblor in Myanmar"."""
    if clause.definite or clause.trigger.type not in CALAMITIES:
        return False
    return bool(event.places and clause.places) and not set(event.places) & set(clause.places)


_OWN_KIND = frozenset({"summit", "debate", "briefing", "talk", "inquest", "tribunal"})
"""Nouns that name a kind of their own among those of their type: a summit is not the meeting told of before."""


def _dates_differ(one: TimeExpression | None, two: TimeExpression | None) -> bool:
    if one is None or two is None or one.value is None or two.value is None:
        return False
    shorter = min(len(one.value), len(two.value), 10)
    return one.value[:shorter] != two.value[:shorter]


def _years_apart(start: TimeExpression | None, end: TimeExpression | None) -> bool:
    """As in the Olympics of 1988, and a race that ends on Monday."""
    if start is None or end is None or start.value is None or end.value is None:
        return False
    return abs(end.value.day.year - start.value.day.year) > 1


def _people_agree(event: Told, clause: Happening) -> bool:
    """Whether those who take part can be the same: one side names none, or no one whom the other leaves out."""
    known, new = set(event.people), set(clause.people)
    if not new:
        return clause.definite or _same_noun(event, clause)
    if not known:
        return _same_noun(event, clause) or bool(set(event.places) & set(clause.places))
    if clause.trigger.type == "visit":
        return bool(known & new)
    if clause.trigger.type in PROCEEDINGS and clause.start is None and near(event, clause):
        return event.first.trigger.noun == clause.trigger.noun
    return new <= known or known <= new


def near(event: Told, clause: Happening) -> bool:
    """Whether a clause stands in the same paragraph as an event's last one, or in the next."""
    return clause.passage.number - event.clauses[-1].passage.number <= 1


def _same_noun(event: Told, clause: Happening) -> bool:
    near = clause.passage.number - event.clauses[-1].passage.number <= 2
    last = event.clauses[-1]
    if last.passage is clause.passage and last.token.sent == clause.token.sent:
        return True  # "arrived on Sunday for a four-day state visit"
    both_dated = event.start is not None and clause.start is not None
    if both_dated and last.token.lemma_ == clause.token.lemma_ and event.start is not None and clause.start is not None:
        near = near or event.start.value == clause.start.value
    return near and (
        both_dated or clause.definite or (is_verb(clause.token) and event.first.trigger.noun == clause.trigger.noun)
    )


def _whole(events: Sequence[Told], clause: Happening) -> Told | None:
    """The visit that a journey to one more place is a leg of."""
    if clause.trigger.type != "visit" or clause.start is None or clause.start.value is None:
        return None
    if clause.token.lemma_.lower() in {"leave", "depart"}:
        return None  # where the next journey goes is no part of this one
    for event in events:
        began = event.start.value if event.start else None
        if event.first.trigger.type != "visit" or event.part_of is not None or began is None:
            continue
        if (
            set(event.people) & set(clause.people)
            and timedelta(0) <= clause.start.value.day - began.day <= LONGEST_VISIT
        ):
            return event
    return None


def _stated_end(event: Told) -> Moment | None:
    for each in event.clauses:
        if each.end is not None and each.end.value is not None:
            return each.end.end or each.end.value
        if each.start is not None and each.start.end is not None and each is event.first:
            return each.start.end
    return None


_DURATION = re.compile(r"\b([a-z]+|\d{1,3})[- ](day|week|night)s?[- ]?(?:long)?\b")


def _by_duration(event: Told) -> Moment | None:
    """As in "a four-day state visit" that began on a day: it ends three days later."""
    start = event.start.value if event.start else None
    if start is None or start.precision != "day":
        return None
    lasting = event.first.trigger.type in {"visit", "festival", "conference", "exhibition", "tournament"}
    for each in event.clauses:
        words = each.passage.text[max(0, each.token.idx - 40) : each.token.idx]
        match = _DURATION.search(words)
        if match is not None and re.match(
            r" ?(?:after|before|later|earlier|ago|following|since)\b", words[match.end() :]
        ):
            continue  # "five days after the quake"
        rough = match is not None and match[2] == "week" and not lasting
        if match and not rough and not is_verb(each.token) and (match[1] in NUMERALS or match[1].isdigit()):
            number = int(match[1]) if match[1].isdigit() else NUMERALS[match[1]]
            return Moment((start.day + timedelta(days=number * (7 if match[2] == "week" else 1) - 1)).isoformat())
    return None
