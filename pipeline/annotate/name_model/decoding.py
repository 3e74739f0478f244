"""Scores of BIO labels for each word in, spans of names out: the best path that BIO allows, and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.name_model.windows import Word
from pipeline.annotate.tagging import NameSpan, NameType

TYPES: tuple[NameType, ...] = get_args(NameType)
LABELS = ("O", *(f"{prefix}-{kind}" for kind in TYPES for prefix in "BI"))
Scores = NDArray[np.float32]


def _forbidden() -> Scores:
    """-10,000 where BIO does not allow the second label behind the first: I follows only B or I of its type."""
    table = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for row, before in enumerate(LABELS):
        for column, after in enumerate(LABELS):
            table[row, column] = -1e4 if after[0] == "I" and before[1:] != after[1:] else 0
    return table


FORBIDDEN = _forbidden()


class Calibration(msgspec.Struct, frozen=True):
    """How the weakest word's probability becomes the span's, by logistic regression on texts that were not trained on."""

    slope: float = 1.0
    intercept: float = 0.0

    def of(self, probability: float) -> float:
        """The calibrated probability, to three digits."""
        bounded = min(max(probability, 1e-6), 1 - 1e-6)
        odds = self.slope * math.log(bounded / (1 - bounded)) + self.intercept
        return round(1 / (1 + math.exp(-odds)), 3)


def decode(words: Sequence[Word], logits: Scores, calibration: Calibration) -> Iterator[tuple[int, NameSpan]]:
    """The names among these words, in order, each with the number of its text. No name runs on into the next text."""
    scores = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    path = best_path(scores)
    sure = np.exp(scores[np.arange(len(path)), path])
    found: list[tuple[Word, int, NameType, float]] = []  # first word, end, type, lowest probability
    for word, label, probability in zip(words, path.tolist(), sure.tolist(), strict=True):
        if label % 2 or (label and found[-1][0].text != word.text):  # B, or I behind the end of a text
            found.append((word, word.end, TYPES[(label - 1) // 2], probability))
        elif label:
            first, _, kind, lowest = found[-1]
            found[-1] = (first, word.end, kind, min(lowest, probability))
    for first, end, kind, lowest in found:
        yield first.text, NameSpan(first.start, end, kind, calibration.of(lowest))


def best_path(scores: Scores) -> NDArray[np.intp]:
    """The most probable labels that BIO allows (Viterbi, only where the best label of each word breaks the rule)."""
    greedy = scores.argmax(axis=1)
    before = np.concatenate(([0], greedy[:-1]))
    return greedy if (FORBIDDEN[before, greedy] == 0).all() else _viterbi(scores)


def _viterbi(scores: Scores) -> NDArray[np.intp]:
    best = scores[0] + FORBIDDEN[0]
    back = np.zeros(scores.shape, np.intp)
    for at, row in enumerate(scores[1:], start=1):
        paths = best[:, None] + FORBIDDEN
        back[at] = paths.argmax(axis=0)
        best = paths.max(axis=0) + row
    path = np.zeros(len(scores), np.intp)
    path[-1] = best.argmax()
    for at in range(len(scores) - 1, 0, -1):
        path[at - 1] = back[at, path[at]]
    return path
