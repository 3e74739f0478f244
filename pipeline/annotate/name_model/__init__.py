"""Finds names with the packaged model. Texts in, spans with types and calibrated probabilities out.

Pure: the session (ONNX Runtime or anything with its `run`) and the vocabulary are loaded by the shell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.name_model.decoding import Calibration, decode
from pipeline.annotate.name_model.encoding import Split, splitter
from pipeline.annotate.name_model.rules import like_the_full_names, tidy
from pipeline.annotate.name_model.windows import Table, batches, tables, windows
from pipeline.annotate.tagging import NameSpan

__all__ = ["UNCALIBRATED", "Calibration", "ModelTagger", "Session", "tagger"]

UNCALIBRATED = Calibration()


class Session(Protocol):
    """What runs the network: `ids`, `shapes` and `mask` in, `logits` (window, piece, label) out."""

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, Table]) -> Sequence[NDArray[np.float32]]:
        """The named outputs."""
        ...


def tagger(
    session: Session, vocabulary: Mapping[str, int], *, name: str, calibration: Calibration = UNCALIBRATED
) -> ModelTagger:
    """A `NameTagger` around a loaded network; `name` identifies model and version in evidence."""
    return ModelTagger(session=session, split=splitter(vocabulary), name=name, calibration=calibration)


class ModelTagger(msgspec.Struct, frozen=True, kw_only=True):
    """The names model behind the port `NameTagger`. Time and memory grow in line with the text, whatever is in it.

    The texts of one call are read together, as the blocks of one article: what stands in one helps with the others.
    """

    session: Session
    split: Split
    name: str
    calibration: Calibration

    def __call__(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """The names of each text, in order, not overlapping."""
        found: list[list[NameSpan]] = [[] for _ in texts]
        for batch in batches(windows(texts, self.split)):
            (logits,) = self.session.run(["logits"], tables(batch))
            for row, window in enumerate(batch):
                scores = np.asarray(logits[row][list(window.first)], np.float32)
                for number, span in decode(window.words, scores, self.calibration):
                    found[number].append(span)
        return like_the_full_names(texts, [tidy(text, sorted(spans)) for text, spans in zip(texts, found, strict=True)])
