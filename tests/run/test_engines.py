"""A names model that cannot be used is told with every article, and the parser finds the names."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.model.errors import PipelineError
from pipeline.run.engines import load_annotator, load_tagger
from pipeline.run.names_model import packaged
from tests.annotate.articles import article, names


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    shutil.copytree(Path(str(packaged())), folder)
    weights = folder / "names.onnx"
    weights.write_bytes(weights.read_bytes()[:-1000])
    return folder


def test_damaged_weights_are_an_error_that_names_the_file(damaged: Path) -> None:
    with pytest.raises(PipelineError, match=r"names\.onnx"):
        load_tagger(damaged)


def test_without_the_names_model_every_article_is_told_and_names_come_from_the_parser(damaged: Path) -> None:
    outcome = load_annotator(weights=damaged)(article("Barack Obama visited Berlin on Monday."))
    assert [(each.code, each.severity) for each in outcome.findings] == [("names-model-unusable", "warning")]
    assert "names.onnx" in outcome.findings[0].message
    assert names(outcome.value, "person") == ["Barack Obama"]


def test_missing_weights_are_told_too(tmp_path: Path) -> None:
    outcome = load_annotator(weights=tmp_path)(article("Barack Obama visited Berlin on Monday."))
    assert [each.code for each in outcome.findings] == ["names-model-unusable"]


def test_with_the_names_model_nothing_is_told() -> None:
    assert load_annotator()(article("Barack Obama visited Berlin on Monday.")).findings == ()
