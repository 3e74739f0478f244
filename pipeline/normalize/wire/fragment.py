"""An HTML fragment or plain text inside a wire format or feed -> body blocks and pictures, in the order of the text.

A fragment is the article itself, so nothing in it is judged; a web page, where most is not the article, is read elsewhere.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

import lxml.html
import msgspec
from lxml import etree

from pipeline.model.article import Block, BlockKind, Dropped
from pipeline.model.finding import Finding
from pipeline.model.sidecar import Correction, Image
from pipeline.normalize.address import absolute
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire.corrections import correction
from pipeline.normalize.wire.xml import Element, name

MAX_DEPTH = 200
"""lxml silently leaves out what is nested deeper than 256 levels (measured 2026-11)."""

_SKIPPED = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "head", "title", "form",
     "button", "select", "textarea", "audio", "video", "map", "datalist", "dialog", "media")
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"})
_BLOCKS = _HEADINGS | frozenset(
    ("p", "div", "section", "article", "aside", "main", "header", "footer", "nav", "address", "blockquote", "pre", "ul", "ol",
     "li", "dl", "dt", "dd", "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "hr", "body", "html",
     "center", "fieldset", "details", "summary", "bq", "block")
)  # fmt: skip
_KINDS: dict[str, BlockKind] = {
    "blockquote": "quote", "bq": "quote", "li": "list-item", "figcaption": "caption", "caption": "caption",
    **dict.fromkeys(_HEADINGS, "heading"),
}  # fmt: skip
_CELLS = frozenset({"td", "th"})
_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,5000})?/?>")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_FOOTER = re.compile(r"^The post .{1,300} (?:appeared first|first appeared) on .{1,200}$")
"""What WordPress puts under every item of a feed (checked 2026-11)."""


_BREAK = "\N{LINE SEPARATOR}"


class Fragment(msgspec.Struct, frozen=True, kw_only=True):
    """What a fragment holds."""

    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    corrections: tuple[Correction, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    findings: tuple[Finding, ...] = ()


def is_markup(text: str) -> bool:
    """Whether a text holds HTML elements."""
    return _MARKUP.search(text) is not None


def read(text: str, *, base: str = "") -> Fragment:
    """Blocks of a text that may be HTML or plain; relative addresses of pictures resolve against ``base``."""
    if is_markup(text):
        return from_html(text, base=base)
    return Fragment(blocks=from_text(_unescaped(text)))


def from_html(markup: str, *, base: str = "") -> Fragment:
    """Blocks and pictures of an HTML fragment or document."""
    root = _parse(markup)
    return Fragment() if root is None else from_element(root, base=base)


def from_element(root: Element, *, base: str = "") -> Fragment:
    """Blocks and pictures of an element (HTML, XHTML or NITF's body, which uses the same names)."""
    walk = _Walk(base)
    too_deep = walk.over(root)
    blocks = [each for each in walk.blocks if not _FOOTER.match(each.text)]
    dropped = [Dropped(each.text, "feed footer") for each in walk.blocks if _FOOTER.match(each.text)]
    return Fragment(
        blocks=tuple(blocks),
        images=tuple(dict.fromkeys(walk.images)),
        corrections=tuple(walk.corrections),
        dropped=tuple(dropped),
        findings=(say.too_deep(MAX_DEPTH),) if too_deep else (),
    )


def from_text(text: str) -> tuple[Block, ...]:
    """Paragraphs of plain text: parted by blank lines, by indents, else by line ends unless the lines are wrapped."""
    return tuple(Block("paragraph", each) for each in _paragraphs(text) if each)


def plain(text: str) -> str:
    """One line of text from a field that should be plain and may hold HTML."""
    if is_markup(text):
        root = _parse(text)
        return "" if root is None else tidy("".join(str(each) for each in root.itertext()))
    return tidy(_unescaped(text))


def _unescaped(text: str) -> str:
    if _REFERENCE.search(text) is None:
        return text
    return unescape(text)


def _parse(markup: str) -> Element | None:
    bare = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", _FORBIDDEN.sub("", markup))
    parser = lxml.html.HTMLParser(huge_tree=True, remove_pis=True, remove_comments=True, no_network=True)
    try:
        root: Element | None = etree.fromstring(f"<div>{bare}</div>", parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root


class _Walk:
    """Goes over a tree once without recursion and gathers text until a block ends."""

    def __init__(self, base: str) -> None:
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self.corrections: list[Correction] = []
        self._base = base
        self._open: list[str] = []
        self._buffer: list[str] = []
        self._cells = 0
        self._figure: int | None = None
        self._correction = False

    def over(self, root: Element) -> bool:
        """Read everything below ``root``; True if something lies deeper than ``MAX_DEPTH``."""
        skip: Element | None = None
        too_deep = False
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if skip is None and event == "start":
                skip = element if name(element) in _SKIPPED else None
                too_deep = too_deep or len(self._open) > MAX_DEPTH
                self._start(element, read_text=skip is None)
            elif element is skip or skip is None:
                skip = None
                self._end(element, tail=element is not root)
        self._flush()
        return too_deep

    def _start(self, element: Element, *, read_text: bool) -> None:
        local = name(element)
        if local in _BLOCKS:
            self._flush()
            self._correction = "correction" in (element.get("class") or "").lower().split()
        elif local in _CELLS and self._cells:
            self._buffer.append(" | ")
        self._cells += local in _CELLS
        if local == "figure":
            self._figure = len(self.images)
        elif local == "img":
            self._image(element)
        elif local == "br":
            self._break()
        self._open.append(local)
        if read_text and local and element.text:
            self._buffer.append(element.text)

    def _end(self, element: Element, *, tail: bool) -> None:
        local = name(element)
        if local in _BLOCKS:
            self._flush()
            self._cells = 0
        if local == "figure":
            self._figure = None
        self._open.pop()
        if tail and element.tail:
            self._buffer.append(element.tail)

    def _break(self) -> None:
        """One line break is a space, two are the end of a paragraph."""
        while self._buffer and self._buffer[-1] is not _BREAK and not self._buffer[-1].strip():
            self._buffer.pop()
        if self._buffer and self._buffer[-1] is _BREAK:
            self._flush()
        else:
            self._buffer.append(_BREAK)

    def _flush(self) -> None:
        said = "".join(self._buffer)
        self._buffer.clear()
        text = tidy(said).removesuffix(" |") if said and not said.isspace() else ""
        if not text:
            return
        if self._correction:
            self.corrections.append(correction(text))
            return
        kind: BlockKind = next((_KINDS[each] for each in reversed(self._open) if each in _KINDS), "paragraph")
        if kind == "caption" and self._figure is not None and self._figure < len(self.images):
            image = self.images[self._figure]
            self.images[self._figure] = msgspec.structs.replace(image, caption=image.caption or text)
        else:
            self.blocks.append(Block(kind, text))

    def _image(self, element: Element) -> None:
        address = element.get("src") or element.get("data-src") or ""
        width, height = _pixels(element.get("width")), _pixels(element.get("height"))
        try:
            url = urljoin(self._base, address.strip())
        except ValueError:
            return
        if not absolute(url) or (width is not None and width < 3) or (height is not None and height < 3):
            return  # a picture inside the text, or one that only counts readers
        self.images.append(Image(url=url, text=tidy(element.get("alt") or "") or None, width=width, height=height))


def _pixels(value: str | None) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,5})(?:\.0+)?\s*(?:px)?\s*", value or "")
    return int(found[1]) if found else None


def _paragraphs(text: str) -> Iterator[str]:
    parts = re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text.replace("\r\n", "\n").replace("\r", "\n"))
    for part in parts:
        lines = part.split("\n")
        if any(re.match(r"(?: {2,}|\t)\S", each) for each in lines[1:]):
            yield from (tidy(each) for each in re.split(r"\n(?= {2,}\S|\t\S)", part))
        elif len(parts) == 1 and not _is_wrapped(lines):
            yield from (tidy(each) for each in lines)
        else:
            yield tidy(part)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a line ends where the column ends: mail and old wires break lines at 60 to 80 characters."""
    lengths = [len(each.rstrip()) for each in lines if each.strip()]
    return len(lengths) > 2 and max(lengths) <= 85 and statistics.median(lengths) >= 50
