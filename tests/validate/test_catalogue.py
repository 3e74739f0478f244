import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.run import validation
from pipeline.validate import catalogue, codes
from pipeline.validate.codes.entry import Entry
from pipeline.validate.engine import Settings

PIPELINE = Path(__file__).parents[2] / "pipeline"
ENTRIES = tuple(catalogue.entries().values())
SHOWN = tuple(each for each in ENTRIES if each.wrong)
MAKERS = re.compile(r"(?i)(?:finding|fault|remark|_error|problem)$")
"""Functions and records that take a code first, by the end of their name."""
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


SETTINGS = Settings(now=datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def validators():
    """By layer; None for the layers that need neither profiles nor our own schemas."""
    strict = Settings(strict=True, now=SETTINGS.now)
    return {
        "profiles": validation.load(SETTINGS),
        "json-schema": validation.load(strict, ()),
        None: validation.load(SETTINGS, ()),
    }


@pytest.fixture
def validate(entry, validators):
    """The examples of other layers need not please the profiles."""
    return validators.get(entry.layer, validators[None])


def codes_in(source: str) -> set[str]:
    """The literal codes in a module: given as ``code=`` or as the first argument of what makes a finding."""
    calls = [each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Call)]
    given = [key.value for each in calls for key in each.keywords if key.arg == "code"]
    given += [each.args[0] for each in calls if each.args and MAKERS.search(ast.unparse(each.func))]
    texts = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return {each for each in texts if KEBAB.fullmatch(each)}


def codes_of(validate, text: str) -> set[str]:
    return {each.code for each in validate(text.encode("utf-8"))}


@pytest.mark.parametrize("entry", SHOWN, ids=lambda each: each.code)
def test_the_wrong_example_gives_the_code(entry: Entry, validate):
    assert entry.code in codes_of(validate, entry.wrong)


@pytest.mark.parametrize("entry", SHOWN, ids=lambda each: each.code)
def test_the_right_example_gives_nothing_above_info(entry: Entry, validate):
    findings = validate(entry.right.encode("utf-8"))
    assert [each for each in findings if each.severity != "info"] == []
    assert entry.code not in {each.code for each in findings}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda each: each.code)
def test_an_entry_is_complete(entry: Entry):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.code)
    assert entry.title
    assert entry.why.endswith((".", "”."))
    assert entry.fix.endswith(".")


def test_every_code_used_in_the_program_has_an_entry():
    used = {code for path in PIPELINE.rglob("*.py") for code in codes_in(path.read_text(encoding="utf-8"))}
    assert len(used) > 60
    assert used - set(catalogue.entries()) == set()


def test_no_code_stands_in_two_families():
    listed = [each.code for family in codes.FAMILIES for each in family]
    assert len(listed) == len(set(listed))


OF_THE_VALIDATOR = frozenset(
    ["syntax", "json-ld", "vocabulary", "json-schema", "profiles", "consistency", "page", "formats", "edition"]
)
NEVER_HERE = frozenset(
    f"json-ld-{each}"
    for each in (
        "conflicting-indexes",  # only flattening makes it
        "loading-document-failed",  # nothing is loaded
        "loading-remote-context-failed",
        "invalid-remote-context",
        "multiple-context-link-headers",
        "context-overflow",
        "invalid-script-element",  # scripts are read here, and not by the processor
        "list-of-lists",  # of JSON-LD 1.0
        "processing-mode-conflict",
        "invalid-graph",  # of framing
        "invalid-context-entry",  # the processor says it more precisely
        "invalid-protected-value",
        "invalid-json-literal",
        "invalid-scoped-context",
        "iri-confused-with-prefix",
    )
)
"""Codes of the specification that the processor does not give for a document with its contexts at hand."""


def test_every_code_of_the_validator_has_a_case_that_triggers_it():
    tests = [
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parent.glob("test_*.py")
        if path.name != Path(__file__).name
    ]
    named = {code for text in tests for code in re.findall(r'"([a-z0-9-]+)"', text)}
    own = {each.code for each in ENTRIES if each.layer in OF_THE_VALIDATOR and not each.wrong}
    assert own - named == NEVER_HERE


def test_every_code_of_the_validator_says_where_its_rule_is_from():
    assert [each.code for each in ENTRIES if each.layer in OF_THE_VALIDATOR and not each.source] == []


@pytest.mark.parametrize(
    "code", ["json-ld-invalid-term-definition", "json-ld-invalid-value-object", "json-ld-invalid-index-value"]
)
def test_what_the_processor_refuses_is_pointed_at(code, validators):
    (finding,) = [each for each in validators[None](catalogue.entry(code).wrong.encode()) if each.code == code]
    assert finding.pointer in ("/@context", "/alternateName", "/@index")
    assert finding.column > 1
