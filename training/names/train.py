"""Step 3. Trains the network on the documents of steps 1 and 2; prints data, split hash, time and held-out scores.

Resumable: each epoch leaves a checkpoint, and a second call goes on from the last one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from corpora import split_hash
from decoding import predict
from encoding import LABELS
from examples import Example, batches, packed, tensors
from network import Names
from scoring import score

WARM_UP = 100  # steps
HEAD_RATE = 5  # times the encoder's rate


def loss_of(logits: torch.Tensor, aims: torch.Tensor) -> torch.Tensor:
    """- log of the summed probability of the allowed labels, over first pieces that teach something."""
    chosen = aims > 0
    logits, aims = logits[chosen].float(), aims[chosen]
    allowed = (aims[:, None] >> torch.arange(len(LABELS))) & 1
    return (torch.logsumexp(logits, -1) - torch.logsumexp(logits.masked_fill(allowed == 0, -1e4), -1)).mean()


def likeness(logits: torch.Tensor, soft: list[torch.Tensor], aims: torch.Tensor) -> torch.Tensor:
    """Cross entropy with the teachers' mean probabilities, also where the corpora teach nothing."""
    chosen = aims >= 0
    mean = sum(torch.softmax(each[chosen].float(), -1) for each in soft) / len(soft)
    return -(mean * torch.log_softmax(logits[chosen].float(), -1)).sum(-1).mean()


def objective_of(
    model: Names, teachers: list[Names], lessons: float, rng: random.Random
) -> Callable[[list[Example]], torch.Tensor]:
    """The loss of a batch; in a share of the batches, the `lessons`, half of it is to be like the teachers."""

    def objective(batch: list[Example]) -> torch.Tensor:
        ids, shapes, aims = tensors(batch)
        mask = (ids > 0).long()
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(ids, shapes, mask)
        if not teachers or rng.random() >= lessons:
            return loss_of(logits, aims)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            soft = [teacher(ids, shapes, mask) for teacher in teachers]
        return (loss_of(logits, aims) + likeness(logits, soft, aims)) / 2

    return objective


def optimizer_of(model: Names, rate: float) -> torch.optim.Optimizer:
    """The word pieces' vectors stay fixed: those never seen in training stay in one space with the others."""
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    trained = [(name.startswith("bert."), each) for name, each in model.named_parameters() if each.requires_grad]
    groups = [
        {"params": [each for in_body, each in trained if in_body], "base": rate},
        {"params": [each for in_body, each in trained if not in_body], "base": rate * HEAD_RATE},
    ]
    return torch.optim.AdamW(groups, lr=rate, weight_decay=0.01, fused=True)


def runner(model: Names):
    def run(ids: np.ndarray, shapes: np.ndarray, mask: np.ndarray) -> np.ndarray:
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            return model(*(torch.from_numpy(each) for each in (ids, shapes, mask))).float().numpy()

    return run


def evaluate(model: Names, held: list[dict]) -> dict:
    model.eval()
    made = score(held, lambda texts: predict(texts, runner(model)))
    model.train()
    return made


def load(path: str) -> list[dict]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf8").splitlines()]


def thinned(documents: list[dict], share: dict[str, float], rng: random.Random) -> list[dict]:
    """Without a part of the documents of some sources: what is far from the news need not be read whole in each epoch."""
    return [each for each in documents if rng.random() < share.get(each["source"], 1)]


def sampled(documents: list, share: float, rng: random.Random) -> list:
    """The documents `share` times: whole copies, and a sample for the rest."""
    return documents * int(share) + rng.sample(documents, int((share - int(share)) * len(documents)))


def network(layers: int, checkpoint: Path | None) -> Names:
    """A network, with the weights of a checkpoint where one is given; of a deeper one the first layers."""
    model = Names(layers)
    if checkpoint:
        weights = torch.load(checkpoint)["model"]
        known = {name: value for name, value in weights.items() if name in model.state_dict()}
        model.load_state_dict(known, strict=True)
        print("started from", checkpoint, flush=True)
    return model


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument(
        "--data",
        nargs="+",
        required=True,
        help="files; a number after a colon is the share in an epoch: stories.jsonl:0.5",
    )
    ask.add_argument("--less", nargs="*", default=[], help="sources of which an epoch reads a part: crossner:0.5")
    ask.add_argument("--layers", type=int, default=6)
    ask.add_argument("--epochs", type=int, default=3)
    ask.add_argument("--rate", type=float, default=2e-4)
    ask.add_argument("--threads", type=int, default=1)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument(
        "--minutes", type=float, default=1e9, help="end after so long: the rate falls by steps or by the clock"
    )
    ask.add_argument("--start", type=Path, help="a checkpoint to start from")
    ask.add_argument("--lessons", type=float, default=1, help="the share of batches in which the teachers are asked")
    ask.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints of six layers to learn from")
    told = ask.parse_args()
    torch.set_num_threads(told.threads)
    torch.manual_seed(told.seed)
    rng = random.Random(told.seed)
    shares = {path: float(share or 1) for path, _, share in (each.partition(":") for each in told.data)}
    files = {path: load(path) for path in shares}
    held = [each for made in files.values() for each in made if each["fold"] == "held"]
    trained = {path: [each for each in made if each["fold"] == "train"] for path, made in files.items()}
    less = {source: float(share) for source, _, share in (each.partition(":") for each in told.less)}
    print("split", split_hash(next(iter(files.values()))), "held", len(held), flush=True)
    print("documents and share", {path: (len(made), shares[path]) for path, made in trained.items()}, flush=True)
    teachers = [network(6, each).eval() for each in told.teachers]

    def sample() -> list[list[dict]]:
        chosen = [each for path, made in trained.items() for each in sampled(made, shares[path], rng)]
        return [each["sentences"] for each in thinned(chosen, less, rng)]

    learn(network(told.layers, told.start), teachers, told, lambda: batches(packed(sample(), rng), rng), held, rng)


def learn(
    model: Names,
    teachers: list[Names],
    told: argparse.Namespace,
    work: Callable[[], list[list[Example]]],
    held: list[dict],
    rng: random.Random,
) -> None:
    """Epoch by epoch from the last checkpoint on; each is scored and saved."""
    steps, objective = optimizer_of(model, told.rate), objective_of(model, teachers, told.lessons, rng)
    first, done, began = 0, 0, time.time()
    if told.out.exists():
        saved = torch.load(told.out)
        model.load_state_dict(saved["model"])
        steps.load_state_dict(saved["steps"])
        first, done = saved["epoch"], saved["done"]
    for epoch in range(first, told.epochs):
        rng.seed(f"{told.seed}-{epoch}")
        made = work()
        total = done + len(made) * (told.epochs - epoch)
        for batch in made:
            passed = max(done / total, (time.time() - began) / 60 / told.minutes)
            if passed >= 1:
                break
            step(model, steps, objective, batch, min(1, done / WARM_UP) * (1 - passed))
            done += 1
            if done % 100 == 0:
                print(f"epoch {epoch} step {done}/{total} {time.time() - began:.0f} s", flush=True)
        torch.save(
            {"model": model.state_dict(), "steps": steps.state_dict(), "epoch": epoch + 1, "done": done}, told.out
        )
        for source, row in evaluate(model, held).items():
            print(f"epoch {epoch} {source:10} {row}", flush=True)
    print(f"{time.time() - began:.0f} s, sha256 of the checkpoint {hashlib.sha256(told.out.read_bytes()).hexdigest()}")


def step(
    model: Names,
    steps: torch.optim.Optimizer,
    objective: Callable[[list[Example]], torch.Tensor],
    batch: list[Example],
    pace: float,
) -> None:
    """One step of the optimizer at this part of the full rate."""
    for group in steps.param_groups:
        group["lr"] = group["base"] * pace
    objective(batch).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    steps.step()
    steps.zero_grad(set_to_none=True)


if __name__ == "__main__":
    main()
