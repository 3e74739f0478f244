"""Where and when persons were born, where a participle or a bracket says it: "Born in Oslo, Ida Moe left ...", "(born 1950)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.annotate.clauses import patients
from pipeline.annotate.index import Index, Place
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import PersonFact, TimeExpression

_RAISED = r"born(?: and (?:raised|bred|brought up))?"
_THEN_PLACE = re.compile(rf"{_RAISED} (?:in|at|near) (?:the )?", re.IGNORECASE)
_THEN_DATE = re.compile(rf"{_RAISED}(?: on| in|:)? ", re.IGNORECASE)
_BRACKET = re.compile(r" \((?:\w+ )?$")
_PROBABILITY = 0.85


def births(reading: Reading, known: Index, times: Sequence[TimeExpression]) -> Iterator[PersonFact]:
    """A fact for every place and day that stands right behind "born", of the person whom it describes."""
    for passage in reading.passages:
        for token in passage.doc:
            if token.lower_ == "born" and not passage.is_quoted(token.idx):
                who = _described(passage, token, known)
                if who is not None:
                    yield from _place(passage, token, who, known)
                    yield from _date(passage, token, who, times)


def _described(passage: Passage, born: Token, known: Index) -> Place | None:
    """Who was born: the person in front of the bracket, the participle's own noun, or the subject of the clause it opens."""
    if _BRACKET.search(passage.text[: born.idx]):
        before = next(known.before(passage, born.idx), None)
        near = (
            before is not None
            and before.passage == passage.number
            and passage.text[before.end : born.idx].startswith(" (")
        )
        return before if near and before is not None and before.type == "person" else None
    heads = [*patients(born), *(_subject_behind(born) if born.is_sent_start else ())]
    found = [known.of_token(passage, each) for each in heads]
    return next((each for each in found if each is not None and each.type == "person"), None)


def _subject_behind(born: Token) -> Iterator[Token]:
    """The subject of the sentence that "Born" opens, and what stands in apposition to it: "the daughter of a grocer, Moe"."""
    for each in born.sent.root.children:
        if each.dep_ in {"nsubj", "nsubjpass"} and each.i > born.i:
            yield each
            yield from (child for child in each.children if child.dep_ == "appos")


def _place(passage: Passage, born: Token, who: Place, known: Index) -> Iterator[PersonFact]:
    match = _THEN_PLACE.match(passage.text, born.idx)
    where = known.at(passage, match.end(), match.end() + 1) if match else None
    if where is not None and where.type == "place":
        name = known.entities[where.entity].name
        yield PersonFact(
            person=who.entity,
            property="birthPlace",
            value=name,
            entity=where.entity,
            span=passage.span(born.idx, where.end),
            by="rule:born",
            probability=_PROBABILITY,
        )


def _date(passage: Passage, born: Token, who: Place, times: Sequence[TimeExpression]) -> Iterator[PersonFact]:
    match = _THEN_DATE.match(passage.text, born.idx)
    start = passage.block.start + match.end() if match else -1
    when = next((each for each in times if each.span.start == start and each.value), None)
    if when is not None and when.value is not None and when.end is None:
        yield PersonFact(
            person=who.entity,
            property="birthDate",
            value=when.value,
            span=when.span,
            by="rule:born",
            probability=_PROBABILITY,
        )
