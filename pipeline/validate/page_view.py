"""What an HTML page says outside its JSON-LD: page text in, title, visible text, metadata and links out (HTML, Open Graph)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

import msgspec

from pipeline.validate.compare import letters

_UNSEEN = ("script", "style", "noscript", "template", "head", "svg", "iframe")
_WHOLE = re.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
LONGEST_XPATH = 300
LONGEST_TEXT = 2_000_000
"""Characters of visible text that are looked at; no article has more."""


def html_tree(text: str) -> Any:
    """The page as lxml reads it; a page without any element is an empty one. Nothing is fetched or expanded."""
    from lxml import etree, html  # noqa: PLC0415 - only pages need it

    # lxml refuses a text with an encoding declaration
    content = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        return html.document_fromstring(content.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return html.document_fromstring(b"<html></html>")


class Page:
    """One parsed page. Broken markup is read as browsers read it."""

    def __init__(self, text: str) -> None:
        self.tree: Any = html_tree(text)
        self.is_whole = _WHOLE.search(text) is not None
        """Whether it is a whole page and no fragment to be put into one."""

    @cached_property
    def seen(self) -> str:
        """The letters and digits of what a reader sees: the body's text without scripts, and the texts of pictures."""
        parts: list[str] = []
        stack: list[tuple[Any, bool]] = [(self.tree, False)]
        while stack:
            element, is_tail = stack.pop()
            if is_tail:
                parts.append(element.tail or "")
                continue
            stack.append((element, True))
            if not isinstance(element.tag, str) or element.tag in _UNSEEN:
                continue
            parts.extend((element.text or "", element.get("alt") or ""))
            stack.extend((child, False) for child in reversed(element))
        return letters("".join(parts)[:LONGEST_TEXT])

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The page's title, its headings of the first rank, and the titles for social networks."""
        found = [each.text_content() for each in self.tree.iter("title", "h1")]
        return (*found, *self.meta_all("og:title"), *self.meta_all("twitter:title"))

    @cached_property
    def metas(self) -> tuple[Meta, ...]:
        """All meta elements with a name or property, in order."""
        found = []
        for each in self.tree.iter("meta"):
            name = each.get("property") or each.get("name") or each.get("itemprop") or ""
            if name and each.get("content") is not None:
                found.append(Meta(name.strip().lower(), each.get("content").strip(), each.sourceline or 1))
        return tuple(found)

    def meta_all(self, name: str) -> tuple[str, ...]:
        """The contents of all meta elements of a name."""
        return tuple(each.content for each in self.metas if each.name == name and each.content)

    def meta(self, name: str) -> str:
        """The content of the first meta element of a name, or nothing."""
        return next(iter(self.meta_all(name)), "")

    @cached_property
    def canonical_links(self) -> tuple[tuple[str, int], ...]:
        """The addresses that the page calls its canonical one, with their lines."""
        links = (each for each in self.tree.iter("link") if "canonical" in (each.get("rel") or "").lower().split())
        return tuple((each.get("href").strip(), each.sourceline or 1) for each in links if each.get("href"))

    @property
    def canonical(self) -> tuple[str, ...]:
        """The addresses alone."""
        return tuple(each for each, _ in self.canonical_links)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The names in all class attributes."""
        return frozenset(name for each in self.tree.xpath("//@class") for name in each.split())

    @cached_property
    def ids(self) -> frozenset[str]:
        """All ids of elements."""
        return frozenset(str(each).strip() for each in self.tree.xpath("//@id"))

    def has_xpath(self, path: str) -> bool:
        """Whether an XPath selects something; one that cannot be read, or is too long to be meant, is not asked."""
        from lxml import etree  # noqa: PLC0415 - only pages need it

        if len(path) > LONGEST_XPATH:
            return True
        try:
            found = self.tree.getroottree().xpath(path)
        except (etree.XPathError, ValueError):
            return False
        return bool(found)

    @cached_property
    def _root(self) -> Any:
        return self.tree if self.tree.tag == "html" else self.tree.getroottree().getroot()

    @property
    def language(self) -> str:
        """The page's language tag, or nothing."""
        return str(self._root.get("lang") or "").strip()

    @property
    def language_line(self) -> int:
        """The line of the element that states it."""
        return self._root.sourceline or 1

    @cached_property
    def images(self) -> str:
        """All addresses that may be pictures, in one text to be searched."""
        found: list[str] = []
        for each in self.tree.iter(
            "img", "source", "picture", "video", "a", "link", "figure", "div", "amp-img", "span", "noscript"
        ):
            if each.tag == "noscript":
                found.append(each.text_content())
            else:
                found.extend(
                    value for name, value in each.items() if name in _IMAGE_ATTRIBUTES or name.startswith("data-")
                )
        return "\n".join(
            (*found, *self.meta_all("og:image"), *self.meta_all("twitter:image"), *self.meta_all("twitter:image:src"))
        )

    @cached_property
    def stamps(self) -> tuple[str, ...]:
        """The dates that the page states for machines: time elements and metadata."""
        times = [each.get("datetime") or each.text_content() for each in self.tree.iter("time")]
        named = [each.content for each in self.metas if "date" in each.name or "time" in each.name]
        marked = [
            each.get("content") or ""
            for each in self.tree.xpath("//*[@itemprop='datePublished' or @itemprop='dateModified']")
        ]
        return tuple(each.strip() for each in (*times, *named, *marked) if each and each.strip())


class Meta(msgspec.Struct, frozen=True):
    """One meta element: its name or property, lower case, its content, and its line."""

    name: str
    content: str
    line: int


_IMAGE_ATTRIBUTES = frozenset({"src", "srcset", "href", "style", "poster", "content"})
