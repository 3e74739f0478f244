"""A page -> the body's blocks: a forest decides on every block of the page, seeing among much else what trafilatura kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from lxml.etree import _Element as Element

from pipeline.model.article import Block, BlockKind, Dropped
from pipeline.normalize.forest import probabilities
from pipeline.normalize.lines.line import is_chrome
from pipeline.normalize.prose import same, tidy
from pipeline.normalize.web.body_weights import FOREST
from pipeline.normalize.web.features import features
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.segments import Segment

THRESHOLD = 0.35
"""Where precision and recall balance on unseen pages of the training set (training/lines, 2026-11)."""
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "item", "td", "th", "row"), "list-item"),
    **dict.fromkeys(("blockquote", "quote"), "quote"),
    "figcaption": "caption",
}
_CONTAINERS = frozenset(
    ("p", "head", "list", "item", "quote", "table", "row", "cell", "div", "body", "main", "code", "pre", "figure")
)
_BARRED = frozenset(
    [
        "comment",
        "comments",
        "modal",
        "dialog",
        "cookie",
        "consent",
        "newsletter",
        "signup",
        "subscribe",
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "copyright",
        "skip",
        "share",
        "sharing",
        "bio",
        "navbar",
        "navigation",
        "dropdown",
        "btn",
        "byline",
    ]
)
"""Names around a block that exclude it: of 400,000 words in the bodies of the training pages, 3 stand within one (2026-11)."""
_ADVERTS = frozenset(("ad", "ads", "advert", "advertisement", "sponsored"))
_BARRED_TAGS = frozenset(("footer", "form", "dialog"))


def chosen(page: Page, segments: Sequence[Segment]) -> list[bool]:
    """Which segments are the body's."""
    if not segments:
        return []
    kept = [each.text for each in kept_blocks(page)]
    likely = probabilities(FOREST, features(segments, kept))[:, 0] >= THRESHOLD
    return sensible(segments, [bool(each) for each in likely])


def sensible(segments: Sequence[Segment], likely: Sequence[bool]) -> list[bool]:
    """The likely ones without what is barred; a bar that would take most of the text is a wrapper's name and does not count."""
    found = [yes and not barred(each) for yes, each in zip(likely, segments, strict=True)]
    total, left = (
        sum(len(each.text) for each, yes in zip(segments, some, strict=True) if yes) for some in (likely, found)
    )
    return found if left >= total / 3 else list(likely)


def barred(segment: Segment) -> bool:
    """Whether a block cannot be the body's: it stands in a comment, a dialog, a form, or is a link to other stories."""
    if segment.hints & _BARRED or segment.within & _BARRED_TAGS:
        return True
    if segment.hints & _ADVERTS and len(segment.text) < 100:
        return True
    return segment.linked > 0.6 and is_chrome(segment.text)


def kept_blocks(page: Page) -> tuple[Block, ...]:
    """What trafilatura's fast reading keeps, as blocks."""
    import trafilatura  # noqa: PLC0415 - costs 0.4 s, needed for pages only

    document = trafilatura.bare_extraction(deepcopy(page.tree), include_comments=False, with_metadata=False, fast=True)
    body = getattr(document, "body", None)
    return tuple(_walk(body, "paragraph")) if body is not None else ()


def block_of(segment: Segment) -> Block:
    """A segment as a block of the body."""
    kind = _KINDS.get(segment.tag, "paragraph")
    return Block("quote" if kind == "paragraph" and "blockquote" in segment.within else kind, segment.text)


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """A plain text (JSON-LD's ``articleBody``) as paragraphs."""
    return tuple(Block("paragraph", tidy(each)) for each in text.split("\n") if tidy(each))


def without_head(segments: Sequence[Segment], values: dict[str, Any]) -> tuple[list[Segment], tuple[Dropped, ...]]:
    """The body's segments without a headline, kicker or dek at their start, which are fields of their own."""
    head = {same(values[name]): name for name in ("headline", "description") if values.get(name)}
    start = 0
    while start < len(segments) and same(segments[start].text) in head and not _opens(segments, start):
        start += 1
    return list(segments[start:]), tuple(
        Dropped(each.text, f"repeats the {head[same(each.text)]}") for each in segments[:start]
    )


def repeats_opening(description: str, blocks: Sequence[Block]) -> bool:
    """Whether a description only says again how the body begins: it is no dek."""
    said = same(description.removesuffix("...").removesuffix("…").removesuffix("[…]"))
    opening = same(" ".join(each.text for each in blocks[:4]))
    return len(said) > 30 and opening.startswith(said)


def _opens(segments: Sequence[Segment], index: int) -> bool:
    """Whether a segment is the body's first paragraph: the next one is made alike."""
    this, following = segments[index], segments[index + 1] if index + 1 < len(segments) else None
    return (
        following is not None
        and this.tag == "p" == following.tag
        and (this.depth, this.own) == (following.depth, following.own)
    )


def _walk(element: Element, kind: BlockKind) -> Iterator[Block]:
    words = [element.text or ""]
    for child in element:
        if child.tag in _CONTAINERS:
            yield from _block(kind, words)
            words = []
            yield from _walk(child, _KINDS.get(child.tag, kind))
        elif child.tag == "lb":
            yield from _block(kind, words)
            words = []
        else:
            words.append("".join(str(each) for each in child.itertext()))
        words.append(child.tail or "")
    yield from _block(kind, words)


def _block(kind: BlockKind, words: list[str]) -> Iterator[Block]:
    text = tidy("".join(words))
    if text:
        yield Block(kind, text)
