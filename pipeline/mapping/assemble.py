"""Drafts -> the graph. The only place that joins nodes: by @id, keys in the order of their claims, every value with its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from pipeline.mapping.claims import Claim, Draft
from pipeline.model.graph import Graph, Json, Node, Statement

GENERAL = frozenset({"CreativeWork", "Event", "Organization", "Person", "Place", "Thing"})
"""Types that say less than any other type a node may have beside them."""
type Values = dict[str, dict[str, list[Claim]]]


def assemble(drafts: Iterable[Draft]) -> Graph:
    """One node for each @id, in the order in which the ids first appear; the same value twice stands once, its evidence twice.

    A node has one type, the most telling one, and one name, the first; its other names are alternate names. Wherever the
    node is pointed at with type and name, they are these.
    """
    joined: dict[str, Values] = {}
    for draft in drafts:
        node = joined.setdefault(draft.id, {})
        for claim in draft.claims:
            node.setdefault(claim.property, {}).setdefault(text_of(claim.value), []).append(claim)
    joined = {node_id: _one_type(_one_name(values)) for node_id, values in joined.items()}
    nodes = {node_id: _node(node_id, values) for node_id, values in joined.items()}
    return Graph(
        nodes=tuple(_agreeing(each, nodes) for each in nodes.values()),
        statements=tuple(each for node_id, values in joined.items() for each in _statements(node_id, values)),
    )


def text_of(value: Json) -> str:
    """A value as a statement names it: the @id of a node, a literal as text."""
    if isinstance(value, dict):
        return str(value["@id"])
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _one_type(values: Values) -> Values:
    types = values.get("@type", {})
    telling = [each for each in types if each not in GENERAL] or list(types)
    return values if len(types) < 2 else values | {"@type": {telling[0]: types[telling[0]]}}


def _one_name(values: Values) -> Values:
    first, *others = values.get("name", {}) or {"": []}
    if not others:
        return values
    known = values.get("alternateName", {})
    more = {each: [replace(claim, property="alternateName") for claim in values["name"][each]] for each in others}
    return {
        key: {first: each[first]} if key == "name" else each for key, each in values.items() if key != "alternateName"
    } | {"alternateName": known | {each: claims for each, claims in more.items() if each not in known}}


def _agreeing(value: Json, nodes: dict[str, Node]) -> Json:
    """The value with the type and the name that the nodes themselves have, wherever it points at one with them."""
    if isinstance(value, list):
        return [_agreeing(each, nodes) for each in value]
    if not isinstance(value, dict):
        return value
    itself = nodes.get(str(value.get("@id")), {})
    agreed = {key: itself[key] for key in ("@type", "name") if key in value and key in itself}
    return {key: agreed.get(key) or _agreeing(each, nodes) for key, each in value.items()}


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
