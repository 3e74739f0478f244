"""The JSON-LD graph of one article, and for every statement the evidence it stands on."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from pipeline.model.annotations import Span
from pipeline.model.defaults import written

type Json = Any
type Node = dict[str, Any]
CONTEXT = "https://schema.org"


class Evidence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a statement is made: words of the text (``spans``), or another source named by ``origin``."""

    source: Literal["text", "markup", "sidecar", "configuration", "authority", "rule"]
    by: str
    spans: tuple[Span, ...] = ()
    probability: float = written(1.0)


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """``subject`` (a node's @id), ``property`` (a schema.org name, or ``@type``) and, if it has several values, ``value``
    (an @id or the literal as text; empty: the whole property), with its evidence."""

    subject: str
    property: str
    value: str = ""
    evidence: Evidence


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """Nodes in a fixed order, the article first; each has an @id."""

    nodes: tuple[Node, ...]
    statements: tuple[Statement, ...] = ()


def document(graph: Graph) -> dict[str, Json]:
    """The JSON-LD document: context and graph, the article first."""
    return {"@context": CONTEXT, "@graph": list(graph.nodes)}
