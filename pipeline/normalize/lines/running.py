"""Probabilities -> which lines are the body's, as its shape demands: paragraphs in a run, the turns of an interview, a brief's sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.normalize.lines.cues import calls_reader
from pipeline.normalize.lines.line import Line, opens_list
from pipeline.normalize.lines.shapes import MAX_SHORT_WORDS, MIN_SENTENCE_WORDS, NEAR_HEADLINE

if TYPE_CHECKING:
    from pipeline.normalize.series import Matrix

BODY = 0.5
UNSURE = 0.2
SHORT = 0.55
"""What a short line needs to be body: most of a page's furniture is short."""
LAST = 0.6
"""What a short last line needs to be body: there stand notes about the author and the making of the story."""
GAP = 6
"""Body lines that so many other lines part are two clusters ..."""
SMALL = 0.2
SURE = 0.85
"""... and one with less than this share of the longest one's words is another story's teaser or a comment, unless it is so sure."""
MIN_TURNS = 4
TURNS = 0.3
"""So many lines of a body, at least, are short sentences where two persons talk."""
MAX_BRIEF_WORDS = 60


def needed(line: Line) -> float:
    """How probable a line must be to be body."""
    return SHORT if line.words <= MAX_SHORT_WORDS and not line.prose else BODY


def fill(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    """A paragraph that stands among or next to the body's is one of them even where the forest hesitates."""
    sure = [index for index, yes in enumerate(body) if yes]
    for index in range(sure[0], min(len(lines), sure[-1] + GAP)) if sure else ():
        needed = UNSURE / 2 if index < sure[-1] and not lines[index].listed else UNSURE
        line = lines[index]
        told = (line.prose and line.words >= 12) or (line.listed and not line.chrome and index < sure[-1])
        if told and not line.note and likely[index, 0] >= needed:
            body[index] = True
    sure = [index for index, yes in enumerate(body) if yes]
    for index in range(sure[0] + 1, sure[-1]) if sure else ():
        if not body[index] and likely[index, 0] >= UNSURE / 2 and _may_be_heading(lines, body, index):
            body[index] = True


def _may_be_heading(lines: Sequence[Line], body: Sequence[bool], index: int) -> bool:
    """A short line without a full stop right before a paragraph and, furniture apart, right behind one."""
    line = lines[index]
    if line.words > 12 or line.ends or line.chrome or line.dated or line.byline or line.credit or line.times > 1:
        return False
    before = next((at for at in range(index - 1, -1, -1) if not lines[at].chrome), None)
    opened = index > 0 and opens_list(lines[index - 1].text)
    return not opened and before is not None and lines[before].prose and body[index + 1] and lines[index + 1].prose


def keep_turns(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    """In an interview questions and answers are as short as furniture; what ends as a sentence beside body is part of it."""
    sure = [index for index, yes in enumerate(body) if yes]
    near = range(max(1, sure[0] - 1), min(len(lines), sure[-1] + NEAR_HEADLINE)) if sure else range(0)
    able = [index for index in near if likely[index, 0] >= UNSURE / 4]
    turns = [index for index in able if _is_turn(lines[index])]
    if len(turns) < max(MIN_TURNS, TURNS * len(able)):
        return
    for index in turns:
        if body[index - 1] or any(body[index + 1 : index + 2]):
            body[index] = True


def _is_turn(line: Line) -> bool:
    plain = not (line.chrome or line.credit or line.byline or line.note or line.dated)
    return plain and line.words <= MAX_SHORT_WORDS and line.text.rstrip("\"'”’»)")[-1:] in (".", "?", "!", "…")


def drop_small_clusters(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    """A few body lines far from all others are a teaser of another story, or a comment."""
    clusters: list[list[int]] = []
    for index in (index for index, yes in enumerate(body) if yes):
        if not clusters or index - clusters[-1][-1] > GAP:
            clusters.append([])
        clusters[-1].append(index)
    sizes = [sum(lines[index].words for index in each) for each in clusters]
    for cluster, size in zip(clusters, sizes, strict=True):
        sure = sum(likely[index, 0] * lines[index].words for index in cluster) / max(1, size)
        if size < SMALL * max(sizes) and sure < SURE:
            for index in cluster:
                body[index] = False


def drop_last(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    """A short last line of which the forest is not sure is a note about the story, no part of it."""
    last = max((index for index, yes in enumerate(body) if yes), default=0)
    alone = sum(body) == 1
    if not alone and lines[last].words <= MAX_SHORT_WORDS and likely[last, 0] < LAST:
        body[last] = False


def add_to_brief(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    """A short item goes on with its next sentences, however short they are."""
    told = sum(each.words for each, yes in zip(lines, body, strict=True) if yes)
    last = max((index for index, yes in enumerate(body) if yes), default=len(lines))
    for index in range(last + 1, len(lines)):
        line = lines[index]
        plain = line.ends and line.words >= MIN_SENTENCE_WORDS and line.text[-1:] not in ":?…"
        if not plain or line.chrome or line.note or line.credit or line.byline or calls_reader(line.text):
            return
        if told > MAX_BRIEF_WORDS or likely[index, 0] < UNSURE / 2:
            return
        body[index] = True
