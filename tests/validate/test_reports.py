import json

import pytest
from inline_snapshot import snapshot
from lxml import etree

from benchmarks import mutants
from pipeline.model.finding import Finding
from pipeline.run import validation
from pipeline.validate.report import FORMATS, renderer
from pipeline.validate.report.checked import Checked, excerpts, fingerprint

WRONG = '{"@context": "https://schema.org",\n "@type": "Person",\n "nme": "Ada <b>"}'


@pytest.fixture(scope="module")
def checked():
    request = validation.Request(now=mutants.NOW)
    wrong = validation.Target(name="odd name, 100%.json", content=WRONG.encode())
    clean = validation.Target(name="clean.json", content=json.dumps(mutants.graph()).encode())
    return tuple(validation.check(request, [wrong, clean]))


def test_text_shows_the_source_with_a_caret(checked):
    assert renderer("text")(checked) == snapshot(
        """\
odd name, 100%.json
  3:2  error  schema.org 30.0 has no property "nme".  [misspelt-property]
    | "nme": "Ada <b>"}
    | ^
    at /nme
    Did you mean name?

2 files, 1 clean: 1 error, 0 warnings, 0 infos
"""
    )


def test_many_findings_of_one_code_are_folded():
    findings = tuple(Finding(code="empty-value", severity="warning", message="x", pointer=f"/{i}") for i in range(50))
    text = renderer("text")((Checked(path="a", findings=findings),))
    assert text.count("[empty-value]") == 20
    assert "… and 30 more of empty-value" in text


def test_sarif_has_rules_results_and_places(checked):
    log = json.loads(renderer("sarif")(checked))
    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "misspelt-property"
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 2}
    assert " " not in place["artifactLocation"]["uri"]
    assert result["partialFingerprints"]


def test_junit_counts_cases_and_failures(checked):
    root = etree.fromstring(renderer("junit")(checked).encode())
    assert root.attrib == {"name": "newsgraph", "tests": "2", "failures": "1"}
    assert [each.get("failures") for each in root] == ["1", "0"]


def test_github_commands_escape_what_would_end_them(checked):
    first = renderer("github")(checked).splitlines()[0]
    assert first.startswith("::error file=odd name%2C 100%25.json,line=3,col=2,title=misspelt-property::")


def test_gitlab_fingerprints_are_unique():
    same = Finding(code="empty-value", severity="warning", message="x", path="a")
    issues = json.loads(renderer("gitlab")((Checked(path="a", findings=(same, same)),)))
    assert len({each["fingerprint"] for each in issues}) == 2


def test_html_escapes_what_the_document_says(checked):
    page = renderer("html")(checked)
    assert "<b>" not in page
    assert "Ada &lt;b&gt;" in page
    assert "<script" not in page


@pytest.mark.parametrize("form", FORMATS)
def test_no_finding_at_all_is_a_valid_report_too(form):
    assert renderer(form)(())


def test_a_fingerprint_survives_a_moved_line_and_no_other_value():
    one = Finding(code="a", severity="error", message="m", path="p", pointer="/x", line=1)
    moved = Finding(code="a", severity="error", message="m", path="p", pointer="/x", line=9)
    other = Finding(code="a", severity="error", message="n", path="p", pointer="/x", line=1)
    assert fingerprint(one) == fingerprint(moved) != fingerprint(other)


def test_an_excerpt_of_a_long_line_keeps_the_place():
    text = "x" * 5000 + "HERE" + "y" * 5000
    (piece,) = excerpts(text, (Finding(code="a", severity="error", message="m", line=1, column=5001),))
    assert piece is not None
    assert piece.text[piece.caret :].startswith("HERE")
    assert len(piece.text) < 110
