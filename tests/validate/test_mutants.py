"""Every single defect of the benchmark is found, and nothing in the clean documents."""

import pytest

from benchmarks import mutants
from pipeline.run import validation
from pipeline.validate.engine import Settings

VALIDATE = validation.load(Settings(now=mutants.NOW))


def found(text):
    return [each.code for each in VALIDATE(text.encode()) if each.code not in mutants.TRUE_OF_CLEAN]


@pytest.mark.parametrize("mutant", [*mutants.mutants()], ids=lambda each: each.name)
def test_a_defect_is_found(mutant):
    assert found(mutant.text) != []


@pytest.mark.parametrize("document", mutants.clean(), ids=lambda each: each.name)
def test_a_clean_document_is_clean(document):
    assert found(document.text) == []


def test_every_kind_of_defect_has_a_name_of_its_own():
    names = [each.name for each in mutants.mutants()]
    assert len(names) == len(set(names)) > 250
