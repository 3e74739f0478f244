"""What the article is about, and what it only mentions: salience by place, frequency and part in the main event."""

from __future__ import annotations

import msgspec

from pipeline.annotate.index import index
from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Annotations, Topic


def find_topics(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with a topic for every entity and event, the most salient first."""
    known = index(reading, annotations)
    scores: dict[str, float] = {}
    total = max(1, len(reading.passages))
    for places in known.by_passage.values():
        for each in places:
            passage = reading.passages[each.passage]
            weight = 3.0 if passage.block.kind in {"headline", "description"} else 1.5 - each.passage / total
            scores[each.entity] = scores.get(each.entity, 0.0) + weight
    for event in annotations.events:
        for participant in event.participants:
            scores[participant.entity] = scores.get(participant.entity, 0.0) + 0.3
    top = max(scores.values(), default=1.0)
    topics = [Topic(id=each, salience=round(score / top, 3), relation="mentions") for each, score in scores.items()]
    topics.sort(key=lambda each: (-each.salience, each.id))
    return msgspec.structs.replace(annotations, topics=tuple(_related(topics)))


def _related(topics: list[Topic]) -> list[Topic]:
    return [
        msgspec.structs.replace(each, relation="about") if number < 3 and each.salience >= 0.5 else each
        for number, each in enumerate(topics)
    ]
