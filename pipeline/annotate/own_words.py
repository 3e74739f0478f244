"""Whom "I" and "we" mean in a quotation: its speaker, and the body for which somebody speaks by office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Reading
from pipeline.model.annotations import Annotations, Mention, Quotation, Span

_I = frozenset({"i", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_SPEAKS_FOR = words(
    """
    ceo chair chairman chairperson chairwoman executive founder manager md president spokesman spokesperson spokeswoman
    """
)
"""Offices whose holders say "we" of the firm or body."""


def find_own_words(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with a mention for every "I" and "we" of a quotation whose speaker is known."""
    types = {each.id: each.type for each in annotations.entities}
    bodies = _bodies(annotations, types)
    found: list[Mention] = []
    for quotation in annotations.quotations:
        speaker = quotation.speaker
        if speaker is None or speaker not in types:
            continue
        if types[speaker] == "person":
            found.extend(_said(reading, quotation, _I, speaker))
        body = speaker if types[speaker] == "organization" else bodies.get(speaker)
        if body is not None:
            found.extend(_said(reading, quotation, _WE, body))
    taken = {each.span for each in annotations.mentions}
    new = [each for each in found if each.span not in taken]
    every = sorted((*annotations.mentions, *new), key=lambda each: each.span)
    return msgspec.structs.replace(annotations, mentions=tuple(every)) if new else annotations


def _bodies(annotations: Annotations, types: Mapping[str, str]) -> dict[str, str]:
    """The one organization for which each person speaks by office."""
    found: dict[str, set[str]] = {}
    for role in annotations.roles:
        head = set((role.title or "").lower().replace("-", " ").split())
        if (
            role.organization
            and not role.former
            and head & _SPEAKS_FOR
            and types.get(role.organization) == "organization"
        ):
            found.setdefault(role.person, set()).add(role.organization)
    return {person: bodies.pop() for person, bodies in found.items() if len(bodies) == 1}


def _said(reading: Reading, quotation: Quotation, pronouns: frozenset[str], entity: str) -> Iterator[Mention]:
    for span in quotation.spans:
        passage = reading.passage_at(span.start)
        for start, end in _pronouns(passage, span, pronouns):
            yield Mention(
                span=passage.span(start, end),
                text=passage.original(start, end),
                entity=entity,
                form="pronoun",
                by="rule:quoted-we" if pronouns is _WE else "rule:quoted-i",
                probability=0.9,
            )


def _pronouns(passage: Passage, span: Span, pronouns: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The pronouns of a part that are its speaker's own, not those of somebody quoted in it."""
    start, end = span.start - passage.block.start, span.end - passage.block.start
    inner = False
    for token in passage.tokens(start, end):
        if token.text in {'"', "'"} and token.idx > start:
            inner = not inner
        if not inner and token.lower_ in pronouns and token.text != "US":
            yield token.idx, token.idx + len(token)
