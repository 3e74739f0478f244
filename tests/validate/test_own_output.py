"""What we publish ourselves holds before our own validator."""

from pathlib import Path

import pytest

from benchmarks import mutants
from pipeline.run import validation
from pipeline.validate.engine import Settings

CASES = Path(__file__).parents[1] / "data" / "cases"
STRICT = validation.load(Settings(now=mutants.NOW, strict=True))
OURS = sorted(CASES.glob("*/6-publications/*.jsonld"))


@pytest.mark.parametrize("path", OURS, ids=lambda each: f"{each.parent.parent.name}/{each.name}")
def test_a_document_of_ours_has_no_error(path):
    assert [each for each in STRICT(path.read_bytes(), path=str(path)) if each.severity == "error"] == []


@pytest.mark.parametrize(
    "path", [each for each in OURS if each.name == "evidence.jsonld"], ids=lambda each: each.parent.parent.name
)
def test_the_evidence_is_clean(path):
    assert STRICT(path.read_bytes(), path=str(path)) == ()


def test_an_empty_slice_is_no_fault():
    assert STRICT(b'{"@context": "https://schema.org", "@graph": []}') == ()
