"""The packaged weights: they are the ones the card describes, they find names, and damage is told with a way out."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from pipeline.annotate.name_model import ModelTagger
from pipeline.annotate.name_model.encoding import splitter
from pipeline.annotate.name_model.windows import tables, windows
from pipeline.model.errors import PipelineError
from pipeline.run.names_model import load_names_model, packaged


@pytest.fixture(scope="module")
def model() -> ModelTagger:
    return load_names_model()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    with_weights = tmp_path / "model"
    shutil.copytree(Path(str(packaged())), with_weights)
    return with_weights


def card() -> dict:
    return json.loads((packaged() / "card.json").read_text(encoding="utf-8"))


def test_the_committed_weights_are_the_ones_the_card_describes() -> None:
    for name, sha256 in card()["sha256"].items():
        assert hashlib.sha256((packaged() / name).read_bytes()).hexdigest() == sha256
        assert sha256 in (packaged() / "README.md").read_text(encoding="utf-8")


def test_the_weights_stay_small() -> None:
    assert sum(len(each.read_bytes()) for each in packaged().iterdir()) < 30_000_000


def test_encoding_is_the_one_the_network_was_trained_with() -> None:
    lines = (packaged() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    split = splitter({piece: number for number, piece in enumerate(lines) if piece})
    for check in json.loads((packaged() / "checks.json").read_text(encoding="utf-8")):
        (window,) = windows([check["text"]], split)
        assert [[word.start, word.end] for word in window.words] == check["places"]
        assert list(window.pieces) == check["ids"]
        assert list(window.shapes) == check["shapes"]
        assert list(window.first) == check["first"]


def test_evidence_names_model_and_version(model: ModelTagger) -> None:
    assert model.name == f"{card()['name']}-{card()['version']}"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Park Ji-woon scored twice as Eastport drew.", "Park Ji-woon"),
        ("Prime Minister Nguyễn Xuân Phúc flew to Hanoi.", "Nguyễn Xuân Phúc"),
        ("The court freed José María García Hernández on Monday.", "José María García Hernández"),
        ("“It is over,” Abdullah al-Otaibi told reporters.", "Abdullah al-Otaibi"),
        ("President Adebayo Okonkwo’s spokesman declined to comment.", "Adebayo Okonkwo"),
        ("Szabó Zoltán, a farmer, lost his crop.", "Szabó Zoltán"),
        ("Mr. O'Brien-Walsh (Labour) said no.", "O'Brien-Walsh"),
    ],
)
def test_persons_of_every_tradition_are_found_without_title_or_possessive(
    model: ModelTagger, text: str, person: str
) -> None:
    (spans,) = model([text])
    assert person in [text[each.start : each.end] for each in spans if each.type == "person"]


@pytest.mark.parametrize("text", ["", " ", "a" * 100_000, "🙂 \x00 \u202e", "no names here at all."])
def test_text_without_names_gives_none(model: ModelTagger, text: str) -> None:
    assert model([text]) == [()]


def test_five_thousand_names_in_a_row_are_found(model: ModelTagger) -> None:
    (spans,) = model([", ".join(["Ana Lima"] * 5000)])
    assert len(spans) > 4500


def test_padding_does_not_change_the_scores(model: ModelTagger) -> None:
    short, long = (next(iter(windows([text], model.split))) for text in ("Ana Lima spoke.", "Ana Lima spoke. " * 9))
    (alone,) = model.session.run(["logits"], tables([short]))
    (padded,) = model.session.run(["logits"], tables([long, short]))
    assert np.abs(alone[0] - padded[1, : len(short.pieces)]).max() < 1.5  # int8 activations share one scale in a batch


@pytest.mark.parametrize("name", ["names.onnx", "vocab.txt", "card.json"])
def test_a_missing_file_is_told_with_the_way_out(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(PipelineError, match=rf"{name} cannot be read .* let spaCy find the names"):
        load_names_model(copy)


@pytest.mark.parametrize("name", ["names.onnx", "vocab.txt"])
def test_a_damaged_file_is_not_loaded(copy: Path, name: str) -> None:
    (copy / name).write_bytes((copy / name).read_bytes()[:-1])
    with pytest.raises(PipelineError, match="is not the one its card describes"):
        load_names_model(copy)


def test_weights_that_onnx_runtime_cannot_run_are_told_as_such(copy: Path) -> None:
    (copy / "names.onnx").write_bytes(b"no network")
    told = json.loads((copy / "card.json").read_text(encoding="utf-8"))
    told["sha256"]["names.onnx"] = hashlib.sha256(b"no network").hexdigest()
    (copy / "card.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(PipelineError, match="cannot be run"):
        load_names_model(copy)


@pytest.mark.parametrize("content", [b"{", b"[]", b"{}", b'{"name": "\xff"}'])
def test_a_damaged_card_is_told_as_such(copy: Path, content: bytes) -> None:
    (copy / "card.json").write_bytes(content)
    with pytest.raises(PipelineError, match=r"card .* is damaged"):
        load_names_model(copy)
