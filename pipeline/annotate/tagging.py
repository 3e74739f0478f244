"""The port to a model that finds names: texts in, spans with types and probabilities out. Adapters live in the shell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

import msgspec

NameType = Literal["person", "organization", "place", "facility", "group", "other"]


class NameSpan(msgspec.Struct, frozen=True, order=True):
    """``text[start:end]`` is a name of this type; ``probability`` is calibrated."""

    start: int
    end: int
    type: NameType
    probability: float = 1.0


class NameTagger(Protocol):
    """Finds names. ``name`` identifies model and version in evidence (``newsgraph-names-1``, ``spacy:en_core_web_md-3.8.0``)."""

    @property
    def name(self) -> str:
        """Which model, and which version of it."""
        ...

    def __call__(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """The names of each text, in order, not overlapping; titles, possessives and brackets are left outside."""
        ...
