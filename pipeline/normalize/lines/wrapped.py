"""A text whose lines were broken at a fixed width (old archives, e-mail, wires, typewritten pages) -> its paragraphs.

Such a line is full: the next line's first word would not have fitted into it. Verse, lists and menus are not made so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

MIN_WIDTH, MAX_WIDTH = 30, 110
"""Columns of printed newspapers and of typewriters; longer lines are paragraphs."""
MIN_PAIRS = 3
LONG = 0.6
FULL = 0.7
"""Share of the long lines with a neighbour below that are full where a text was broken so; of verse and lists fewer are."""
OPEN = 0.6
"""Share of the full lines that end without a sign: verses end with a comma or a full stop, paragraphs with a full stop."""
CAPITAL = 0.6
"""Share of the lines behind them that may begin with a capital: verses and items of lists do."""
SLACK = 2
_ENDS = re.compile(r"[.!?…:;][\"”’'»)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_MARKED = re.compile(r"[•·▪◦‣*–—-]\s|\d{1,2}[.)]\s|[^\s:]{1,20}:\s")


class Unwrapped(msgspec.Struct, frozen=True):
    """The text, and how many line breaks within paragraphs were taken out of it."""

    text: str
    joined: int


def unwrapped(text: str) -> Unwrapped:
    """The text with its paragraphs on one line each; as it is, where it was not broken at a width."""
    rows = [each.rstrip() for each in text.split("\n")]
    width = _width(rows)
    if width is None:
        return Unwrapped(text, 0)
    hyphens = _Hyphens(rows)
    found: list[list[str]] = []
    for index, row in enumerate(rows):
        if index and _continues(rows[index - 1], row, width):
            hyphens.add(found[-1], row.lstrip())
        else:
            found.append([row])
    return Unwrapped("\n".join(" ".join(each) for each in found), len(rows) - len(found))


def _width(rows: Sequence[str]) -> int | None:
    """The width at which the text was broken; None where it was not."""
    pairs = [each for run in _runs(rows) for each in pairwise(run)]
    if len(pairs) < MIN_PAIRS:
        return None
    lengths = sorted(len(one) for one, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    long = [(one, other) for one, other in pairs if len(one) >= LONG * width]
    full = [(one, other) for one, other in long if _is_full(one, other, width)]
    open_ended = sum(one[-1:].isalnum() or one[-1:] == "-" for one, _ in full)
    capital = sum(other.lstrip()[:1].isupper() and not other.isupper() for _, other in full)
    made = (
        len(full) >= max(MIN_PAIRS, FULL * len(long))
        and open_ended >= OPEN * len(full)
        and capital <= CAPITAL * len(full)
    )
    return width if made and MIN_WIDTH <= width <= MAX_WIDTH else None


def _runs(rows: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for each in (*rows, ""):
        if each.strip():
            run.append(each)
        elif run:
            yield run
            run = []


def _is_full(row: str, following: str, width: int) -> bool:
    word = following.split(maxsplit=1)[0] if following.split() else ""
    return len(row) + 1 + len(word) > width - SLACK


def _continues(row: str, following: str, width: int) -> bool:
    """Whether a line goes on in the next one; a sentence that ends there may end a paragraph where the next is set in."""
    if not row.strip() or not following.strip() or _MARKED.match(following.lstrip()):
        return False
    if _HYPHEN.search(row) and following.lstrip()[:1].islower():
        return True
    set_in = following[:1].isspace() and not row[:1].isspace()
    return _is_full(row, following, width) and not (set_in and _ENDS.search(row))


class _Hyphens:
    """Words that were parted at the end of a line: the hyphen goes where the text elsewhere has the word without it."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.words = Counter(each.lower() for each in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(rows)))
        ends = sum(bool(_HYPHEN.search(each)) for each in rows)
        self.typeset = ends >= 0.1 * sum(bool(each) for each in rows)

    def add(self, paragraph: list[str], row: str) -> None:
        """Put a line behind the others of its paragraph, or make the end of the last one whole."""
        before = paragraph[-1]
        if not _HYPHEN.search(before) or not row[:1].islower():
            paragraph.append(row)
            return
        first = before.rsplit(maxsplit=1)[-1][:-1]
        second = re.split(r"[^\w]", row, maxsplit=1)[0]
        parted = self.words[f"{first}-{second}".lower()]
        whole = self.words[f"{first}{second}".lower()]
        goes = whole > parted or (whole == parted and self.typeset)
        paragraph[-1] = (before[:-1] if goes else before) + row
