"""What trafilatura keeps of a page, told of our own segments: the second opinion that the body's choice listens to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml.etree import _Element as Element
from lxml.etree import strip_elements
from msgspec.structs import replace

from pipeline.normalize.prose import same, tidy
from pipeline.normalize.prose import words as count_words
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.segments import Segment

_BLOCKS = frozenset(
    ("p", "head", "list", "item", "quote", "table", "row", "cell", "div", "body", "main", "code", "pre", "figure", "lb")
)
_WITHOUT_TEXT = ("script", "style", "svg", "noscript", "template", "iframe")
MANY_ELEMENTS = 30_000
"""Pages of more are read without the fallbacks, whose time grows faster than the page; the largest of 1,766 real article pages has
21,000 (checked 2026-11)."""
_TELLING = 25
"""Letters from which a text that stands inside another block is no chance."""
_LONG = 100
WRAPS = 0.6
"""A name around so much of what was kept is the page's wrapper's."""
_NEVER_WRAPPERS = frozenset(("article", "main"))


def kept_texts(page: Page) -> tuple[str, ...]:
    """The blocks of text that trafilatura keeps. Its reading with fallbacks costs a third more than its fast one, and is right
    on the pages where the fast one finds nothing."""
    import trafilatura  # noqa: PLC0415 - costs 0.4 s, needed for pages only

    tree = deepcopy(page.tree)
    strip_elements(tree, *_WITHOUT_TEXT, with_tail=False)  # they are a third of what it would copy again and again
    fast = len(page.elements) > MANY_ELEMENTS
    document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False, fast=fast)
    body = getattr(document, "body", None)
    return tuple(_walk(body)) if body is not None else ()


def kept_segments(segments: Sequence[Segment], kept: Sequence[str]) -> tuple[bool, ...]:
    """Whether each segment is among the kept texts: it is one of them, or some part of one."""
    whole = {same(each) for each in kept}
    joined = "\x01".join(whole)
    keys = (same(each.text) for each in segments)
    return tuple(key in whole or (len(key) >= _TELLING and key in joined) for key in keys)


def without_wrappers(segments: Sequence[Segment], kept: Sequence[bool]) -> tuple[Segment, ...]:
    """The segments without names and elements that stand around most of what was kept (of the long blocks, where nothing was):
    those are the whole page's, such as ``with-sidebar`` or ``header-ad-page``, and tell nothing of a block."""
    total, names, elements = 0, Counter[str](), Counter[str]()
    sizes: Counter[tuple[frozenset[str], frozenset[str]]] = Counter()
    for segment in _telling(segments, kept):
        sizes[segment.hints, segment.within] += count_words(segment.text)
    for (hints, within), size in sizes.items():
        total += size
        for each in hints:
            names[each] += size
        for each in within:
            elements[each] += size
    named = frozenset(each for each, size in names.items() if size >= WRAPS * total)
    around = frozenset(each for each, size in elements.items() if size >= WRAPS * total) - _NEVER_WRAPPERS
    bare = {
        (hints, within): (hints - named, within - around)
        for hints, within in {(each.hints, each.within) for each in segments}
        if not (hints.isdisjoint(named) and within.isdisjoint(around))
    }
    return tuple(_renamed(each, bare.get((each.hints, each.within))) for each in segments)


def _renamed(segment: Segment, names: tuple[frozenset[str], frozenset[str]] | None) -> Segment:
    return segment if names is None else replace(segment, hints=names[0], within=names[1])


def _telling(segments: Sequence[Segment], kept: Sequence[bool]) -> list[Segment]:
    found = [each for each, yes in zip(segments, kept, strict=True) if yes]
    return found or [each for each in segments if len(each.text) >= _LONG and not each.hidden]


def _walk(element: Element) -> Iterator[str]:
    words = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _told(words)
            words = []
            yield from _walk(child)
        else:
            words.append("".join(str(each) for each in child.itertext()))
        words.append(child.tail or "")
    yield from _told(words)


def _told(words: list[str]) -> Iterator[str]:
    text = tidy("".join(words))
    if text:
        yield text
