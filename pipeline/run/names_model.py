"""Finds, checks and loads the packaged names model (ONNX Runtime, bounded threads). Nothing in, a `NameTagger` out.

A missing or damaged file is a `PipelineError` that names the fallback; the network is never fetched from anywhere.
"""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import cast

import msgspec

from pipeline.annotate.name_model import Calibration, ModelTagger, Session, tagger
from pipeline.run.weights import THREADS, Package, vocabulary_of

WAY_OUT = "Install newsgraph again, or let spaCy find the names instead."


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What the loader reads of `card.json`: name, hashes and calibration. The rest is for people."""

    name: str
    version: str
    sha256: dict[str, str]
    calibration: Calibration


def packaged() -> Traversable:
    """The folder of the weights, in a checkout and in a wheel."""
    return resources.files("pipeline.annotate.name_model") / "model"


def load_names_model(folder: Traversable | None = None, *, threads: int = THREADS) -> ModelTagger:
    """The tagger around the weights in `folder`, or the packaged ones. Raises PipelineError where they cannot be used."""
    package = Package(folder or packaged(), "names model", WAY_OUT)
    card = package.card(Card)
    weights, vocabulary = (package.checked(name, card.sha256.get(name)) for name in ("names.onnx", "vocab.txt"))
    return tagger(
        cast("Session", package.session("names.onnx", weights, threads=threads)),
        vocabulary_of(vocabulary),
        name=f"{card.name}-{card.version}",
        calibration=card.calibration,
    )
