"""The fast engine may only call clean what the reference engines call clean too."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import mutants
from benchmarks.mutant_kinds_shipped import SHIPPED_CHANGES, others
from pipeline.fetch import packaged
from pipeline.run import validation
from pipeline.validate import catalogue, json_ld, json_schema
from pipeline.validate.engine import STRICT_ROOT, Settings
from pipeline.validate.nodes import View

SCHEMAS = packaged.schema_documents()
GATE = json_schema.gate(SCHEMAS, STRICT_ROOT)
REFERENCE = json_schema.reference(SCHEMAS, STRICT_ROOT)
FAST = validation.load(Settings(now=mutants.NOW, strict=True))
THOROUGH = validation.load(Settings(now=mutants.NOW, strict=True, thorough=True))
GATED = validation.load(Settings(now=mutants.NOW))
UNGATED = validation.load(Settings(now=mutants.NOW, one_document=True))
CHANGED = {
    **{name: mutants.changed(change) for name, change in {**mutants.CHANGES, **SHIPPED_CHANGES}.items()},
    **others(),
}
EXAMPLES = [
    example if "@context" in example else {"@context": "https://schema.org", **example}
    for schema in SCHEMAS.values()
    if "lenient" not in schema["$id"]
    for example in schema.get("examples", [])
    if isinstance(example, dict) and "@type" in example
]


@pytest.mark.parametrize("document", [*CHANGED.values(), mutants.graph()], ids=[*CHANGED, "clean"])
def test_both_schema_engines_give_one_verdict(document):
    assert GATE(document) is (not list(REFERENCE(document)))


@pytest.mark.parametrize("name", CHANGED)
def test_fast_and_thorough_find_the_same(name):
    content = json.dumps(CHANGED[name]).encode()
    assert FAST(content) == THOROUGH(content)


@pytest.mark.parametrize("document", [*CHANGED.values(), *EXAMPLES, mutants.graph()])
def test_with_and_without_the_fast_engine_the_findings_are_the_same(document):
    content = json.dumps(document).encode()
    assert GATED(content) == UNGATED(content)


@pytest.mark.parametrize("document", EXAMPLES, ids=lambda each: str(each["@type"]))
def test_what_the_gate_accepts_no_slow_layer_blames(document):
    assert GATE(document)
    layers = {each.code: catalogue.entry(each.code).layer for each in THOROUGH(document)}
    assert not {"json-schema", "json-ld", "vocabulary"} & set(layers.values())


VALUES = st.sampled_from(
    ["", " ", "A", "2014-02-30", "2014-11-18", "https://example.org/a", "http://", "a b", "@x", "urn:a:b", None, True, 5, -1, 1.5,
     [], {}, ["A", "A"], {"@id": "https://example.org/a#article"}, {"@id": 5}, {"@value": "A"}, {"@type": "Person", "name": "B"},
     {"@id": "https://example.org/b", "@type": "Place", "name": "B"}, "https://schema.org/EventCancelled", "EventCancelled"]
)  # fmt: skip
NAMES = st.sampled_from(sorted({key for schema in SCHEMAS.values() for key in schema.get("properties", {})}))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(range(7)), NAMES, VALUES)
def test_whatever_value_a_property_gets_the_gate_is_never_milder(index, name, value):
    document = mutants.graph()
    document["@graph"][index][name] = value
    if GATE(document):
        slow = [*json_ld.rules(View(document), packaged.context(), thorough=True)]
        assert slow == []
        assert sorted(GATED(document), key=repr) == sorted(UNGATED(document), key=repr)
        fast, thorough = FAST(document), THOROUGH(document)
        assert {each.code for each in thorough} == {each.code for each in fast}


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(range(7)),
    st.sampled_from(["@id", "@type", "@graph", "@context", "@value", "@list", "@reverse"]),
    VALUES,
)
def test_what_is_plainly_right_pyld_expands(index, keyword, value):
    document = mutants.graph()
    document["@graph"][index][keyword] = value
    if json_ld.plainly_right(document):
        assert not [
            each for each in json_ld.rules(View(document), packaged.context(), thorough=True) if "json-ld-" in each.code
        ]


def test_a_gate_made_for_one_document_gives_the_verdict_of_the_whole_one():
    for document in (*CHANGED.values(), mutants.graph()):
        types = frozenset(name for node in View(document).nodes for name in node.types)
        small = json_schema.gate(json_schema.only_for(SCHEMAS, types), STRICT_ROOT)
        assert small(document) is GATE(document)
