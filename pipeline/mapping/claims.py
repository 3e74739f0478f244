"""What a builder makes: claims about one node, each with the evidence it stands on. No claim, no statement."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from pipeline.model.graph import Evidence, Json, Node


class Claim(msgspec.Struct, frozen=True):
    """One value of one property (``@type`` too), and why it is said."""

    property: str
    value: Json
    evidence: Evidence


class Draft(msgspec.Struct, frozen=True):
    """One node before it is joined with the others: its @id and what is claimed of it, in the order of its keys."""

    id: str
    claims: tuple[Claim, ...]


def stated(name: str, value: Json, evidence: Evidence) -> tuple[Claim, ...]:
    """The claim, or none where there is no value: None, an empty text, an empty tuple. A tuple gives a claim for each."""
    values = value if isinstance(value, tuple) else (value,)
    return tuple(Claim(name, _plain(each), evidence) for each in values if each is not None and each not in ("", ()))


def _plain(value: Json) -> Json:
    """A moment as the text that it is, at any depth: nodes hold nothing but JSON."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return str(value) if isinstance(value, str) else value


def typed(schema_type: str, evidence: Evidence) -> tuple[Claim, ...]:
    """The claim that the node is of this schema.org type."""
    return (Claim("@type", schema_type, evidence),)


def reference(node_id: str) -> Node:
    """A pointer to another node of the graph."""
    return {"@id": node_id}


def named_reference(node_id: str, schema_type: str, name: str | None, **more: Json) -> Node:
    """A pointer that also says the type and the name, for readers that do not follow an @id."""
    node: Node = {"@id": node_id, "@type": schema_type}
    if name:
        node["name"] = name
    node.update({key: value for key, value in more.items() if value})
    return node


def of(node_id: str, *groups: Iterable[Claim]) -> Draft:
    """A draft from groups of claims."""
    return Draft(node_id, tuple(each for group in groups for each in group))
