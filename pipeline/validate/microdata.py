"""Microdata and RDFa of a page as JSON-LD, through extruct, so that the vocabulary layer can read them.

Specifications: https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-core/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from pipeline.standards.schema_org import Vocabulary
from pipeline.validate import vocabulary as vocabulary_layer
from pipeline.validate.compare import letters
from pipeline.validate.nodes import View
from pipeline.validate.page_view import html_tree
from pipeline.validate.remark import Remark

type Json = Any
CODES = frozenset(
    [
        "unknown-type",
        "unknown-property",
        "superseded-type",
        "superseded-property",
        "retired-term",
        "property-not-of-type",
        "wrong-object-type",
        "object-for-text",
        "impossible-date",
        "not-a-date",
        "unknown-enumeration-value",
    ]
)
"""What is told of them: all values are texts there, so that kinds of values say nothing."""
_MICRODATA = re.compile(r"itemtype\s*=\s*[\"']?\s*https?://schema\.org/", re.IGNORECASE)
_RDFA = re.compile(
    r"vocab\s*=\s*[\"']https?://schema\.org|typeof\s*=\s*[\"'](?:schema:|https?://schema\.org/)", re.IGNORECASE
)


class Item(msgspec.Struct, frozen=True):
    """One thing that the page marks up: how (``microdata`` or ``rdfa``), its line, and it as JSON-LD."""

    syntax: str
    line: int
    document: Json


def items(page: str, base: str) -> tuple[Item, ...]:
    """The things of schema.org that a page marks up outside JSON-LD."""
    found: list[Item] = []
    if _MICRODATA.search(page):
        found.extend(_microdata(page, base))
    if _RDFA.search(page):
        found.extend(_rdfa(page, base))
    return tuple(found)


def _microdata(page: str, base: str) -> Iterator[Item]:
    from extruct.w3cmicrodata import MicrodataExtractor  # noqa: PLC0415 - 0.4 s of import

    tree = html_tree(page)
    lines = [each.sourceline or 1 for each in tree.xpath("//*[@itemscope and not(@itemprop)]")]
    extracted = MicrodataExtractor(nested=True, strict=False).extract_items(tree, base_url=base or None)
    for item, line in zip(extracted, lines, strict=False):
        yield Item("microdata", line, {"@context": "https://schema.org", **_node(item)})


def _node(item: dict[str, Json]) -> dict[str, Json]:
    kinds = item.get("type", [])
    node: dict[str, Json] = {"@type": kinds if isinstance(kinds, list) else [kinds]} if kinds else {}
    for name, value in (item.get("properties") or {}).items():
        node[name] = [_value(each) for each in value] if isinstance(value, list) else _value(value)
    return node


def _value(value: Json) -> Json:
    return _node(value) if isinstance(value, dict) and "properties" in value else value


def _rdfa(page: str, base: str) -> Iterator[Item]:
    from extruct.rdfa import RDFaExtractor  # noqa: PLC0415 - brings an RDF library

    for node in RDFaExtractor().extract(page, base_url=base or "https://document.invalid/"):
        if any(str(each).startswith(("http://schema.org/", "https://schema.org/")) for each in node.get("@type", ())):
            match = re.search(r"typeof\s*=", page, re.IGNORECASE)
            yield Item("rdfa", page.count("\n", 0, match.start()) + 1 if match else 1, node)


def rules(found: tuple[Item, ...], views: list[View], vocabulary: Vocabulary) -> Iterator[tuple[Remark, int]]:
    """What is wrong in microdata and RDFa, with lines, and where they contradict the page's JSON-LD."""
    for item in found:
        view = View(item.document)
        for remark in vocabulary_layer.rules(view, vocabulary):
            if remark.code in CODES:
                yield msgspec.structs.replace(remark, message=f"{item.syntax}: {remark.message}", path=()), item.line
        yield from _contradictions(item, view, views, vocabulary)


def _contradictions(item: Item, view: View, views: list[View], vocabulary: Vocabulary) -> Iterator[tuple[Remark, int]]:
    own = _headlines(view, vocabulary)
    others = [each for one in views for each in _headlines(one, vocabulary)]
    if own and others and not any(letters(a) == letters(b) for a in own for b in others):
        message = f"{item.syntax} calls the article “{own[0][:80]}”, JSON-LD “{others[0][:80]}”."
        yield Remark("markup-contradicts", (), message), item.line


def _headlines(view: View, vocabulary: Vocabulary) -> list[str]:
    nodes = [each for each in view.nodes if any(vocabulary.is_a(name, "Article") for name in each.types)]
    found = []
    for each in nodes[:1]:
        value = each.get("headline")
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("@value") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            found.append(value.strip())
    return found
