"""Lines -> the role of each, by rules alone: the floor that the learned classifier has to beat."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.normalize.lines.line import Line, Role
from pipeline.normalize.prose import same

_MAX_SECTION_WORDS = 4
_MIN_HEADLINE_WORDS = 4
_MAX_HEADLINE_WORDS = 30


def roles(lines: Sequence[Line]) -> list[Role]:
    """The role of every line, in order."""
    found: list[Role] = ["chrome"] * len(lines)
    headline = _headline(lines)
    start = _body_start(lines, headline)
    end = _body_end(lines, start)
    if headline is not None:
        _mark_head(lines, found, headline, start)
    for index in range(start, end):
        found[index] = _in_body(lines, index, start, end)
    for index in range(end, len(lines)):
        if lines[index].note:
            found[index] = "note"
    return found


def _headline(lines: Sequence[Line]) -> int | None:
    """A line said twice before the body is the headline; else the first line of a headline's length."""
    first = next((index for index, each in enumerate(lines) if each.prose and not each.note), len(lines))
    able = [index for index in range(min(first + 2, len(lines))) if _can_head(lines[index])]
    for index in able:
        if lines[index].times > 1:
            return max(
                each for each in able if same(lines[each].text) == same(lines[index].text) and _fits(lines, each)
            )
    return able[0] if able else None


def _fits(lines: Sequence[Line], index: int) -> bool:
    # The repetition above a credit line is the picture's caption.
    return index + 1 >= len(lines) or lines[index + 1].gap or not lines[index + 1].credit


def _can_head(line: Line) -> bool:
    fitting = _MIN_HEADLINE_WORDS <= line.words <= _MAX_HEADLINE_WORDS
    return fitting and not (line.chrome or line.byline or line.dated or line.credit or line.note)


def _body_start(lines: Sequence[Line], headline: int | None) -> int:
    """The first paragraph behind the headline; one that stands before byline, date or picture is the dek."""
    after = -1 if headline is None else headline
    prose = [index for index in range(after + 1, len(lines)) if lines[index].prose and not lines[index].note]
    if not prose:
        return len(lines)
    if len(prose) > 1 and headline is not None and prose[0] == headline + 1 and prose[1] > prose[0] + 1:
        between = lines[prose[0] + 1 : prose[1]]
        if any(each.credit or each.byline or each.dated for each in between):
            return prose[1]
    return prose[0]


def _body_end(lines: Sequence[Line], start: int) -> int:
    last = max(
        (index for index in range(start, len(lines)) if lines[index].prose and not lines[index].note), default=start - 1
    )
    return last + 1


def _mark_head(lines: Sequence[Line], found: list[Role], headline: int, start: int) -> None:
    found[headline] = "headline"
    before = next((index for index in range(headline - 1, -1, -1) if not lines[index].chrome), None)
    if before is not None and lines[before].words <= _MAX_SECTION_WORDS and not lines[before].dated:
        found[before] = "section"
    said = same(lines[headline].text)
    for index in range(headline + 1, start):
        role = _of_head(lines, index, said)
        if role == "dek" and "dek" in found:
            role = "chrome"
        found[index] = role


def _of_head(lines: Sequence[Line], index: int, headline: str) -> Role:
    line = lines[index]
    if line.credit or (index + 1 < len(lines) and lines[index + 1].credit and not lines[index + 1].gap):
        return "image"
    if line.byline:
        return "byline"
    if line.dated:
        return "date"
    if line.chrome or same(line.text) == headline:
        return "chrome"
    return "dek" if line.words >= _MIN_HEADLINE_WORDS else "chrome"


def _in_body(lines: Sequence[Line], index: int, start: int, end: int) -> Role:
    line = lines[index]
    if line.note:
        return "note"
    if line.credit:
        return "image"
    if line.prose:
        return "body"
    if line.chrome:
        return "chrome"
    if line.listed:
        return "list-item"
    around = index > start and index + 1 < end
    between = around and (lines[index - 1].prose or lines[index - 1].chrome) and lines[index + 1].prose
    return "heading" if between and line.words <= 15 and not line.ends else "chrome"
