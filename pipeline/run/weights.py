"""Reads and checks the files of a packaged model, and loads its network (ONNX Runtime, bounded threads).

A missing or damaged file is a `PipelineError` that says what is done without it; nothing is ever fetched from anywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from pipeline.model.errors import PipelineError

THREADS = 1  # articles run side by side in processes; more threads for one short text cost more than they give
SLOWER = ("SkipLayerNormFusion",)  # with this fusion ONNX Runtime 1.32 takes 15 % longer on CPUs


class Package(msgspec.Struct, frozen=True):
    """A folder of weights: ``what`` the model is called in errors, and the ``way_out`` they end with."""

    place: Traversable
    what: str
    way_out: str

    def card[Card](self, of: type[Card]) -> Card:
        """What `card.json` says."""
        try:
            return msgspec.json.decode(self.read("card.json"), type=of)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise PipelineError(
                f"The {self.what}'s card {self.place / 'card.json'} is damaged ({error}). {self.way_out}"
            ) from error

    def read(self, name: str) -> bytes:
        """A file's content."""
        try:
            return (self.place / name).read_bytes()
        except OSError as error:
            raise PipelineError(
                f"The {self.what}'s file {self.place / name} cannot be read ({error}). {self.way_out}"
            ) from error

    def checked(self, name: str, sha256: str | None) -> bytes:
        """A file's content, if it is the one that the card describes."""
        content = self.read(name)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise PipelineError(
                f"The {self.what}'s file {self.place / name} is not the one its card describes. {self.way_out}"
            )
        return content

    def session(self, name: str, weights: bytes, *, threads: int = THREADS, without: Sequence[str] = SLOWER) -> Any:
        """The network, ready to run; onnxruntime ships no types."""
        try:
            import onnxruntime  # noqa: PLC0415  takes 0.1 s; only what runs a model needs it
            from onnxruntime.capi import onnxruntime_pybind11_state as errors  # noqa: PLC0415  where its exceptions are
        except ImportError as error:
            raise PipelineError(
                f"The {self.what} needs the package onnxruntime. Run `pip install onnxruntime`."
            ) from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(
                weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(without)
            )
        except (RuntimeError, errors.Fail, errors.InvalidGraph, errors.InvalidProtobuf, errors.NotImplemented) as error:
            raise PipelineError(
                f"The {self.what} {self.place / name} cannot be run ({error}). {self.way_out}"
            ) from error


def vocabulary_of(content: bytes) -> dict[str, int]:
    """The number of each word piece: its line."""
    return {piece: number for number, piece in enumerate(content.decode("utf-8").split("\n")) if piece}
