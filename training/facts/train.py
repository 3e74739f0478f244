"""Step 1. Trains the network on the marked texts; prints data, split hash, time and held-out scores."""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import torch
from torch.nn import functional

from examples import OPEN, RELATIONS, Batch, Example, batches, collated, example
from markup import Document, joined, marked, parts, split_hash
from network import Facts

TEXTS = tuple(Path(__file__).parent / each for each in ("extracts", "articles"))
WARM_UP = 0.1
HEAD_RATE = 5  # times the encoder's rate
POINTED = 1.0
LONGEST_JOINED = 1500  # characters
STRETCH = (60, 240)
READ = 150  # words of the stretches that are scored, as the product reads them
JOINED = 0.35  # of the extracts are read with another one, as an article's paragraphs


def grouped(scores: torch.Tensor, groups: torch.Tensor, count: int) -> torch.Tensor:
    """The soft maximum of each group's scores: all mentions of two speak together."""
    top = torch.full((count,), -1e4).scatter_reduce(0, groups, scores.detach(), "amax")
    return top + torch.log(torch.zeros(count).scatter_add(0, groups, torch.exp(scores - top[groups])))


def outcome(model: Facts, batch: list[Example]) -> tuple[Batch, torch.Tensor, torch.Tensor]:
    made = collated(batch)
    with torch.autocast("cpu", torch.bfloat16):
        hidden = model(made.ids, made.shapes, made.kinds, made.mask)
    hidden = hidden.float()
    return made, hidden, model.of_pairs(hidden, made.pairs)


def loss_of(model: Facts, batch: list[Example]) -> torch.Tensor:
    made, hidden, scores = outcome(model, batch)
    loss = torch.zeros(())
    for head, aims in ((model.titles, made.titles), (model.triggers, made.triggers)):
        if (aims != OPEN).any():
            loss = loss + functional.cross_entropy(head(hidden).transpose(1, 2), aims, ignore_index=OPEN)
    count = len(made.aims)
    if not count:
        return loss
    each = functional.binary_cross_entropy_with_logits(
        grouped(scores[:, 0], made.groups, count), made.aims.float(), reduction="none"
    )
    pointed = made.relations >= len(RELATIONS) - 2
    linked = torch.zeros(())
    if (~pointed).any():
        linked = linked + each[~pointed].mean()
    if pointed.any():
        linked = linked + POINTED * each[pointed].sum() / made.aims[pointed].sum().clamp(min=1) / 6
    over = torch.zeros(count).scatter_reduce(0, made.groups, scores[:, 1], "mean", include_self=False)
    known = made.past != OPEN
    if known.any():
        loss = loss + 0.3 * functional.binary_cross_entropy_with_logits(over[known], made.past[known].float())
    return loss + 3 * linked


def together(documents: list[Document], rng: random.Random) -> list[Document]:
    """The documents in random order, long ones in stretches, some short ones joined with the next."""
    split = [one for each in documents for one in parts(each, sizes(rng))]
    order = rng.sample(split, len(split))
    made = []
    while order:
        each = order.pop()
        short = len(each.text) + len(order[-1].text if order else "") < LONGEST_JOINED
        made.append(joined(each, order.pop()) if order and short and rng.random() < JOINED else each)
    return made


def sizes(rng: random.Random) -> Iterator[int]:
    """How many words the stretches of an article have."""
    while True:
        yield rng.randint(*STRETCH)


def learn(documents: list[Document], told: argparse.Namespace) -> Facts:
    torch.manual_seed(told.seed)
    rng = random.Random(told.seed)
    model = Facts(told.layers, told.rank)
    trained = [each for each in documents if not each.held]
    held = [each for each in documents if each.held]
    steps = optimizer_of(model, told.rate)
    began, done = time.time(), 0
    total = told.epochs * len(work(trained, rng, told.budget))
    for epoch in range(told.epochs):
        for batch in work(trained, rng, told.budget):
            pace = min(1, done / (WARM_UP * total)) * max(0.02, 1 - done / total)
            for group in steps.param_groups:
                group["lr"] = group["base"] * pace
            loss_of(model, batch).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            steps.step()
            steps.zero_grad(set_to_none=True)
            done += 1
        if epoch % 3 == 2 or epoch == told.epochs - 1:
            print(f"epoch {epoch} step {done}/{total} {time.time() - began:.0f} s", evaluate(model, held), flush=True)
    return model


def work(documents: list[Document], rng: random.Random, budget: int) -> list[list[Example]]:
    return batches([example(each, rng) for each in together(documents, rng)], rng, budget)


def optimizer_of(model: Facts, rate: float) -> torch.optim.Optimizer:
    named = [(name, each) for name, each in model.named_parameters() if each.requires_grad]
    body = [each for name, each in named if name.startswith(("layers.", "embeddings."))]
    head = [each for name, each in named if not name.startswith(("layers.", "embeddings."))]
    groups = [{"params": body, "base": rate}, {"params": head, "base": rate * HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=rate, weight_decay=0.01)


def evaluate(model: Facts, held: list[Document]) -> dict[str, str]:
    """For each relation average precision, and recall at precision .9; for tags recall and precision."""
    model.eval()
    found: dict[str, list[tuple[float, int]]] = {}
    tags = {"title": [0, 0, 0], "trigger": [0, 0, 0]}
    with torch.inference_mode():
        for document in (one for each in held for one in parts(each, repeat(READ))):
            made, hidden, scores = outcome(model, [example(document, None)])
            count_pairs(found, made, scores[:, 0])
            count_tags(tags["title"], model.titles(hidden)[0], made.titles[0])
            count_tags(tags["trigger"], model.triggers(hidden)[0], made.triggers[0])
    model.train()
    rows = {kind: curve(found[kind]) for kind in RELATIONS if kind in found}
    return rows | {name: f"r {a / max(1, c):.2f} p {a / max(1, b):.2f}" for name, (a, b, c) in tags.items()}


def count_pairs(found: dict[str, list[tuple[float, int]]], made: Batch, scores: torch.Tensor) -> None:
    if len(made.aims):
        groups = grouped(scores, made.groups, len(made.aims)).tolist()
        for score, aim, kind in zip(groups, made.aims.tolist(), made.relations.tolist(), strict=True):
            found.setdefault(RELATIONS[kind], []).append((score, aim))


def count_tags(counts: list[int], logits: torch.Tensor, aims: torch.Tensor) -> None:
    said, known = logits.argmax(-1), aims != OPEN
    counts[0] += int(((said > 0) & (aims > 0) & known).sum())
    counts[1] += int(((said > 0) & known).sum())
    counts[2] += int(((aims > 0) & known).sum())


def curve(pairs: list[tuple[float, int]]) -> str:
    total, right, best, area = sum(aim for _, aim in pairs), 0, 0, 0.0
    for number, (_, aim) in enumerate(sorted(pairs, reverse=True), 1):
        right += aim
        area += aim * right / number
        if right / number >= 0.9:
            best = right
    return f"ap {area / max(1, total):.3f} r@.9 {best / max(1, total):.2f} of {total}"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--texts", type=Path, nargs="+", default=TEXTS)
    ask.add_argument("--layers", type=int, default=2)
    ask.add_argument("--rank", type=int, default=160)
    ask.add_argument("--epochs", type=int, default=8)
    ask.add_argument("--rate", type=float, default=2e-4)
    ask.add_argument("--budget", type=int, default=1000, help="word pieces a step")
    ask.add_argument("--seed", type=int, default=0)
    told = ask.parse_args()
    documents = [each for folder in told.texts for each in marked(folder)]
    held = sum(each.held for each in documents)
    print("split", split_hash(documents), "texts", len(documents), "held", held, flush=True)
    torch.set_num_threads(1)
    model = learn(documents, told)
    torch.save({"model": model.state_dict(), "layers": told.layers, "rank": told.rank}, told.out)
    print("sha256 of the checkpoint", hashlib.sha256(told.out.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
