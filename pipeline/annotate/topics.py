"""What the article is about, and what it only mentions: salience by place, frequency and part in the main event; keywords."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import msgspec

from pipeline.annotate.index import Index, index
from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Annotations, Event, Topic

# Weights of what makes a thing salient, each from 0 to 1; found on the development articles, checked on open corpora.
_IN_HEADLINE = 0.35
_IN_DEK = 0.15
_IN_LEAD = 0.2
_FREQUENCY = 0.3
_IN_MAIN_EVENT = 0.25
_BY_EVENT = 0.15

ABOUT_AT_LEAST = 0.5
"""Salience from which a thing is what the article is about."""
MOST_ABOUT = 4
"""Entities that an article is about at most, besides its main event."""
MOST_KEYWORDS = 8
_ABOUT_TYPES = frozenset({"person", "organization", "place", "facility", "named-event"})


def find_topics(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with a topic for every entity and event, the most salient first, and keywords."""
    known = index(reading, annotations)
    main = main_event(reading, annotations)
    topics = [*_event_topics(annotations.events, main), *_entity_topics(reading, annotations, known, main)]
    topics.sort(key=lambda each: (-each.salience, each.id))
    return msgspec.structs.replace(annotations, topics=tuple(topics), keywords=_keywords(topics, annotations))


def main_event(reading: Reading, annotations: Annotations) -> Event | None:
    """The event that the article tells of: of those in its first paragraphs, the one nearest to the headline's words."""
    body = [each for each in reading.passages if each.is_body][:3]
    if not body:
        return None
    last = body[-1].block.end
    early = [each for each in annotations.events if each.span.start <= last and each.super_event is None]
    headline = _stems(each.text for each in reading.passages if each.block.kind in {"headline", "description"})

    def weight(event: Event) -> tuple[float, int]:
        told = _stems([event.name, event.description or ""])
        lead = event.span.start < body[0].block.end
        return (len(told & headline) + 2.0 * lead + 0.5 * (event.start is not None), -event.span.start)

    return max(early, key=weight, default=None)


def _stems(texts: Iterable[str]) -> set[str]:
    """Words cut to five letters: "convicts", "Conviction" and "convicted" are one."""
    return {word.strip(".,'’\"()").lower()[:5] for text in texts for word in text.split() if len(word) > 3}


def _event_topics(events: tuple[Event, ...], main: Event | None) -> list[Topic]:
    found: list[Topic] = []
    for number, each in enumerate(events):
        is_main = each is main
        salience = 0.95 if is_main else round(max(0.1, 0.5 - 0.03 * number), 3)
        found.append(Topic(id=each.id, salience=salience, relation="about" if is_main else "mentions"))
    return found


def _entity_topics(reading: Reading, annotations: Annotations, known: Index, main: Event | None) -> list[Topic]:
    scores = _saliences(reading, annotations, known, main)
    kinds = {each.id: each.type for each in annotations.entities}
    ranked = sorted(scores, key=lambda each: (-scores[each], each))
    about = [each for each in ranked if scores[each] >= ABOUT_AT_LEAST and kinds[each] in _ABOUT_TYPES][:MOST_ABOUT]
    return [
        Topic(id=each, salience=round(min(1.0, scores[each]), 3), relation="about" if each in about else "mentions")
        for each in ranked
    ]


def _saliences(reading: Reading, annotations: Annotations, known: Index, main: Event | None) -> dict[str, float]:
    """How salient each entity is: where it stands, how often, in which events."""
    places: dict[str, list[int]] = {each.id: [] for each in annotations.entities}
    for number, found in known.by_passage.items():
        for place in found:
            places[place.entity].append(number)
    events: Counter[str] = Counter(one.entity for each in annotations.events for one in each.participants)
    in_main = {one.entity for one in main.participants} | set(main.places[:1]) if main is not None else set()
    kinds = {each.number: each.block.kind for each in reading.passages}
    lead = next((each.number for each in reading.passages if each.is_body), 0)
    most = math.log1p(max((len(each) for each in places.values()), default=1) or 1)
    scores: dict[str, float] = {}
    for entity, numbers in places.items():
        stands = {kinds[each] for each in numbers}
        scores[entity] = (
            _IN_HEADLINE * ("headline" in stands)
            + _IN_DEK * ("description" in stands)
            + _IN_LEAD * (lead in numbers)
            + _FREQUENCY * math.log1p(len(numbers)) / most
            + _IN_MAIN_EVENT * (entity in in_main)
            + _BY_EVENT * min(1.0, events[entity] / 3)
        )
    return scores


def _keywords(topics: list[Topic], annotations: Annotations) -> tuple[str, ...]:
    """The names of the most salient things, none twice."""
    names = {each.id: each.name for each in annotations.entities if each.type in _ABOUT_TYPES}
    return tuple(dict.fromkeys(names[each.id] for each in topics if each.id in names))[:MOST_KEYWORDS]
