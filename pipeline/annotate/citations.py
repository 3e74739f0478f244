"""Reports that the article relies on: "the Associated Press reported", "according to the Daily Post"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.index import Index, Place, index
from pipeline.annotate.lexicon.organizations import MEDIA_WORDS
from pipeline.annotate.reading import Passage, Reading
from pipeline.model.annotations import Annotations, Citation

_REPORTED = re.compile(
    r",? (?:has |have |had |also |first )?(?:reported|reports|report|wrote|writes|revealed|said|says|cited|quoted)\b(?: (?:from|in|on) (?:the )?[A-Z][\w-]+)?"
)
_CREDITED = re.compile(
    r"\b(?:according to|reported by|told|quoted by|published (?:in|by)|first reported by|seen by|interview with) (?:the )?$",
    re.IGNORECASE,
)


_AGENCY = re.compile(
    r"^[A-Z][A-Z .'’-]+(?:, [A-Z][\w.]+)*(?:, [A-Z][a-z]{2,8}\.? \d{1,2}| [A-Z][a-z]{2,8}\.? \d{1,2})? \($"
)
"""A dateline up to its bracket: "OSLO, Norway ("."""


def find_citations(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the reports that the text credits to news agencies, newspapers and broadcasters."""
    known = index(reading, annotations)
    found: dict[str, Citation] = {}
    for passage in reading.passages:
        for each in _in_passage(passage, known):
            found.setdefault(each.entity or each.text, each)
    return msgspec.structs.replace(annotations, citations=tuple(found.values()))


def _in_passage(passage: Passage, known: Index) -> Iterator[Citation]:
    for place in known.by_passage.get(passage.number, ()):
        if place.type not in {"organization", "other", "work"}:
            continue
        medium = _is_medium(known.entities[place.entity].name)
        behind = _REPORTED.match(passage.text, place.end)
        credited = _CREDITED.search(passage.text[: place.start])
        agency = _AGENCY.search(passage.text[: place.start]) and passage.text[place.end : place.end + 1] == ")"
        if agency:
            yield _citation(passage, place, place.start, place.end)
        elif medium and (behind or credited):
            yield _citation(
                passage, place, credited.start() if credited else place.start, behind.end() if behind else place.end
            )


def _is_medium(name: str) -> bool:
    """Whether a name is one of a news agency, a newspaper or a broadcaster."""
    words = {each.lower() for each in re.findall(r"[\w-]+", name)}
    return bool(words & MEDIA_WORDS)


def _citation(passage: Passage, place: Place, start: int, end: int) -> Citation:
    article = re.search(r"\b[Tt]he $", passage.text[:start])
    begin = article.start() if article else start
    return Citation(
        span=passage.span(begin, end),
        text=passage.original(begin, end),
        by="rule:citation",
        entity=place.entity,
        probability=0.85,
    )
