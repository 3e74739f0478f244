"""Finds, checks and loads the packaged facts model (ONNX Runtime, bounded threads). Nothing in, a `FactModel` out.

A missing or damaged file is a `PipelineError` that says what is lost; the network is never fetched from anywhere.
"""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import cast

import msgspec

from pipeline.annotate.fact_model import FactModel, Session, fact_model
from pipeline.run.names_model import packaged as with_vocabulary
from pipeline.run.weights import Package, vocabulary_of

NETWORKS = ("facts.onnx", "pairs.onnx")
"""What reads a text, and what scores pairs of things in it."""
WAY_OUT = "Install newsgraph again; until then the rules alone say what belongs to whom."


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What the loader reads of `card.json`: name and hashes (the vocabulary is that of the names model). The rest is for people."""

    name: str
    version: str
    sha256: dict[str, str]


def packaged() -> Traversable:
    """The folder of the weights, in a checkout and in a wheel."""
    return resources.files("pipeline.annotate.fact_model") / "model"


def load_facts_model(folder: Traversable | None = None) -> FactModel:
    """The model around the weights in `folder`, or the packaged ones. Raises PipelineError where they cannot be used."""
    package = Package(folder or packaged(), "facts model", WAY_OUT)
    card = package.card(Card)
    states, pairs = (package.checked(each, card.sha256.get(each)) for each in NETWORKS)
    words = Package(with_vocabulary(), "facts model", WAY_OUT).checked("vocab.txt", card.sha256.get("vocab.txt"))
    read, score = (cast("Session", package.session(*each)) for each in zip(NETWORKS, (states, pairs), strict=True))
    return fact_model(read, score, vocabulary_of(words), name=f"{card.name}-{card.version}")
