"""Pages with known bodies -> pipeline/normalize/web/body_weights.py. Prints the split's hash and the cross-validated score.

What the whole chain makes of pages that it was not trained on: ``benchmarks/quality_normalize.py --folds 5``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import lightgbm
import numpy as np
from grow import forest_of, grow, write_module
from pages import FOLDS, Example, digest, examples, shingle_f1, site_fold
from shorten import shortened

from pipeline.normalize.forest import Forest
from pipeline.normalize.web.body import settled
from pipeline.normalize.web.features import FEATURES, features
from pipeline.normalize.web.kept import kept_segments, kept_texts, without_wrappers
from pipeline.normalize.web.segments import Segment

ROUNDS = 70
SETTINGS = {
    "learning_rate": 0.13, "min_data_in_leaf": 100, "lambda_l2": 20.0, "feature_fraction": 0.3, "max_depth": 6, "num_leaves": 24,
}  # fmt: skip
"""Held shorter than the roles' own: few sites are known, and a shallow tree costs less time."""
SHORTENED = 0.5
"""How much a shortened page counts beside a whole one."""
TARGET = Path(__file__).parents[2] / "pipeline/normalize/web/body_weights.py"


class Rows(NamedTuple):
    """A page as the forest sees it."""

    url: str
    body: str
    whole: bool
    segments: tuple[Segment, ...]
    kept: tuple[bool, ...]
    matrix: np.ndarray
    labels: np.ndarray
    weights: np.ndarray


def main(folder: Path) -> None:
    pages = [rows for each in examples(folder) for rows in rows_of(each)]
    scores = []
    for fold in range(FOLDS):
        booster = _grow([each for each in pages if site_fold(each.url) != fold])
        for each in (page for page in pages if page.whole and site_fold(page.url) == fold):
            chosen = settled(each.segments, list(booster.predict(each.matrix)), each.kept)
            text = "\n".join(segment.text for segment, keep in zip(each.segments, chosen, strict=True) if keep)
            scores.append(shingle_f1(each.body, text))
    split = digest([f"{each.url} {site_fold(each.url)}" for each in pages if each.whole])
    told = f"{len(scores)} pages, split by site {split}, mean body F1 of unseen sites {np.mean(scores):.4f}"
    print(told)
    about = f"Weights that tell the body's blocks from a web page's furniture: {told}."
    write_module(_grow(pages), TARGET, names=FEATURES, classes=1, about=about)


def rows_of(page: Example) -> list[Rows]:
    """A page and its shortened forms."""
    return [_rows_of(page, whole=True), *(_rows_of(each, whole=False) for each in shortened(page))]


def forest(pages: list[Rows]) -> Forest:
    """The forest that these pages make."""
    return forest_of(_grow(pages), FEATURES, 1)


def _rows_of(page: Example, *, whole: bool) -> Rows:
    kept = kept_segments(page.segments, kept_texts(page.page))
    segments = without_wrappers(page.segments, kept)
    return Rows(
        url=page.page.url,
        body=page.gold["body"],
        whole=whole,
        segments=segments,
        kept=kept,
        matrix=features(segments, kept),
        labels=(np.array(page.shares) >= 0.5).astype(float),
        weights=_weights(page) * (1.0 if whole else SHORTENED),
    )


def _grow(pages: list[Rows]) -> lightgbm.Booster:
    matrix, labels, weights = (
        np.concatenate([getattr(each, name) for each in pages]) for name in ("matrix", "labels", "weights")
    )
    return grow(matrix, labels, weights, classes=1, rounds=ROUNDS, settings=SETTINGS)


def _weights(page: Example) -> np.ndarray:
    """A long block counts more than a short one, a long page no more than a short one."""
    words = np.array([max(1, len(each.text.split())) for each in page.segments], dtype=float)
    return np.sqrt(words) * 40 / max(10.0, np.sqrt(words.sum()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
