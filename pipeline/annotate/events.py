"""Happenings that the text states: type, name, dates, places, participants and status. Denied and hypothetical ones are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

import msgspec

from pipeline.annotate.clauses import agents, governor, is_verb, patients, subjects
from pipeline.annotate.datelines import dateline_end
from pipeline.annotate.event_casualties import complete_casualties
from pipeline.annotate.event_clock import WordsAt
from pipeline.annotate.event_distances import distant
from pipeline.annotate.event_merging import Told, merge
from pipeline.annotate.event_names import event_name
from pipeline.annotate.event_running import running
from pipeline.annotate.event_sense import makes_sense
from pipeline.annotate.happenings import Happening, happenings
from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.triggers import AFFECTED, CALAMITIES, NEED_MODIFIER, PERFORMERS, PLANNING, STRICT_OBJECT
from pipeline.annotate.modality import is_stated
from pipeline.annotate.people import People, people
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.voyages import complete_visits
from pipeline.model.annotations import Annotations, Event, EventStatus, Participant, ParticipantRole
from pipeline.model.moment import Moment

NO_WORDS: WordsAt = MappingProxyType({})
"""What is told without a model."""


def find_events(reading: Reading, annotations: Annotations, told: WordsAt = NO_WORDS) -> Annotations:
    """Annotations with the events of the body added; the same happening told twice is one.

    ``told`` is what a model takes for happening at a time, where the rules know nothing.
    """
    who = people(reading, annotations)
    found = _at_dateline(_all_told(reading, annotations, who, told), reading, who)
    every = complete_casualties(complete_visits(merge(found), who, annotations.times), who)
    names = {id(each): event_name(_with_people(each, who), who) for each in every if _worth(each)}
    kept = [
        each
        for each in every
        if any(letter.isalpha() for letter in names.get(id(each), "")) and makes_sense(each, names[id(each)], who)
    ]
    numbers = {id(each): f"event-{number}" for number, each in enumerate(kept, 1)}
    return msgspec.structs.replace(
        annotations, events=tuple(_event(each, names[id(each)], numbers, who) for each in kept)
    )


def _all_told(reading: Reading, annotations: Annotations, who: People, read: WordsAt) -> list[Happening]:
    """What the body's passages tell, read once more where a day is counted from another happening."""
    passages = [each for each in reading.passages if each.is_body]
    times = [
        [each for each in annotations.times if passage.block.start <= each.span.start < passage.block.end]
        for passage in passages
    ]
    told = [
        list(happenings(passage, who, own, lead=number == 0, read=read))
        for number, (passage, own) in enumerate(zip(passages, times, strict=True))
    ]
    every = [each for one in told for each in one]
    for number, passage in enumerate(passages):
        counted = running(passage, told[number], times[number], who) | distant(passage, every)
        if counted:
            told[number] = list(happenings(passage, who, times[number], lead=number == 0, counted=counted, read=read))
    return [each for one in told for each in one]


NOT_LOCAL = frozenset({"election", "disaster"})
"""Types that a dateline says nothing about: a storm or a national poll is not where the reporter sits."""


def _at_dateline(found: list[Happening], reading: Reading, who: People) -> list[Happening]:
    """What happens where the dateline says: the first paragraph's main happening, and what is "here" or "in the city"."""
    body = next((each for each in reading.passages if each.is_body), None)
    sent = _dateline(reading, body, who) if body is not None and found else None
    home = sent or (_town(reading, body, who) if body is not None and found else None)
    if home is None:
        return found
    first = found[0]
    main = sent is not None and first.passage is body and first.trigger.type not in NOT_LOCAL
    return [
        msgspec.structs.replace(each, places=(home,))
        if not each.places and ((main and each is first) or _is_here(each))
        else each
        for each in found
    ]


_HERE = re.compile(
    r"\b(?:here|(?:in|through|across|around|outside|over) (?:the|this) (?:\w+ )?(?:city|town|village))\b"
)


def _is_here(told: Happening) -> bool:
    """As in "some 500 people marched through the city", "It is the worst flood here"."""
    top = told.token if is_verb(told.token) else governor(told.token)
    if _is_in_town(told.token) or (is_verb(top) and told.token in subjects(top) and _is_in_town(top)):
        return True
    if told.token is not top and told.token.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return False  # "the worst flood here since Typhoon Ada"
    own = told.passage.text[top.left_edge.idx : top.right_edge.idx + len(top.right_edge)]
    match = _HERE.search(own)
    return match is not None and not any(each.dep_ in {"relcl", "advcl", "conj"} for each in top.children)


def _is_in_town(word: Token) -> bool:
    """As in "last sang in the town in March", "a landslide in the city's north"."""
    for prep in word.children:
        if prep.dep_ == "prep" and prep.lower_ in {"in", "across", "through", "outside"}:
            nouns = [one for each in prep.children for one in (each, *each.children) if one.dep_ in {"pobj", "poss"}]
            if any(
                each.lower_ in _TOWNS and any(one.lower_ in {"the", "this"} for one in each.children) for each in nouns
            ):
                return True
    return False


_TOWNS = frozenset({"city", "town", "village"})


def _town(reading: Reading, body: Passage, who: People) -> str | None:
    """The one place, no country, that both the headline or the dek and the first paragraph name."""
    above = {
        each.entity
        for passage in reading.passages[: body.number]
        for each in who.known.within(passage, 0, len(passage.text))
        if each.type == "place" and who.known.entities[each.entity].name not in COUNTRY_CODES
    }
    named = {each.entity for each in who.known.within(body, 0, len(body.text))} & above
    return next(iter(named)) if len(named) == 1 else None


def _dateline(reading: Reading, body: Passage, who: People) -> str | None:
    """The place that the dateline names."""
    end = dateline_end(body.text)
    given = (reading.article.dateline or "").split(",")[0].split("(")[0].strip(" -–—").casefold()
    place = who.known.at(body, 0, end) if end else None
    if place is not None and place.type == "place":
        return place.entity
    named = (each for each in who.known.entities.values() if each.type == "place" and given)
    return next((each.id for each in named if each.name.casefold() == given), None)


def _worth(event: Told) -> bool:
    """Whether the text says enough of it: when it is, or who takes part in a happening that speaks for itself."""
    first = event.first
    if first.status is not None:
        bare = first.token.lemma_.lower() in NEED_MODIFIER and not (event.people or event.places)
        common = first.trigger.type == "other" or bare
        return not common or first.start is not None or first.previous is not None
    if first.trigger.lead and (event.people or (event.places and event.start is not None)):
        return True
    return _worth_undated(event) if event.start is None else _worth_dated(event)


def _worth_undated(event: Told) -> bool:
    first = event.first
    if is_verb(first.token) and _is_open(first.token):
        return False
    if event.end is not None or (event.people and event.places and _is_planned(first.token)):
        return True
    finite = first.token.tag_ == "VBD" or any(each.dep_ in {"aux", "auxpass"} for each in first.token.children)
    if first.trigger.type in CALAMITIES[:-2] and finite and _is_early(event):
        return True
    if first.trigger.type in {"acquisition", "sale", "merger"}:
        lasting = any(each.lower_ == "since" for each in first.token.children)
        return len(event.people) > 1 and not lasting
    speaks = first.trigger.alone and is_verb(first.token)
    return bool(event.people) and (speaks or len(event.clauses) > 2)


def _is_planned(noun: Token) -> bool:
    """As in "Talks are planned there with the king"."""
    return noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() in PLANNING


def _is_early(event: Told) -> bool:
    """Whether one of the first two paragraphs tells of it: a calamity there is what the article is about."""
    return event.clauses[0].passage.block.paragraph in {0, 1}


def _worth_dated(event: Told) -> bool:
    first, verbal = event.first, is_verb(event.first.token)
    if first.trigger.type == "strike":
        return True  # "they'll walk out on Monday"
    if first.trigger.noun in {"report", "post"}:
        return bool(event.people) or first.read
    word = first.token.lemma_.lower()
    if word in (STRICT_OBJECT if verbal else NEED_MODIFIER):
        decided = first.trigger.type == "vote" and any(each.dep_ == "dobj" for each in first.token.children)
        enough = len("2024-06") if first.trigger.type in _SELDOM else len("2024-06-12")
        enough = len("2024") if first.trigger.type == "founding" else enough
        by_day = event.start is not None and len(event.start.value or "") >= enough
        return bool(event.people or event.places or decided or not verbal or (by_day and _has_phrase(first.token)))
    return bool(event.people or event.places or not verbal or _has_phrase(first.token))


_SELDOM = frozenset({"publication", "opening", "closure", "launch", "founding", "win", "unveiling"})
"""Types of which a month is enough to tell which one is meant."""


def _has_phrase(verb: Token) -> bool:
    """Whether a clause says more than "they met": a noun as its subject or object."""
    own = (each for each in verb.children if each.dep_ in {"nsubj", "nsubjpass", "dobj"})
    return any(each.pos_ in {"NOUN", "PROPN", "NUM"} for each in (*own, *agents(verb), *patients(verb)))


def _is_open(verb: Token) -> bool:
    """Undated, and not said to have happened or to be about to: "must sign a contract", "seeks to visit"."""
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    if helpers & {"has", "have", "had", "will", "would", "was", "were", "'ve", "'ll", "is", "are", "been"}:
        return False
    return verb.tag_ in {"VB", "VBZ", "VBP"} or verb.dep_ in {"amod", "compound"}


def _event(event: Told, name: str, numbers: dict[int, str], who: People) -> Event:
    first = event.first
    passage, token = first.passage, first.token
    sentence = token.sent
    moved = next((each for each in event.clauses if each.status is not None), None)
    start = event.start.value if event.start else None
    return Event(
        id=numbers[id(event)],
        name=name,
        type=first.trigger.type,
        schema_type=first.trigger.schema,
        span=passage.span(sentence.start_char, sentence.end_char),
        trigger=passage.span(token.idx, token.idx + len(token)),
        by=f"rule:event{'-read' if first.read else ''}:{first.trigger.type}",
        start=start,
        end=_end(event.end, start),
        start_span=event.start.span if event.start else None,
        previous_start=moved.previous.value if moved and moved.previous else None,
        places=event.places,
        participants=tuple(_participants(event, who)),
        status=_status(moved, start),
        description=_description(event),
        super_event=numbers.get(id(event.part_of)) if event.part_of is not None else None,
        probability=0.8 if start else 0.6,
    )


def _end(end: Moment | None, start: Moment | None) -> Moment | None:
    """The end, if it is one: "director until 2017, died in 2019" says nothing of how long."""
    if end is None or end == start or (start is not None and end.day < start.day):
        return None
    return end


def _status(moved: Happening | None, start: Moment | None) -> EventStatus | None:
    """What has become of the plan: put off to a day that the text names elsewhere, it is rescheduled."""
    if moved is None:
        return None
    return "EventRescheduled" if moved.status == "EventPostponed" and start is not None else moved.status


def _has_name(clause: Happening, who: People) -> bool:
    """Whether a clause calls the happening by a name of its own ("Typhoon Ada")."""
    place = who.known.of_token(clause.passage, clause.token)
    return place is not None and place.type == "named-event"


def _with_people(event: Told, who: People) -> Happening:
    """The naming clause with those whom only later clauses name."""
    first = next((each for each in event.clauses if _has_name(each, who)), event.first)
    if not first.people and not is_verb(
        first.token
    ):  # "The appointment was announced on Tuesday": whose it is, another clause tells
        first = next((each for each in event.clauses if each.patients and is_verb(each.token)), first)
    if not first.patients and event.patients and is_verb(first.token):
        first = msgspec.structs.replace(first, patients=event.patients)
    return first if first.people else msgspec.structs.replace(first, others=event.people)


def _description(event: Told) -> str | None:
    """The sentence that tells of it, unless the same sentence denies or supposes something, too."""
    sentence = event.first.token.sent
    if any(is_verb(each) and not is_stated(each) for each in sentence):
        return None
    return event.first.passage.original(sentence.start_char, sentence.end_char).strip()


def _participants(event: Told, who: People) -> Iterator[Participant]:
    seen: set[str] = set()
    for role, entities in _by_role(event.clauses, who):
        for entity in entities:
            if entity not in seen and who.known.entities[entity].type in {"person", "organization"}:
                seen.add(entity)
                yield Participant(entity=entity, role=role)


def _by_role(clauses: Sequence[Happening], who: People) -> Iterator[tuple[ParticipantRole, tuple[str, ...]]]:
    """Who takes part as what: competitors, performers, those it is about, those who do it, those who are there."""
    for each in clauses:
        kind = each.trigger.type
        if kind == "founding":
            yield "organizer", each.people
        elif kind in {"match", "win", "draw", "victory"}:
            yield "competitor", each.people
        elif kind in PERFORMERS:
            yield "performer", each.people
        elif kind in AFFECTED:
            yield (
                "about",
                each.patients or (each.agents if each.trigger.patient == "subject" and is_verb(each.token) else ()),
            )
            yield "actor", each.agents
            yield "attendee", each.others
        else:
            yield "attendee", tuple(one for one in each.people if who.known.entities[one].type == "person")
            yield "organizer", each.agents
            yield "attendee", each.people
