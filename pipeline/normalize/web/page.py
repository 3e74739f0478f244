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
MAX_ELEMENTS = 150_000
"""Of 1,766 real article pages the largest has 21,000 elements (checked 2026-11)."""
MAX_ATTRIBUTES = 200
_WIDE = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>]{2000,}>")
_CONTAINER = re.compile(
    r"<(/?)(?:div|span|section|article|main|font|b|i|em|strong|u|a|ul|ol|li|table|tbody|tr|td|center|blockquote|small|big|dl|dd|"
    r"form|fieldset|header|footer|nav|aside|figure|button|label|ins|del|sup|sub|q|cite|code|pre|details|object)\b[^<>]*>",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class Page(msgspec.Struct, frozen=True):
    """A parsed page. ``url`` is where it was fetched from ("" if unknown); relative addresses resolve against ``base``.

    ``elements`` holds on to all elements of the tree: what nobody holds, lxml makes anew at every visit.
    """

    tree: HtmlElement
    url: str
    base: str
    elements: tuple[HtmlElement, ...] = ()

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
    """The page's tree, or None with an error finding where nothing can be parsed or it has too many elements."""
    bare = _WIDE.sub(_thin, _FORBIDDEN.sub("", _DECLARATION.sub("", text)))
    if bare.count("<") > 2 * MAX_ELEMENTS:
        return Outcome(None, (say.page_too_big(MAX_ELEMENTS),))
    tree = _tree(bare)
    if tree is None:
        return Outcome(None, (say.no_article("it has no markup that can be read"),))
    findings: tuple[Finding, ...] = ()
    if _is_deep(tree):
        tree, findings = _tree(_shallow(bare)), (say.page_too_deep(MAX_DEPTH),)
        if tree is None or _is_deep(tree):
            return Outcome(None, (*findings, say.no_article("its markup cannot be read")))
    return Outcome(Page(tree, url, _base(tree, url), tuple(tree.iter())), findings)


def _tree(text: str) -> HtmlElement | None:
    parser = lxml.html.HTMLParser(huge_tree=True, remove_pis=True, no_network=True, remove_comments=True)
    try:
        return lxml.html.document_fromstring(text, parser=parser)
    except (ParserError, ValueError):
        return None


def _base(tree: HtmlElement, url: str) -> str:
    stated = next(iter(tree.xpath("//base/@href")), "")
    try:
        return urljoin(url, str(stated).strip())
    except ValueError:
        return url


def _is_deep(tree: HtmlElement) -> bool:
    level = [tree]
    for _ in range(MAX_DEPTH):
        level = [child for each in level for child in each]
        if not level:
            return False
    return True


def _shallow(text: str) -> str:
    """The markup without the containers that are nested too deeply: the parser would stop at them and lose what follows."""
    depth = 0

    def keep(found: re.Match[str]) -> str:
        nonlocal depth
        closing = found[1] == "/"
        depth += -1 if closing else 1
        return found[0] if depth + closing <= MAX_DEPTH // 2 else " "

    return _CONTAINER.sub(keep, text)


def _thin(found: re.Match[str]) -> str:
    """A tag without its attributes where it has absurdly many: parsing them takes time that grows with their square."""
    return f"<{found[1]}>" if found[0].count("=") > MAX_ATTRIBUTES else found[0]
