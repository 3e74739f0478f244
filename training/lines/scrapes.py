"""Pages with known gold -> scrapes as a text copier makes them: the whole page, or the region around the article; with labels."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from pages import Example

from pipeline.normalize.lines.line import Role
from pipeline.normalize.prose import same
from pipeline.normalize.web import meta
from pipeline.normalize.web.headline import overlap
from pipeline.normalize.web.segments import Segment, heading_index
from pipeline.normalize.written_dates import find_date


class Scrape(NamedTuple):
    """A text and the role of each of its lines that hold text, in order."""

    page: str
    kind: str
    text: str
    labels: tuple[Role, ...]


def scrapes(page: Example) -> Iterator[Scrape]:
    """Six scrapes of a page: whole, region, and shortened to a news item; with blank lines between blocks or groups only."""
    chooser = random.Random(page.id)  # noqa: S311 - seeded, so that every run makes the same scrapes
    labels = roles_of(page)
    shown = [index for index, each in enumerate(page.segments) if not each.hidden and re.search(r"\w", each.text)]
    body = [index for index in shown if labels[index] == "body"]
    head = [index for index in shown if labels[index] == "headline"]
    if not body or not head:
        return
    first, last = min(head[0], body[0]), body[-1]
    for blanks in (True, False):
        low, high = first - chooser.randrange(0, 9), last + chooser.randrange(0, 16)
        yield _scrape(page, labels, shown, "page", blanks)
        yield _scrape(page, labels, [index for index in shown if low <= index <= high], "region", blanks)
        yield _scrape(page, labels, _shortened(shown, body, labels, chooser), "short", blanks)


def roles_of(page: Example) -> list[Role]:
    """What each block of the page is, by its gold and its own metadata."""
    pairs = dict(meta.read_pairs(page.page))
    said = {
        "dek": pairs.get("og:description") or pairs.get("description") or "",
        "section": pairs.get("article:section") or "",
    }
    start = heading_index(page.segments, page.gold["title"])
    first = next((index for index, share in enumerate(page.shares) if share >= 0.5 and index > (start or 0)), 0)
    return [_role(page, index, start or 0, first, said) for index in range(len(page.segments))]


def _role(page: Example, index: int, start: int, first: int, said: dict[str, str]) -> Role:
    segment, share = page.segments[index], page.shares[index]
    text = segment.text
    near = index - start
    tests: tuple[tuple[bool, Role], ...] = (
        (same(text) == same(page.gold["title"]) and index < first, "headline"),
        (bool(said["section"]) and same(text) == same(said["section"]) and near >= -8 and index < first, "section"),
        (_is_byline(page, text, share, abs(near)), "byline"),
        (
            near > 0
            and index <= first
            and bool(said["dek"])
            and segment.tag != "p"
            and overlap(text, said["dek"]) > 0.7,
            "dek",
        ),
        (segment.tag == "figcaption" or (bool(segment.own & {"caption", "credit"}) and share < 0.5), "image"),
        (share >= 0.5, "body"),
        (abs(near) < 15 and len(text) < 80 and find_date(text) is not None, "date"),
    )
    return next((role for yes, role in tests if yes), "chrome")


def _is_byline(page: Example, text: str, share: float, distance: int) -> bool:
    names = page.gold.get("authors") or []
    return (
        share < 0.5
        and distance < 20
        and len(text) < 120
        and any(same(each) in same(text) for each in names if same(each))
    )


def _scrape(page: Example, labels: list[Role], chosen: list[int], kind: str, blanks: bool) -> Scrape:
    lines: list[str] = []
    before: Segment | None = None
    for index in chosen:
        segment = page.segments[index]
        apart = before is not None and (blanks or segment.group != before.group)
        lines += ["", segment.text] if apart else [segment.text]
        before = segment
    return Scrape(
        page.id, f"{kind}-{'blanks' if blanks else 'dense'}", "\n".join(lines), tuple(labels[index] for index in chosen)
    )


def _shortened(shown: list[int], body: list[int], labels: list[Role], chooser: random.Random) -> list[int]:
    """The page with the first paragraphs of its body only: news items are shorter than the pages at hand."""
    paragraphs = [index for index in body if index > next((at for at in shown if labels[at] == "headline"), 0)]
    last = paragraphs[: chooser.randrange(2, 14)][-1] if paragraphs else body[-1]
    head = [index for index in shown if index < body[0]]
    start = head[-chooser.randrange(1, 30) :]
    tail = [index for index in shown if index > body[-1]][: chooser.randrange(0, 30)]
    return [*start, *(index for index in shown if body[0] <= index <= last), *tail]
