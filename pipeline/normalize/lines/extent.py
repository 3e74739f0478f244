"""Lines -> where the article ends: a forest says of each line whether it stands before, within or behind the article.

What a line is and where it stands are two questions: a teaser reads like a paragraph, and only its place tells that it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.normalize.lines.bare import has_furniture
from pipeline.normalize.lines.line import Line, Role

if TYPE_CHECKING:
    from pipeline.normalize.series import Matrix

BODY: frozenset[Role] = frozenset(("body", "heading", "list-item"))
LITTLE = 0.15
"""What goes may be this share of the body's words; if it is more, it must stand behind the article ..."""
SURE = 0.6
"""... with this probability. On unseen pages of the training set short lists of links end too early without it (2026-11)."""
TOLD = 80
"""Words that must be left: a shorter text says too little of itself to tell what does not belong to it."""
_LEAST = 1e-4


def without_what_follows(lines: Sequence[Line], found: Sequence[Role], places: Matrix) -> list[Role]:
    """The roles with the body ended where the article ends; ``places`` has three columns: before, within, behind.

    A note ("Additional reporting by ...", a correction) belongs to the article, so that it cannot have ended before.
    """
    end = max([end_of(places), *(index + 1 for index, role in enumerate(found) if role == "note")])
    body = [index for index, role in enumerate(found) if role in BODY]
    behind = [index for index in body if index >= end]
    words = sum(lines[index].words for index in behind)
    total = sum(lines[index].words for index in body)
    if not behind or total - words < TOLD or not has_furniture(lines[end - 1 :]):
        return list(found)
    sure = sum(float(places[index, 2]) * lines[index].words for index in behind) / max(1, words)
    if words > LITTLE * total and sure < SURE:
        return list(found)
    return ["chrome" if index >= end and role in BODY else role for index, role in enumerate(found)]


def end_of(places: Matrix) -> int:
    """The line behind the article's last one, in the likeliest way to part the text into before, within and behind."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed where something is classified

    likely = np.log(np.maximum(places, _LEAST))
    so_far = np.vstack([np.zeros(3), np.cumsum(likely, axis=0)])
    begun = np.maximum.accumulate(so_far[:, 0] - so_far[:, 1])
    return int(np.argmax(np.round(begun + so_far[:, 1] - so_far[:, 2], 6)))
