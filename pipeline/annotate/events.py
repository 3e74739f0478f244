"""Happenings that the text states: type, name, dates, places, participants and status. Denied and hypothetical ones are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.annotate.index import Index, Place, index
from pipeline.annotate.lexicon.speech import ASSERTED
from pipeline.annotate.lexicon.triggers import CANCELLING, HYPOTHETICAL, NOUNS, POSTPONING, VERBS, Trigger
from pipeline.annotate.quote_marks import quoted_parts
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Event, EventStatus, Participant, TimeExpression
from pipeline.model.moment import Moment


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A happening as one clause tells it."""

    passage: Passage
    token: Token
    trigger: Trigger
    phrase: str
    start: Moment | None = None
    end: Moment | None = None
    time: TimeExpression | None = None
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    status: EventStatus | None = None
    previous: Moment | None = None
    name: str = ""


def find_events(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the events of the body added; the same happening told twice is one."""
    known = index(reading, annotations)
    candidates: list[Candidate] = []
    for passage in reading.passages:
        if passage.is_body:
            times = [each for each in annotations.times if passage.block.start <= each.span.start < passage.block.end]
            candidates.extend(_in_passage(passage, known, times))
    merged = _merge([each for each in candidates if _worth(each)])
    events = tuple(_event(f"event-{number}", each) for number, each in enumerate(merged, 1))
    return msgspec.structs.replace(annotations, events=events)


def _in_passage(passage: Passage, known: Index, times: Sequence[TimeExpression]) -> Iterator[Candidate]:
    quoted = [(each.start, each.end) for each in quoted_parts(passage.block.text)]
    for token in passage.doc:
        trigger = _trigger(token)
        if trigger is None or any(start <= token.idx < end for start, end in quoted) or known.of_token(passage, token):
            continue
        if _not_stated(token):
            continue
        yield _candidate(passage, token, trigger, known, times)


def _trigger(token: Token) -> Trigger | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma == "leave" and any(each.lower_ == "for" for each in token.children):
            return Trigger("visit", "visit", "subject")
        return VERBS.get(lemma)
    if token.pos_ == "NOUN":
        return NOUNS.get(lemma)
    return None


def _not_stated(token: Token) -> bool:
    """Whether the clause is denied, negated or hypothetical."""
    at = token
    for _ in range(12):
        children = list(at.children)
        if any(each.dep_ == "neg" or each.lower_ in {"never", "no"} for each in children):
            return True
        if at.lemma_.lower() in ASSERTED and at.i != token.i:
            return True
        helpers = {each.lower_ for each in children if each.dep_ in {"aux", "auxpass"}}
        if helpers & HYPOTHETICAL and at.pos_ in {"VERB", "AUX"}:
            return True
        if any(each.dep_ == "mark" and each.lower_ in {"if", "unless", "whether"} for each in children):
            return True
        if at.head == at:
            break
        at = at.head
    return False


def _clause(token: Token) -> Token:
    """The verb whose clause a noun stands in, or the verb itself."""
    at = token
    while at.pos_ not in {"VERB", "AUX"} and at.head != at:
        at = at.head
    return at


def _candidate(
    passage: Passage, token: Token, trigger: Trigger, known: Index, times: Sequence[TimeExpression]
) -> Candidate:
    verb = _clause(token)
    scope = sorted(verb.subtree, key=lambda each: each.i)
    start, end = scope[0].idx, scope[-1].idx + len(scope[-1])
    time = _nearest_time(passage, token, times, start, end)
    inside = known.within(passage, start, end)
    status = _status(verb, token)
    return Candidate(
        passage=passage,
        token=token,
        trigger=trigger,
        phrase=_noun_phrase(passage, token),
        time=time,
        start=time.value if time else None,
        end=time.end if time else None,
        places=tuple(
            dict.fromkeys(
                each.entity for each in inside if each.type in {"place", "facility"} and _is_location(passage, each)
            )
        ),
        participants=tuple(dict.fromkeys(each.entity for each in inside if each.type in {"person", "organization"})),
        status=status,
        name=_name(passage, token, trigger, inside, known),
    )


def _nearest_time(
    passage: Passage, token: Token, times: Sequence[TimeExpression], start: int, end: int
) -> TimeExpression | None:
    offset = passage.block.start
    fits = [
        each for each in times if each.value and start <= each.span.start - offset and each.span.end - offset <= end + 1
    ]
    return min(fits, key=lambda each: abs(each.span.start - offset - token.idx), default=None)


def _is_location(passage: Passage, place: Place) -> bool:
    before = passage.text[: place.start]
    return bool(
        re.search(r"\b(?:in|at|to|for|from|visiting|near|outside|and|of|the|,)\s*$", before)
    ) and not passage.text[place.end :].startswith("'s")


def _status(verb: Token, token: Token) -> EventStatus | None:
    if verb.i == token.i:
        return None
    lemma = verb.lemma_.lower()
    if lemma in CANCELLING:
        return "EventCancelled"
    if lemma in POSTPONING:
        return "EventPostponed"
    return None


def _noun_phrase(passage: Passage, token: Token) -> str:
    left = [each for each in token.lefts if each.dep_ in {"compound", "amod", "nmod", "poss"}]
    start = min([each.left_edge.idx for each in left] or [token.idx])
    return passage.original(start, token.idx + len(token))


def _name(passage: Passage, token: Token, trigger: Trigger, inside: Sequence[Place], known: Index) -> str:
    places = [
        known.entities[each.entity].name
        for each in inside
        if each.type in {"place", "facility"} and _is_location(passage, each)
    ]
    if token.pos_ == "NOUN":
        phrase = re.sub(r"^(?:the|a|an|his|her|its|their) ", "", _noun_phrase(passage, token), flags=re.IGNORECASE)
        return (phrase[:1].upper() + phrase[1:]) + (f" in {places[0]}" if places and places[0] not in phrase else "")
    subject = _entity_names(passage, [each for each in token.children if each.dep_ == "nsubj"], known)
    patients = _entity_names(passage, [each for each in token.children if each.dep_ in {"dobj", "nsubjpass"}], known)
    if trigger.type == "visit":
        who = subject or "Visit"
        return (
            f"{_possessive(who)} visit" + (f" to {places[0]}" if places else "")
            if subject
            else f"Visit to {places[0]}"
            if places
            else "Visit"
        )
    whom = patients if trigger.patient == "object" else subject
    noun = trigger.noun[:1].upper() + trigger.noun[1:]
    if whom:
        return f"{noun} {whom}" if noun.endswith((" on", " to", " over", " against")) else f"{noun} of {whom}"
    return noun + (f" in {places[0]}" if places else "")


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _entity_names(passage: Passage, heads: Sequence[Token], known: Index) -> str:
    names: list[str] = []
    for head in heads:
        scope = list(head.subtree)
        inside = known.within(passage, scope[0].idx, scope[-1].idx + len(scope[-1]))
        names.extend(known.entities[each.entity].name for each in inside)
    names = list(dict.fromkeys(names))[:3]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _worth(candidate: Candidate) -> bool:
    return candidate.start is not None and bool(
        candidate.participants or candidate.places or candidate.token.pos_ == "NOUN"
    )


def _merge(candidates: Sequence[Candidate]) -> list[Candidate]:
    merged: list[Candidate] = []
    for each in candidates:
        twin = next((number for number, other in enumerate(merged) if _same(each, other)), None)
        if twin is None:
            merged.append(each)
        else:
            merged[twin] = _joined(merged[twin], each)
    return merged


def _same(one: Candidate, two: Candidate) -> bool:
    return one.trigger.type == two.trigger.type and (one.start == two.start or one.start is None or two.start is None)


def _joined(one: Candidate, two: Candidate) -> Candidate:
    return msgspec.structs.replace(
        one,
        places=tuple(dict.fromkeys(one.places + two.places)),
        participants=tuple(dict.fromkeys(one.participants + two.participants)),
        start=one.start or two.start,
        end=one.end or two.end,
    )


def _event(local: str, candidate: Candidate) -> Event:
    passage, token = candidate.passage, candidate.token
    sentence = token.sent
    return Event(
        id=local,
        name=candidate.name,
        type=candidate.trigger.type,
        schema_type=candidate.trigger.schema,
        span=passage.span(sentence.start_char, sentence.end_char),
        trigger=passage.span(token.idx, token.idx + len(token)),
        by=f"rule:event:{candidate.trigger.type}",
        start=candidate.start,
        end=candidate.end,
        start_span=candidate.time.span if candidate.time else None,
        previous_start=candidate.previous,
        places=candidate.places,
        participants=tuple(Participant(entity=each, role="attendee") for each in candidate.participants),
        status=candidate.status,
        description=passage.original(sentence.start_char, sentence.end_char).strip(),
        probability=0.7,
    )
