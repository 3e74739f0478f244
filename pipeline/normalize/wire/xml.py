"""XML text -> its root element, safely: no entities, no DTD, no network, bounded depth and text nodes.

What is not well-formed is read as far as it makes sense, with a finding. Specification: XML 1.0, fifth edition.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import escape
from html.entities import html5

from lxml import etree

from pipeline.model.finding import Finding, Outcome
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say

type Element = etree._Element  # noqa: SLF001 - lxml names its only element class so

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_XML_NAMES = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})

PREFIXES = {
    "": "",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.georss.org/georss": "georss",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://purl.org/atompub/tombstones/1.0": "at",
    "http://wordpress.org/export/1.0/": "wp",
    "http://wordpress.org/export/1.1/": "wp",
    "http://wordpress.org/export/1.2/": "wp",
    "http://wordpress.org/export/1.0/excerpt/": "excerpt",
    "http://wordpress.org/export/1.1/excerpt/": "excerpt",
    "http://wordpress.org/export/1.2/excerpt/": "excerpt",
    "http://backend.userland.com/creativeCommonsRssModule": "creativeCommons",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
"""Namespaces that feeds use, and the short name each has here whatever prefix the feed gave it."""
_NEARLY = {uri.lower().rstrip("/#"): prefix for uri, prefix in PREFIXES.items()}


def parse(text: str) -> Outcome[Element | None]:
    """The root element, or None with an error finding."""
    bare, findings = _without_doctype(_FORBIDDEN.sub("", _DECLARATION.sub(_lines_kept, text, count=1)))
    try:
        return Outcome(_strictly(bare), findings)
    except etree.XMLSyntaxError as error:
        fault = error
    named = _NAMED.sub(_character, bare)
    if named != bare:
        try:
            return Outcome(_strictly(named), (*findings, _malformed(fault)))
        except etree.XMLSyntaxError:
            pass
    root = _leniently(_NUMBERED.sub(_allowed, named))
    if root is None:
        return Outcome(None, (*findings, say.xml_unreadable(_reason(fault))))
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return Outcome(root, (*findings, _malformed(fault)))


def name(element: Element) -> str:
    """The element's name without its namespace; empty for comments and the like."""
    tag: object = element.tag  # a function for comments, whatever the stubs say
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def key(element: Element) -> str:
    """The element's name with the short name of its namespace (``PREFIXES``), such as ``dc:creator`` or ``title``."""
    tag: object = element.tag  # a function for comments, whatever the stubs say
    if not isinstance(tag, str):
        return ""
    space, _, local = tag.rpartition("}")
    uri = space.removeprefix("{")
    prefix = PREFIXES.get(uri, _NEARLY.get(uri.lower().rstrip("/#")))
    if prefix is None:
        prefix = element.prefix or ""
    return f"{prefix}:{local}" if prefix else local


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The child elements with one of the names, whatever their namespace; all of them without names."""
    for child in () if element is None else element:
        local = name(child)
        if local and (not names or local in names):
            yield child


def first(element: Element | None, *path: str) -> Element | None:
    """The first element at the path of names below ``element``."""
    for each in path:
        element = next(children(element, each), None)
    return element


def text(element: Element | None) -> str:
    """All text inside, on one line."""
    return "" if element is None else tidy("".join(_texts(element)))


def outer(element: Element) -> str:
    """The element as markup, without what follows it."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def inner(element: Element) -> str:
    """What stands inside the element, as markup."""
    return escape(element.text or "", quote=False) + "".join(
        str(etree.tostring(child, encoding="unicode")) for child in element
    )


def language(element: Element | None) -> str | None:
    """The nearest ``xml:lang`` at or above the element."""
    while element is not None:
        stated = element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("xml:lang")
        if stated:
            return stated.strip()
        element = element.getparent()
    return None


def _texts(element: Element) -> Iterator[str]:
    for each in element.itertext():
        yield str(each)


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _strictly(text: str) -> Element:
    return etree.fromstring(text.encode(), _parser(recover=False))


def _leniently(text: str) -> Element | None:
    try:
        root: Element | None = etree.fromstring(text.encode(), _parser(recover=True))
    except etree.XMLSyntaxError:
        return None
    return root


def _without_doctype(text: str) -> tuple[str, tuple[Finding, ...]]:
    found = _DOCTYPE.search(text, 0, 10_000)
    if found is None:
        return text, ()
    declares = "<!ENTITY" in found[0].upper()
    bare = text[: found.start()] + _lines_kept(found) + text[found.end() :]
    return bare, (say.entities_refused(),) if declares else ()


def _lines_kept(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _character(found: re.Match[str]) -> str:
    return found[0] if found[1] in _XML_NAMES else html5.get(found[1], found[0])


def _allowed(found: re.Match[str]) -> str:
    """A reference to a character that XML has, as it is: libxml2 makes text of the others that no decoder reads (surrogates)."""
    code = int(found[1], 16) if found[1] else int(found[2])
    return found[0] if code <= sys.maxunicode and not _FORBIDDEN.match(chr(code)) else "\ufffd"


def _malformed(error: etree.XMLSyntaxError) -> Finding:
    line, column = error.position
    return say.xml_malformed(_reason(error), line, column)


def _reason(error: etree.XMLSyntaxError) -> str:
    return re.sub(r", line \d+, column \d+.*$", "", str(error.msg or error), flags=re.DOTALL)[:200] or "it is empty"
