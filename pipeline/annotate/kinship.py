"""Relations between persons that the text states by a kinship word: "his father, X", "X, a nephew of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.titles import KIN
from pipeline.annotate.reading import Token
from pipeline.annotate.subject import Subject
from pipeline.model.annotations import PersonFact, PersonProperty

_REACH = 80


def kin_in_front(subject: Subject, head: Token) -> Iterator[PersonFact]:
    """As in "his father, R.B. Stone": a fact of the person last named."""
    if head.text.lower() not in KIN or head.i == 0 or head.nbor(-1).text.lower() not in {"his", "her", "their", "'s"}:
        return
    before = subject.known.before(subject.passage, head.idx)
    other = next((each for each in before if each.type == "person" and each.entity != subject.place.entity), None)
    if other is not None:
        yield _related(subject, head, other, head.idx, subject.place.end)


def kin_behind(subject: Subject, first: Token) -> Iterator[PersonFact]:
    """As in "Vargas, a nephew of the former winger Leo Vargas"."""
    for token in first.doc[first.i : first.i + 4]:
        if token.text.lower() in KIN and token.i + 1 < len(token.doc) and token.nbor(1).text == "of":
            within = subject.known.within(subject.passage, token.idx, token.idx + _REACH)
            other = next(
                (each for each in within if each.type == "person" and each.entity != subject.place.entity), None
            )
            if other is not None and _complement(subject, token.nbor(1), other):
                yield _related(subject, token, other, token.idx, other.end)
            return


def _complement(subject: Subject, of: Token, other: Place) -> bool:
    """Whether the other is whose relative it is; in "the son of a grocer, met Ida Moe" she is not."""
    between = subject.passage.tokens(of.idx + len(of), other.start)
    return not any(
        (each.is_punct and each.text != "-") or each.pos_ in {"VERB", "AUX"} or each.lower_ in _CLAUSE
        for each in between
    )


_CLAUSE = frozenset({"who", "whom", "whose", "which", "that"})


def _related(subject: Subject, word: Token, other: Place, start: int, end: int) -> PersonFact:
    """The fact of the other person whose relative the subject is."""
    return PersonFact(
        person=other.entity,
        property=cast("PersonProperty", KIN[word.text.lower()]),  # the table holds names of properties
        value=subject.known.entities[subject.place.entity].name,
        entity=subject.place.entity,
        span=subject.passage.span(start, end),
        by="rule:kin",
        probability=0.85,
    )
