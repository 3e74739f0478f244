"""What the facts model says of those of whom the rules say nothing: where persons belong, what they are, where a happening was."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pipeline.annotate.event_clock import WordsAt
from pipeline.annotate.index import Index, index
from pipeline.annotate.linking import Asked, FactsRead, Kind, Known, Linker
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


class TextsRead(msgspec.Struct, frozen=True):
    """An article before the facts model: what it was given, and what it can be asked."""

    passages: list[Passage]
    known: tuple[Known, ...]
    read: FactsRead


def read_texts(reading: Reading, annotations: Annotations, link: Linker) -> TextsRead:
    """The article's texts with what is known in them: persons, organizations, places and times."""
    passages = [each for each in reading.passages if each.is_body or each.block.kind in {"headline", "description"}]
    known = tuple(_known(index(reading, annotations), annotations, passages))
    return TextsRead(passages, known, link.read([each.text for each in passages], known))


def words_at(texts: TextsRead) -> WordsAt:
    """By where a time begins in the article, the words that may tell what happens then, the likeliest first."""
    found: dict[int, list[tuple[int, float]]] = {}
    for each in texts.read.told():
        begin = texts.passages[each.at.text].block.start
        found.setdefault(begin + each.at.start, []).append((begin + each.start, each.score))
    return {at: tuple(sorted(words, key=lambda word: (-word[1], word[0]))) for at, words in found.items()}


def read_links(reading: Reading, annotations: Annotations, texts: TextsRead) -> Annotations:
    """Annotations with what the model links, where it is sure enough and the rules know nothing."""
    passages, known = texts.passages, texts.known
    persons = {each.id for each in annotations.entities if each.type == "person"}
    asked = Asked(
        persons - {each.person for each in annotations.roles if each.organization is not None},
        persons - {each.person for each in annotations.roles if each.title is not None},
        frozenset(unplaced(passages, annotations.events, known)),
    )
    if not any(asked):
        return annotations
    links = texts.read.links(asked, tuple(_happenings(annotations, passages)))
    roles = (*annotations.roles, *titled(passages, index(reading, annotations), links))
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


def _happenings(annotations: Annotations, passages: list[Passage]) -> Iterator[Known]:
    for number, passage in enumerate(passages):
        begin, end = passage.block.start, passage.block.start + len(passage.text)
        for event in annotations.events:
            if begin <= event.trigger.start and event.trigger.end <= end:
                yield Known(number, event.trigger.start - begin, event.trigger.end - begin, "happening", event.id)
