import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pipeline.fetch import packaged
from pipeline.validate import json_schema

SCHEMAS = packaged.schema_documents()
ROOT = json_schema.SCHEMA_BASE + "document.schema.json"
STRICT = tuple(each for each in SCHEMAS.values() if "lenient" not in each["$id"])
NODES = tuple(each for each in SCHEMAS.values() if "@type" in each.get("properties", {}))


@pytest.fixture(scope="module")
def engines():
    return json_schema.gate(SCHEMAS, ROOT), json_schema.reference(SCHEMAS, ROOT)


def as_document(example):
    return example if "@context" in example else {"@context": "https://schema.org", **example}


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=lambda each: each["$id"].rsplit("/", 1)[-1])
def test_a_schema_is_valid_and_says_what_it_is(schema):
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith(json_schema.SCHEMA_BASE)
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize("schema", STRICT, ids=lambda each: each["$id"].rsplit("/", 1)[-1])
def test_its_examples_are_valid(schema, engines):
    gate, reference = engines
    for example in schema.get("examples", []):
        assert list(reference(as_document(example))) == []
        assert gate(as_document(example))


@pytest.mark.parametrize("schema", NODES, ids=lambda each: each["$id"].rsplit("/", 1)[-1])
def test_its_types_and_properties_are_schema_orgs(schema):
    vocabulary = packaged.vocabulary()
    kinds = schema["properties"]["@type"]
    types = kinds.get("enum", [kinds.get("const")])
    assert set(types) <= set(vocabulary.table.types)
    names = {each for each in schema["properties"] if not each.startswith("@") and not each.endswith("-input")}
    if "role" not in schema["$id"] and "node" not in schema["$id"]:
        assert names <= vocabulary.properties_of(tuple(types))


@pytest.mark.parametrize("schema", NODES, ids=lambda each: each["$id"].rsplit("/", 1)[-1])
def test_what_it_requires_is_required(schema, engines):
    gate, reference = engines
    for example in schema.get("examples", []):
        for name in schema["required"]:
            less = {key: value for key, value in as_document(example).items() if key != name}
            assert not gate(less)
            assert list(reference(less))


def test_the_folder_holds_every_schema_that_is_referred_to():
    names = {Path(each["$id"]).name for each in SCHEMAS.values()}
    text = json.dumps([*SCHEMAS.values()])
    referred = {each.split('"')[0].split("#")[0] for each in text.split('"$ref": "')[1:]}
    assert {each for each in referred if each} <= names
