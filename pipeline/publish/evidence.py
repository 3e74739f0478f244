"""Article and graph -> ``evidence.jsonld``: for every statement the words it stands on, as W3C Web Annotations
(https://www.w3.org/TR/annotation-model/), so that anybody can check it against ``article.txt``."""

from __future__ import annotations

import hashlib

from pipeline.model.annotations import Span
from pipeline.model.article import Article, canonical_text
from pipeline.model.codec import encode_pretty
from pipeline.model.graph import Graph, Json, Node, Statement
from pipeline.standards.json_tree import encoded

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "schema": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    },
]
SURROUNDING = 32
"""Characters of prefix and suffix that tell one quotation of the text from another."""
LONGEST_LITERAL = 300
"""Characters of a literal that an annotation repeats; a whole body stands in the graph."""


def evidence(article: Article, graph: Graph) -> bytes:
    """An annotation page with one annotation for each statement, in the order of the graph.

    The body is the statement as RDF reification names it; the target is the words in ``article.txt`` (which lies beside
    this file), by position and by quotation, or the article itself where the statement comes from markup, sidecar,
    configuration or authority. How sure the finder was is ITS 2.0's confidence of a text analysis
    (https://www.w3.org/TR/its20/#textanalysis): schema.org has no property for it.
    """
    text = canonical_text(article)
    address = article.url.split("#", 1)[0]
    nodes = {each["@id"]: each for each in graph.nodes}
    items = [_annotation(address, text, each, nodes[each.subject]) for each in graph.statements]
    page = {"@context": CONTEXT, "id": f"{address}#evidence", "type": "AnnotationPage", "items": items}
    return encoded(page, encode_pretty)


def _annotation(address: str, text: str, statement: Statement, node: Node) -> dict[str, Json]:
    return {
        "id": f"{address}#evidence-{_digest(statement)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": _body(statement, node),
        "target": _target(address, text, statement.evidence.spans),
    }


def _body(statement: Statement, node: Node) -> dict[str, Json]:
    name, why = statement.property, statement.evidence
    body: dict[str, Json] = {
        "type": "rdf:Statement",
        "rdf:subject": {"id": statement.subject},
        "rdf:predicate": {"id": "rdf:type" if name == "@type" else f"schema:{name}"},
        "rdf:object": _object(statement, node[name]),
        "prov:wasDerivedFrom": why.source,
        "prov:wasGeneratedBy": why.by,
        "itsrdf:taConfidence": why.probability if why.probability < 1 else None,
    }
    return {key: value for key, value in body.items() if value is not None}


def _object(statement: Statement, value: Json) -> Json:
    """The value meant: a node by its @id, a literal as it stands; long texts are left to the graph."""
    if statement.property == "@type":
        return {"id": f"schema:{statement.value or value}"}
    values = value if isinstance(value, list) else [value]
    if any(isinstance(each, dict) and each["@id"] == statement.value for each in values):
        return {"id": statement.value}
    literal = statement.value or value
    return None if isinstance(literal, str) and len(literal) > LONGEST_LITERAL else literal


def _target(address: str, text: str, spans: tuple[Span, ...]) -> Json:
    if not spans:
        return f"{address}#article"
    targets = [_words(text, each) for each in spans]
    return targets[0] if len(targets) == 1 else targets


def _words(text: str, span: Span) -> dict[str, Json]:
    return {
        "source": "article.txt",
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[max(0, span.start - SURROUNDING) : span.start],
                "suffix": text[span.end : span.end + SURROUNDING],
            },
        ],
    }


def _digest(statement: Statement) -> str:
    """A name for the statement and its evidence that an edit elsewhere leaves alone, and a better measured probability, too."""
    why = statement.evidence
    parts = (statement.subject, statement.property, statement.value, why.source, why.by, why.spans)
    return hashlib.blake2b(repr(parts).encode(), digest_size=8).hexdigest()
