"""A hand-written names model for tests of what is made of its names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.annotate.tagging import NameSpan, NameType


class Marked:
    """A names model that knows the marked words, and is as sure of them as told."""

    name = "fake-1"

    def __init__(self, known: Mapping[str, NameType], probability: float = 0.95) -> None:
        self.known, self.probability = known, probability

    def __call__(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        return [tuple(sorted(self._in(text))) for text in texts]

    def _in(self, text: str) -> list[NameSpan]:
        places = [(text.find(words), words, kind) for words, kind in self.known.items()]
        return [NameSpan(at, at + len(words), kind, self.probability) for at, words, kind in places if at >= 0]
