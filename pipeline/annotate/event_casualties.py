"""Whom a later sentence names among those of a happening: "Among the dead was the driver, Jon Dahl."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.annotate.clauses import with_conjuncts
from pipeline.annotate.event_merging import Told
from pipeline.annotate.lexicon.triggers import CALAMITIES
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token

_AMONG = re.compile(
    r"(?:Also a|A)mong (?:the|those) (?P<what>dead|killed|victims|casualties|injured|wounded|hurt|missing|passengers|survivors|arrested|detained|held)\b"
    r"[^.,]{0,40}? (?:was|were|is|are) ",
)
_INCLUDE = re.compile(
    r"The (?P<what>dead|victims|casualties|injured|wounded|missing|survivors|arrested|detained) (?:include|included) "
)
_HELD = frozenset({"arrested", "detained", "held"})


def complete_casualties(events: list[Told], who: People) -> list[Told]:
    """Add the persons so named to the last calamity or arrest that was told before."""
    for passage in who.reading.passages:
        if not passage.is_body or " the " not in passage.text:
            continue
        for match in (*_AMONG.finditer(passage.text), *_INCLUDE.finditer(passage.text)):
            if passage.is_quoted(match.start()):
                continue
            named = tuple(dict.fromkeys(_named(passage, match, who)))
            event = _meant(events, passage, match)
            if event is not None and named:
                first = event.clauses[0]
                event.clauses.append(
                    msgspec.structs.replace(
                        first, passage=passage, agents=(), patients=named, others=(), places=(), start=None, end=None
                    )
                )
    return events


def _meant(events: Sequence[Told], passage: Passage, match: re.Match[str]) -> Told | None:
    """The happening with such people that was told last; of a calamity and what it did the calamity."""
    kinds = {"arrest"} if match["what"] in _HELD else set(CALAMITIES)
    before = [
        each
        for each in events
        if each.first.trigger.type in kinds
        and (each.clauses[0].passage.number, each.clauses[0].token.idx) < (passage.number, match.start())
    ]
    recent = [each for each in before if each.start is None or each.first.passage.number <= passage.number]
    early = [each for each in recent if each.clauses[0].passage.number <= 1]
    return next(iter(early or recent[-1:]), None)


def _named(passage: Passage, match: re.Match[str], who: People) -> Iterator[str]:
    """The persons of the list, not those whom a clause about one of them names."""
    link = passage.tokens(match.start(), match.end())[-1]
    for head in link.children:
        if head.dep_ in {"nsubj", "attr", "dobj"} and head.i > link.i:
            for each in with_conjuncts(head):
                yield from _person(passage, each, who)


def _person(passage: Passage, head: Token, who: People) -> Iterator[str]:
    for token in (head, *(each for each in head.children if each.dep_ == "appos")):
        place = who.known.of_token(passage, token)
        if place is not None and place.type == "person":
            yield place.entity
            return
