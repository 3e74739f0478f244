"""Text in, numbers for the names model out: words with their offsets, BERT word pieces, word shapes.

`training/names/encoding.py` holds the same rules; `checks.json` beside the weights holds both to one output.
Offsets are code points of the text as given: it is neither normalized nor copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

CLS, SEP, UNKNOWN = 101, 102, 100
WORD_LIMIT = 100  # characters; BERT too takes a longer word as unknown
REMEMBERED = 50_000  # words whose pieces stay in memory, about 10 MB
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*|\S")
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})

Place = tuple[int, int]
Split = Callable[[str], tuple[tuple[int, ...], int]]


def words(text: str) -> list[Place]:
    """Start and end of every word; punctuation marks and symbols are words of one character."""
    return [match.span() for match in WORD.finditer(text)]


def splitter(vocabulary: Mapping[str, int]) -> Split:
    """A function from a word to its piece numbers and its shape, which remembers the words it has seen."""

    @lru_cache(maxsize=REMEMBERED)
    def split(word: str) -> tuple[tuple[int, ...], int]:
        return pieces(word, vocabulary), shape(word)

    return lambda word: split(word) if len(word) <= WORD_LIMIT else ((UNKNOWN,), shape(word))


def pieces(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    """Greedy longest-match pieces of the word in small letters without accents; one unknown piece where that fails."""
    plain = word.lower() if word.isascii() else _bare(word)
    found: list[int] = []
    start = 0
    while start < len(plain) <= WORD_LIMIT:
        prefix = "##" if start else ""
        end = next((end for end in range(len(plain), start, -1) if prefix + plain[start:end] in vocabulary), start)
        if end == start:
            return (UNKNOWN,)
        found.append(vocabulary[prefix + plain[start:end]])
        start = end
    return tuple(found) or (UNKNOWN,)


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.translate(PLAIN).lower())
    return "".join(each for each in decomposed if unicodedata.category(each) != "Mn")


def shape(word: str) -> int:
    """1 lower, 2 Title, 3 UPPER, 4 one capital, 5 miXed, 6 with digits, 7 punctuation, 8 a script without case."""
    if not any(each.isalnum() for each in word):
        return 7
    if any(each.isdigit() for each in word):
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 5 if any(each.isupper() for each in word) else 8
