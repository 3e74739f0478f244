"""Texts in, bounded windows for the network out: at most 180 words and 400 pieces each, cut where sentences end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.name_model.encoding import CLS, SEP, Place, Split, words

WORDS = 180  # a window's words: what the network was trained on, and its attention stays cheap
PIECES = 400  # a window's word pieces; the encoder's positions end at 512
BATCH = 4000  # word pieces, padding counted, of one call of the network: bounds its memory

Table = NDArray[np.int64]


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text number `text`: its words' places, and for the network the pieces, shapes and first piece of each word."""

    text: int
    places: tuple[Place, ...]
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]


def windows(text: str, split: Split, *, number: int = 0) -> Iterator[Window]:
    """The text's windows in order."""
    places = words(text)
    parts = [split(text[start:end]) for start, end in places]
    glued = [before[1] == after[0] for before, after in zip([(-1, -1), *places], places, strict=False)]
    codes = [shape * 2 + is_glued for (_, shape), is_glued in zip(parts, glued, strict=True)]
    pieces = [numbers for numbers, _ in parts]
    for begin, end in cuts(text, places, [len(each) for each in pieces]):
        yield _window(number, places[begin:end], pieces[begin:end], codes[begin:end])


def cuts(text: str, places: Sequence[Place], sizes: Sequence[int]) -> Iterator[Place]:
    """Where windows begin and end, in words: at the last end of a sentence in their second half, or where they are full."""
    begin = 0
    while begin < len(places):
        end, size = begin, 0
        while end < len(places) and end - begin < WORDS and size + sizes[end] <= PIECES:
            size += sizes[end]
            end += 1
        if end < len(places):
            middle = begin + (end - begin) // 2
            end = next((at for at in range(end, middle, -1) if _sentence_ends(text, places[at - 1], places[at])), end)
        yield begin, end
        begin = end


def _sentence_ends(text: str, before: Place, after: Place) -> bool:
    return text[before[0] : before[1]] in {".", "?", "!"} or "\n" in text[before[1] : after[0]]


def _window(text: int, places: Sequence[Place], parts: Sequence[tuple[int, ...]], codes: Sequence[int]) -> Window:
    pieces, shapes, first = [CLS], [0], []
    for numbers, code in zip(parts, codes, strict=True):
        first.append(len(pieces))
        pieces += numbers
        shapes += [code] * len(numbers)
    return Window(text=text, places=tuple(places), pieces=(*pieces, SEP), shapes=(*shapes, 0), first=tuple(first))


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
