"""Graph and holds -> the graph without what is kept back: statements, and whole nodes with every pointer to them."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.graph import Graph, Json, Node, Statement
from pipeline.model.hold import Hold

type Held = frozenset[tuple[str, str, str]]


def withhold(graph: Graph, held: Iterable[Hold]) -> Graph:
    """The rest of the graph; the article's own node always stays."""
    parts = frozenset((each.subject, each.property, each.value) for each in held if each.keeps == "statement")
    article = {str(each.get("@id")) for each in graph.nodes[:1]}
    gone = frozenset(subject for subject, property_, _ in parts if not property_) - article
    nodes = (_pruned(each, gone) for each in graph.nodes if each.get("@id") not in gone)
    return Graph(
        nodes=tuple(_without_values(each, parts) for each in nodes),
        statements=tuple(each for each in graph.statements if not _is_held(each, parts, gone)),
    )


def _is_held(statement: Statement, parts: Held, gone: frozenset[str]) -> bool:
    subject, property_, value = statement.subject, statement.property, statement.value
    return (
        subject in gone
        or value in gone
        or (subject, property_, value) in parts
        or (bool(property_) and (subject, property_, "") in parts)
    )


def _pruned(node: Node, gone: frozenset[str]) -> Node:
    """The node without pointers to nodes that are gone, at any depth."""
    pruned = {key: _value(each, gone) for key, each in node.items()}
    return {key: each for key, each in pruned.items() if each is not None}


def _value(value: Json, gone: frozenset[str]) -> Json:
    """The value, or None if nothing of it is left."""
    if isinstance(value, dict):
        return None if value.get("@id") in gone else _pruned(value, gone)
    if isinstance(value, list):
        kept = [left for each in value if (left := _value(each, gone)) is not None]
        return kept if len(kept) == len(value) else _one_or_many(kept)
    return None if isinstance(value, str) and value in gone else value


def _without_values(node: Node, parts: Held) -> Node:
    subject = str(node.get("@id"))
    wanted = {property_: value for one, property_, value in parts if one == subject and property_}
    if not wanted:
        return node
    kept = {key: _left(each, subject, key, parts) for key, each in node.items()}
    return {key: each for key, each in kept.items() if each is not None}


def _left(value: Json, subject: str, property_: str, parts: Held) -> Json:
    if (subject, property_, "") in parts:
        return None
    many = value if isinstance(value, list) else [value]
    kept = [each for each in many if (subject, property_, _as_text(each)) not in parts]
    return value if len(kept) == len(many) else _one_or_many(kept)


def _as_text(value: Json) -> str:
    return str(value.get("@id", "")) if isinstance(value, dict) else str(value)


def _one_or_many(values: list[Json]) -> Json:
    if not values:
        return None
    return values[0] if len(values) == 1 else values
