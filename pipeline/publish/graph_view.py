"""Reading a graph's nodes: values as tuples, names, and what the article is about, by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from pipeline.model.graph import Graph, Json, Node

Kind = Literal["person", "organization", "place", "event"]
Relation = Literal["about", "mentions"]
RELATIONS: tuple[Relation, ...] = ("about", "mentions")
KINDS: tuple[Kind, ...] = ("person", "organization", "place", "event")
_ENTITY_PATH = re.compile(r"/entities/(person|organization|place|event)/")


def values(node: Node, *properties: str) -> tuple[Json, ...]:
    """All values of the properties, in order; a single value counts as a tuple of one."""
    return tuple(each for name in properties for each in _as_tuple(node.get(name)))


def texts(node: Node, *properties: str) -> tuple[str, ...]:
    """The values that are text, or the names of the values that are nodes."""
    found = (each.get("name") if isinstance(each, dict) else each for each in values(node, *properties))
    return tuple(each for each in found if isinstance(each, str))


def text(node: Node, *properties: str) -> str | None:
    """The first value as text, if there is one."""
    return next(iter(texts(node, *properties)), None)


def types(node: Node) -> tuple[str, ...]:
    """The node's types."""
    return tuple(each for each in _as_tuple(node.get("@type")) if isinstance(each, str))


def kind_of(node: Node) -> Kind | None:
    """Person, organization, place or event, told by the @id's path; None for articles, quotations, images ..."""
    match = _ENTITY_PATH.search(str(node.get("@id", "")))
    return _KIND_BY_PATH.get(match[1]) if match else None


def is_event(node: Node) -> bool:
    """Whether the node is an event, by its @id or its type."""
    return kind_of(node) == "event" or any(each.endswith("Event") for each in types(node))


def article_node(graph: Graph) -> Node:
    """The article's node: it comes first; an empty graph gives an empty node."""
    return graph.nodes[0] if graph.nodes else {}


def by_id(graph: Graph) -> dict[str, Node]:
    """The nodes by their @id."""
    return {each["@id"]: each for each in graph.nodes if "@id" in each}


class Named(msgspec.Struct, frozen=True):
    """A node that the article is about or mentions."""

    kind: Kind
    relation: Relation
    node: Node


def named(graph: Graph) -> tuple[Named, ...]:
    """The people, organizations, places and events of the article: first what it is about, then what it mentions."""
    nodes, article = by_id(graph), article_node(graph)
    relations = {each: relation for relation in reversed(RELATIONS) for each in _references(article, relation)}
    order = dict.fromkeys(each for relation in RELATIONS for each in _references(article, relation))
    found = ((nodes[each], relations[each]) for each in order if each in nodes)
    return tuple(Named(kind, relation, node) for node, relation in found if (kind := kind_of(node)))


def topics(graph: Graph) -> dict[Kind, tuple[Node, ...]]:
    """What the article is about or mentions, by kind, in the article's order."""
    found = named(graph)
    return {kind: tuple(each.node for each in found if each.kind == kind) for kind in KINDS}


def _references(node: Node, *properties: str) -> Iterator[str]:
    for each in values(node, *properties):
        target = each.get("@id") if isinstance(each, dict) else each
        if isinstance(target, str):
            yield target


_KIND_BY_PATH: dict[str, Kind] = {each: each for each in KINDS}


def _as_tuple(value: Any) -> tuple[Any, ...]:  # JSON
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list | tuple) else (value,)
