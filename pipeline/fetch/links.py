"""A sitemap or feed to the addresses that it names, in order, each once.

Specification: https://www.sitemaps.org/protocol.html. Entities are not expanded, and nothing else is fetched.
"""

from __future__ import annotations

from typing import Literal
from urllib.parse import urljoin

import msgspec
from lxml import etree

MAX_SITEMAP_URLS = 50_000
"""The protocol's limit for one file."""


class Links(msgspec.Struct, frozen=True):
    """What a document names: further sitemaps, pages of a sitemap, or articles of a feed."""

    kind: Literal["index", "sitemap", "feed"]
    addresses: tuple[str, ...]


def links(content: bytes, *, base: str) -> Links | None:
    """The addresses, or None where the document is neither sitemap nor feed."""
    root = _parse(content)
    if root is None:
        return None
    name = _name(root).lower()
    if name == "sitemapindex":
        return Links("index", _located(root, base))
    if name == "urlset":
        return Links("sitemap", _located(root, base))
    if name in {"rss", "rdf", "feed"}:
        return Links("feed", _unique(_articles(root), base))
    return None


def _parse(content: bytes) -> etree._Element | None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root: etree._Element | None = etree.fromstring(content.lstrip(), parser)
    except etree.XMLSyntaxError:
        return None
    return root


def _name(element: etree._Element) -> str:
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _located(root: etree._Element, base: str) -> tuple[str, ...]:
    found = [each.text or "" for entry in root for each in entry if _name(each) == "loc"]
    return _unique(found[:MAX_SITEMAP_URLS], base)


def _articles(root: etree._Element) -> list[str]:
    found: list[str] = []
    for item in root.iter():
        if _name(item) not in {"item", "entry"}:
            continue
        stated = [each for each in item if _name(each) == "link" and (each.get("rel") or "alternate") == "alternate"]
        found += [(each.get("href") or each.text or "") for each in stated][:1]
    return found


def _unique(addresses: list[str], base: str) -> tuple[str, ...]:
    full: dict[str, None] = {}
    for each in addresses:
        try:
            address = urljoin(base, each.strip())
        except ValueError:
            continue
        if each.strip() and address.lower().startswith(("http://", "https://")):
            full[address] = None
    return tuple(full)
