"""Scrapes made of pages with known gold -> pipeline/normalize/lines/role_weights.py. Prints the split's hash and the scores."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from grow import grow, write_module
from pages import FOLDS, examples, fold_of, shingle_f1, split_hash
from scrapes import Scrape, scrapes

from pipeline.normalize.lines import rules
from pipeline.normalize.lines.classify import ROLES, decide
from pipeline.normalize.lines.features import FEATURES, features
from pipeline.normalize.lines.line import Line, Role, lines_of
from pipeline.normalize.prose import same

ROUNDS = 50
TARGET = Path(__file__).parents[2] / "pipeline/normalize/lines/role_weights.py"
_BODY = ("body", "heading", "list-item")


def main(folder: Path) -> None:
    pages = {each.id: each for each in examples(folder)}
    made = [each for page in pages.values() for each in scrapes(page)]
    lines = [lines_of(each.text) for each in made]
    rows = [features(each) for each in lines]
    told: dict[str, list[tuple[float, float, float]]] = {}
    for fold in range(FOLDS):
        train = [index for index, each in enumerate(made) if fold_of(each.page) != fold]
        booster = _grow(train, made, lines, rows)
        for index in (index for index, each in enumerate(made) if fold_of(each.page) == fold):
            found = decide(lines[index], booster.predict(rows[index]))
            gold = pages[made[index].page].gold
            told.setdefault(made[index].kind, []).append(_score(lines[index], found, gold, made[index].labels))
            told.setdefault(f"{made[index].kind}, rules alone", []).append(
                _score(lines[index], rules.roles(lines[index]), gold, made[index].labels)
            )
    for kind, scores in sorted(told.items()):
        print(
            f"{kind:28} headline {_mean(scores, 0):.3f}  body F1 {_mean(scores, 1):.3f}  chrome lines {np.median([s[2] for s in scores]):.1f}"
        )
    region = [each for kind in ("region-blanks", "region-dense") for each in told[kind]]
    about = (
        f"Weights that tell the roles of scraped text's lines: {len(pages)} pages, split {split_hash(list(pages))}, on regions of unseen "
        f"pages headline {_mean(region, 0):.3f}, body F1 {_mean(region, 1):.3f}."
    )
    booster = _grow(list(range(len(made))), made, lines, rows)
    write_module(booster, TARGET, names=FEATURES, classes=len(ROLES), about=about)


def _grow(chosen: list[int], made: list[Scrape], lines: list[tuple[Line, ...]], rows: list[np.ndarray]):
    labels = np.concatenate([[ROLES.index(each) for each in made[index].labels] for index in chosen])
    weights = np.concatenate([_weights(lines[index], made[index].labels) for index in chosen])
    return grow(np.vstack([rows[index] for index in chosen]), labels, weights, classes=len(ROLES), rounds=ROUNDS)


def _weights(lines: tuple[Line, ...], labels: tuple[Role, ...]) -> np.ndarray:
    """Long lines count more than short ones, rare roles three times as much, long scrapes less a line."""
    rare = np.array([3.0 if each not in ("body", "chrome") else 1.0 for each in labels])
    return np.sqrt([max(4, each.words) for each in lines]) * rare / np.sqrt(len(lines))


def _score(
    lines: tuple[Line, ...], found: list[Role], gold: dict, labels: tuple[Role, ...]
) -> tuple[float, float, float]:
    headline = next((each.text for each, role in zip(lines, found, strict=True) if role == "headline"), "")
    body = "\n".join(each.text for each, role in zip(lines, found, strict=True) if role in _BODY)
    leaked = sum(role in _BODY and label == "chrome" for role, label in zip(found, labels, strict=True))
    return float(same(headline) == same(gold["title"])), shingle_f1(gold["body"], body), leaked


def _mean(scores: list[tuple[float, float, float]], index: int) -> float:
    return float(np.mean([each[index] for each in scores]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
