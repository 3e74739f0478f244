"""Look-ups over what is already annotated: which entity stands at a place, and who was spoken of last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Entity, EntityType, Mention

_NESTED = 8
"""How many mentions may begin before one that they overlap: names nest only a few deep."""


class Place(msgspec.Struct, frozen=True, order=True):
    """A mention at its place in a passage's own offsets."""

    passage: int
    start: int
    end: int
    entity: str
    type: EntityType
    form: str


class Index(msgspec.Struct, frozen=True):
    """Mentions by passage, entities by id, and by which common nouns the text calls organizations."""

    by_passage: dict[int, tuple[Place, ...]]
    entities: dict[str, Entity]
    called: dict[str, frozenset[str]] = {}

    def at(self, passage: Passage, start: int, end: int) -> Place | None:
        """The mention that overlaps the span, or None."""
        places = self.by_passage.get(passage.number, ())
        first = bisect_left(places, end, key=_start)  # only what begins before the span's end can overlap it
        return next((each for each in places[max(0, first - _NESTED) : first] if start < each.end), None)

    def of_token(self, passage: Passage, token: Token) -> Place | None:
        """The mention that holds a token, or None."""
        return self.at(passage, token.idx, token.idx + len(token))

    def within(self, passage: Passage, start: int, end: int) -> tuple[Place, ...]:
        """The mentions that lie in the span, in order."""
        return tuple(
            each for each in self.by_passage.get(passage.number, ()) if start <= each.start and each.end <= end
        )

    def before(self, passage: Passage, start: int) -> Iterator[Place]:
        """All mentions before a place in the text, the nearest first."""
        yield from (each for each in reversed(self.by_passage.get(passage.number, ())) if each.end <= start)
        for number in range(passage.number - 1, -1, -1):
            yield from reversed(self.by_passage.get(number, ()))


def _start(place: Place) -> int:
    return place.start


def index(reading: Reading, annotations: Annotations) -> Index:
    """Index the mentions of names; pronouns and titles are included as far as they are annotated."""
    entities = {each.id: each for each in annotations.entities}
    places: dict[int, list[Place]] = {}
    for mention in annotations.mentions:
        passage = reading.passage_at(mention.span.start)
        places.setdefault(passage.number, []).append(_place(passage, mention, entities))
    by_passage = {number: tuple(sorted(each)) for number, each in places.items()}
    return Index(by_passage, entities, _called(reading, by_passage))


_NOUN_BEFORE = re.compile(r"([a-z]+),? $")
_NOUN_BEHIND = re.compile(r", (?:an?|the) (?:[\w'-]+ ){0,3}?([a-z]+)(?=[,.;:)]|$| (?:that|which|based|in|for|of)\b)")
_NOUN_REACH = 30
_FIRM = frozenset({"company", "firm", "business"})
_OWNER_OF = re.compile(
    r"\b(?:owner|chief executive|CEO|managing director|finance director|shares|shareholders?) (?:of|in) (?:the )?$"
)
_ITS_OWNER = re.compile(
    r"'s? (?:(?:former|new|acting) )?(?:owner|chief executive|CEO|CFO|managing director|finance director|shares|shareholders)\b"
)


def _has_owner(text: str, place: Place) -> bool:
    """As in "owner of Harwell Foods" and "Harwell Foods' managing director"."""
    before = text[max(0, place.start - _NOUN_REACH) : place.start]
    return _OWNER_OF.search(before) is not None or _ITS_OWNER.match(text, place.end) is not None


def _called(reading: Reading, by_passage: dict[int, tuple[Place, ...]]) -> dict[str, frozenset[str]]:
    """As in "the charity Nordic Relief" and "Nordic Relief, a charity": the nouns beside organizations' names."""
    found: dict[str, frozenset[str]] = {}
    for passage in reading.passages:
        for place in by_passage.get(passage.number, ()):
            if place.type == "organization" and place.form not in {"pronoun", "description"}:
                before = _NOUN_BEFORE.search(passage.text[max(0, place.start - _NOUN_REACH) : place.start])
                behind = _NOUN_BEHIND.match(passage.text, place.end)
                nouns = {each[1] for each in (before, behind) if each}
                nouns |= _FIRM if _has_owner(passage.text, place) else frozenset()
                found[place.entity] = found.get(place.entity, frozenset()) | nouns
    return found


def _place(passage: Passage, mention: Mention, entities: dict[str, Entity]) -> Place:
    offset = passage.block.start
    kind = entities[mention.entity].type
    return Place(
        passage.number, mention.span.start - offset, mention.span.end - offset, mention.entity, kind, mention.form
    )
