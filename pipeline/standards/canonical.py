"""RDF meaning of a JSON-LD document: its canonical N-Quads and their hash. Nothing is ever fetched.

Specifications: JSON-LD 1.1 to RDF; RDF Dataset Canonicalization (RDFC-1.0, https://www.w3.org/TR/rdf-canon/).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial
from typing import Any

import msgspec

from pipeline.standards.json_tree import encoded

type Document = Any  # a JSON object
type Context = dict[str, Any]
SCHEMA_ORG = "https://schema.org/"
PLAIN_CONTEXT: Context = {"@vocab": SCHEMA_ORG}
VOLATILE = ("sdDatePublished", "interactionStatistic", "commentCount")
"""Properties that say when and how often, not what: a change in them is no new version."""


def canonical_lines(
    document: Document, context: Context = PLAIN_CONTEXT, *, without: Iterable[str] = ()
) -> tuple[str, ...]:
    """The sorted canonical N-Quads lines of a document whose own context is replaced by ``context``, without statements
    of the properties ``without`` (schema.org names). Raises ``SyntaxError`` (the parser's) for what is no JSON-LD."""
    from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse, serialize  # noqa: PLC0415 - heavy

    left_out = {SCHEMA_ORG + each for each in without}
    content = encoded({**document, "@context": context}, partial(msgspec.json.encode, enc_hook=str))
    parsed = parse(content, format=RdfFormat.JSON_LD)
    quads = Dataset(quad for quad in parsed if quad.predicate.value not in left_out)
    quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    serialized = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return tuple(sorted(serialized.decode().removesuffix("\n").split("\n"))) if serialized else ()


def canonical_hash(document: Document, context: Context = PLAIN_CONTEXT, *, without: Iterable[str] = VOLATILE) -> str:
    """SHA-256 (hex) of the canonical form without volatile statements: equal if and only if the documents say the same."""
    lines = canonical_lines(document, context, without=without)
    return hashlib.sha256("".join(f"{each}\n" for each in lines).encode()).hexdigest()
