"""Graph -> the JSON-LD that a page embeds, as configured: the whole graph, or the article with its topics inline.

The second form is for newsrooms whose search console takes reported Events for listings of their own: an event stands there
as a plain Thing with its name, and ``subjectOf`` points to the full document.
"""

from __future__ import annotations

from pipeline.model.graph import CONTEXT, Graph, Json, Node, document
from pipeline.model.newsroom import Newsroom
from pipeline.publish.addresses import address, article_path
from pipeline.publish.graph_view import article_node, by_id, is_event
from pipeline.publish.json_ld import MEDIA_TYPE

DEPTH = 2
"""An article's author and the author's organization are written out; what those point to is named only."""
_STUB = ("@id", "@type", "name", "url")


def embedded(graph: Graph, newsroom: Newsroom, slug: str) -> dict[str, Json]:
    """What the page of the article ``slug`` embeds (``site.embed`` in the configuration)."""
    if newsroom.site.embed == "graph" or not graph.nodes:
        return document(graph)
    return article_document(graph, address(newsroom, article_path(slug, "graph.jsonld")))


def article_document(graph: Graph, full: str) -> dict[str, Json]:
    """The article as one nested node; ``full`` is where the whole graph stands."""
    node = article_node(graph)
    written = {str(node["@id"])}
    nested = _members(node, by_id(graph), DEPTH, written)
    link = {"@id": full, "@type": "CreativeWork", "url": full, "encodingFormat": MEDIA_TYPE}
    return {"@context": CONTEXT, **nested, "subjectOf": link}


def _inline(value: Json, nodes: dict[str, Node], depth: int, written: set[str]) -> Json:
    """A value with the nodes it points to written out, each at its first place only."""
    if isinstance(value, list):
        return [_inline(each, nodes, depth, written) for each in value]
    if not isinstance(value, dict):
        return value
    node = nodes.get(value.get("@id", ""), value)
    if is_event(node):
        return {"@id": node["@id"], "@type": "Thing", **{key: node[key] for key in ("name",) if key in node}}
    if depth == 0 or node.get("@id") in written:
        return {key: node[key] for key in _STUB if key in node}
    written.add(node.get("@id", ""))
    return _members(node, nodes, depth - 1, written)


def _members(node: Node, nodes: dict[str, Node], depth: int, written: set[str]) -> Node:
    return {key: _inline(value, nodes, depth, written) for key, value in node.items()}
