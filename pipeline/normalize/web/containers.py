"""Segments with their numbers of words -> what the elements around each of them hold: text, links, and what was kept elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.normalize.web.segments import Segment

if TYPE_CHECKING:
    from pipeline.normalize.series import Matrix

_AROUND = ("branch", "parent", "grandparent")
_HELD = ("words", "prose", "linked", "kept", "part", "blocks")
CONTAINERS = ("above_main", "below_main", *(f"{place}_{each}" for place in _AROUND for each in _HELD))
LIKES = ("alike", "alike_prose", "alike_linked", "alike_kept", "alike_others_kept", "alike_part")
MAIN = 0.7
"""The share of the page's text that its main element holds."""


def containers(segments: Sequence[Segment], counted: Matrix) -> Matrix:
    """Columns as in ``CONTAINERS``. ``counted`` has four columns: words, those in sentences, in links, and kept elsewhere.

    The main element is the smallest that holds most of what was kept (of the sentences, where nothing was). A segment's branch
    is the element around it that stands directly below the last one it shares with the main element's path.
    """
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed for pages only

    lengths = np.array([len(each.path) for each in segments])
    flat = np.fromiter((number for each in segments for number in each.path), dtype=np.int64, count=int(lengths.sum()))
    starts = np.cumsum(lengths) - lengths
    owner = np.repeat(np.arange(len(segments)), lengths)
    held = np.column_stack([*(np.bincount(flat, column[owner]) for column in counted.T), np.bincount(flat)])
    telling = 3 if counted[:, 3].any() else 1
    main = held[:, telling] >= MAIN * max(1.0, counted[:, telling].sum())
    shared = np.bincount(owner, main[flat], minlength=len(segments)).astype(np.int64)
    places = (
        flat[starts + np.minimum(shared, lengths - 1)],
        np.where(lengths > 1, flat[starts + np.maximum(lengths - 2, 0)], 0),
        np.where(lengths > 2, flat[starts + np.maximum(lengths - 3, 0)], 0),
    )
    total = max(1.0, counted[:, 1].sum())
    around = [_shares(np.asarray(held[each], dtype=np.float64), total) for each in places]
    return np.column_stack([main.sum() - shared, lengths - shared, *around])


def likes(segments: Sequence[Segment], counted: Matrix) -> Matrix:
    """Columns as in ``LIKES``: the segments of the same tag, class and depth, which mostly share one fate."""
    import numpy as np  # noqa: PLC0415 - see above

    numbers: dict[tuple[str, str, int], int] = {}
    kind = np.array([numbers.setdefault((each.tag, each.style, each.depth), len(numbers)) for each in segments])
    sums = np.column_stack([np.bincount(kind, column) for column in counted.T])[kind]
    count = np.bincount(kind)[kind]
    words = np.maximum(1.0, sums[:, 0])
    others = sums - counted
    others_kept = np.where(count > 1, others[:, 3] / np.maximum(1.0, others[:, 0]), -1.0)
    shares = (sums[:, 1:] / words[:, None]).T
    return np.column_stack([np.log1p(count), *shares, others_kept, sums[:, 0] / max(1.0, counted[:, 0].sum())])


def _shares(held: Matrix, total: float) -> Matrix:
    import numpy as np  # noqa: PLC0415 - see above

    words = np.maximum(1.0, held[:, 0])
    return np.column_stack(
        [
            np.log1p(held[:, 0]),
            held[:, 1] / words,
            held[:, 2] / words,
            held[:, 3] / words,
            held[:, 1] / total,
            np.log1p(held[:, 4]),
        ]
    )
