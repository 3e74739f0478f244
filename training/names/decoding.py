"""From log probabilities of words to spans: Viterbi over BIO, windows of long texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from encoding import CLS, LABELS, SEP, pieces, shape_code, words

WINDOW = 180  # words
NEVER = np.zeros((len(LABELS), len(LABELS)), np.float32)
for _before, _a in enumerate(LABELS):
    for _after, _b in enumerate(LABELS):
        NEVER[_before, _after] = -1e4 if _b[0] == "I" and (_a == "O" or _a[2:] != _b[2:]) else 0
START = NEVER[0]
Span = tuple[int, int, str]


def viterbi(scores: np.ndarray) -> list[int]:
    best, back = scores[0] + START, []
    for row in scores[1:]:
        paths = best[:, None] + NEVER
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    labels = [int(best.argmax())]
    for step in reversed(back):
        labels.append(int(step[labels[-1]]))
    return labels[::-1]


def spans(places: Sequence[tuple[int, int]], scores: np.ndarray) -> list[tuple[int, int, str, float]]:
    """Spans with the lowest of their words' probabilities."""
    found: list[list] = []
    sure = np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
    for (start, end), label, row in zip(places, viterbi(scores), sure, strict=True):
        prefix, _, kind = LABELS[label].partition("-")
        if prefix == "B":
            found.append([start, end, kind, float(row[label])])
        elif prefix == "I":
            found[-1][1] = end
            found[-1][3] = min(found[-1][3], float(row[label]))
    return [tuple(each) for each in found]


def windows(text: str) -> list[list[tuple[int, int]]]:
    """Words of a text in windows cut at the end of a sentence where there is one."""
    found, cuts, start = words(text), [], 0
    while start < len(found):
        end = min(len(found), start + WINDOW)
        if end < len(found):
            end = next(
                (
                    k
                    for k in range(end, start + WINDOW // 2, -1)
                    if text[found[k - 1][0] : found[k - 1][1]] in ".?!" or "\n" in text[found[k - 1][1] : found[k][0]]
                ),
                end,
            )
        cuts.append(found[start:end])
        start = end
    return cuts


def encode(text: str, places: Sequence[tuple[int, int]]) -> tuple[list[int], list[int], list[int]]:
    """Ids, shapes and the index of each word's first piece, at most 510 pieces."""
    ids, shapes, first = [CLS], [0], []
    for start, end in places:
        first.append(len(ids))
        split = pieces(text[start:end])
        ids += split
        shapes += [shape_code(text, start, end)] * len(split)
    return [*ids[:511], SEP], [*shapes[:511], 0], [at for at in first if at < 511]


def predict(
    texts: Sequence[str], run: Callable[..., np.ndarray], budget: int = 4000
) -> list[list[tuple[int, int, str, float]]]:
    """`run(ids, shapes, mask)` gives logits; texts in, sorted spans out."""
    items = [(at, places, *encode(text, places)) for at, text in enumerate(texts) for places in windows(text)]
    items.sort(key=lambda each: len(each[2]))
    made: list[list] = [[] for _ in texts]
    while items:
        size = max(1, min(len(items), budget // len(items[-1][2])))
        batch, items = items[-size:], items[:-size]
        longest = max(len(each[2]) for each in batch)
        table = np.zeros((3, len(batch), longest), np.int64)
        for row, (_, _, ids, shapes, _) in enumerate(batch):
            table[0, row, : len(ids)], table[1, row, : len(ids)], table[2, row, : len(ids)] = ids, shapes, 1
        logits = run(*table)
        for row, (at, places, _, _, first) in enumerate(batch):
            made[at] += spans(places[: len(first)], logits[row][first])
    return [sorted(each) for each in made]
