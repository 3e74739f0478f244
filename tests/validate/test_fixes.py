"""Every fix, applied, removes its finding and adds none; and it never touches an editor's words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import mutants
from benchmarks.mutant_kinds_shipped import SHIPPED_CHANGES
from pipeline.run import fixing, validation
from pipeline.validate import catalogue
from pipeline.validate.engine import Settings
from pipeline.validate.fixes import FIXABLE, Edit, apply

CHANGES = {**mutants.CHANGES, **SHIPPED_CHANGES}
ENGINE = validation.engine(Settings(now=mutants.NOW), validation.DEFAULT_PROFILES)
SHOWN = [each for each in catalogue.entries().values() if each.code in FIXABLE and each.wrong]


def codes(text: str) -> list[str]:
    return sorted(each.code for each in ENGINE.validate(text.encode()))


@pytest.mark.parametrize("entry", SHOWN, ids=lambda each: each.code)
def test_a_fix_removes_its_finding_and_adds_none(entry):
    before = codes(entry.wrong)
    fixed = fixing.fixed(ENGINE, entry.wrong.encode(), path="a.json")
    assert fixed is not None
    after = codes(fixed.after)
    assert before.count(entry.code) > after.count(entry.code)
    if entry.code != "json-syntax":
        assert all(after.count(code) <= before.count(code) for code in after)


def test_every_fixable_code_is_shown_by_an_example():
    assert {each.code for each in SHOWN} == FIXABLE


def test_fixing_keeps_the_layout_of_the_file():
    text = '{\n  "@context": "https://schema.org",\n  "@type": "NewsArticle",   "isAccessibleForFree": "False" }\n'
    fixed = fixing.fixed(ENGINE, text.encode(), path="a.json")
    assert fixed is not None
    assert fixed.after == text.replace('"False"', "false")


def test_values_behind_a_syntax_error_are_fixed_too():
    text = '{"@context": "https://schema.org", "@type": "NewsArticle", "isAccessibleForFree": "true",}'
    fixed = fixing.fixed(ENGINE, text.encode(), path="a.json")
    assert fixed is not None
    assert json.loads(fixed.after)["isAccessibleForFree"] is True
    assert fixed.codes == ("json-syntax", "boolean-as-text")


def test_scripts_of_a_page_are_fixed_in_place():
    document = mutants.changed(mutants.put(0, isAccessibleForFree="False"))
    page = mutants.page(document)
    fixed = fixing.fixed(ENGINE, page.encode(), path="a.html")
    assert fixed is not None
    assert fixed.after == page.replace('"isAccessibleForFree": "False"', '"isAccessibleForFree": false')


@pytest.mark.parametrize(
    "name", ["HTML in headline", "entity in headline", "merged authors", "mojibake in body", "byline in name"]
)
def test_words_are_never_touched(name):
    text = json.dumps(mutants.changed(mutants.CHANGES[name]))
    assert fixing.fixed(ENGINE, text.encode(), path="a.json") is None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(CHANGES)), st.sampled_from(sorted(CHANGES)))
def test_fixing_any_pair_of_defects_adds_nothing_and_a_second_time_changes_nothing(first, second):
    document = mutants.graph()
    for name in (first, second):
        try:
            CHANGES[name](document)
        except (AttributeError, KeyError, TypeError):
            return
    text = json.dumps(document)
    fixed = fixing.fixed(ENGINE, text.encode(), path="a.json")
    if fixed is not None:
        before, after = codes(text), codes(fixed.after)
        assert all(after.count(code) <= before.count(code) for code in after)
        assert fixing.fixed(ENGINE, fixed.after.encode(), path="a.json") is None


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.text(max_size=3))))
def test_edits_that_overlap_never_mix(text, spans):
    edits = [Edit(min(a, b, len(text)), min(max(a, b), len(text)), new, "x") for a, b, new in spans]
    assert isinstance(apply(text, edits), str)
    assert apply(text, []) == text
