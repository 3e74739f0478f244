"""A small forest of decision trees, evaluated for many rows at once. The weights come as a constant of a generated module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]

MAX_DEPTH = 16


class Forest(msgspec.Struct, frozen=True):
    """Trees laid end to end. Node ``i`` asks whether feature ``feature[i]`` is at most ``threshold[i]`` and goes to
    ``left[i]`` or ``right[i]``; a negative number there is the leaf ``-1 - number``. ``roots`` are grouped by class:
    tree ``k`` votes for class ``k % classes``."""

    features: tuple[str, ...]
    classes: int
    roots: tuple[int, ...]
    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    leaf: tuple[float, ...]


def scores(forest: Forest, rows: Matrix) -> Matrix:
    """The summed votes for every row (first axis) and class (second axis), before any squashing."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed where something is classified

    feature, left, right = (np.asarray(each) for each in (forest.feature, forest.left, forest.right))
    threshold, leaf = np.asarray(forest.threshold), np.asarray(forest.leaf)
    count = rows.shape[0]
    node = np.tile(np.asarray(forest.roots), (count, 1))
    row = np.arange(count)[:, None]
    for _ in range(MAX_DEPTH):
        inner = node >= 0
        if not inner.any():
            break
        at = np.where(inner, node, 0)
        goes_left = rows[row, feature[at]] <= threshold[at]
        node = np.where(inner, np.where(goes_left, left[at], right[at]), node)
    votes = leaf[-1 - node]
    return np.asarray(votes.reshape(count, len(forest.roots) // forest.classes, forest.classes).sum(axis=1))


def probabilities(forest: Forest, rows: Matrix) -> Matrix:
    """Scores squashed to probabilities, rounded so that the last digits of a processor do not matter."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed where something is classified

    votes = scores(forest, rows)
    if forest.classes == 1:
        return np.asarray(np.round(1.0 / (1.0 + np.exp(-votes)), 6))
    raised = np.exp(votes - votes.max(axis=1, keepdims=True))
    return np.asarray(np.round(raised / raised.sum(axis=1, keepdims=True), 6))
