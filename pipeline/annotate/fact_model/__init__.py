"""Reads which named things of a text belong together with the packaged model. Texts and what is known of them in, links out.

Pure: the session (ONNX Runtime or anything with its `run`) and the vocabulary are loaded by the shell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.fact_model.pairs import (
    Located,
    Pair,
    groups,
    locate,
    tables,
    tagged_roles,
    with_organizations,
    with_places,
    with_roles,
)
from pipeline.annotate.linking import Asked, Known, Link
from pipeline.annotate.name_model.encoding import Split, splitter
from pipeline.annotate.name_model.windows import Table, Window, windows

__all__ = ["FactModel", "Session", "fact_model"]


class Session(Protocol):
    """What runs the network: `ids`, `shapes`, `kinds` and `pairs` in, `scores` (pair, two) and `titles` (piece, three) out."""

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, Table]) -> Sequence[NDArray[np.float32]]:
        """The named outputs."""
        ...


def fact_model(session: Session, vocabulary: Mapping[str, int], *, name: str) -> FactModel:
    """The model around a loaded network; ``name`` identifies model and version in evidence."""
    return FactModel(session=session, split=splitter(vocabulary), name=name)


class FactModel(msgspec.Struct, frozen=True, kw_only=True):
    """The model of links. Time and memory grow in line with the text: it is read in windows, and pairs only within them."""

    session: Session
    split: Split
    name: str

    def __call__(self, texts: Sequence[str], known: Sequence[Known], asked: Asked) -> list[Link]:
        """How surely each person asked about belongs to each organization, and holds each role, that stands near it; each pair
        once, where it is surest."""
        found: dict[tuple[str, str], Link] = {}
        everything = asked.organizations | asked.roles | asked.places
        for first, last in groups(texts):
            mine = [each for each in known if first <= each.text < last]
            if not any(each.id in everything for each in mine):
                continue
            for window in windows(texts[first:last], self.split):
                for link in self._in_window(window, locate(window, mine, first), asked, first):
                    before = found.get((link.a, link.b))
                    if before is None or before.score < link.score:
                        found[link.a, link.b] = link
        return list(found.values())

    def _in_window(self, window: Window, located: Sequence[Located], asked: Asked, offset: int) -> Iterator[Link]:
        for_roles = any(each.known.id in asked.roles for each in located)
        pairs = [
            *with_organizations(window, located, asked.organizations),
            *with_places(window, located, asked.places),
        ]
        if not pairs and not for_roles:
            return
        table = tables(window, located)
        scores, logits = self._run(table, pairs)
        yield from _links(pairs, scores)
        if for_roles:
            pairs = with_roles(window, located, asked.roles, tagged_roles(window, logits[0], offset))
            if pairs:
                yield from _links(pairs, self._run(table, pairs)[0])

    def _run(self, table: Mapping[str, Table], pairs: Sequence[Pair]) -> Sequence[NDArray[np.float32]]:
        rows = np.array([each.row for each in pairs], np.int64).reshape(-1, ROW)
        return self.session.run(["scores", "titles"], {**table, "pairs": rows})


ROW = 7
"""Numbers of one pair."""


def _links(pairs: Sequence[Pair], scores: NDArray[np.float32]) -> Iterator[Link]:
    by_ids: dict[tuple[str, str], list[tuple[float, float, Pair]]] = {}
    for pair, (score, past) in zip(pairs, scores.tolist(), strict=True):
        by_ids.setdefault((pair.a.id, pair.b.id), []).append((score, past, pair))
    return (_link(each) for each in by_ids.values())


def _link(scored: list[tuple[float, float, Pair]]) -> Link:
    """All mentions of two in a window speak together; the surest pair of them is the evidence."""
    total = float(np.logaddexp.reduce([score for score, _, _ in scored]))
    best = max(scored, key=lambda each: each[0])
    past = sum(each for _, each, _ in scored) / len(scored)
    return Link(best[2].a.id, best[2].b.id, total, past, best[2].a, best[2].b)
