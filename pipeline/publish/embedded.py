"""Graph -> the JSON-LD that a page embeds, as configured: the whole graph, or the article with its topics inline.

The second form is for newsrooms whose search console takes reported Events for listings of their own: an event stands there
as a plain Thing with its name, and ``subjectOf`` points to the full document.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from pipeline.model.graph import CONTEXT, Graph, Json, Node, document
from pipeline.model.newsroom import Newsroom
from pipeline.publish.addresses import address, article_path
from pipeline.publish.graph_view import article_node, by_id, is_event
from pipeline.publish.json_ld import MEDIA_TYPE

GRAPH_NAME = "Structured data of this article"
DEPTH = 2
"""An article's author and the author's organization are written out; what those point to is named only."""


class Inside(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value stands: in ``owner``, with ``depth`` levels to go; ``written`` are the nodes that stand in full already."""

    owner: str
    depth: int
    nodes: dict[str, Node]
    written: set[str]


def embedded(graph: Graph, newsroom: Newsroom, slug: str) -> dict[str, Json]:
    """What the page of the article ``slug`` embeds (``site.embed`` in the configuration)."""
    if newsroom.site.embed == "graph" or not graph.nodes:
        return document(graph)
    return article_document(graph, address(newsroom, article_path(slug, "graph.jsonld")))


def article_document(graph: Graph, full: str) -> dict[str, Json]:
    """The article as one nested node; ``full`` is where the whole graph stands."""
    node = article_node(graph)
    node_id = str(node["@id"])
    nested = _members(node, Inside(owner=node_id, depth=DEPTH, nodes=by_id(graph), written={node_id}))
    link = {"@id": full, "@type": "Dataset", "name": GRAPH_NAME, "url": full, "encodingFormat": MEDIA_TYPE}
    return {"@context": CONTEXT, **nested, "subjectOf": link}


def _inline(value: Json, inside: Inside) -> Json:
    """A value with the nodes it points to written out, each at its first place only; a part of its owner (its address, its
    coordinates) always goes with it."""
    if isinstance(value, list):
        return [_inline(each, inside) for each in value]
    if not isinstance(value, dict):
        return value
    node = inside.nodes.get(value.get("@id", ""), value)
    node_id = str(node.get("@id", ""))
    is_part = node_id.startswith(f"{inside.owner}#")
    if is_event(node):
        return _named(node, "Thing")
    if node_id in inside.written or (inside.depth == 0 and not is_part):
        return _named(node, node.get("@type"))
    inside.written.add(node_id)
    return _members(node, replace(inside, owner=node_id, depth=inside.depth - (not is_part)))


def _named(node: Node, type_: Json) -> Node:
    """A pointer with type and name; what has no name is pointed to by its @id alone."""
    if "name" not in node or type_ is None:
        return {"@id": node["@id"]} if "@id" in node else node
    return {"@id": node["@id"], "@type": type_, "name": node["name"]} if "@id" in node else node


def _members(node: Node, inside: Inside) -> Node:
    return {key: _inline(value, inside) for key, value in node.items()}
