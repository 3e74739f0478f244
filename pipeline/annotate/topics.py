"""What the article is about, and what it only mentions: salience by place, frequency and part in the main event; keywords."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import msgspec

from pipeline.annotate.index import Index, index
from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Annotations, Event, Topic

WEIGHTS = {
    "headline": 1.45, "dek": 0.85, "first paragraph": 2.1, "second paragraph": 1.55, "frequency": 2.3, "main event": 1.3, "events": 2.7,
    "quotations": 1.7, "person": 0.05, "organization": 1.15, "place": 0.15,
}  # fmt: skip
"""What makes a thing what the article is about: a logistic regression, fitted by ``benchmarks.salience``; features are 0 to 1."""
BIAS = -5.55
ABOUT_AT_LEAST = 0.33
"""Probability from which a thing is what the article is about: where leave-one-document-out finds most at the precision of before."""
MOST_ABOUT = 4
"""Entities that an article is about at most, besides its main event."""
MOST_KEYWORDS = 8
_GOING_ON = frozenset({"pronoun", "description"})
"""Mentions of bodies and places that do not count: "it" is found for some of them only."""
_ABOUT_TYPES = frozenset({"person", "organization", "place", "facility", "named-event"})


def find_topics(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with a topic for every entity and event, the most salient first, and keywords."""
    known = index(reading, annotations)
    events = main_events(reading, annotations)
    main, others = next(iter(events), None), events[1:]
    topics = [*_event_topics(annotations.events, main, others), *_entity_topics(reading, annotations, known, main)]
    topics.sort(key=lambda each: (-each.salience, each.id))
    return msgspec.structs.replace(annotations, topics=tuple(topics), keywords=_keywords(topics, annotations))


def main_events(reading: Reading, annotations: Annotations) -> list[Event]:
    """The event that the article tells of: of those in its first paragraphs, the one nearest to the headline's words; and a
    second one, if the first paragraph tells of it, too, and the headline as well."""
    body = [each for each in reading.passages if each.is_body][:3]
    if not body:
        return []
    last, lead = body[-1].block.end, body[0].block.end
    early = [each for each in annotations.events if each.span.start <= last and each.super_event is None]
    headline = _stems(each.text for each in reading.passages if each.block.kind == "headline")
    dek = _stems(each.text for each in reading.passages if each.block.kind == "description") - headline
    first = min((each.trigger.start for each in early), default=0)
    names = {each.id: each.name for each in annotations.entities}

    def overlap(event: Event) -> float:
        told = _stems([event.name, *(names[each.entity] for each in event.participants)])
        return len(told & headline) + 0.5 * len(told & dek)

    def weight(event: Event) -> tuple[float, int]:
        stands = 2.0 * (event.trigger.start < lead) + (event.trigger.start == first) + 0.5 * (event.start is not None)
        told = 0.25 * len(_stems([event.description or ""]) & headline)
        return (overlap(event) + told + stands, -event.trigger.start)

    ranked = sorted(early, key=weight, reverse=True)
    second = [each for each in ranked[1:2] if overlap(each) and (each.trigger.start < lead or overlap(each) > 1)]
    return [*ranked[:1], *second]


def _stems(texts: Iterable[str]) -> set[str]:
    """Words cut to five letters: "convicts", "Conviction" and "convicted" are one."""
    return {word.strip(".,'’\"()").lower()[:5] for text in texts for word in text.split() if len(word) > 3}


def _event_topics(events: tuple[Event, ...], main: Event | None, others: list[Event]) -> list[Topic]:
    found: list[Topic] = []
    for number, each in enumerate(events):
        if each is main or each in others:
            found.append(Topic(id=each.id, salience=0.95 if each is main else 0.75, relation="about"))
        else:
            found.append(Topic(id=each.id, salience=round(max(0.1, 0.5 - 0.03 * number), 3)))
    return found


def _entity_topics(reading: Reading, annotations: Annotations, known: Index, main: Event | None) -> list[Topic]:
    scores = _saliences(reading, annotations, known, main)
    kinds = {each.id: each.type for each in annotations.entities}
    ranked = sorted(scores, key=lambda each: (-scores[each], each))
    about = [each for each in ranked if scores[each] >= ABOUT_AT_LEAST and kinds[each] in _ABOUT_TYPES][:MOST_ABOUT]
    return [
        Topic(id=each, salience=round(scores[each], 3), relation="about" if each in about else "mentions")
        for each in ranked
    ]


def _saliences(reading: Reading, annotations: Annotations, known: Index, main: Event | None) -> dict[str, float]:
    """How probable it is of each entity that the article is about it."""
    told = salience_features(reading, annotations, known, main)
    return {entity: _probability(features) for entity, features in told.items()}


def salience_features(
    reading: Reading, annotations: Annotations, known: Index, main: Event | None
) -> dict[str, dict[str, float]]:
    """Of each entity where it stands, how often, in which events, and how often it is quoted: each from 0 to 1."""
    places: dict[str, list[int]] = {each.id: [] for each in annotations.entities}
    for number, found in known.by_passage.items():
        for place in found:
            if place.type == "person" or place.form not in _GOING_ON:
                places[place.entity].append(number)
    events = Counter(one.entity for each in annotations.events for one in each.participants)
    quoted = Counter(each.speaker for each in annotations.quotations)
    in_main = {one.entity for one in main.participants} | set(main.places[:1]) if main is not None else set()
    kinds = {each.number: each.block.kind for each in reading.passages}
    body = [each.number for each in reading.passages if each.is_body][:2]
    most = math.log1p(max((len(each) for each in places.values()), default=1) or 1)
    types = {each.id: each.type for each in annotations.entities}
    return {
        entity: {
            "headline": any(kinds[each] == "headline" for each in numbers),
            "dek": any(kinds[each] == "description" for each in numbers),
            "first paragraph": body[:1] != [] and body[0] in numbers,
            "second paragraph": len(body) > 1 and body[1] in numbers,
            "frequency": math.log1p(len(numbers)) / most,
            "main event": entity in in_main,
            "events": min(1.0, events[entity] / 3),
            "quotations": min(1.0, quoted[entity] / 3),
            types[entity]: True,
        }
        for entity, numbers in places.items()
    }


def _probability(features: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-BIAS - sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())))


def _keywords(topics: list[Topic], annotations: Annotations) -> tuple[str, ...]:
    """The names of the most salient things, none twice."""
    names = {each.id: each.name for each in annotations.entities if each.type in _ABOUT_TYPES}
    return tuple(dict.fromkeys(names[each.id] for each in topics if each.id in names))[:MOST_KEYWORDS]
