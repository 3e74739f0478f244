"""What stands around the headline -> section above it, dek, byline, date and picture below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.normalize.lines.line import Line, Role
from pipeline.normalize.lines.shapes import CLOCK, MIN_CAPTION_WORDS, NEAR_HEADLINE, SLUG, is_caption
from pipeline.normalize.prose import same
from pipeline.normalize.written_dates import is_day_alone

if TYPE_CHECKING:
    from pipeline.normalize.series import Matrix

RARE = 0.3
BYLINE = 0.25
PICTURED = 0.6
SURE_BYLINE = 0.7
"""What a line without the wording of a byline needs to be one beside a line that has it."""
_ASIDE = re.compile(r"\(.*\)")
"""What wires say to editors ("(Adds police statement)")."""
NO_SECTIONS = frozenset(
    ("audio", "e-paper", "epaper", "galleries", "gallery", "home", "live", "menu", "more", "newsletters", "photo", "photos", "podcast",
     "podcasts", "search", "sections", "subscribe", "video", "videos")
)  # fmt: skip
"""Labels of a site's menu that say how something is told, not what it is about."""


def name_rare(lines: Sequence[Line], likely: Matrix, found: list[Role], headline: int | None) -> None:
    """Section before the headline; dek, byline and date behind it."""
    if headline is None:
        return
    before = range(max(0, headline - 6), headline)
    section = _section(lines, likely, before)
    if section is not None:
        found[section] = "section"
    first = next((index for index in range(headline + 1, len(lines)) if found[index] == "body"), len(lines))
    near = range(headline + 1, min(first, headline + NEAR_HEADLINE))
    by = SURE_BYLINE if any(lines[index].byline for index in near) else BYLINE
    for index in near:
        found[index] = _of_head(lines, likely, index, said=same(lines[headline].text), by=by)
    _date_above(lines, found, headline)
    _start_body(lines, found, headline, first)
    _one_dek(lines, found, headline, first)


def _start_body(lines: Sequence[Line], found: list[Role], headline: int, first: int) -> None:
    """A sentence between byline or date and the body begins it, however short; a dek stands nearer to the headline."""
    before = first - 1
    if before <= headline or found[before] != "dek" or not lines[before].ends or first >= len(lines):
        return
    if any(found[index] in ("byline", "date", "image") for index in range(headline + 1, before)):
        found[before] = "body"


def _date_above(lines: Sequence[Line], found: list[Role], headline: int) -> None:
    """A date line right above the headline is the article's where none stands below it."""
    if "date" in found or any(lines[index].dated and found[index] == "byline" for index in range(len(lines))):
        return
    above = [index for index in range(max(0, headline - 2), headline) if found[index] != "section"]
    if above and lines[above[-1]].dated and above[-1] == max(above):
        found[above[-1]] = "date"


def _section(lines: Sequence[Line], likely: Matrix, before: range) -> int | None:
    """The last short label before the headline, or the likeliest."""
    able = [index for index in before if _may_be_section(lines[index])]
    likeliest = max(able, key=lambda index: likely[index, 5], default=None)
    if likeliest is not None and likely[likeliest, 5] >= RARE:
        return likeliest
    return able[-1] if able and _leads(lines, able[-1], before.stop) else None


def _leads(lines: Sequence[Line], index: int, headline: int) -> bool:
    """Whether nothing but a date or a byline stands between a label and the headline."""
    between = lines[index + 1 : headline]
    return all(each.dated or each.byline or each.text.lower() in NO_SECTIONS for each in between)


def _may_be_section(line: Line) -> bool:
    told = line.chrome or line.dated or SLUG.match(line.text) or CLOCK.match(line.text) or is_day_alone(line.text)
    return not told and line.words <= 4 and line.text.strip().lower() not in NO_SECTIONS


def _of_head(lines: Sequence[Line], likely: Matrix, index: int, *, said: str, by: float) -> Role:
    line = lines[index]
    pictured = likely[index, 2] >= PICTURED and not line.chrome and line.words >= MIN_CAPTION_WORDS
    if line.credit or is_caption(lines, index) or pictured:
        return "image"
    if line.byline or (likely[index, 3] >= by and not is_day_alone(line.text)):
        return "byline"
    if line.dated:
        return "date"
    if line.chrome or line.note or same(line.text) == said or line.words < 4 or _ASIDE.fullmatch(line.text):
        return "chrome"
    return "dek"


def _one_dek(lines: Sequence[Line], found: list[Role], headline: int, first: int) -> None:
    """The first dek counts; a first paragraph that stands before byline, date or picture is one too."""
    deks = [index for index in range(headline + 1, first) if found[index] == "dek"]
    for index in deks[1:]:
        found[index] = "chrome"
    if not deks and first == headline + 1 and _reads_like_dek(lines, found, first):
        found[first] = "dek"
        return
    following = lines[first + 1 : first + 8] if first == headline + 1 else ()
    behind = next((at for at, each in enumerate(following) if each.prose), len(following))
    if not deks and 0 < behind < len(following) and lines[first].words < 45:
        between = following[:behind]
        if any(each.byline or each.dated or each.credit for each in between):
            found[first] = "dek"
            for at, each in enumerate(between, start=first + 1):
                found[at] = (
                    "image"
                    if each.credit or is_caption(lines, at)
                    else "byline"
                    if each.byline
                    else "date"
                    if each.dated
                    else "chrome"
                )


def _reads_like_dek(lines: Sequence[Line], found: Sequence[Role], index: int) -> bool:
    """Right behind the headline, no full stop, and a paragraph behind it."""
    followed = index + 1 < len(lines) and found[index + 1] == "body" and lines[index + 1].ends
    return followed and not lines[index].ends and 5 <= lines[index].words <= 40
