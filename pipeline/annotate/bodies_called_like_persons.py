"""Schools and the like that are called by the person they are named after: "Ida Moe opened in 1961" beside "Ida Moe Primary"."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.index import Index, Place
from pipeline.annotate.reading import Passage, Reading
from pipeline.annotate.taken_for_persons import is_styled
from pipeline.model.annotations import Annotations

_HEADS = re.compile(
    r" (?:Primary|Elementary|Middle|High|Secondary|Junior|Grammar|Public|Prep|Academy|College|School|University|Hospital|Clinic|Hospice|Institute|"
    r"Foundation|Theatre|Theater|Stadium|Arena|Airport|Centre|Center|Library|Museum|Park|Bridge|House)\b.*"
)
_SPEAKS_OR_LIVES = re.compile(
    r",? (?:who|whose|said|says|told|added|wrote|asked|died|was born|\(?(?:aged )?\d{1,3}\)?(?=[,.;)]))\b|, (?:an?|the|his|her) [a-z]"
)
_ITS = re.compile(
    r"(?:'s)? (?:opened|opens|reopened|closed|closes|will (?:close|open|shut|merge)|would (?:close|open|shut|merge)|shut|was (?:built|founded|opened|named|closed|renamed)|"
    r"has \d+ (?:pupils|students|beds|seats|staff)|enrolls?|pupils|students|parents|staff|teachers|campus|site|building|gym|principal|beat|lost to|won)\b"
)
_AT = re.compile(
    r"\b(?:principal|head|headteacher|head teacher|teachers?|pupils?|students?|parents?|staff|nurses?|doctors?|alumni|coach|campus|site|closure|opening) (?:of|at) $|\b(?:at|attends?|attended) $"
)


def see_namesake_bodies(reading: Reading, annotations: Annotations, known: Index) -> Annotations:
    """Annotations in which such a "person" is the body of the longer name, if nothing tells of a person."""
    at: dict[str, list[tuple[Passage, Place]]] = {}
    for passage in reading.passages:
        for place in known.by_passage.get(passage.number, ()):
            at.setdefault(place.entity, []).append((passage, place))
    bodies = [each for each in annotations.entities if each.type in {"organization", "facility"}]
    same: dict[str, str] = {}
    for person in annotations.entities:
        longer = [
            each.id
            for each in bodies
            if each.name.startswith(f"{person.name} ") and _HEADS.fullmatch(each.name[len(person.name) :])
        ]
        if (
            person.type == "person"
            and " " in person.name
            and len(longer) == 1
            and _is_body(person.name, at.get(person.id, []))
        ):
            same[person.id] = longer[0]
    if not same:
        return annotations
    mentions = tuple(
        msgspec.structs.replace(
            each, entity=same.get(each.entity, each.entity), form="short-name" if each.entity in same else each.form
        )
        for each in annotations.mentions
    )
    entities = tuple(each for each in annotations.entities if each.id not in same)
    return msgspec.structs.replace(annotations, entities=entities, mentions=mentions)


def _is_body(name: str, places: list[tuple[Passage, Place]]) -> bool:
    """Whether a mention has what bodies have, and none speaks, lives, has a title or goes by the surname alone."""
    named = [(passage, place) for passage, place in places if place.form != "pronoun"]
    texts = {passage.text[place.start : place.end] for passage, place in named}
    if texts != {name} or any(is_styled(*each) for each in named):
        return False
    if any(_SPEAKS_OR_LIVES.match(passage.text, place.end) for passage, place in named):
        return False
    return any(
        _ITS.match(passage.text, place.end) or _AT.search(passage.text, max(0, place.start - 30), place.start)
        for passage, place in named
    )
