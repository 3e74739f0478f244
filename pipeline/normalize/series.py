"""Columns of numbers about things in a row (lines, blocks) -> what stands around each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Column = np.ndarray[tuple[int], np.dtype[np.float64]]
    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]

FAR = 12.0


def since(flags: Column) -> Column:
    """How many rows ago the last flag before each row stood, at most ``FAR``."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed where something is classified

    at = np.arange(len(flags), dtype=np.float64)
    marked = np.where(flags > 0, at, -99.0)
    last = np.concatenate([[-99.0], np.maximum.accumulate(marked)[:-1]]) if len(flags) else marked
    return np.asarray(np.minimum(FAR, at - last))


def until(flags: Column) -> Column:
    """How many rows ahead the next flag behind each row stands, at most ``FAR``."""
    return since(flags[::-1])[::-1]


def mean_around(values: Column, width: int) -> Column:
    """The mean over the rows at most ``width`` away."""
    import numpy as np  # noqa: PLC0415 - see above

    sums = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    low, high = np.maximum(0, at - width), np.minimum(len(values), at + width + 1)
    return np.asarray((sums[high] - sums[low]) / np.maximum(1, high - low))


def shifted(values: Column, rows: int) -> Column:
    """The value ``rows`` behind (positive) or before (negative) each row; -1 where there is none."""
    import numpy as np  # noqa: PLC0415 - see above

    found = np.full(len(values), -1.0)
    if 0 < rows < len(values):
        found[:-rows] = values[rows:]
    elif 0 < -rows < len(values):
        found[-rows:] = values[:rows]
    return found
