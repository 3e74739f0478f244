"""A page's segments -> the body's blocks: a forest decides on every one of them, seeing among much else what trafilatura kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.model.article import Block, BlockKind, Dropped
from pipeline.normalize.forest import probabilities
from pipeline.normalize.lines.line import is_chrome
from pipeline.normalize.prose import same, tidy
from pipeline.normalize.prose import words as count_words
from pipeline.normalize.web.body_weights import FOREST
from pipeline.normalize.web.features import features
from pipeline.normalize.web.segments import Segment

THRESHOLD = 0.4
"""Where precision and recall balance on unseen pages of the training set (training/lines, 2026-11)."""
STRAY = 0.6
"""How likely a block must be that stands alone among furniture."""
LABEL = 6
"""Words of a label: of 1,428 blocks of the training pages that have no more and speak as furniture does, 9 are the body's."""
AT_LEAST = 0.3
MIN_KEPT = 60
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "item", "td", "th", "row"), "list-item"),
    **dict.fromkeys(("blockquote", "quote"), "quote"),
}
_BARRED = frozenset(
    (
        "comment", "comments", "modal", "dialog", "cookie", "consent", "newsletter", "signup", "subscribe", "breadcrumb", "breadcrumbs",
        "pagination", "copyright", "skip", "share", "sharing", "bio", "navbar", "navigation", "dropdown", "btn", "byline",
    )
)  # fmt: skip
"""Names around a block that exclude it: of 400,000 words in the bodies of the training pages, 3 stand within one (2026-11)."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BARRED_TAGS = frozenset(("footer", "form", "dialog"))


def chosen(segments: Sequence[Segment], kept: Sequence[bool]) -> list[bool]:
    """Which segments are the body's; ``kept`` says what trafilatura keeps of them."""
    if not segments:
        return []
    likely = probabilities(FOREST, features(segments, kept))[:, 0]
    return settled(segments, [float(each) for each in likely], kept)


def settled(segments: Sequence[Segment], likely: Sequence[float], kept: Sequence[bool]) -> list[bool]:
    """The likely ones without what is barred and without doubtful strays. Where they are a small part of what trafilatura keeps,
    the forest is at a loss, and what was kept is taken too."""
    sure = [share >= THRESHOLD for share in likely]
    found = _without_strays([yes and not barred(each) for yes, each in zip(sure, segments, strict=True)], likely)
    found = _with_quotes(segments, found)
    held = _said(segments, kept)
    if held < MIN_KEPT or _said(segments, found) >= AT_LEAST * held:
        return found
    return [(yes or also) and not barred(each) for yes, also, each in zip(sure, kept, segments, strict=True)]


def _without_strays(found: list[bool], likely: Sequence[float]) -> list[bool]:
    return [
        yes and (share >= STRAY or any(found[max(0, at - 2) : at]) or any(found[at + 1 : at + 3]))
        for at, (yes, share) in enumerate(zip(found, likely, strict=True))
    ]


def _with_quotes(segments: Sequence[Segment], found: Sequence[bool]) -> list[bool]:
    """A block quotation between two blocks of the body is the body's; a pull quote, which repeats its words, is not."""
    told = " ".join(same(each.text) for each, yes in zip(segments, found, strict=True) if yes)
    return [
        yes or (_between(found, at) and _is_quote(each) and not barred(each) and same(each.text) not in told)
        for at, (each, yes) in enumerate(zip(segments, found, strict=True))
    ]


def _between(found: Sequence[bool], at: int) -> bool:
    return 0 < at < len(found) - 1 and found[at - 1] and found[at + 1]


def _is_quote(segment: Segment) -> bool:
    return _KINDS.get(segment.tag) == "quote" or "blockquote" in segment.within


def _said(segments: Sequence[Segment], some: Sequence[bool]) -> int:
    return sum(count_words(each.text) for each, yes in zip(segments, some, strict=True) if yes)


def barred(segment: Segment) -> bool:
    """Whether a block cannot be the body's: it stands in a comment, a dialog, a form, is a picture's caption, a
    label such as "Advertisement", or a link to other stories."""
    if segment.tag == "figcaption" or "figcaption" in segment.within:
        return True
    if not (segment.hints.isdisjoint(_BARRED) and segment.within.isdisjoint(_BARRED_TAGS)):
        return True
    short = segment.tag not in _HEADINGS and count_words(segment.text) <= LABEL
    return (short or segment.linked > 0.6) and is_chrome(segment.text)


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
