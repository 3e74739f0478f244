"""Graph -> a JSON-LD document for each kind that consumers ask for apart: the article, its people, its events."""

from __future__ import annotations

from pipeline.model.codec import encode_pretty
from pipeline.model.graph import Graph, document
from pipeline.publish.graph_view import article_node, is_event, kind_of
from pipeline.standards.json_tree import encoded


def news_article(graph: Graph) -> bytes:
    """The article's node alone."""
    return _write(graph, tuple(each for each in (article_node(graph),) if each))


def persons(graph: Graph) -> bytes:
    """The people of the article."""
    return _write(graph, tuple(each for each in graph.nodes if kind_of(each) == "person" and "@type" in each))


def events(graph: Graph) -> bytes:
    """The events of the article."""
    return _write(graph, tuple(each for each in graph.nodes if is_event(each)))


def _write(graph: Graph, nodes: tuple[dict[str, object], ...]) -> bytes:
    return encoded(document(Graph(nodes=nodes, statements=graph.statements)), encode_pretty)
