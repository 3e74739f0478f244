"""Statements of another annotator -> annotations, as far as the article's own words bear them; each refusal is a finding.

A statement is accepted if its evidence stands verbatim in the text that is read (typographic quotation marks, dashes and
spaces count as plain ones) and holds every name and word that the statement uses. What is accepted has the probability that the newsroom trusts
the annotator with, so that its thresholds and its editors decide; what our own annotators found already stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from pipeline.annotate.cluster import fold
from pipeline.annotate.lexicon.triggers import EVENT_TYPES
from pipeline.annotate.reading import Passage, Reading, plain
from pipeline.annotate.statements import Statement
from pipeline.model.annotations import (
    Annotations,
    Entity,
    EntityType,
    Event,
    Mention,
    Participant,
    Quotation,
    Role,
    Span,
    TimeExpression,
)
from pipeline.model.finding import Finding

LONGEST_EVENT_NAME = 120
"""Characters of an event's name: longer ones are sentences."""
MOST_LISTED = 20
"""Refusals of one article that are findings of their own; the rest is counted."""


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Whose statements these are: ``name`` as evidence names it, ``probability`` that is given to each."""

    name: str
    probability: float


class _Case(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with the place of its evidence: ``start`` to ``end`` in ``passage``'s own offsets."""

    statement: Statement
    passage: Passage
    start: int
    end: int
    voice: Voice

    def find(self, words: str) -> Span | None:
        """Where whole words of the evidence stand, in the canonical text."""
        pattern = rf"(?<!\w){re.escape(plain(words))}(?!\w)"
        found = re.search(pattern, self.passage.text[self.start : self.end]) if words.strip() else None
        return self.passage.span(self.start + found.start(), self.start + found.end()) if found else None

    @property
    def span(self) -> Span:
        """The evidence in the canonical text."""
        return self.passage.span(self.start, self.end)


type _Verdict = Annotations | str
type _Accept = Callable[[Reading, Annotations, _Case], _Verdict]


def ground(
    reading: Reading, annotations: Annotations, statements: Iterable[Statement], voice: Voice
) -> tuple[Annotations, tuple[Finding, ...]]:
    """The annotations with every statement that the text bears; names first, as the others refer to them."""
    refused: list[str] = []
    for statement in sorted(statements, key=lambda each: _ORDER.index(each.kind)):
        verdict = _judged(reading, annotations, statement, voice)
        if isinstance(verdict, str):
            refused.append(f"{_said(statement)}: {verdict}")
        else:
            annotations = verdict
    return annotations, refusals(refused, voice)


def refusals(reasons: Sequence[str], voice: Voice) -> tuple[Finding, ...]:
    """A finding for each reason, or for how many more there are."""
    listed = [*reasons[:MOST_LISTED]]
    if len(reasons) > MOST_LISTED:
        listed.append(f"{len(reasons) - MOST_LISTED} more statements")
    return tuple(
        Finding(
            code="statement-refused",
            severity="info",
            pointer="/articleBody",
            message=f"A statement by {voice.name} was not accepted. {each}.",
            hint="Nothing: only what the article's own words bear is stated. If it is true, state it in the sidecar.",
        )
        for each in listed
    )


def _said(statement: Statement) -> str:
    words = statement.name or statement.person or statement.text or statement.evidence
    return f"{statement.kind} {words[:80]!r}"


def _judged(reading: Reading, annotations: Annotations, statement: Statement, voice: Voice) -> _Verdict:
    case = _case(reading, statement, voice)
    if case is None:
        return "its evidence does not stand in the text that is read"
    return _ACCEPT[statement.kind](reading, annotations, case)


def _case(reading: Reading, statement: Statement, voice: Voice) -> _Case | None:
    """The first passage in which the evidence stands as whole words."""
    evidence = plain(statement.evidence).strip()
    pattern = rf"(?<!\w){re.escape(evidence)}(?!\w)"
    for passage in reading.passages if evidence else ():
        found = re.search(pattern, passage.text)
        if found:
            return _Case(statement=statement, passage=passage, start=found.start(), end=found.end(), voice=voice)
    return None


# --- names --------------------------------------------------------------------------------------------------------------


def _name(reading: Reading, annotations: Annotations, case: _Case) -> _Verdict:
    kind: EntityType = case.statement.kind  # type: ignore[assignment]  # the three kinds that come here are entity types
    place = case.find(case.statement.name)
    if place is None:
        return "the name does not stand in its evidence"
    if (
        not any(each.isupper() for each in case.statement.name)
        and case.statement.name.lower() != case.statement.name.upper()
    ):
        return "it is no proper name"
    known = _standing_at(annotations, place)
    if known is not None:
        same = {each.id: each.type for each in annotations.entities}[known.entity] == kind
        return annotations if same else "our own annotators take it for something else"
    local = f"{kind}-{_next(each.id for each in annotations.entities if each.id.startswith(f'{kind}-'))}"
    name = reading.text[place.start : place.end]
    entity = Entity(id=local, type=kind, name=name, probability=case.voice.probability)
    mentions = (_mention(reading, each, local, case.voice) for each in _everywhere(reading, annotations, name))
    return msgspec.structs.replace(
        annotations,
        entities=(*annotations.entities, entity),
        mentions=tuple(sorted((*annotations.mentions, *mentions), key=lambda each: each.span)),
    )


def _standing_at(annotations: Annotations, place: Span) -> Mention | None:
    return next(
        (each for each in annotations.mentions if each.span.start < place.end and place.start < each.span.end), None
    )


def _everywhere(reading: Reading, annotations: Annotations, name: str) -> Iterable[Span]:
    """Every place of the name that nothing else stands at."""
    pattern = re.compile(rf"(?<!\w){re.escape(plain(name))}(?!\w)")
    for passage in reading.passages:
        for found in pattern.finditer(passage.text):
            span = passage.span(found.start(), found.end())
            if _standing_at(annotations, span) is None:
                yield span


def _mention(reading: Reading, span: Span, local: str, voice: Voice) -> Mention:
    text = reading.text[span.start : span.end]
    return Mention(span=span, text=text, entity=local, by=voice.name, probability=voice.probability)


def _next(ids: Iterable[str]) -> int:
    return max((int(each.rpartition("-")[2]) for each in ids if each.rpartition("-")[2].isdigit()), default=0) + 1


def _entity(annotations: Annotations, case: _Case, name: str, *kinds: EntityType) -> Entity | None:
    """The entity of one of these kinds that a name of the evidence means."""
    place = case.find(name)
    if place is None:
        return None
    mention = _standing_at(annotations, place)
    entity = next((each for each in annotations.entities if mention and each.id == mention.entity), None)
    return entity if entity is not None and entity.type in kinds else None


# --- roles --------------------------------------------------------------------------------------------------------------


def _role(_: Reading, annotations: Annotations, case: _Case) -> _Verdict:
    said = case.statement
    person = _entity(annotations, case, said.person, "person")
    if person is None:
        return "its evidence names no such person"
    title = case.find(said.title)
    if said.title and title is None:
        return "the title does not stand in its evidence"
    organization = _entity(annotations, case, said.organization, "organization", "place", "group")
    if said.organization and organization is None:
        return "its evidence names no such organization"
    if title is None and organization is None:
        return "it gives neither title nor organization"
    if _has_role(annotations, person.id, said.title, organization):
        return annotations
    role = Role(
        person=person.id,
        span=title or case.span,
        by=case.voice.name,
        title=said.title or None,
        organization=organization.id if organization else None,
        former=re.match(r"(?:former|ex-|then-|past)\b", said.title.lower()) is not None,
        probability=case.voice.probability,
    )
    return msgspec.structs.replace(annotations, roles=(*annotations.roles, role))


def _has_role(annotations: Annotations, person: str, title: str, organization: Entity | None) -> bool:
    mine = [each for each in annotations.roles if each.person == person]
    titled = not title or any(fold(title) == fold(each.title or "") for each in mine)
    return titled and (organization is None or any(each.organization == organization.id for each in mine))


# --- quotations ---------------------------------------------------------------------------------------------------------


def _quotation(reading: Reading, annotations: Annotations, case: _Case) -> _Verdict:
    words = case.find(case.statement.text.strip())
    if words is None:
        return "its words do not stand in its evidence"
    offset = case.passage.block.start
    if not any(each.start <= words.start - offset and words.end - offset <= each.end for each in case.passage.quoted):
        return "its words do not stand between quotation marks"
    speaker = _entity(annotations, case, case.statement.speaker, "person", "organization", "group")
    if case.statement.speaker and speaker is None:
        return "its evidence names no such speaker"
    known = [each for each in annotations.quotations if _overlaps(each, words)]
    if known:
        return _with_speaker(annotations, known[0], speaker)
    quotation = Quotation(
        id=f"quotation-{_next(each.id for each in annotations.quotations)}",
        text=reading.text[words.start : words.end],
        spans=(words,),
        by=case.voice.name,
        speaker=speaker.id if speaker else None,
        speaker_text=case.statement.speaker or None,
        speaker_span=case.find(case.statement.speaker),
        probability=case.voice.probability,
    )
    return msgspec.structs.replace(annotations, quotations=(*annotations.quotations, quotation))


def _overlaps(quotation: Quotation, words: Span) -> bool:
    return any(each.start < words.end and words.start < each.end for each in quotation.spans)


def _with_speaker(annotations: Annotations, known: Quotation, speaker: Entity | None) -> _Verdict:
    """What our own annotators found stays; a second speaker for the same words is a contradiction."""
    if speaker is None or known.speaker == speaker.id:
        return annotations
    return (
        "our own annotators know another speaker of these words"
        if known.speaker
        else "our own annotators found the words without a speaker; correct the speaker in the sidecar if this is right"
    )


# --- events -------------------------------------------------------------------------------------------------------------


def _event(reading: Reading, annotations: Annotations, case: _Case) -> _Verdict:
    said = case.statement
    name = " ".join(said.name.split())
    unfit = _unfit(reading, name)
    if unfit:
        return unfit
    if any(_same_happening(each, said.type, case.span) for each in annotations.events):
        return annotations
    date = _date(annotations, case)
    place = _entity(annotations, case, said.where, "place", "facility")
    parts = [_entity(annotations, case, each, "person", "organization", "group") for each in said.participants]
    if (said.when and date is None) or (said.where and place is None) or None in parts:
        return "its evidence does not give its date (one that can be resolved), its place and all who take part"
    taking_part = dict.fromkeys(each.id for each in parts if each is not None)
    event = Event(
        id=f"event-{_next(each.id for each in annotations.events)}",
        name=name,
        type=said.type if said.type in EVENT_TYPES else "other",
        span=case.span,
        trigger=case.span,
        by=case.voice.name,
        start=date.value if date else None,
        end=date.end if date else None,
        start_span=date.span if date else None,
        places=(place.id,) if place else (),
        participants=tuple(Participant(entity=each, role="attendee") for each in taking_part),
        probability=case.voice.probability,
    )
    return msgspec.structs.replace(annotations, events=(*annotations.events, event))


def _unfit(reading: Reading, name: str) -> str | None:
    """What is wrong with an event's name, if anything: it is ours to publish, so the article must know its names and numbers."""
    if not 0 < len(name) <= LONGEST_EVENT_NAME:
        return f"its name has not between 1 and {LONGEST_EVENT_NAME} characters"
    strange = _strange_words(reading, name)
    return f"the article does not know {strange!r} of its name" if strange else None


def _strange_words(reading: Reading, name: str) -> str | None:
    """The first name or number in an event's name that the article does not have."""
    text = plain(reading.text)
    words = re.findall(r"\w+", plain(name))
    return next(
        (
            each
            for number, each in enumerate(words)
            if (each.isdigit() or (number and each[:1].isupper()))
            and not re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text)
        ),
        None,
    )


def _same_happening(event: Event, kind: str, evidence: Span) -> bool:
    return event.type == kind and evidence.start <= event.trigger.start and event.trigger.end <= evidence.end


def _date(annotations: Annotations, case: _Case) -> TimeExpression | None:
    """The date at these words as our own rules resolved it: another annotator's arithmetic is not believed."""
    words = case.find(case.statement.when)
    if words is None:
        return None
    return next(
        (
            each
            for each in annotations.times
            if each.value is not None and each.span.start < words.end and words.start < each.span.end
        ),
        None,
    )


_ORDER = ("person", "organization", "place", "role", "quotation", "event")
_ACCEPT: dict[str, _Accept] = {
    "person": _name,
    "organization": _name,
    "place": _name,
    "role": _role,
    "quotation": _quotation,
    "event": _event,
}
