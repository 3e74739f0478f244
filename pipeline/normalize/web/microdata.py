"""A page's microdata (read by extruct) -> nodes in the shape of JSON-LD, nested ones flattened.

Specification: https://html.spec.whatwg.org/multipage/microdata.html
"""

from __future__ import annotations

from typing import Any

from pipeline.normalize.web.json_ld import Node
from pipeline.normalize.web.page import Page

_MAX_DEPTH = 20


def read_microdata(page: Page) -> tuple[Node, ...]:
    """All items of the page in order; nothing is parsed where the page has none."""
    if not page.tree.xpath("boolean(//*[@itemscope])"):
        return ()
    from extruct.w3cmicrodata import MicrodataExtractor  # noqa: PLC0415 - costs 0.3 s, needed for pages only

    found: list[Node] = []
    extractor = MicrodataExtractor()
    try:
        items = list(extractor.extract_items(page.tree, page.base))
    except (
        ValueError
    ):  # an address in it is none, and extruct joins them; without a base it leaves all as they are written
        items = list(extractor.extract_items(page.tree, ""))
    for each in items:
        _flatten(each, found, 0)
    return tuple(found)


def _flatten(item: dict[str, Any], found: list[Node], depth: int) -> Node:
    node: Node = {"@type": item.get("type", [])}
    found.append(node)
    for name, value in (item.get("properties") or {}).items():
        several = value if isinstance(value, list) else [value]
        kept = [
            _flatten(each, found, depth + 1) if isinstance(each, dict) and depth < _MAX_DEPTH else each
            for each in several
        ]
        node[name.rsplit("/", 1)[-1]] = kept[0] if len(kept) == 1 else kept
    return node
