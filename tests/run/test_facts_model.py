"""The packaged weights of the facts model: they are the ones the card describes, and damage is told with a way out."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from pipeline.annotate.fact_model import FactModel
from pipeline.annotate.fact_model.pairs import locate, tables, with_organizations
from pipeline.annotate.linking import Asked, Known
from pipeline.annotate.name_model.windows import windows
from pipeline.model.errors import PipelineError
from pipeline.run.engines import load_annotator
from pipeline.run.facts_model import NETWORKS, load_facts_model, packaged
from tests.annotate.articles import article


@pytest.fixture(scope="module")
def model() -> FactModel:
    return load_facts_model()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    with_weights = tmp_path / "model"
    shutil.copytree(Path(str(packaged())), with_weights)
    return with_weights


def card() -> dict:
    return json.loads((packaged() / "card.json").read_text(encoding="utf-8"))


def test_the_committed_weights_are_the_ones_the_card_describes() -> None:
    for name in NETWORKS:
        sha256 = card()["sha256"][name]
        assert hashlib.sha256((packaged() / name).read_bytes()).hexdigest() == sha256
        assert sha256 in (packaged() / "README.md").read_text(encoding="utf-8")


def test_the_weights_stay_small() -> None:
    assert sum(len(each.read_bytes()) for each in packaged().iterdir()) < 15_000_000


def test_numbers_are_those_the_network_was_trained_with(model: FactModel) -> None:
    for check in json.loads((packaged() / "checks.json").read_text(encoding="utf-8")):
        known = [Known(0, start, end, kind, name) for start, end, kind, name in check["known"]]
        (window,) = windows([check["text"]], model.split)
        located = locate(window, known, 0)
        made = tables(window, located)
        assert {name: table.tolist() for name, table in made.items()} == check["tables"]
        asked = {each.id for each in known if each.kind in {"person", "pronoun"}}
        assert sorted(list(each.row) for each in with_organizations(window, located, asked)) == check["pairs"]


def test_evidence_names_model_and_version(model: FactModel) -> None:
    assert model.name == f"{card()['name']}-{card()['version']}"


def test_an_office_holder_belongs_to_the_company_and_who_criticises_it_does_not(model: FactModel) -> None:
    text = "Ida Moe, who runs sales at Harwell Foods, was criticised by the activist Jon Dahl."
    known = [
        Known(0, 0, 7, "person", "moe"),
        Known(0, 27, 40, "organization", "harwell"),
        Known(0, text.index("Jon"), text.index("Jon") + 8, "person", "dahl"),
    ]
    scores = {each.a: each.score for each in model.read([text], known).links(Asked({"moe", "dahl"}))}
    assert scores["moe"] > 0 > scores["dahl"]


def test_a_date_points_at_what_happened_then(model: FactModel) -> None:
    text = "Moe first saw the dot on 3 May 2019, said Dahl, who has been at Harwell since 2011."
    first, since = (
        Known(0, text.index(each), text.index(each) + len(each), "time", each) for each in ("3 May 2019", "2011")
    )
    told = {(each.at.id, text[each.start : each.end]): each.score for each in model.read([text], [first, since]).told()}
    assert max(told, key=lambda each: told[each]) == ("3 May 2019", "saw")
    assert not [each for each, score in told.items() if each[0] == "2011" and score > 0]


@pytest.mark.parametrize("text", ["", " ", "a" * 100_000, "🙂 \x00 \u202e", "no names here at all."])
def test_texts_that_say_nothing_give_nothing(model: FactModel, text: str) -> None:
    read = model.read([text], [Known(0, 0, len(text), "person", "p")])
    assert read.links(Asked({"p"}, {"p"})) == []
    assert read.told() == []


def test_damaged_weights_are_an_error_that_names_the_file(copy: Path) -> None:
    (copy / "facts.onnx").write_bytes((copy / "facts.onnx").read_bytes()[:-1000])
    with pytest.raises(PipelineError, match=r"facts\.onnx .* Install newsgraph again"):
        load_facts_model(copy)


def test_weights_that_are_no_network_are_an_error_too(copy: Path) -> None:
    (copy / "facts.onnx").write_bytes(b"nothing")
    told = json.loads((copy / "card.json").read_text(encoding="utf-8"))
    told["sha256"]["facts.onnx"] = hashlib.sha256(b"nothing").hexdigest()
    (copy / "card.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(PipelineError, match="cannot be run"):
        load_facts_model(copy)


def test_without_the_facts_model_every_article_is_told_and_the_rules_go_on(tmp_path: Path) -> None:
    outcome = load_annotator(facts_weights=tmp_path)(article("Jon Dahl, mayor of Harwell, left on Monday."))
    assert [(each.code, each.severity) for each in outcome.findings] == [("facts-model-unusable", "warning")]
    assert [each.title for each in outcome.value.roles] == ["mayor of Harwell"]
