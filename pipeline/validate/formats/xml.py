"""XML files: bytes in, the faults of sitemaps, feeds and other XML out. Entities are not expanded, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec
from lxml import etree

from pipeline.validate.formats import feed, feed_profiles, sitemap
from pipeline.validate.formats.fault import XmlFault
from pipeline.validate.profiles import Profile


class XmlCheck(msgspec.Struct, frozen=True):
    """What the file is (``sitemap``, ``rss``, ``atom``, ``xml``) what is wrong with it, and the addresses it lists, with their lines."""

    kind: str
    faults: tuple[XmlFault, ...]
    listed: tuple[tuple[str, int], ...] = ()


def check(content: bytes, *, now: datetime | None, profiles: Mapping[str, Profile]) -> XmlCheck:
    """Check a whole XML file; feeds also for the consumers among the profiles that read feeds."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = str(error.msg).rsplit(", line", maxsplit=1)[0]
        return XmlCheck(
            "xml", (XmlFault("xml-not-well-formed", max(1, line or 1), f"{reason}.", column=max(1, column)),)
        )
    except ValueError as error:
        return XmlCheck("xml", (XmlFault("xml-not-well-formed", 1, f"{error}."),))
    kind = _kind(root)
    list_addresses = {"sitemap": sitemap.addresses, "rss": feed.rss_addresses, "atom": feed.atom_addresses}.get(kind)
    listed = tuple(each for each in list_addresses(root) if each[0]) if list_addresses else ()
    wanted = feed_profiles.rules(root, profiles) if kind in ("rss", "atom") else ()
    return XmlCheck(kind, (*_faults(kind, root, content, now), *wanted), listed)


def _kind(root: etree._Element) -> str:
    name = etree.QName(root)
    if name.localname in ("urlset", "sitemapindex"):
        return "sitemap"
    if name.localname in {"rss", "RDF"}:
        return "rss"
    return "atom" if name.localname == "feed" else "xml"


def _faults(kind: str, root: etree._Element, content: bytes, now: datetime | None) -> Iterator[XmlFault]:
    if b"<!ENTITY" in content:
        yield XmlFault("xml-entity", 1, "The document declares entities; they are not expanded.")
    if kind == "sitemap":
        yield from sitemap.rules(root, now=now, size=len(content))
    elif kind == "rss":
        yield from feed.rss_rules(root)
    elif kind == "atom":
        yield from feed.atom_rules(root)
