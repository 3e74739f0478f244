"""Step 2. A checkpoint in, the packaged model out: int8 ONNX, `checks.json`, `card.json` and the model card."""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from datetime import date
from itertools import repeat
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from encoding import ENCODER
from examples import RELATIONS, Example, bare, example, is_name
from markup import Document, document, marked, parts, split_hash
from model_card import text_of
from network import Facts
from train import READ, TEXTS, curve, grouped

NAME = "newsgraph-facts"
CHECKS = (
    "{P1|Park Dae-jung} of {O1|Hanil Steel} left {L1|Seoul} on {D1|Monday}. {P1|He} told {P2|Jo O'Neill} of {O2|the Echo} so!",
    "“{O1|Nusa Farma} was first,” said {P1|Nguyễn Thị Kim Ngân}, who runs {O2|Café São} in {L1|N'Djamena}.",
)
KNOWN = {"P": "person", "p": "pronoun", "O": "organization", "L": "place", "D": "time"}
INPUTS = ("ids", "shapes", "kinds")


class Reader(nn.Module):
    """What the product runs first: one window without padding."""

    def __init__(self, model: Facts) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, kinds: torch.Tensor) -> tuple[torch.Tensor, ...]:
        states = self.model(ids, shapes, kinds)
        return states, self.model.titles(states)


class Scorer(nn.Module):
    """What it runs then, for every question about the window."""

    def __init__(self, model: Facts) -> None:
        super().__init__()
        self.model = model

    def forward(self, states: torch.Tensor, pairs: torch.Tensor) -> torch.Tensor:
        return self.model.of_pairs(states, pairs)


def to_onnx(model: Facts, reader: Path, scorer: Path) -> None:
    """Dynamic int8; `reduce_range` keeps CPUs without VNNI from overflowing. The heads stay as they are."""
    model.eval()
    for layer in model.layers:
        layer.attention.self.config._attn_implementation = "eager"  # noqa: SLF001  transformers has no public switch
    ids = torch.randint(1000, 2000, (1, 40))
    pairs = torch.tensor([[0, 1, 2, 5, 6, 0, 1], [0, 9, 9, 5, 6, 0, 1], [0, 9, 11, 15, 16, 1, 7]])
    zeros = torch.zeros(1, 40, dtype=torch.long)
    pieces = {name: {1: "pieces"} for name in (*INPUTS, "states", "titles")}
    with tempfile.TemporaryDirectory() as folder:
        full = f"{folder}/full.onnx"
        torch.onnx.export(
            Reader(model), (ids, zeros, zeros), full, input_names=list(INPUTS), output_names=["states", "titles"],
            dynamic_axes=pieces, opset_version=17, dynamo=False,
        )  # fmt: skip
        whole = [each.name for each in onnx.load(full).graph.node if not in_body(each)]
        quantize_dynamic(
            full, reader, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"], nodes_to_exclude=whole,
        )  # fmt: skip
    torch.onnx.export(
        Scorer(model), (model(ids, zeros, zeros).detach(), pairs), str(scorer), input_names=["states", "pairs"], output_names=["scores"],
        dynamic_axes={"states": {1: "pieces"}, "pairs": {0: "pairs"}, "scores": {0: "pairs"}}, opset_version=17, dynamo=False,
    )  # fmt: skip


def in_body(node: onnx.NodeProto) -> bool:
    return "/layers." in node.name or any("word_embeddings.0.weight" in each for each in node.input)


def runner(*paths: Path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    reader, scorer = (
        onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]) for path in paths
    )

    def run(each: Example) -> np.ndarray:
        pairs = np.array([(0, *pair.a, *pair.b, pair.relation, pair.crowd) for pair in each.pairs], np.int64)
        table = {"ids": np.array([each.ids]), "shapes": np.array([each.shapes]), "kinds": np.array([each.kinds])}
        (states,) = reader.run(["states"], table)
        return scorer.run(["scores"], {"states": states, "pairs": pairs})[0]

    return run


def scores(held: list[Document], run) -> dict[str, str]:
    """Held-out scores of the packaged network."""
    found: dict[str, list[tuple[float, int]]] = {}
    for each in (one for whole in held for one in parts(whole, repeat(READ))):
        made = example(each, None)
        if made.pairs:
            linked = torch.from_numpy(run(made)[:, 0])
            groups = grouped(linked, torch.tensor([pair.group for pair in made.pairs]), len(made.aims)).tolist()
            kinds = {pair.group: RELATIONS[pair.relation] for pair in made.pairs}
            for number, (score, aim) in enumerate(zip(groups, made.aims, strict=True)):
                found.setdefault(kinds[number], []).append((score, aim))
    return {kind: curve(pairs) for kind, pairs in sorted(found.items())}


def checks() -> list[dict]:
    """What the product's copy of the rules must give for some texts."""
    made = []
    for check in CHECKS:
        given = bare(document("check", check))
        each = example(given, None)
        named = [(span, given.text[span.start : span.end]) for span in given.spans]
        kinds = [(span, span.id[0] if span.id[0] != "P" or is_name(words) else "p") for span, words in named]
        rows = [[0, *pair.a, *pair.b, pair.relation, pair.crowd] for pair in each.pairs if pair.relation == 0]
        made.append(
            {
                "text": given.text,
                "known": [[span.start, span.end, KNOWN[kind], span.id] for span, kind in kinds],
                "tables": {"ids": [each.ids], "shapes": [each.shapes], "kinds": [each.kinds]},
                "pairs": sorted(rows),
            }
        )
    return made


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("checkpoint", type=Path)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--texts", type=Path, nargs="+", default=TEXTS)
    ask.add_argument("--version", default="1")
    told = ask.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    saved = torch.load(told.checkpoint)
    model = Facts(saved["layers"], saved["rank"])
    model.load_state_dict(saved["model"])
    weights = [told.folder / name for name in ("facts.onnx", "pairs.onnx")]
    to_onnx(model, *weights)
    documents = [each for folder in told.texts for each in marked(folder)]
    card = {
        "name": NAME,
        "version": told.version,
        "date": date.today().isoformat(),
        "license": "CC-BY-SA-4.0",
        "layers": saved["layers"],
        "split": split_hash(documents),
        "sha256": {
            **{each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in weights},
            "vocab.txt": hashlib.sha256((ENCODER / "vocab.txt").read_bytes()).hexdigest(),
        },
        "scores": scores([each for each in documents if each.held], runner(*weights)),
    }
    size = sum(each.stat().st_size for each in weights)
    (told.folder / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf8")
    (told.folder / "checks.json").write_text(json.dumps(checks(), ensure_ascii=False) + "\n", encoding="utf8")
    (told.folder / "README.md").write_text(text_of(card, size, len(documents)), encoding="utf8")
    print(json.dumps(card, indent=1), size)


if __name__ == "__main__":
    main()
