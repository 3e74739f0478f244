"""The texts of one article in, bounded windows for the network out: at most 180 words and 400 pieces each.

Short texts share a window, so that a surname is read beside the full name; windows end where texts or sentences end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.name_model.encoding import CLS, SEP, Split, words

WORDS = 180  # a window's words: what the network was trained on, and its attention stays cheap
PIECES = 400  # a window's word pieces; the encoder's positions end at 512
BATCH = 4000  # word pieces, padding counted, of one call of the network: bounds its memory
SENTENCE_ENDS = frozenset(".?!")

Table = NDArray[np.int64]


class Word(msgspec.Struct, frozen=True):
    """A word's place: the number of its text, and start and end there. ``ends`` says that a sentence or text ends with it."""

    text: int
    start: int
    end: int
    ends: bool = False


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of words, and for the network their pieces, shapes and the first piece of each word."""

    words: tuple[Word, ...]
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]


def windows(texts: Sequence[str], split: Split) -> Iterator[Window]:
    """The windows of the texts, in order."""
    found: list[Word] = []
    pieces: list[tuple[int, ...]] = []
    codes: list[int] = []
    for number, text in enumerate(texts):
        before = -1
        places = words(text)
        for at, (start, end) in enumerate(places, start=1):
            word = text[start:end]
            parts, shape = split(word)
            pieces.append(parts)
            codes.append(shape * 2 + (start == before))
            ends = at == len(places) or word in SENTENCE_ENDS or "\n" in text[end : places[at][0]]
            found.append(Word(number, start, end, ends))
            before = end
    for begin, stop in cuts([each.ends for each in found], [len(each) for each in pieces]):
        yield _window(found[begin:stop], pieces[begin:stop], codes[begin:stop])


def cuts(ends: Sequence[bool], sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where windows begin and end, in words: at the last end of a sentence in their second half, or where they are full."""
    begin = 0
    while begin < len(sizes):
        end, size = begin, 0
        while end < len(sizes) and end - begin < WORDS and size + sizes[end] <= PIECES:
            size += sizes[end]
            end += 1
        if end < len(sizes):
            middle = begin + (end - begin) // 2
            end = next((at for at in range(end, middle, -1) if ends[at - 1]), end)
        yield begin, end
        begin = end


def _window(found: Sequence[Word], parts: Sequence[tuple[int, ...]], codes: Sequence[int]) -> Window:
    pieces, shapes, first = [CLS], [0], []
    for numbers, code in zip(parts, codes, strict=True):
        first.append(len(pieces))
        pieces += numbers
        shapes += [code] * len(numbers)
    return Window(words=tuple(found), pieces=(*pieces, SEP), shapes=(*shapes, 0), first=tuple(first))


def batches(found: Iterable[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, so that little is padded; the longest first."""
    batch: list[Window] = []
    for each in sorted(found, key=lambda window: -len(window.pieces)):
        if batch and len(batch[0].pieces) * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(each)
    if batch:
        yield batch


def tables(batch: Sequence[Window]) -> dict[str, Table]:
    """The network's inputs: piece numbers, shapes and a mask, one padded row a window."""
    longest = max(len(each.pieces) for each in batch)
    filled = {name: np.zeros((len(batch), longest), np.int64) for name in ("ids", "shapes", "mask")}
    for row, each in enumerate(batch):
        size = len(each.pieces)
        filled["ids"][row, :size] = each.pieces
        filled["shapes"][row, :size] = each.shapes
        filled["mask"][row, :size] = 1
    return filled
