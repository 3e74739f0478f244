"""One clause that tells of a happening: its trigger word, who takes part, where and when, and whether it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from pipeline.annotate.clauses import governor, is_verb, path_up
from pipeline.annotate.event_clauses import dated_clauses, lead_clause
from pipeline.annotate.event_clock import Clock, WordsAt, rounded
from pipeline.annotate.event_dates_read import read_clauses
from pipeline.annotate.event_fates import fate, planned_times, when
from pipeline.annotate.event_nouns import nouns_under
from pipeline.annotate.event_people import possessors, who_does, who_has
from pipeline.annotate.event_places import planned_places, where
from pipeline.annotate.event_times import date_owners
from pipeline.annotate.event_triggers import find_triggers
from pipeline.annotate.lexicon.triggers import AFFECTED, Trigger
from pipeline.annotate.modality import is_stated
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token
from pipeline.model.annotations import EventStatus, Span, TimeExpression


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """What one clause says. ``agents`` do it, ``patients`` it is done to, ``others`` take part beside them; all are entity ids.

    ``definite`` says that it points back to one told of before ("the trip"), ``read`` that a model took its word for what
    happens on a date.
    """

    passage: Passage
    token: Token
    trigger: Trigger
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    start: TimeExpression | None = None
    end: TimeExpression | None = None
    previous: TimeExpression | None = None
    status: EventStatus | None = None
    definite: bool = False
    read: bool = False

    @property
    def people(self) -> tuple[str, ...]:
        """All who take part, each once."""
        return tuple(dict.fromkeys(self.agents + self.patients + self.others))


def happenings(
    passage: Passage,
    who: People,
    times: Sequence[TimeExpression],
    *,
    lead: bool = False,
    counted: Mapping[Token, TimeExpression] = MappingProxyType({}),
    read: WordsAt = MappingProxyType({}),
) -> Iterator[Happening]:
    """The happenings that a passage states, in the order of their words; what stands inside quotation marks is left out.

    ``lead`` says that its first sentence tells the article's main happening, dated or not; ``counted`` are days that are
    told by their distance from another happening.
    """
    clock = Clock(passage, tuple(each for each in times if each.value is not None), counted, read)
    triggers = _triggers(clock, who, lead=lead)
    owners = date_owners(clock, triggers)
    for token, time in counted.items():
        for each in [token] if token in triggers else nouns_under(token, triggers):
            owners.setdefault(each, []).append(time)
    found = read_clauses(clock, triggers, owners, who)
    for token, (trigger, own) in found.items():
        triggers[token] = trigger
        owners[token] = own
    triggers = dict(sorted(triggers.items(), key=lambda each: each[0].i))
    plans = dict(_plans(triggers))
    given = _given_days(clock, triggers)
    for token, trigger in triggers.items():
        if token in plans.values():
            continue
        told = fate(token)
        if told is not None or is_stated(token):
            own = [*owners.get(plans[token], []), *owners.get(token, [])] if token in plans else owners.get(token, [])
            own = [each for each in own if given.get(each.span, token) == token]
            own = (
                own
                if told is None
                else [*own, *(each for each in planned_times(clock, token, told) if each not in own)]
            )
            clause = _happening(passage, token, trigger, who, sorted(own, key=lambda each: each.span))
            if token in plans:
                clause = _of_plan(clause, passage, plans[token], triggers, who)
            if (told is not None or clause.status is not None) and not clause.places:
                places = planned_places(passage, token, told or governor(token), who)
                clause = msgspec.structs.replace(clause, places=places)
            yield from _by_pairs(msgspec.structs.replace(clause, read=token in found), who, own)


def _given_days(clock: Clock, triggers: Mapping[Token, Trigger]) -> dict[Span, Token]:
    """As in "The trial was due on Friday; a strike has pushed it back to 18 March": the new day is that of the plan alone."""
    found: dict[Span, Token] = {}
    for noun in triggers:
        told = fate(noun)
        if told is not None and any(each.dep_ == "dobj" and each.lower_ == "it" for each in told.children):
            found |= {each.span: noun for each in planned_times(clock, noun, told)}
    return found


def _plans(triggers: Mapping[Token, Trigger]) -> Iterator[tuple[Token, Token]]:
    """As in "was to tour the port on Friday but has put the visit off": the noun of a plan given up, and the verb that told of it."""
    for noun, trigger in triggers.items():
        if is_verb(noun) or fate(noun) is None or not any(each.lower_ == "the" for each in noun.children):
            continue
        for verb in reversed([each for each in triggers if each.sent == noun.sent and each.i < noun.i]):
            planned = verb.tag_ == "VB" and any(each.lower_ == "to" for each in verb.children)
            if planned and triggers[verb].type == trigger.type and verb.head in (*path_up(noun),):
                yield noun, verb
                break


def _of_plan(
    clause: Happening, passage: Passage, verb: Token, triggers: Mapping[Token, Trigger], who: People
) -> Happening:
    """What became of a plan, with those who had planned it, and where."""
    plan = _happening(passage, verb, triggers[verb], who, ())
    return msgspec.structs.replace(
        clause,
        agents=tuple(dict.fromkeys(plan.agents + clause.agents)),
        patients=tuple(dict.fromkeys(plan.patients + clause.patients)),
        places=clause.places or plan.places,
    )


def _triggers(clock: Clock, who: People, *, lead: bool) -> dict[Token, Trigger]:
    """All words of the passage that tell of a happening, in their order."""
    passage = clock.passage
    found = dict(_without_blaze(token, trigger) for token, trigger in find_triggers(passage, who).items())
    found |= dated_clauses(clock, found, who)
    main = lead_clause(passage, found, who) if lead else None
    if main is not None:
        found[main[0]] = main[1]
    return dict(sorted(found.items(), key=lambda each: each[0].i))


def _without_blaze(token: Token, trigger: Trigger) -> tuple[Token, Trigger]:
    """As in "a gunman opened fire at a school": no blaze, and named by what he does."""
    if trigger.type == "fire" and token.dep_ == "dobj" and token.head.lemma_.lower() == "open":
        return token.head, Trigger("other", "open")
    return token, trigger


def _happening(
    passage: Passage, token: Token, trigger: Trigger, who: People, times: Sequence[TimeExpression]
) -> Happening:
    verb = governor(token)
    status, start, end, previous = when(passage, token, verb, list(times))
    doers, done_to, others = (
        who_does(passage, token, who)
        if is_verb(token)
        else who_has(passage, token, verb, who, affected=trigger.type in AFFECTED)
    )
    return Happening(
        passage=passage,
        token=token,
        trigger=trigger,
        agents=doers,
        patients=done_to,
        others=tuple(each for each in others if each not in doers + done_to),
        places=where(passage, token, verb, trigger, who),
        start=rounded(start, trigger.type),
        end=rounded(end, trigger.type),
        previous=rounded(previous, trigger.type),
        status=status,
        definite=(token.pos_ == "PROPN" and not is_verb(token))
        or any(each.lower_ in {"the", "this", "his", "her", "their", "its"} for each in token.children)
        or bool(possessors(token)),
    )


def _by_pairs(happening: Happening, who: People, times: Sequence[TimeExpression]) -> Iterator[Happening]:
    """As in "in Rome on the 3rd and in Pisa on the 5th": one happening for each pair of place and day."""
    days = sorted(
        (each for each in times if each.value and each.value.precision == "day" and not each.end),
        key=lambda each: each.span,
    )
    if len(days) < 2 or happening.status is not None or happening.end is not None:
        yield happening
        return
    passage, at = happening.passage, happening.token.idx
    pairs: list[tuple[TimeExpression, tuple[str, ...]]] = []
    for day in days:
        end = day.span.end - passage.block.start
        places = tuple(each.entity for each in who.known.within(passage, at, end) if each.type in {"place", "facility"})
        pairs.append((day, places))
        at = end
    if not all(places for _, places in pairs):
        yield happening
        return
    for day, places in pairs:
        yield msgspec.structs.replace(happening, start=day, places=places)
