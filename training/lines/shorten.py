"""Pages with known bodies -> the same pages with their bodies cut to the length of a news item.

The pages at hand are longer than news: 1,600 words in the middle. What stands around a short body is as large as around a long one,
so a classifier that has seen long ones only keeps too much of it.
"""

from __future__ import annotations

import copy
import random
from difflib import SequenceMatcher

import lxml.html
from pages import TOKEN, Example, shares, tokens

from pipeline.normalize.prose import tidy
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.segments import segments_of

WORDS = (100, 700)
TIMES = 2
_TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote", "div", "span", "dt", "dd", "figcaption", "section", "pre",
)  # fmt: skip
_KEPT_PARENTS = frozenset(("body", "html", "main", "article"))


def shortened(page: Example) -> list[Example]:
    """Up to two shorter pages, the same at every run; none where the body cannot be cut cleanly."""
    chooser = random.Random(page.id)  # noqa: S311 - seeded, so that every run makes the same pages
    cut = (_shortened(page, chooser) for _ in range(TIMES))
    return [each for each in cut if each is not None]


def _shortened(page: Example, chooser: random.Random) -> Example | None:
    keep, drop = _parted(page, chooser)
    left = sum(len(page.segments[index].text.split()) for index in keep)
    if len(drop) < 5 or left > 3 * WORDS[1]:
        return None
    elsewhere = {each.text for index, each in enumerate(page.segments) if index not in drop}
    dropped = {page.segments[index].text for index in drop} - elsewhere
    tree = _without(page.page.tree, dropped)
    segments = segments_of(tree)
    body = _beginning(page.gold["body"], [page.segments[index].text for index in keep])
    found = shares([each.text for each in segments], body)
    if not _is_clean([each.text for each in segments], dropped, found, body):
        return None
    return Example(page.id, {**page.gold, "body": body}, Page(tree, page.page.url, page.page.base), segments, found)


def _parted(page: Example, chooser: random.Random) -> tuple[list[int], set[int]]:
    """The body's blocks that stay and those that go."""
    low, high = WORDS
    wanted = int(low * (high / low) ** chooser.random())
    keep: list[int] = []
    drop: set[int] = set()
    words = 0
    for index, share in enumerate(page.shares):
        if share < 0.5 or page.segments[index].hidden:
            continue
        if words < wanted:
            keep.append(index)
            words += len(page.segments[index].text.split())
        else:
            drop.add(index)
    return keep, drop


def _without(tree: lxml.html.HtmlElement, texts: set[str]) -> lxml.html.HtmlElement:
    """The page without the elements that say these texts and without those that are empty then."""
    cut = copy.deepcopy(tree)
    for element in list(cut.iter(*_TAGS)):
        if element.getparent() is None:
            continue
        said = element.text_content()
        if len(said) < 5000 and tidy(said) in texts:
            parent = element.getparent()
            element.drop_tree()
            while parent is not None and _is_empty(parent):
                parent, empty = parent.getparent(), parent
                empty.drop_tree()
    return lxml.html.document_fromstring(lxml.html.tostring(cut, encoding="unicode"))


def _is_empty(element: lxml.html.HtmlElement) -> bool:
    return (
        element.getparent() is not None
        and element.tag not in _KEPT_PARENTS
        and next(element.iter("img"), None) is None
        and not tidy(element.text_content())
    )


def _beginning(body: str, kept: list[str]) -> str:
    """The gold body up to the last word of what stays."""
    spans = [(found.group(), found.end()) for found in TOKEN.finditer(body)]
    matcher = SequenceMatcher(
        None, [word for text in kept for word in tokens(text)], [word for word, _ in spans], autojunk=False
    )
    last = max((start + size for _, start, size in matcher.get_matching_blocks() if size >= 4), default=0)
    return body[: spans[last - 1][1]] if last else ""


def _is_clean(texts: list[str], dropped: set[str], found: list[float], body: str) -> bool:
    """Whether what had to go is gone and what stays is all there."""
    rest = sum(len(each.split()) for each in texts if each in dropped)
    gone = sum(len(each.split()) for each in dropped)
    stays = sum(len(tokens(text)) for text, share in zip(texts, found, strict=True) if share >= 0.5)
    words = len(tokens(body))
    return rest <= 0.02 * gone and words >= 60 and 0.9 < stays / words < 1.1
