import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from benchmarks import mutants
from pipeline.fetch import packaged
from pipeline.standards.json_ld import expand
from pipeline.validate import json_schema
from pipeline.validate.profiles import read

OFFICIAL = Path(__file__).parents[3] / "shared" / "external" / "schema-org" / "schemaorgcontext-30.0.jsonld"
VOCABULARY = packaged.vocabulary()
TABLE = VOCABULARY.table
SCHEMAS = packaged.schema_documents()


def test_the_table_is_release_30_with_all_its_terms():
    assert TABLE.release == "30.0"
    assert (len(TABLE.types), len(TABLE.properties), len(TABLE.members)) == (933, 1521, 533)


def test_every_parent_domain_and_range_is_a_known_type():
    named = {each for entry in TABLE.types.values() for each in entry.parents}
    named |= {each for entry in TABLE.properties.values() for each in (*entry.domain, *entry.range)}
    named |= {each for classes in TABLE.members.values() for each in classes}
    assert named <= set(TABLE.types) | set(TABLE.retired)


def test_domain_and_range_are_inherited():
    assert "name" in VOCABULARY.properties_of(("NewsArticle",))
    assert "headline" in VOCABULARY.properties_of(("ReportageNewsArticle",))
    assert VOCABULARY.fits("NewsMediaOrganization", VOCABULARY.expected("author"))
    assert VOCABULARY.fits("Role", VOCABULARY.expected("author"))
    assert not VOCABULARY.fits("Place", VOCABULARY.expected("author"))


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official context is not on this machine")
def test_our_small_context_coerces_what_the_official_one_coerces():
    official = json.loads(OFFICIAL.read_bytes())["@context"]
    ours = packaged.context()["@context"]
    coerced = {name: term for name, term in official.items() if isinstance(term, dict) and "@type" in term}
    assert {name: term for name, term in coerced.items() if name not in TABLE.retired} == {
        name: term for name, term in ours.items() if isinstance(term, dict) and "@type" in term
    }


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official context is not on this machine")
def test_a_graph_expands_to_the_same_with_both_contexts():
    official = json.loads(OFFICIAL.read_bytes())
    document = mutants.graph()
    small = expand(document, context=packaged.context())
    large = expand({**document, "@context": official["@context"]}, context=official)
    assert small.document == large.document


@pytest.mark.parametrize("name", packaged.profile_names())
def test_a_profile_has_its_source_and_asks_only_for_what_schema_org_has(name):
    profile = read(packaged.profile(name))
    assert profile.source.startswith("https://")
    assert profile.checked.year >= 2026
    assert {*profile.applies_to, *profile.ended} <= set(TABLE.types)
    for rule in profile.rule:
        paths = [*([rule.property] if rule.property else []), *(rule.alternatives if profile.kind == "node" else ())]
        names = {each for path in paths for each in path.split(".") if not each.startswith("@")}
        assert names <= set(TABLE.properties)
        assert bool(rule.meta) is (profile.kind == "page")


def test_the_lenient_schema_takes_what_others_publish_and_refuses_the_unreadable():
    lenient = Draft202012Validator(SCHEMAS[json_schema.SCHEMA_BASE + "lenient.schema.json"])
    context = {"@context": "https://schema.org"}
    assert lenient.is_valid({**context, "@type": "Recipe", "name": "Soup", "author": "B", "tone": {"x": [1]}})
    assert lenient.is_valid(mutants.graph())
    assert not lenient.is_valid({**context, "@type": [5]})
    assert not lenient.is_valid({**context, "headline": {"@type": "Thing", "name": "A"}})
    assert not lenient.is_valid({"@type": "NewsArticle", "headline": "A"})


def test_what_the_strict_schemas_take_the_lenient_one_takes():
    lenient = Draft202012Validator(SCHEMAS[json_schema.SCHEMA_BASE + "lenient.schema.json"])
    for schema in SCHEMAS.values():
        for example in schema.get("examples", []):
            document = example if "@context" in example else {"@context": "https://schema.org", **example}
            assert lenient.is_valid(document)
