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
    url: str = ""


def scrapes(page: Example) -> Iterator[Scrape]:
    """Eight scrapes of a page: whole, region without and with its address, and shortened to a news item; with blank lines between blocks or groups only."""
    chooser = random.Random(page.id)  # noqa: S311 - seeded, so that every run makes the same scrapes
    labels = roles_of(page)
    shown, span = _shown(page), _span(page, labels)
    if span is None:
        return
    first, last = span
    body = [index for index in shown if labels[index] == "body"]
    for blanks in (True, False):
        low, high = first - chooser.randrange(0, 9), last + chooser.randrange(0, 16)
        region = [index for index in shown if low <= index <= high]
        yield _scrape(page, labels, shown, "page", blanks)
        yield _scrape(page, labels, region, "region", blanks)
        yield _scrape(page, labels, _shortened(shown, body, labels, chooser), "short", blanks)
        yield _scrape(page, labels, region, "addressed", blanks)._replace(url=page.page.url)


def transplanted(page: Example, other: Example) -> Iterator[Scrape]:
    """The article of one page within the furniture of another, whole and near by: what a page offers beside a story is not about it."""
    chooser = random.Random(page.id + other.id)  # noqa: S311 - seeded
    labels, around = roles_of(page), roles_of(other)
    inner, outer = _span(page, labels), _span(other, around)
    if inner is None or outer is None:
        return
    shown = [index for index in _shown(other) if around[index] not in ("body", "headline", "dek", "section")]
    for near in (False, True):
        top = [index for index in shown if index < outer[0]][-(chooser.randrange(1, 25) if near else 999) :]
        tail = [index for index in shown if index > outer[1]][: chooser.randrange(40) if near else 999]
        middle = [index for index in _shown(page) if inner[0] <= index <= inner[1]][: chooser.choice((12, 30, 999))]
        rows = [
            *((other.segments[index].text, "chrome") for index in top),
            *((page.segments[index].text, labels[index]) for index in middle),
            *((other.segments[index].text, "chrome") for index in tail),
        ]
        between = chooser.choice(("\n", "\n\n"))
        yield Scrape(page.id, "transplant", between.join(text for text, _ in rows), tuple(role for _, role in rows))


def _shown(page: Example) -> list[int]:
    return [index for index, each in enumerate(page.segments) if not each.hidden and re.search(r"\w", each.text)]


def _span(page: Example, labels: list[Role]) -> tuple[int, int] | None:
    """The first and the last block of the article; None where the page shows no headline or no body."""
    shown = _shown(page)
    body = [index for index in shown if labels[index] == "body"]
    head = [index for index in shown if labels[index] == "headline"]
    return (min(head[0], body[0]), body[-1]) if body and head else None


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
