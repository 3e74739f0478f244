"""Richness with a configured newsroom, without the items that a source cannot know; each item left out has its reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from benchmarks import gold
from pipeline.model.newsroom import Newsroom, Publisher, Site

_ADDRESS = gold.OWN_SITE
_NAME = "Example Newsroom"


class Unknowable(msgspec.Struct, frozen=True):
    """Items of the score that are left out where ``holds`` is true of a source's text and its stated facts."""

    items: tuple[str, ...]
    reason: str
    holds: Callable[[str, dict[str, Any]], bool]


def _lacks(pattern: str) -> Callable[[str, dict[str, Any]], bool]:
    found = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    return lambda source, _: found.search(source) is None


UNKNOWABLE: tuple[Unknowable, ...] = (
    Unknowable(("T.author_credentials",), "a byline gives a name and no more", lambda *_: True),
    Unknowable(("E.sameAs_half",), "invented persons have no page to link to", lambda *_: True),
    Unknowable(("G.image", "B.thumbnailUrl"), "no picture in the source", _lacks(r"<img|og:image|\"image\"")),
    Unknowable(("G.image_size", "G.image_big"), "no picture's size stated", _lacks(r"og:image:width|\bwidth=|\"width\"")),
    Unknowable(("T.image_caption", "T.image_credit"), "no picture's caption in the markup", _lacks(r"<figcaption|\"caption\"")),
    Unknowable(("G.dateModified",), "no day of change stated", _lacks(r"modified|updated")),
    Unknowable(("T.dateline",), "no dateline", _lacks(r"^(?:<p[^>]*>)?[A-Z][A-Z'’.]{2,}(?:,? [A-Z][\w.'’]*){0,3} ?(?:,? \w+ \d+ ?)?(?:\([A-Z]+\) ?)?[-–—] ")),
    Unknowable(("G.author", "G.author_url"), "no byline", lambda _, meta: not meta.get("author")),
    Unknowable(("B.articleSection",), "no section", lambda _, meta: not meta.get("section")),
    Unknowable(("B.description",), "no dek", lambda _, meta: not meta.get("description")),
    Unknowable(("T.backstory_correction",), "no note of a correction", lambda _, meta: not meta.get("correction")),
    Unknowable(("T.sources",), "nobody's report is cited", _lacks(r"\breport(?:ed|s)\b|according to|published in")),
)  # fmt: skip


def newsroom() -> Newsroom:
    """The settings of a newsroom that has filled in everything."""
    return Newsroom(
        site=Site(
            url=_ADDRESS,
            name=_NAME,
            license=f"{_ADDRESS}/licence",
            copyright_holder=_NAME,
            usage_info=f"{_ADDRESS}/usage",
            is_accessible_for_free=True,
        ),
        publisher=Publisher(
            name=_NAME,
            url=_ADDRESS,
            logo=f"{_ADDRESS}/logo.png",
            logo_width=600,
            logo_height=60,
            same_as=("https://social.example/@newsroom",),
            publishing_principles=f"{_ADDRESS}/principles",
            corrections_policy=f"{_ADDRESS}/corrections",
            ethics_policy=f"{_ADDRESS}/ethics",
            ownership_funding_info=f"{_ADDRESS}/owners",
            masthead=f"{_ADDRESS}/masthead",
        ),
    )


def scores(given: gold.Sources, target: Path) -> tuple[dict[str, float], dict[str, list[str]]]:
    """The richness of each article, and the slugs for which each reason took items out."""
    points: dict[str, float] = {}
    reasons: dict[str, list[str]] = {}
    gold.lay_out(given, target, publisher=_NAME)
    for graph in sorted(gold.build_graphs(target, newsroom()).glob("*.jsonld")):
        source = given.folder / f"{graph.stem}{given.suffix}"
        meta = gold.meta(given.folder, graph.stem)
        left_out = [each for each in UNKNOWABLE if each.holds(source.read_text(encoding="utf-8"), meta)]
        for each in left_out:
            reasons.setdefault(f"{', '.join(each.items)}: {each.reason}", []).append(graph.stem)
        points[graph.stem] = gold.richness(graph, na=[item for each in left_out for item in each.items])
    return points, reasons
