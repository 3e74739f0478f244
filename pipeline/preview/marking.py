"""The canonical text with every piece of evidence marked: spans in, HTML paragraphs out. Overlaps are cut at their borders."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

import msgspec

from pipeline.model.annotations import Span
from pipeline.model.article import Article, TextBlock, text_blocks

_TAGS = {
    "headline": "h1",
    "description": "p",
    "paragraph": "p",
    "heading": "h2",
    "quote": "p",
    "list-item": "p",
    "caption": "p",
}


class Mark(msgspec.Struct, frozen=True):
    """A span that belongs to the node numbered ``node``; ``kind`` is its schema.org type and chooses the colour."""

    span: Span
    node: int
    kind: str


def marked_text(article: Article, marks: tuple[Mark, ...]) -> Iterator[str]:
    """One HTML element for each block of the text."""
    for block in text_blocks(article):
        inside = tuple(each for each in marks if each.span.start < block.end and each.span.end > block.start)
        tag = _TAGS[block.kind]
        yield f'<{tag} class="{block.kind}">{"".join(_pieces(block, inside))}</{tag}>'


def _pieces(block: TextBlock, marks: tuple[Mark, ...]) -> Iterator[str]:
    inner = {each for mark in marks for each in (mark.span.start, mark.span.end) if block.start < each < block.end}
    for start, end in pairwise(sorted({block.start, block.end} | inner)):
        text = escape(block.text[start - block.start : end - block.start], quote=False)
        covering = tuple(each for each in marks if each.span.start <= start and each.span.end >= end)
        yield _marked(text, start, covering) if covering else text


def _marked(text: str, start: int, covering: tuple[Mark, ...]) -> str:
    narrowest = min(covering, key=lambda each: (each.span.end - each.span.start, each.node))
    nodes = " ".join(str(each) for each in sorted({each.node for each in covering}))
    return f'<mark id="t{start}" class="{escape(narrowest.kind)}" data-nodes="{nodes}">{text}</mark>'
