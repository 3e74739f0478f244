"""What the facts model says of those of whom the rules say nothing: where persons belong, what they are, where a happening was."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pipeline.annotate.index import Index, index
from pipeline.annotate.linking import Asked, Kind, Known, Linker
from pipeline.annotate.read_affiliations import affiliations
from pipeline.annotate.read_event_places import placed, unplaced
from pipeline.annotate.read_titles import titled
from pipeline.annotate.reading import Passage, Reading
from pipeline.model.annotations import Annotations

KINDS: dict[tuple[str, bool], Kind] = {
    ("person", True): "person",
    ("person", False): "pronoun",
    ("organization", True): "organization",
    ("organization", False): "described",
    ("place", True): "place",
    ("facility", True): "place",
}
"""By an entity's type, and whether a name stands there."""
NAMED = frozenset(("name", "short-name", "acronym"))


def read_links(reading: Reading, annotations: Annotations, link: Linker) -> Annotations:
    """Annotations with what the model links, where it is sure enough and the rules know nothing."""
    passages = [each for each in reading.passages if each.is_body or each.block.kind in {"headline", "description"}]
    persons = {each.id for each in annotations.entities if each.type == "person"}
    places = index(reading, annotations)
    known = tuple(_known(places, annotations, passages))
    asked = Asked(
        persons - {each.person for each in annotations.roles if each.organization is not None},
        persons - {each.person for each in annotations.roles if each.title is not None},
        frozenset(unplaced(passages, annotations.events, known)),
    )
    if not any(asked):
        return annotations
    links = link([each.text for each in passages], known, asked)
    roles = (*annotations.roles, *titled(passages, places, links))
    annotations = msgspec.structs.replace(annotations, roles=roles)
    return msgspec.structs.replace(
        annotations,
        roles=(*roles, *affiliations(passages, annotations, known, links)),
        events=placed(passages, annotations.events, links),
    )


def _known(places: Index, annotations: Annotations, passages: list[Passage]) -> Iterator[Known]:
    for number, passage in enumerate(passages):
        for place in places.by_passage.get(passage.number, ()):
            kind = KINDS.get((place.type, place.form in NAMED))
            if kind is not None:
                yield Known(number, place.start, place.end, kind, place.entity)
        begin, end = passage.block.start, passage.block.start + len(passage.text)
        for at, time in enumerate(annotations.times):
            if begin <= time.span.start and time.span.end <= end:
                yield Known(number, time.span.start - begin, time.span.end - begin, "time", f"time-{at}")
        for event in annotations.events:
            if begin <= event.trigger.start and event.trigger.end <= end:
                yield Known(number, event.trigger.start - begin, event.trigger.end - begin, "happening", event.id)
