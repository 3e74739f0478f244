"""Pages with known bodies -> pipeline/normalize/web/body_weights.py. Prints the split's hash and the cross-validated score."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from grow import grow, write_module
from pages import FOLDS, Example, examples, fold_of, shingle_f1, split_hash

from pipeline.normalize.web.body import THRESHOLD, kept_blocks, sensible
from pipeline.normalize.web.features import FEATURES, features

ROUNDS = 100
TARGET = Path(__file__).parents[2] / "pipeline/normalize/web/body_weights.py"


def main(folder: Path) -> None:
    pages = list(examples(folder))
    rows = {each.id: features(each.segments, [block.text for block in kept_blocks(each.page)]) for each in pages}
    scores = []
    for fold in range(FOLDS):
        booster = _grow([each for each in pages if fold_of(each.id) != fold], rows)
        for each in (page for page in pages if fold_of(page.id) == fold):
            chosen = sensible(each.segments, list(booster.predict(rows[each.id]) >= THRESHOLD))
            text = "\n".join(segment.text for segment, keep in zip(each.segments, chosen, strict=True) if keep)
            scores.append(shingle_f1(each.gold["body"], text))
    split = split_hash([each.id for each in pages])
    told = f"{len(pages)} pages, split {split}, mean body F1 of unseen pages {np.mean(scores):.4f}"
    print(told)
    about = f"Weights that tell the body's blocks from a web page's furniture: {told}."
    write_module(_grow(pages, rows), TARGET, names=FEATURES, classes=1, about=about)


def _grow(pages: list[Example], rows: dict[str, np.ndarray]):
    labels = np.concatenate([np.array(each.shares) >= 0.5 for each in pages]).astype(float)
    weights = np.concatenate([_weights(each) for each in pages])
    return grow(np.vstack([rows[each.id] for each in pages]), labels, weights, classes=1, rounds=ROUNDS)


def _weights(page: Example) -> np.ndarray:
    """A long block counts more than a short one, a long page no more than a short one."""
    words = np.array([max(1, len(each.text.split())) for each in page.segments], dtype=float)
    return np.sqrt(words) * 40 / max(10.0, np.sqrt(words.sum()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
