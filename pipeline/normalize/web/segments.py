"""A page's tree -> its blocks of text in reading order, each with what its place in the page says about it.

One pass serves everything that looks at the page: headline, byline, dates, captions, body and what is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec
from lxml.html import HtmlElement
from msgspec.structs import replace

from pipeline.normalize.prose import tidy
from pipeline.normalize.web.hints import FURNITURE, HINTS

SKIPPED = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "iframe", "select", "option", "textarea", "input", "object", "embed",
        "canvas", "audio", "video", "map", "head", "math", "datalist", "progress", "meter", "link", "meta",
    )
)  # fmt: skip
_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
        "label", "mark", "meter", "nobr", "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "source", "track", "area", "param", "base", "shy",
    )
)  # fmt: skip
WITHIN = frozenset(
    ("article", "main", "aside", "nav", "footer", "header", "figure", "form", "table", "ul", "ol", "blockquote", "section", "button",
     "details", "address", "li", "dl", "figcaption", "dialog", "a")
)  # fmt: skip
_ASIDE = frozenset(("form", "footer", "aside", "nav", "button", "dialog", "table", "ul", "li", "figure"))
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LETTERS = re.compile(r"\w+")
_HEADING_BONUS = {"h1": 0.5, "h2": 0.1}
_SIGNED_BY = frozenset(("author", "authors", "byline"))
_TO_AUTHOR = re.compile(
    r"/(?:authors?|people|person|profiles?|staff|contributors?|journalists?|reporters?|writers?|columnists?|by|autor(?:en|es)?|auteurs?)/[^/?#]",
    re.IGNORECASE,
)
_TO_SECTION = re.compile(
    r"/(?:categor(?:y|ies|ie|ia)|kategorien?|sections?|rubri(?:k|que)s?|seccion(?:es)?|sezion[ei]|channels?)/[^?#]+$",
    re.IGNORECASE,
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A block of text. ``path`` numbers the block elements around it, outermost first, its own last; ``group`` is the number of
    the one around its own; ``style`` is its class as written; ``own`` are the words of its own class and id, ``hints`` those
    around it; ``linked`` is the share of its characters that are links; ``stated`` a ``datetime`` in it; ``signed`` what inline
    elements in it mark as the author, ``filed`` what links in it name as the section."""

    text: str
    tag: str
    style: str
    path: tuple[int, ...]
    group: int
    depth: int
    linked: float
    own: frozenset[str]
    hints: frozenset[str]
    within: frozenset[str]
    hidden: bool = False
    bold: bool = False
    stated: str = ""
    signed: tuple[str, ...] = ()
    filed: tuple[str, ...] = ()
    property: str = ""


class _Place(msgspec.Struct, frozen=True):
    """Where the walk is: the block element around and what is known from above."""

    tag: str
    style: str
    path: tuple[int, ...]
    depth: int
    own: frozenset[str]
    hints: frozenset[str]
    within: frozenset[str]
    hidden: bool
    property: str


_NONE: frozenset[str] = frozenset()


def segments_of(tree: HtmlElement) -> tuple[Segment, ...]:
    """The blocks of the page's body that hold text, hidden ones marked as such."""
    body = tree.find("body")
    walk = _Walk()
    walk.element(body if body is not None else tree, _Place("body", "", (0,), 0, _NONE, _NONE, _NONE, False, ""))
    walk.flush()
    return _without_wrappers(walk.found, title_of(tree))


def title_of(tree: HtmlElement) -> str:
    """What the title element says."""
    title = next(tree.iter("title"), None)
    return "" if title is None else tidy(title.text_content())


def heading_index(segments: Sequence[Segment], title: str) -> int | None:
    """The block that shows the page's title: the heading that shares most words with it, else any short block that does."""
    if not title:
        return next((at for at, each in enumerate(segments) if each.tag == "h1" and not each.hidden), None)
    wanted = Counter(_LETTERS.findall(title.casefold()))
    best, index = 0.2, None
    for at in sorted(
        range(len(segments)), key=lambda at: -_bonus(segments[at])
    ):  # the best headings first: few others are looked at
        each = segments[at]
        if len(each.text) > 300 or 1 + _bonus(each) <= best or (each.hidden and each.tag != "h1"):
            continue
        share = _share(wanted, each.text) + _bonus(each)
        if share > best:
            best, index = share, at
    return index


def _bonus(segment: Segment) -> float:
    return _HEADING_BONUS.get(segment.tag, -0.3)


def _share(wanted: Counter[str], text: str) -> float:
    found = Counter(_LETTERS.findall(text.casefold()))
    return 2 * sum((wanted & found).values()) / max(1, sum(wanted.values()) + sum(found.values()))


def _without_wrappers(found: list[Segment], title: str) -> tuple[Segment, ...]:
    index = heading_index(found, title)
    if index is None:
        return tuple(found)
    named, around = found[index].hints & FURNITURE, found[index].within & _ASIDE
    return tuple(
        replace(each, hints=each.hints - named, within=each.within - around)
        if (each.hints & named or each.within & around)
        else each
        for each in found
    )


class _Walk:
    """One pass over the tree: text gathers in a buffer until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Segment] = []
        self.parts: list[str] = []
        self.place: _Place | None = None
        self.length = self.linked = self.bold = 0
        self.blocks = 0
        self.stated = ""
        self.signed: list[str] = []
        self.filed: list[str] = []
        self.hints: dict[str, frozenset[str]] = {}

    def element(self, element: HtmlElement, place: _Place) -> None:
        """Gather what an element says."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            return
        if tag == "br":
            self.flush()
            return
        block = tag not in _INLINE
        if block:
            self.flush()
            self.blocks += 1
        inner = self._inside(element, tag, place, block)
        before, at = self.length, len(self.parts)
        self._say(element.text, inner)
        for child in element:
            self.element(child, inner)
            self._say(child.tail, inner)
        if block:
            self.flush()
        else:
            self._count(element, tag, before)
            if self.length > before and self._signs(element, tag):
                self.signed.append(tidy("".join(self.parts[at:])))
            elif tag == "a" and self.length > before and _files(element):
                self.filed.append(tidy("".join(self.parts[at:])))

    def flush(self) -> None:
        """Make a segment of the text gathered so far."""
        place = self.place
        text = tidy("".join(self.parts)) if place is not None else ""
        if text and place is not None:
            size = max(len(text), 1)
            self.found.append(
                Segment(
                    text=text,
                    tag=place.tag,
                    style=place.style,
                    path=place.path,
                    group=place.path[-2] if len(place.path) > 1 else 0,
                    depth=place.depth,
                    linked=min(self.linked / size, 1.0),
                    own=place.own,
                    hints=place.hints,
                    within=place.within,
                    hidden=place.hidden,
                    bold=self.bold > 0.8 * size,
                    stated=self.stated,
                    signed=tuple(self.signed),
                    filed=tuple(self.filed),
                    property=place.property,
                )
            )
        self.parts, self.place, self.length, self.linked, self.bold, self.stated = [], None, 0, 0, 0, ""
        if self.signed or self.filed:
            self.signed, self.filed = [], []

    def _say(self, text: str | None, place: _Place) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)
            if self.place is None and not text.isspace():
                self.place = place

    def _count(self, element: HtmlElement, tag: str, before: int) -> None:
        if tag == "a":
            self.linked += self.length - before
        elif tag in ("b", "strong"):
            self.bold += self.length - before
        elif tag == "time":
            self.stated = self.stated or element.get("datetime") or ""

    def _signs(self, element: HtmlElement, tag: str) -> bool:
        """Whether an inline element names the author: by its class, or as a link to the author's page."""
        names = element.get("class")
        if names and self._words(names) & _SIGNED_BY:
            return True
        if tag != "a":
            return False
        return "author" in (element.get("rel") or "").lower().split() or bool(
            _TO_AUTHOR.search(element.get("href") or "")
        )

    def _inside(self, element: HtmlElement, tag: str, place: _Place, block: bool) -> _Place:
        named = element.get("class"), element.get("id"), element.get("itemprop")
        hidden = place.hidden or _hides(element)
        if not block and tag != "a" and named == (None, None, None) and hidden == place.hidden:
            return place
        own = self._words(f"{named[0] or ''} {named[1] or ''} {element.get('role') or ''}")
        within = place.within | {tag} if tag in WITHIN and tag not in place.within else place.within
        return _Place(
            tag if block else place.tag,
            (named[0] or "") if block else place.style,
            (*place.path, self.blocks) if block else place.path,
            place.depth + block,
            own or (_NONE if block else place.own),
            place.hints if own <= place.hints else place.hints | own,
            within,
            hidden,
            named[2] or ("" if block else place.property),
        )

    def _words(self, names: str) -> frozenset[str]:
        if not names.strip():
            return _NONE
        known = self.hints.get(names)
        if known is None:
            known = frozenset(each.lower() for each in _WORD.findall(names[:500])) & HINTS
            self.hints[names] = known
        return known


def _files(element: HtmlElement) -> bool:
    """Whether a link leads to the section that the article is filed under: by its relation, or to a category's page."""
    return "category" in (element.get("rel") or "").lower().split() or bool(
        _TO_SECTION.search(element.get("href") or "")
    )


def _hides(element: HtmlElement) -> bool:
    style = element.get("style")
    return (
        bool(style and _HIDING.search(style))
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
    )
