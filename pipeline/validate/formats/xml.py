"""XML files: bytes in, the faults of sitemaps, feeds and other XML out. Entities are not expanded, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from xml.parsers import expat

import msgspec
from lxml import etree

from pipeline.validate.edition import Listed, Said
from pipeline.validate.formats import feed, feed_profiles, sitemap
from pipeline.validate.formats.fault import Element, XmlEntry, XmlFault
from pipeline.validate.profiles import Profile


class Placed(msgspec.Struct, frozen=True):
    """A fault with its line and column (from 1)."""

    code: str
    line: int
    column: int
    message: str
    hint: str = ""
    source: str = ""


class XmlCheck(msgspec.Struct, frozen=True):
    """What the file is (``sitemap``, ``rss``, ``atom``, ``xml``), what is wrong with it, and what it lists."""

    kind: str
    faults: tuple[Placed, ...]
    listed: tuple[Listed, ...] = ()


def check(content: bytes, text: str, *, now: datetime | None, profiles: Mapping[str, Profile]) -> XmlCheck:
    """Check a whole XML file, given with its text; feeds also for the consumers among the profiles that read feeds."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = str(error.msg).rsplit(", line", maxsplit=1)[0]
        return XmlCheck("xml", (Placed("xml-not-well-formed", max(1, line or 1), max(1, column), f"{reason}."),))
    except ValueError as error:
        return XmlCheck("xml", (Placed("xml-not-well-formed", 1, 1, f"{error}."),))
    kind = _kind(root)
    list_entries = {"sitemap": sitemap.listed, "rss": feed.rss_listed, "atom": feed.atom_listed}.get(kind)
    entries = [each for each in list_entries(root) if each.said[0][1]] if list_entries else []
    wanted = feed_profiles.rules(root, profiles) if kind in ("rss", "atom") else ()
    faults = [*_faults(kind, root, content, now), *wanted]
    elements = {each.at for each in faults if each.at is not None} | {at for each in entries for _, _, at in each.said}
    places = _places(root, text, elements)
    return XmlCheck(
        kind,
        tuple(Placed(each.code, *_place(each.at, places), each.message, each.hint, each.source) for each in faults),
        tuple(_listed(each, places) for each in entries),
    )


def _listed(entry: XmlEntry, places: dict[Element, tuple[int, int]]) -> Listed:
    said = []
    for name, text, at in entry.said:
        line, column = _place(at, places)
        said.append(Said(name=name, text=text, line=line, column=column))
    return Listed(said[0], tuple(said[1:]), entry.is_exact)


def _place(at: Element | None, places: dict[Element, tuple[int, int]]) -> tuple[int, int]:
    """Line and column of an element; those of the parser, which knows no columns, where there are no better ones."""
    if at is None:
        return 1, 1
    return places.get(at) or (at.sourceline or 1, 1)


def _places(root: Element, text: str, wanted: set[Element]) -> dict[Element, tuple[int, int]]:
    """Where the start tags of some elements stand: a second parser tells, and meets all elements in the same order.

    None where the document declares entities: what stands in them has no place of its own.
    """
    if not wanted or "<!ENTITY" in text:
        return {}
    found: list[tuple[int, int]] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda _name, _attributes: found.append(
        (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
    )
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return {}
    elements = (each for each in root.iter() if isinstance(each.tag, str))
    return {each: place for each, place in zip(elements, found, strict=False) if each in wanted}


def _kind(root: Element) -> str:
    name = etree.QName(root)
    if name.localname in ("urlset", "sitemapindex"):
        return "sitemap"
    if name.localname in {"rss", "RDF"}:
        return "rss"
    return "atom" if name.localname == "feed" else "xml"


def _faults(kind: str, root: Element, content: bytes, now: datetime | None) -> Iterator[XmlFault]:
    if b"<!ENTITY" in content:
        yield XmlFault("xml-entity", None, "The document declares entities; they are not expanded.")
    if kind == "sitemap":
        yield from sitemap.rules(root, now=now, size=len(content))
    elif kind == "rss":
        yield from feed.rss_rules(root)
    elif kind == "atom":
        yield from feed.atom_rules(root)
