"""Drafts -> the graph. The only place that joins nodes: by @id, keys in the order of their claims, every value with its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.mapping.claims import Claim, Draft
from pipeline.model.graph import Graph, Json, Node, Statement

type Values = dict[str, dict[str, list[Claim]]]


def assemble(drafts: Iterable[Draft]) -> Graph:
    """One node for each @id, in the order in which the ids first appear; the same value twice stands once, its evidence twice."""
    joined: dict[str, Values] = {}
    for draft in drafts:
        node = joined.setdefault(draft.id, {})
        for claim in draft.claims:
            node.setdefault(claim.property, {}).setdefault(text_of(claim.value), []).append(claim)
    return Graph(
        nodes=tuple(_node(node_id, values) for node_id, values in joined.items()),
        statements=tuple(each for node_id, values in joined.items() for each in _statements(node_id, values)),
    )


def text_of(value: Json) -> str:
    """A value as a statement names it: the @id of a node, a literal as text."""
    if isinstance(value, dict):
        return str(value["@id"])
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _node(node_id: str, values: Values) -> Node:
    node: Node = {"@id": node_id}
    for name, by_text in values.items():
        found = [claims[0].value for claims in by_text.values()]
        node[name] = found[0] if len(found) == 1 else found
    return node


def _statements(node_id: str, values: Values) -> Iterable[Statement]:
    for name, by_text in values.items():
        for text, claims in by_text.items():
            value = text if len(by_text) > 1 or isinstance(claims[0].value, dict) else ""
            for evidence in dict.fromkeys(each.evidence for each in claims):
                yield Statement(subject=node_id, property=name, value=value, evidence=evidence)
