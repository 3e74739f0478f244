"""RDF meaning of JSON-LD, compared with another implementation."""

from __future__ import annotations

from pyld import jsonld

from pipeline.standards.canonical import PLAIN_CONTEXT, canonical_hash, canonical_lines

DOCUMENT = {
    "@context": "https://schema.org",
    "@graph": [
        {"@id": "https://e.example/a", "@type": "NewsArticle", "headline": "A “b”\n\u2028", "author": {"name": "X"}},
        {"@id": "https://e.example/b", "@type": ["Person", "Patient"], "knows": [{"@id": "https://e.example/a"}]},
    ],
}


def test_it_agrees_with_pyld():
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    theirs = jsonld.normalize(DOCUMENT | {"@context": PLAIN_CONTEXT}, options)
    assert sorted(theirs.removesuffix("\n").split("\n")) == list(canonical_lines(DOCUMENT))


def test_order_of_nodes_and_keys_does_not_matter():
    first, second = DOCUMENT["@graph"]
    turned = {"@graph": [dict(reversed(second.items())), dict(reversed(first.items()))]}
    assert canonical_hash(DOCUMENT) == canonical_hash(turned)


def test_a_volatile_statement_does_not_matter_and_any_other_does():
    first, second = DOCUMENT["@graph"]
    assert canonical_hash({"@graph": [first | {"sdDatePublished": "2026-01-01"}, second]}) == canonical_hash(DOCUMENT)
    assert canonical_hash({"@graph": [first | {"headline": "C"}, second]}) != canonical_hash(DOCUMENT)


def test_an_empty_document_says_nothing():
    assert canonical_lines({"@graph": []}) == ()
