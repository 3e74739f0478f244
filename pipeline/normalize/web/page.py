"""A page's text -> one parsed tree with its address and what had to be cut. Bounded in depth and in text nodes.

lxml silently leaves out what is nested deeper than 256 levels (2,048 with ``huge_tree``) and text nodes over 10 MB.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin

import lxml.html
import msgspec
from lxml.etree import ParserError
from lxml.html import HtmlElement

from pipeline.model.finding import Finding, Outcome
from pipeline.normalize import findings as say
from pipeline.normalize.address import absolute

MAX_DEPTH = 250
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class Page(msgspec.Struct, frozen=True):
    """A parsed page. ``url`` is where it was fetched from ("" if unknown); relative addresses resolve against ``base``."""

    tree: HtmlElement
    url: str
    base: str

    def absolute(self, address: str | None) -> str | None:
        """An address of the page in full; None if it is none or leads nowhere on the web."""
        if not address or not address.strip():
            return None
        try:
            full = urljoin(self.base, address.strip())
        except ValueError:
            return None
        return full if absolute(full) else None


def parse(text: str, url: str) -> Outcome[Page | None]:
    """The page's tree, or None with an error finding where nothing can be parsed."""
    bare = _FORBIDDEN.sub("", _DECLARATION.sub("", text))
    parser = lxml.html.HTMLParser(huge_tree=True, remove_pis=True, no_network=True, remove_comments=True)
    try:
        tree = lxml.html.document_fromstring(bare, parser=parser)
    except (ParserError, ValueError):
        return Outcome(None, (say.no_article("it has no markup that can be read"),))
    findings: tuple[Finding, ...] = (say.page_too_deep(MAX_DEPTH),) if _flatten(tree) else ()
    return Outcome(Page(tree, url, _base(tree, url)), findings)


def _base(tree: HtmlElement, url: str) -> str:
    stated = next(iter(tree.xpath("//base/@href")), "")
    try:
        return urljoin(url, str(stated).strip())
    except ValueError:
        return url


def _flatten(tree: HtmlElement) -> bool:
    """Lift what lies deeper than ``MAX_DEPTH`` so that no recursion on the tree can run out of stack."""
    deep = _deeper_than(tree, MAX_DEPTH)
    for each in deep:
        text = " ".join(str(part).strip() for part in each.itertext() if str(part).strip())
        for child in list(each):
            each.remove(child)
        each.text = text
    return bool(deep)


def _deeper_than(tree: HtmlElement, limit: int) -> list[HtmlElement]:
    """The elements at the limit that have children."""
    found: list[HtmlElement] = []
    level = [tree]
    for _ in range(limit):
        level = [child for each in level for child in each]
        if not level:
            return []
    found += [each for each in level if len(each)]
    return found
