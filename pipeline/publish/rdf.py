"""Graph -> N-Quads in canonical form (RDFC-1.0) and Turtle, for triple stores."""

from __future__ import annotations

from pipeline.model.graph import Graph, document
from pipeline.standards.canonical import PLAIN_CONTEXT, SCHEMA_ORG, Context, canonical_lines

N_QUADS = "application/n-quads"
TURTLE = "text/turtle"


def n_quads(graph: Graph, context: Context = PLAIN_CONTEXT) -> bytes:
    """The sorted canonical lines: the bytes whose SHA-256 is the canonical hash where nothing is volatile."""
    return "".join(f"{each}\n" for each in canonical_lines(document(graph), context)).encode()


def turtle(graph: Graph, context: Context = PLAIN_CONTEXT) -> bytes:
    """The same statements, grouped by subject."""
    from pyoxigraph import RdfFormat, parse, serialize  # noqa: PLC0415 - a heavy library

    quads = parse(n_quads(graph, context), format=RdfFormat.N_QUADS)
    triples = (each.triple for each in quads)
    return serialize(triples, format=RdfFormat.TURTLE, prefixes={"schema": SCHEMA_ORG}) or b""
