"""The scripts of one page against each other and against the page's elements: repeated, contradicting, pointing at nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from pipeline.standards.iso8601_values import date_trouble
from pipeline.validate.compare import letters, page_address
from pipeline.validate.consistency.scope import Scope, key_of, name_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.page_view import Page
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any


def against_earlier(scope: Scope, earlier: list[Scope]) -> Remarks:
    """What a script says again or otherwise than a script before it."""
    if any(each.view.document == scope.view.document for each in earlier):
        yield Remark("script-repeated", (), "The page has the same JSON-LD in a script before this one.")
        return
    firsts = [node for each in earlier for node in _main(each)]
    for node in _main(scope):
        for first in firsts:
            if _is_same_work(first, node):
                yield from _contradictions(first, node, scope, earlier)


def _main(scope: Scope) -> Iterator[Node]:
    """The articles at the top of a script."""
    yield from (each for each in scope.articles if each.parent is None and text_of(each, "headline"))


def _is_same_work(one: Node, other: Node) -> bool:
    """Whether two nodes are of one article: they have one @id, address or headline."""
    if one.id is not None and one.id == other.id:
        return True
    first, second = text_of(one, "url"), text_of(other, "url")
    if first and second:
        return page_address(first) == page_address(second)
    return letters(text_of(one, "headline")) == letters(text_of(other, "headline"))


def _contradictions(one: Node, other: Node, scope: Scope, earlier: list[Scope]) -> Remarks:
    first, second = text_of(one, "headline"), text_of(other, "headline")
    if not _overlap(first, second):
        yield _remark(other, "headline", first, second)
    for name in ("datePublished", "dateModified"):
        first, second = text_of(one, name), text_of(other, name)
        if days_apart(first, second) > 1:
            yield _remark(other, name, first, second)
    names = [_authors(each, one) for each in earlier if one in each.view.nodes]
    own = _authors(scope, other)
    if names and names[0] and own and not {letters(each) for each in names[0]} & {letters(each) for each in own}:
        yield _remark(other, "author", ", ".join(names[0]), ", ".join(own))


def _remark(node: Node, name: str, first: str, second: str) -> Remark:
    message = f"{name} is {shown(second)} here and {shown(first)} in a script before this one."
    return Remark("scripts-contradict", (*node.path, key_of(node, name)), message)


def _authors(scope: Scope, node: Node) -> list[str]:
    return [name for value, _, facts in scope.linked(node, "author") if (name := name_of(value, facts))]


def _overlap(one: str, other: str) -> bool:
    first, second = set(re.findall(r"\w{3,}", one.casefold())), set(re.findall(r"\w{3,}", other.casefold()))
    return not first or not second or len(first & second) / min(len(first), len(second)) >= 0.3


def days_apart(one: str, other: str) -> int:
    """The days between two dates; none where one of them is no whole date."""
    if len(one) < 10 or len(other) < 10 or date_trouble(one) is not None or date_trouble(other) is not None:
        return 0
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def selectors(scope: Scope, page: Page) -> Remarks:
    """Selectors of paid or spoken parts that select nothing on the page; a fragment is part of a page that is not known."""
    if not page.is_whole:
        return
    for node in scope.view.nodes:
        for name in ("cssSelector", "xpath"):
            if name not in node.value:
                continue
            for each, path in values_of(node.value[name], (*node.path, name)):
                if isinstance(each, str) and each.strip() and not _selects(page, name, each):
                    message = f"{name} {shown(each)} selects nothing on the page."
                    yield Remark("selector-not-on-page", path, message)


def _selects(page: Page, name: str, text: str) -> bool:
    """Whether a selector finds an element; of CSS only the classes and ids are asked, which the page must have."""
    if name == "xpath":
        return page.has_xpath(text)
    return any(_has_names(page, each) for each in text.split(","))


def _has_names(page: Page, selector: str) -> bool:
    bare = re.sub(r"\[[^\]]*\]|:[\w-]+(?:\([^)]*\))?", "", selector)
    wanted: list[tuple[str, str]] = re.findall(r"([.#])((?:[\w-]|[^\x00-\x7f])+)", bare)
    return all(name in (page.classes if mark == "." else page.ids) for mark, name in wanted)
