"""N-Quads and Turtle, read by rdflib."""

from __future__ import annotations

import rdflib
from rdflib.compare import isomorphic

from pipeline.publish.json_ld import json_ld
from pipeline.publish.rdf import n_quads, turtle
from tests.publish import samples


def read(content: bytes, form: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=content, format=form)


def test_both_say_what_the_document_says():
    document = json_ld(samples.GRAPH).replace(b'"https://schema.org"', b'{"@vocab": "https://schema.org/"}')
    meant = read(document, "json-ld")
    assert len(meant) > 20
    assert isomorphic(read(n_quads(samples.GRAPH), "nt"), meant)
    assert isomorphic(read(turtle(samples.GRAPH), "turtle"), meant)


def test_n_quads_are_sorted_and_turtle_is_the_same_every_time():
    lines = n_quads(samples.GRAPH).decode().splitlines()
    assert lines == sorted(lines)
    assert turtle(samples.GRAPH) == turtle(samples.GRAPH)
