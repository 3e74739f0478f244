"""Step 4. A checkpoint in, the packaged model out: int8 ONNX, vocabulary, `checks.json`, `card.json` and the model card."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from datetime import date
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from calibrate import calibration
from card import text_of
from corpora import split_hash
from decoding import encode, predict, windows
from encoding import ENCODER
from network import Names
from scoring import score
from train import load

NAME = "newsgraph-names"
WHOLE = ("/head/", "/shape_", "/bert/encoder/layer.0/output/dense/")
"""What stays in full precision: it costs little, and in int8 up to three points. Behind the GELU of the first layer two channels reach
four times as far as the others, and one scale would serve them all."""
CHECKS = (
    "Park Dae-jung’s envoy, Seo Min-ho, left Seoul for Hanoi on Monday.",
    "“We will not go,” said Nguyễn Thị Kim Ngân, 63, of Viet Nam News — “ever”.",
    "Mr. O'Neill (Labour) met José María García-Hernández at St. Mary's Hospital, N'Djamena.",
    "BREAKING: IAEA CHIEF TO VISIT IRAN NEXT WEEK",
    "Der Spiegel, 北京 and محمد in one line 🙂 a_b \u00adx",
)


def to_onnx(model: Names, out: Path, *, reduce_range: bool = True) -> None:
    """Dynamic int8 with the embedding table; `reduce_range` keeps CPUs without VNNI from overflowing."""
    model.eval()
    model.bert.config._attn_implementation = "eager"  # noqa: SLF001  transformers has no public switch after loading
    inputs = (
        torch.randint(1000, 2000, (2, 16)),
        torch.zeros(2, 16, dtype=torch.long),
        torch.ones(2, 16, dtype=torch.long),
    )
    names = ("ids", "shapes", "mask")
    with tempfile.TemporaryDirectory() as folder:
        full = f"{folder}/full.onnx"
        axes = {name: {0: "windows", 1: "pieces"} for name in (*names, "logits")}
        torch.onnx.export(
            model,
            inputs,
            full,
            input_names=list(names),
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        names = [each.name for each in onnx.load(full).graph.node]
        whole = [each for each in names if each.startswith(WHOLE)]
        quantize_dynamic(
            full,
            out,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=reduce_range,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            nodes_to_exclude=whole,
        )


def runner(path: Path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(ids: np.ndarray, shapes: np.ndarray, mask: np.ndarray) -> np.ndarray:
        return session.run(["logits"], {"ids": ids, "shapes": shapes, "mask": mask})[0]

    return run


def checks(run) -> list[dict]:
    """What the product's copy of the rules must give for some texts."""
    made = []
    for text in CHECKS:
        places = windows(text)[0]
        ids, shapes, first = encode(text, places)
        made.append(
            {
                "text": text,
                "places": places,
                "ids": ids,
                "shapes": shapes,
                "first": first,
                "spans": [span[:3] for span in predict([text], run)[0]],
            }
        )
    return made


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("checkpoint", type=Path)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--layers", type=int, required=True)
    ask.add_argument("--version", required=True)
    ask.add_argument("--data", nargs="+", required=True)
    told = ask.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    model = Names(told.layers)
    model.load_state_dict(torch.load(told.checkpoint)["model"])
    documents = [each for path in told.data for each in load(path)]
    weights = told.folder / "names.onnx"
    to_onnx(model, weights)
    shutil.copy(ENCODER / "vocab.txt", told.folder / "vocab.txt")
    (told.folder / "vocab.txt").chmod(0o644)
    run = runner(weights)
    held = [each for each in documents if each["fold"] == "held"]
    card = {
        "name": NAME,
        "version": told.version,
        "date": date.today().isoformat(),
        "license": "CC-BY-SA-4.0",
        "layers": told.layers,
        "split": split_hash(documents),
        "sha256": {
            name: hashlib.sha256((told.folder / name).read_bytes()).hexdigest() for name in ("names.onnx", "vocab.txt")
        },
        "calibration": calibration(held, run),
        "scores": score(held, lambda texts: predict(texts, run)),
    }
    write(told.folder, card, checks(run))


def write(folder: Path, card: dict, made: list[dict]) -> None:
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf8")
    (folder / "checks.json").write_text(json.dumps(made, ensure_ascii=False) + "\n", encoding="utf8")
    (folder / "README.md").write_text(text_of(card, (folder / "names.onnx").stat().st_size), encoding="utf8")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
