"""Teams that bear the name of their town or country: "Harwell beat Milton 2-0" tells of two clubs, not of two towns."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.clauses import is_verb, objects_of, patients, subjects
from pipeline.annotate.index import Index, Place, index
from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.people import is_sport
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Entity, Mention

_BEATING = words("beat defeat thrash edge rout trounce stun outscore eliminate overcome face play")
"""What one team does to another."""
_AGAINST = {
    "lose": frozenset({"to", "against", "at"}),
    "fall": frozenset({"to"}),
    "win": frozenset({"against", "over", "at"}),
    "draw": frozenset({"with", "against", "at"}),
    "play": frozenset({"against"}),
}
"""Words between a result and the other team."""
_RECORD = re.compile(r" \(\d{1,2}-\d{1,2}(?:-\d{1,2})?(?:, [^()]{1,20})?\)")
_WHERE = re.compile(r"\b(?:in|near|from|outside|around|across|through) (?:the )?$|^$", re.IGNORECASE)


def find_teams(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations in which places that beat each other are organizations; a place that stays one gets a team of its name."""
    if not is_sport(reading):
        return annotations
    known = index(reading, annotations)
    acting = {
        (place.entity, passage.block.start + place.start)
        for passage in reading.passages
        for place in _sides(passage, known)
        if place.type == "place"
    }
    for entity in dict.fromkeys(each for each, _ in sorted(acting)):
        starts = {start for each, start in acting if each == entity}
        annotations = _as_team(reading, annotations, entity, starts)
    return annotations


def _sides(passage: Passage, known: Index) -> Iterator[Place]:
    """The names of a passage that meet each other, or that a record of wins and defeats follows."""
    for place in known.within(passage, 0, len(passage.text)):
        if _RECORD.match(passage.text, place.end):
            yield place
    for verb in passage.doc:
        if is_verb(verb):
            for one, other in _pairs(verb):
                both = (known.of_token(passage, one), known.of_token(passage, other))
                if all(each is not None and each.type in {"place", "organization"} for each in both):
                    yield from (each for each in both if each is not None)


def _pairs(verb: Token) -> Iterator[tuple[Token, Token]]:
    lemma = verb.lemma_.lower()
    others = [*patients(verb)] if lemma in _BEATING else []
    others += objects_of(verb, _AGAINST.get(lemma, frozenset()))
    yield from ((one, other) for one in subjects(verb) for other in others if one != other)


def _as_team(reading: Reading, annotations: Annotations, entity: str, acting: set[int]) -> Annotations:
    """The place as a team, where the text never speaks of the place itself; else a team beside it, with its own mentions."""
    own = [each for each in annotations.mentions if each.entity == entity]
    place = next(each for each in annotations.entities if each.id == entity)
    team = Entity(
        id=entity,
        type="organization",
        name=place.name,
        alternate_names=place.alternate_names,
        probability=place.probability,
    )
    stays = place.name in COUNTRY_CODES or any(
        _is_where(reading, each) for each in own if each.span.start not in acting
    )
    if not stays:
        entities = tuple(team if each.id == entity else each for each in annotations.entities)
        return msgspec.structs.replace(annotations, entities=entities)
    same = (each for each in annotations.entities if each.type == "organization" and each.name == place.name)
    named = next(same, msgspec.structs.replace(team, id=f"{entity}-team"))
    mentions = tuple(
        msgspec.structs.replace(each, entity=named.id)
        if each.entity == entity and (each.span.start in acting or not _is_where(reading, each))
        else each
        for each in annotations.mentions
    )
    new = () if named in annotations.entities else (named,)
    entities = tuple(one for each in annotations.entities for one in ((each, *new) if each.id == entity else (each,)))
    return msgspec.structs.replace(annotations, entities=entities, mentions=mentions)


def _is_where(reading: Reading, mention: Mention) -> bool:
    """As in "in Harwell", or a dateline: the place itself."""
    passage = reading.passage_at(mention.span.start)
    before = passage.text[: mention.span.start - passage.block.start]
    return _WHERE.search(before) is not None and (bool(before) or mention.text.isupper())
