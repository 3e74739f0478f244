"""Mentions by title: "the minister" where one person of the article is a minister, and nobody else was called one since."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.index import Index, Place, index
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Mention, Role

_REACH = 6
"""How many blocks back the person may have been named."""
_OWN_WORDS = frozenset({"det", "amod", "compound", "punct"})
_PARTS = frozenset({"compound", "appos", "attr", "amod", "nmod", "npadvmod", "oprd"})
"""What a noun does as part of another phrase or as a statement of what somebody is."""


def find_title_mentions(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with a mention for every title that stands for the one person who bears it."""
    known, holders = index(reading, annotations), _holders(annotations.roles)
    found = [
        each
        for passage in reading.passages
        if passage.is_body
        for each in _in_passage(reading, passage, known, holders)
    ]
    if not found:
        return annotations
    every = sorted((*annotations.mentions, *found), key=lambda each: each.span)
    return msgspec.structs.replace(annotations, mentions=tuple(every))


type Holders = dict[str, dict[str, frozenset[str]]]
"""Head noun of a title -> person -> the words of their titles."""


def _holders(roles: tuple[Role, ...]) -> Holders:
    found: Holders = {}
    for role in roles:
        words = re.findall(r"[\w-]+", (role.title or "").lower())
        head = re.findall(r"[\w-]+", re.split(r" (?:of|for|to|at|in)\b|,", (role.title or "").lower())[0])[-1:]
        for noun in head:
            of_noun = found.setdefault(noun, {})
            of_noun[role.person] = of_noun.get(role.person, frozenset()) | set(words)
    return found


def _in_passage(reading: Reading, passage: Passage, known: Index, holders: Holders) -> Iterator[Mention]:
    for noun in passage.doc:
        bearers = holders.get(noun.lower_, {}) if noun.tag_ == "NN" else {}
        if len(bearers) != 1 or not _is_definite(noun) or known.of_token(passage, noun) is not None:
            continue
        ((person, words),) = bearers.items()
        first = min(each.idx for each in noun.subtree)
        place = _last(passage, first, person, known)
        modifiers = {each.lower_ for each in noun.children if each.dep_ in {"amod", "compound"}}
        if place is not None and modifiers <= words and not _another_since(reading, passage, place, noun):
            yield _mention(passage, first, noun.idx + len(noun), person)


def _is_definite(noun: Token) -> bool:
    """As in "the minister", with nothing behind it that says which one: no name, no "of", no clause."""
    children = list(noun.children)
    the = any(each.lower_ == "the" for each in children)
    if not the or noun.dep_ in _PARTS or any(each.dep_ not in _OWN_WORDS for each in children):
        return False
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    return behind is None or not (behind.pos_ == "PROPN" or behind.text in {"'s", "-"} or behind.tag_ in {"NN", "NNS"})


def _last(passage: Passage, offset: int, person: str, known: Index) -> Place | None:
    """Where the person was last named, if that is near enough."""
    for each in known.before(passage, offset):
        if passage.number - each.passage > _REACH:
            return None
        if each.entity == person:
            return each
    return None


def _another_since(reading: Reading, passage: Passage, place: Place, noun: Token) -> bool:
    """Whether an unnamed one was brought in since: "a minister"."""
    start = reading.passages[place.passage].block.start + place.end
    since = reading.text[start : passage.block.start + noun.idx]
    return (
        re.search(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w'-]+ ){{0,3}}?{re.escape(noun.lower_)}\b", since) is not None
    )


def _mention(passage: Passage, start: int, end: int, person: str) -> Mention:
    return Mention(
        span=passage.span(start, end),
        text=passage.original(start, end),
        entity=person,
        form="title",
        by="rule:title",
        probability=0.85,
    )
