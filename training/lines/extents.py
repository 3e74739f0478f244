"""Scrapes with known roles -> a forest that tells of each line whether it stands before, within or behind the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import lightgbm
import numpy as np
from grow import grow
from scrapes import Scrape

PLACES = 3
ROUNDS = 50
SETTINGS = {"min_data_in_leaf": 60, "feature_fraction": 0.4, "lambda_l2": 10.0}
UNSEEN = ("region-dense", "addressed-blanks")
"""Kinds that only repeat others in another form."""


class Seen(Protocol):
    """A scrape with what the classifier sees of it."""

    @property
    def scrape(self) -> Scrape:
        """The scrape, with the role of each line."""

    @property
    def features(self) -> np.ndarray:
        """One row for each line."""


def grow_extent(rows: Sequence[Seen]) -> lightgbm.Booster:
    """The forest; a long text counts more than a short one, but not in proportion."""
    rows = [each for each in rows if each.scrape.kind not in UNSEEN]
    weights = np.concatenate([np.full(len(each.features), len(each.features) ** -0.5) for each in rows])
    return grow(
        np.vstack([each.features for each in rows]),
        np.concatenate([places(each.scrape) for each in rows]),
        weights * len(weights) / weights.sum(),
        classes=PLACES,
        rounds=ROUNDS,
        settings=SETTINGS,
    )


def places(scrape: Scrape) -> np.ndarray:
    """0 for the lines before the first of the body, 2 for those behind the last one, 1 for all between."""
    body = [index for index, role in enumerate(scrape.labels) if role == "body"]
    found = np.ones(len(scrape.labels), dtype=int)
    if body:
        found[: body[0]], found[body[-1] + 1 :] = 0, 2
    return found
