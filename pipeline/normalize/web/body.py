"""The page's tree -> the body's blocks, by trafilatura on a copy; JSON-LD's ``articleBody`` only where that found too little."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml.etree import _Element as Element

from pipeline.model.article import Block, BlockKind, Dropped
from pipeline.normalize.prose import same, tidy
from pipeline.normalize.web.page import Page

_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "list-item", "quote": "quote", "row": "list-item"}


def blocks(page: Page) -> tuple[Block, ...]:
    """Paragraphs, headings, quotes and list items in order; empty where the page has no running text."""
    import trafilatura  # noqa: PLC0415 - costs 0.4 s, needed for pages only

    document = trafilatura.bare_extraction(deepcopy(page.tree), include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    return tuple(_walk(body, "paragraph")) if body is not None else ()


def without_head(found: tuple[Block, ...], values: dict[str, Any]) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """The blocks without those at the start that only repeat the headline or the description, and what was left out."""
    head = {same(values[name]): name for name in ("headline", "description") if values.get(name)}
    start = 0
    while start < len(found) and same(found[start].text) in head:
        start += 1
    return found[start:], tuple(Dropped(each.text, f"repeats the {head[same(each.text)]}") for each in found[:start])


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


_CONTAINERS = frozenset(
    ("p", "head", "list", "item", "quote", "table", "row", "cell", "div", "body", "main", "code", "pre", "figure")
)


def _block(kind: BlockKind, words: list[str]) -> Iterator[Block]:
    text = tidy("".join(words))
    if text:
        yield Block(kind, text)
