"""Ships and works that bear the name of a person or a place: "the Ida Moe, a ferry", "The Salt Road, her first novel"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.annotate.lexicon.organizations import SHIP_NOUNS, WORK_NOUNS
from pipeline.annotate.name_patterns import Name, named
from pipeline.annotate.reading import Passage

_WORD = r"(?:[A-Z]\.|[A-ZÀ-Þ][\w'-]+)"
_SHIPS = "|".join(sorted(SHIP_NOUNS))
_BEHIND_ARTICLE = re.compile(rf"\b[Tt]he ({_WORD}(?: {_WORD}){{1,3}})(?= |, )")
_SAILS = re.compile(
    r",? (?:(?:which|that) )?(?:(?:is|was|are|had|has|will|would|then|later) )*(?:(?:expected|due|scheduled|set|able) )?(?:to )?"
    r"(?:sail(?:s|ed|ing)?|dock(?:s|ed)?|berth(?:s|ed)?|moor(?:s|ed)|r[au]n aground|sank|sunk|capsized?|load|unload|"
    r"anchor(?:s|ed)?|set sail|put to sea|carrying \d+)\b"
)
_A_SHIP = re.compile(rf", (?:an?|the|its|his|her|their) (?:[\w-]+ ){{0,4}}?(?:{_SHIPS})\b")
_SHIP_NEAR = re.compile(rf"\b(?:{_SHIPS})s?\b")
_CLAUSE_GOES_ON = re.compile(r", (?!(?:an?|the) )|,? (?:which|that|was|is|had|has|will|would)\b")
_NEAR = 120
"""How many characters in front a vessel may have been told of."""


def namesakes(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """The ships and works of a block that the words around give away; ``names`` are those already found."""
    yield from _ships(passage)
    for match in (each for pattern in _WORK_PATTERNS for each in pattern.finditer(passage.text)):
        if not _is_person(names, *match.span(1)):
            yield named(passage, *match.span(1), "work", "rule:work")


def _ships(passage: Passage) -> Iterator[Name]:
    """A full name behind "the" is no person's where it sails, is called a ship, or stands beside one."""
    for match in _BEHIND_ARTICLE.finditer(passage.text):
        behind = passage.text[match.end() :]
        near = _SHIP_NEAR.search(passage.text[max(0, match.start() - _NEAR) : match.start()])
        if _A_SHIP.match(behind) or (
            near and (behind.startswith(", which ") or _SAILS.match(behind) or _goes_on_beside(passage, match, behind))
        ):
            yield named(passage, *match.span(1), "product", "rule:vessel")


def _goes_on_beside(passage: Passage, match: re.Match[str], behind: str) -> bool:
    """As in "The first ship, the Ida Moe, is expected": in apposition to the vessel itself."""
    apposed = re.search(rf"\b(?:{_SHIPS}), $", passage.text[: match.start()])
    return bool(apposed and _CLAUSE_GOES_ON.match(behind))


_WORKS = "|".join(sorted(WORK_NOUNS))
_TITLE = rf"(?:The |A |An )?{_WORD}(?: (?:(?:of|the|and|in|for|to|on|a) ){{0,2}}{_WORD}){{0,6}}"
_OWNED = r"(?:[Hh]is|[Hh]er|[Tt]heir)"
_WORK_APPOSED = re.compile(
    rf"(?<![\w.])({_TITLE}), {'(?:his|her|their)'} (?:[\w-]+ ){{0,3}}?(?:{_WORKS})(?=,| (?:of|about|on|from|for|set|published|won|was)\b)"
)
_WORK_BEHIND = re.compile(
    rf"\b(?:{_OWNED}|[\w-]+'s) (?:[a-z-]+ ){{0,3}}?(?:{_WORKS}),? ((?:The|A|An) {_WORD}(?: (?:(?:of|the|and|in|for|to|on|a) ){{0,2}}{_WORD}){{0,6}})"
)

_WORK_ENCLOSED = re.compile(rf"\b(?:{_OWNED}|[\w-]+'s) (?:[a-z-]+ ){{0,3}}?(?:{_WORKS}), ({_TITLE})(?=,)")
_WORK_PATTERNS = (_WORK_APPOSED, _WORK_BEHIND, _WORK_ENCLOSED)


def _is_person(names: Sequence[Name], start: int, end: int) -> bool:
    return any(each.type == "person" and each.start < end and start < each.end for each in names)
