"""Finds, checks and loads the packaged names model (ONNX Runtime, bounded threads). Nothing in, a `NameTagger` out.

A missing or damaged file is a `PipelineError` that names the fallback; the network is never fetched from anywhere.
"""

from __future__ import annotations

import hashlib
from importlib import resources
from importlib.resources.abc import Traversable
from typing import cast

import msgspec

from pipeline.annotate.name_model import Calibration, ModelTagger, Session, tagger
from pipeline.model.errors import PipelineError

THREADS = 1  # articles run side by side in processes; more threads for one short text cost more than they give
SLOWER = ("SkipLayerNormFusion",)  # with this fusion ONNX Runtime 1.32 takes 15 % longer on CPUs
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
    place = folder or packaged()
    card = _card(place)
    weights, vocabulary = (_checked(place, name, card) for name in ("names.onnx", "vocab.txt"))
    return tagger(
        _session(weights, place, threads),
        _vocabulary(vocabulary),
        name=f"{card.name}-{card.version}",
        calibration=card.calibration,
    )


def _card(place: Traversable) -> Card:
    try:
        return msgspec.json.decode(_read(place, "card.json"), type=Card)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PipelineError(f"The names model's card {place / 'card.json'} is damaged ({error}). {WAY_OUT}") from error


def _read(place: Traversable, name: str) -> bytes:
    try:
        return (place / name).read_bytes()
    except OSError as error:
        raise PipelineError(f"The names model's file {place / name} cannot be read ({error}). {WAY_OUT}") from error


def _checked(place: Traversable, name: str, card: Card) -> bytes:
    content = _read(place, name)
    if hashlib.sha256(content).hexdigest() != card.sha256.get(name):
        raise PipelineError(f"The names model's file {place / name} is not the one its card describes. {WAY_OUT}")
    return content


def _vocabulary(content: bytes) -> dict[str, int]:
    return {piece: number for number, piece in enumerate(content.decode("utf-8").split("\n")) if piece}


def _session(weights: bytes, place: Traversable, threads: int) -> Session:
    try:
        import onnxruntime  # noqa: PLC0415  takes 0.1 s; only what finds names needs it
        from onnxruntime.capi import onnxruntime_pybind11_state as errors  # noqa: PLC0415  where its exceptions are
    except ImportError as error:
        raise PipelineError("The names model needs the package onnxruntime. Run `pip install onnxruntime`.") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(SLOWER)
        )
    except (RuntimeError, errors.Fail, errors.InvalidGraph, errors.InvalidProtobuf, errors.NotImplemented) as error:
        raise PipelineError(f"The names model {place / 'names.onnx'} cannot be run ({error}). {WAY_OUT}") from error
    return cast("Session", session)  # onnxruntime ships no types
