"""Probabilities -> the line that is the headline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.normalize.lines.cues import parts
from pipeline.normalize.lines.line import Line
from pipeline.normalize.lines.shapes import CLOCK, NEAR_HEADLINE, SLUG, is_caption
from pipeline.normalize.prose import same
from pipeline.normalize.written_dates import is_day_alone

if TYPE_CHECKING:
    from pipeline.normalize.series import Matrix

HEADLINE = 0.02
MIN_HEADLINE_WORDS = 7
VYING = 0.7
"""A line of so many words right above the likeliest headline, and with so much of its likelihood, is the headline and that one its dek."""
MIN_ENTRIES = 3


def headline_index(lines: Sequence[Line], likely: Matrix, body: Sequence[bool]) -> int | None:
    """The likeliest line before most of the body; of a line said several times the last before the body that is no caption."""
    able = _able(lines, likely, body)
    mass: dict[str, float] = {}
    for index in able:
        mass[same(lines[index].text)] = mass.get(same(lines[index].text), 0.0) + float(likely[index, 1])
    best = max(able, key=lambda index: (mass[same(lines[index].text)], -index), default=None)
    if best is None:
        return None
    if best - 1 in able and _may_head(lines[best - 1]) and likely[best - 1, 1] >= VYING * likely[best, 1]:
        best -= 1  # of two lines that vie the second is the dek
    meant = {same(lines[best].text)}
    within = {same(each) for each in parts(lines[best].text)}
    named = {same(lines[index].text) for index in able if abs(index - best) <= NEAR_HEADLINE} & within
    chosen = [index for index in able if same(lines[index].text) in (named or meant)]
    return max((index for index in chosen if not is_caption(lines, index)), default=max(chosen))


def _may_head(line: Line) -> bool:
    return line.words >= MIN_HEADLINE_WORDS and not parts(line.text)


def _able(lines: Sequence[Line], likely: Matrix, body: Sequence[bool]) -> list[int]:
    """The lines before most of the body that may be the headline; wording speaks against one only where the forest doubts it."""
    total = sum(each.words for each, yes in zip(lines, body, strict=True) if yes)
    entries = _entries(lines)
    told, able = 0, []
    for index, line in enumerate(lines):
        told += line.words * body[index]
        if told > 0.15 * total + 1:
            break
        worded = line.chrome or line.byline or line.note or line.credit
        named = line.words >= 2 and not SLUG.match(line.text) and not is_day_alone(line.text)
        if named and index not in entries and likely[index, 1] >= (0.5 if worded else HEADLINE):
            able.append(index)
    return able


def _entries(lines: Sequence[Line]) -> frozenset[int]:
    """The lines right below the times of a live blog, with a paragraph behind: headings of its entries, none of which is the blog's."""
    clocks = [
        index
        for index, each in enumerate(lines)
        if each.words <= 2 and CLOCK.match(each.text) and any(below.prose for below in lines[index + 1 : index + 3])
    ]
    return frozenset(index + 1 for index in clocks) if len(clocks) >= MIN_ENTRIES else frozenset()
