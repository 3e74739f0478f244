"""Where a capital says nothing: at the beginning of a sentence or line, in a heading, in a label such as "Risk Management: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.annotate.lexicon.common_words import COMMON_ENDINGS, COMMON_WORDS
from pipeline.annotate.lexicon.function_words import FUNCTION_WORDS
from pipeline.annotate.reading import Passage, Reading

_SMALL = re.compile(r"(?<![\w'’.@/-])[a-z]{3,}(?![\w@]|[.][a-z])")
_BREAK = re.compile(r"(?:(?<!\b[A-Z])(?<!\b[A-Z][a-z])\.|[:;!?|•·])+[\"')\]]*(?:\s+|$)|\s[–—-]+\s|[–—]|^\W+")
_OPENING = re.compile(r"(?:^|(?<!\b[A-Z])(?<!\b[A-Z][a-z])\.|[:;!?|•·–—]|\s-)[\s\"'(\[]*(?:\d{1,3}[.)] )?$")
_SHORTEST_TOLD_BY_ENDING = 7
_MOSTLY = 0.8
_SHORTEST_LIST = 2
"""Commas from which on capitals are those of a list of names: "Hertz, Avis, Dollar"."""
_LONGEST_LABEL = 9
"""Words of a heading or label at most; a longer stretch of capitals is a list of names."""


def small_words(reading: Reading) -> frozenset[str]:
    """The words that the article itself writes small in running text."""
    return frozenset(
        word for each in reading.passages if each.is_body for word in _SMALL.findall(each.text) if word != each.text
    )


def is_common(word: str, small: frozenset[str]) -> bool:
    """Whether a word is no name by itself: the article writes it small, or English does."""
    low = word.lower()
    if not low.isalpha():
        return low[:1].isalpha() and all(is_common(each, small) for each in re.findall(r"[^\W\d_]+", low))
    if low in small or low in FUNCTION_WORDS or low in COMMON_WORDS:
        return True
    if len(low) >= _SHORTEST_TOLD_BY_ENDING and low.endswith(COMMON_ENDINGS):
        return True
    return any(low.endswith(end) and low[: -len(end)] + more in COMMON_WORDS for end, more in _INFLECTED)


_INFLECTED = (("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ies", "y"), ("ied", "y"), ("er", ""), ("ers", ""))


def are_common(words: Iterable[str], small: frozenset[str]) -> bool:
    """Whether none of the words is a name by itself, nor an acronym."""
    return all(is_common(each, small) and not (each.isupper() and len(each) > 1) for each in words)


def says_nothing(passage: Passage, start: int, end: int) -> bool:
    """Whether the capitals of the words between two offsets say nothing of what they are."""
    if " " not in passage.text[start:end].strip() and _OPENING.search(passage.text, max(0, start - 12), start):
        return True
    if str(passage.text[start:end]).islower():
        return True
    return in_title(passage, start, end)


def in_title(passage: Passage, start: int, end: int) -> bool:
    """Whether the words stand in a heading or label, or another stretch in which every word has a capital."""
    segment = _segment(passage.text, start, end)
    if passage.is_body and segment.count(", ") >= _SHORTEST_LIST:
        return False
    return _is_titled(segment, in_heading=not passage.is_body)


def _segment(text: str, start: int, end: int) -> str:
    """The stretch between marks that holds the words."""
    before = [each.end() for each in _BREAK.finditer(text, 0, start) if each.end() <= start]
    behind = _BREAK.search(text, end)
    return text[before[-1] if before else 0 : behind.start() if behind else len(text)]


def _is_titled(segment: str, *, in_heading: bool) -> bool:
    """Whether nearly every long word of a short stretch has a capital; running text of two words has, too, if it is all there is."""
    words = [each for each in re.findall(r"[^\W\d_][\w'’-]*", segment) if each.lower() not in FUNCTION_WORDS]
    if not words or len(words) > (2 * _LONGEST_LABEL if in_heading else _LONGEST_LABEL):
        return False
    capitals = [each for each in words if each[0].isupper()]
    return len(capitals) >= _MOSTLY * len(words)
