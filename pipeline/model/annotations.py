"""What was found in an article's text, each with its place and the rule or model that found it.

Offsets count code points in ``canonical_text``. Ids (``person-1``) hold within one article only; the authority settles
what they mean in the world.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from pipeline.model.defaults import written
from pipeline.model.moment import Moment

EntityType = Literal["person", "organization", "place", "facility", "group", "work", "product", "named-event", "other"]
MentionForm = Literal["name", "short-name", "title", "acronym", "demonym", "pronoun", "description"]
PersonProperty = Literal[
    "nationality", "homeLocation", "honorificPrefix", "honorificSuffix", "birthDate", "birthPlace", "deathDate", "deathPlace",
    "gender", "spouse", "parent", "children", "sibling", "relatedTo", "colleague", "additionalType",
]  # fmt: skip
EventStatus = Literal["EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"]
ParticipantRole = Literal[
    "attendee", "organizer", "performer", "about", "actor", "competitor", "homeTeam", "awayTeam", "sponsor"
]  # fmt: skip


class Span(msgspec.Struct, frozen=True, order=True):
    """``start`` (inclusive) and ``end`` (exclusive) in the canonical text; ``paragraph`` indexes ``Article.paragraphs``
    and is None in the headline and the description."""

    start: int
    end: int
    paragraph: int | None = None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place where an entity is named. ``text`` is the text between the offsets."""

    span: Span
    text: str
    entity: str
    form: MentionForm = "name"
    by: str
    probability: float = written(1.0)


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person, organization, place ... of this article. ``name`` is its fullest name as written."""

    id: str
    type: EntityType
    name: str
    alternate_names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    country: str | None = None
    contained_in: str | None = None
    probability: float = written(1.0)


class Role(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person's job as said in the text: ``title`` as written, ``organization`` an entity's id.

    ``relation`` is the schema.org property that joins person and organization. ``former`` marks a role that has ended.
    """

    person: str
    span: Span
    by: str
    title: str | None = None
    organization: str | None = None
    relation: Literal["affiliation", "worksFor", "memberOf"] = written("affiliation")
    former: bool = False
    start: Moment | None = None
    end: Moment | None = None
    probability: float = written(1.0)


class PersonFact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One more property of a person: ``value`` as text, ``entity`` the entity meant, if it is one of this article."""

    person: str
    property: PersonProperty
    value: str
    span: Span
    by: str
    entity: str | None = None
    probability: float = written(1.0)


class Quotation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one speaker says in one go: ``text`` joins the ``spans`` by " … "; ``speaker`` is an entity's id, ``speaker_text``
    the words that name the speaker."""

    id: str
    text: str
    spans: tuple[Span, ...]
    by: str
    speaker: str | None = None
    speaker_text: str | None = None
    speaker_span: Span | None = None
    date: Moment | None = None
    probability: float = written(1.0)


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date or time in the text, resolved against the publication moment where it can be: ``value``, or ``value`` to ``end``."""

    span: Span
    text: str
    by: str
    value: Moment | None = None
    end: Moment | None = None
    probability: float = written(1.0)


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """An entity that takes part in an event, by the schema.org property that says how."""

    entity: str
    role: ParticipantRole


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A happening that the text states. ``type`` is our taxonomy's slug (visit, verdict, release ...), ``schema_type`` the
    schema.org class; ``span`` is the sentence that states it, ``trigger`` the word."""

    id: str
    name: str
    type: str
    span: Span
    trigger: Span
    by: str
    schema_type: str = written("Event")
    start: Moment | None = None
    end: Moment | None = None
    start_span: Span | None = None
    previous_start: Moment | None = None
    places: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    status: EventStatus | None = None
    description: str | None = None
    super_event: str | None = None
    probability: float = written(1.0)


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """How much the article is about an entity or event (0 to 1), and whether that makes it ``about`` or ``mentions``."""

    id: str
    salience: float
    relation: Literal["about", "mentions"] = "mentions"


class Citation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A report, study or post that the article relies on: ``text`` as written ("the Associated Press reported from Paris"),
    ``entity`` who made it."""

    span: Span
    text: str
    by: str
    entity: str | None = None
    url: str | None = None
    probability: float = written(1.0)


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that is not published because it is too uncertain, for an editor to confirm."""

    kind: str
    text: str
    span: Span
    by: str
    probability: float
    reason: str


class Annotations(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything found in one article, in the order of the text."""

    language: str | None = None
    annotator: str = ""
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    facts: tuple[PersonFact, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    topics: tuple[Topic, ...] = ()
    keywords: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    withheld: tuple[Withheld, ...] = ()
