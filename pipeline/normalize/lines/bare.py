"""Texts without a page's furniture: all of them was written, and a short one is a brief."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.normalize.lines.cues import calls_reader
from pipeline.normalize.lines.line import Line, Role, opens_list
from pipeline.normalize.lines.shapes import MAX_SHORT_WORDS, MIN_SENTENCE_WORDS

MAX_BRIEF_LINES = 8
MIN_BARE_LINES = 3
ASKING = 0.25
"""More lines that speak to the reader make a form or a wall."""
MAX_HEAD = 2


def has_furniture(lines: Sequence[Line]) -> bool:
    """Whether a line is of a page's furniture, is said twice or calls the reader: what is short may be furniture, too."""
    return any(
        _is_furniture(each) or each.times > 1 or (each.words <= MAX_SHORT_WORDS and calls_reader(each.text))
        for each in lines
    )


def is_bare(lines: Sequence[Line]) -> bool:
    """Whether nothing of a page stands around the text (a poem, results, a list with a sentence): then all of it was written."""
    if len(lines) < MIN_BARE_LINES or any(_is_furniture(each) for each in lines):
        return False
    asking = sum(calls_reader(each.text) for each in lines)
    sentences = sum(each.ends and each.words >= MIN_SENTENCE_WORDS for each in lines)
    counted = sum(any(char.isdigit() for char in each.text) for each in lines)
    verse = sum(each.text[:1].islower() for each in lines)
    return asking <= ASKING * len(lines) and (sentences > 0 or 2 * max(counted, verse) >= len(lines))


def all_written(found: Sequence[Role]) -> list[Role]:
    """Roles of a text without furniture: its first line is the headline, what is no byline or date is body."""
    kept: tuple[Role, ...] = ("byline", "date", "note", "image")
    return ["headline", *(each if each in kept else "body" for each in found[1:])]


def complete(lines: Sequence[Line], found: list[Role]) -> None:
    """In a text without furniture, what stands between the first and the last sentence was written: items, names, results."""
    if "headline" not in found:
        return
    start = found.index("headline") + 1
    head = (at for at in range(start, len(lines)) if not _is_of_head(lines[at], found[at], at - start))
    first = next(head, len(lines))
    last = max((at for at in range(first, len(lines)) if _is_told(lines[at], found[at])), default=first)
    for index in range(first, last + 1):
        if found[index] in ("chrome", "dek") and not (lines[index].byline or lines[index].dated):
            found[index] = "list-item" if lines[index].listed else "body"


def read_as_brief(lines: Sequence[Line], found: list[Role]) -> None:
    """A headline and a sentence are a brief, if little else stands there and the sentence does not call upon the reader."""
    if "headline" not in found or len(lines) > MAX_BRIEF_LINES:
        return
    for index in range(found.index("headline") + 1, len(lines)):
        line = lines[index]
        said = line.ends and line.words >= MIN_SENTENCE_WORDS and line.text[-1:] not in ":?…"
        if said and not (line.chrome or line.byline or line.credit or line.note) and not calls_reader(line.text):
            found[index] = "body"


def _is_furniture(line: Line) -> bool:
    return line.chrome or line.credit or opens_list(line.text)


def _is_of_head(line: Line, role: Role, distance: int) -> bool:
    """Whether a line belongs to the head: byline, date and picture, a dek right behind the headline, a label among them."""
    if role in ("byline", "date", "image", "note"):
        return True
    counted = line.listed or any(each.isdigit() for each in line.text)
    return distance < MAX_HEAD and role in ("dek", "chrome") and not counted


def _is_told(line: Line, role: Role) -> bool:
    return role in ("body", "heading", "list-item") or (line.ends and line.words >= MIN_SENTENCE_WORDS)
