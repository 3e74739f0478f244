"""Lines -> the role of each: a forest's probabilities, what an article's shape demands, what wording settles, where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.normalize.forest import probabilities, scores
from pipeline.normalize.lines.bare import all_written, complete, has_furniture, is_bare, read_as_brief
from pipeline.normalize.lines.cues import calls_reader
from pipeline.normalize.lines.extent import without_what_follows
from pipeline.normalize.lines.features import features
from pipeline.normalize.lines.head import name_rare
from pipeline.normalize.lines.line import Line, Role, opens_list
from pipeline.normalize.lines.running import add_to_brief, drop_last, drop_small_clusters, fill, keep_turns, needed
from pipeline.normalize.lines.top import headline_index

if TYPE_CHECKING:
    from pipeline.normalize.series import Column, Matrix

ROLES: tuple[Role, ...] = ("body", "headline", "image", "byline", "dek", "section", "date", "chrome")
SHARPNESS = 2.0
MAX_WALL_WORDS = 25
_SPEAKER = re.compile(r"[A-ZÀ-Þ][\w.’' -]{0,30}:\s")
_SIGNED = re.compile(r"[–—-]\s*(?:By\s+)?[A-ZÀ-Þ][\w.’'-]+(?:\s+[A-ZÀ-Þ][\w.’'-]*){1,3}")
_LIFE = re.compile(r"\bborn\b.{0,40}\d{3,4}\b.{0,20}\bdied\b.{0,30}\d")


def roles(lines: Sequence[Line], url: str = "") -> list[Role]:
    """The role of every line, in order; ``url`` helps to find the headline where it is known."""
    from pipeline.normalize.lines import extent_weights, headline_weights, role_weights  # noqa: PLC0415 - 0.3 MB that only scraped text needs

    if not lines:
        return []
    rows = features(lines, url)
    likely = probabilities(role_weights.FOREST, rows)
    found = decide(lines, with_headlines(likely, scores(headline_weights.FOREST, rows)[:, 0]))
    return without_what_follows(lines, found, probabilities(extent_weights.FOREST, rows))


def with_headlines(likely: Matrix, votes: Column) -> Matrix:
    """The probabilities with the headline's from the forest that ranks the lines of a text against one another."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed where something is classified

    raised = np.exp(SHARPNESS * (votes - votes.max()))
    found = likely.copy()
    found[:, 1] = np.round(raised / raised.sum(), 6)
    return found


def decide(lines: Sequence[Line], likely: Matrix) -> list[Role]:
    """Roles from probabilities (columns as in ``ROLES``)."""
    body = [bool(each >= needed(line)) for line, each in zip(lines, likely[:, 0], strict=True)]
    headline = headline_index(lines, likely, body)
    fill(lines, likely, body)
    drop_small_clusters(lines, likely, body)
    drop_last(lines, likely, body)
    add_to_brief(lines, likely, body)
    keep_turns(lines, likely, body)
    found: list[Role] = ["body" if each else "chrome" for each in body]
    if headline is not None:
        for index in range(headline):
            if likely[index, 0] < 0.9:
                found[index] = "chrome"
        found[headline] = "headline"
    name_rare(lines, likely, found, headline)
    settled = [_settled(lines, found, index) for index in range(len(lines))]
    _drop_what_furniture_opens(lines, settled)
    _keep_life_dates(lines, settled)
    if _is_wall(lines, settled):
        settled = ["chrome" if each == "body" else each for each in settled]
    if "body" not in settled and is_bare(lines):
        settled = all_written(settled)
    if "body" not in settled:
        read_as_brief(lines, settled)
    elif not has_furniture(lines):
        complete(lines, settled)
    _keep_first_turn(lines, settled)
    _sign(lines, settled)
    return settled


def _keep_first_turn(lines: Sequence[Line], found: list[Role]) -> None:
    """Where every line names its speaker, the first is no dek."""
    for index in range(len(lines) - 1):
        turns = all(_SPEAKER.match(each.text) for each in lines[index : index + 2])
        if turns and found[index] == "dek" and found[index + 1] == "body":
            found[index] = "body"


def _sign(lines: Sequence[Line], found: list[Role]) -> None:
    """A last line such as "– Ana Lima" signs a text that names no author above."""
    if (
        lines
        and "byline" not in found
        and found[-1] in ("chrome", "body", "list-item")
        and _SIGNED.fullmatch(lines[-1].text)
    ):
        found[-1] = "byline"


def _is_wall(lines: Sequence[Line], found: Sequence[Role]) -> bool:
    """Whether all that could be a story is a sentence or two that tell the reader what to do: to log in, to wait, to pay."""
    told = [line for line, role in zip(lines, found, strict=True) if role == "body"]
    return sum(each.words for each in told) <= MAX_WALL_WORDS and all(calls_reader(each.text) for each in told)


def _keep_life_dates(lines: Sequence[Line], found: list[Role]) -> None:
    """An obituary closes with who the person was, when born and when dead; that line is no date of publication."""
    for index in range(1, len(lines)):
        if found[index] in ("chrome", "date", "dek") and found[index - 1] == "body" and _LIFE.search(lines[index].text):
            found[index] = "body"


def _drop_what_furniture_opens(lines: Sequence[Line], found: list[Role]) -> None:
    """Behind "Trending", "Related stories" or "Sign up to …" the next lines without a full stop belong to it."""
    opened = False
    for index, line in enumerate(lines):
        if found[index] == "chrome" and opens_list(line.text):
            opened = True
        elif opened and not line.prose and not line.ends and line.words <= 20:
            found[index] = "chrome" if found[index] in ("body", "heading") else found[index]
        else:
            opened = False


def _settled(lines: Sequence[Line], found: Sequence[Role], index: int) -> Role:
    """What the wording of a line in or behind the body settles."""
    line, role = lines[index], found[index]
    if role in ("body", "chrome") and line.note:
        return "note"
    if role != "body":
        return role
    if line.credit and line.words < 40:
        return "image"
    if (line.chrome and line.words <= 15) or line.byline:
        return "chrome"
    if line.listed:
        return "list-item"
    short = line.words <= 15 and not line.ends and not line.prose
    followed = index + 1 < len(lines) and found[index + 1] == "body"
    return "heading" if short and followed else "body"
