"""What the facts model says of those of whom the rules say nothing: where persons belong."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pipeline.annotate.index import index
from pipeline.annotate.linking import Kind, Known, Linker
from pipeline.annotate.read_affiliations import affiliations
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
    told = {each.person for each in annotations.roles if each.organization is not None}
    asked = {each.id for each in annotations.entities if each.type == "person"} - told
    if not asked:
        return annotations
    known = tuple(_known(reading, annotations, passages))
    links = link([each.text for each in passages], known, asked)
    new = affiliations(passages, annotations, known, links)
    return msgspec.structs.replace(annotations, roles=(*annotations.roles, *new))


def _known(reading: Reading, annotations: Annotations, passages: list[Passage]) -> Iterator[Known]:
    known = index(reading, annotations)
    for number, passage in enumerate(passages):
        begin, end = passage.block.start, passage.block.start + len(passage.text)
        for place in known.by_passage.get(passage.number, ()):
            kind = KINDS.get((place.type, place.form in NAMED))
            if kind is not None:
                yield Known(number, place.start, place.end, kind, place.entity)
        for at, time in enumerate(annotations.times):
            if begin <= time.span.start and time.span.end <= end:
                yield Known(number, time.span.start - begin, time.span.end - begin, "time", f"time-{at}")
