"""Reads which named things of a text belong together, and what happens when, with the packaged model. Texts and what is known
of them in, links out.

Pure: the sessions (ONNX Runtime or anything with their `run`) and the vocabulary are loaded by the shell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.fact_model.pairs import (
    Located,
    Pair,
    Row,
    groups,
    locate,
    tables,
    tagged_roles,
    with_organizations,
    with_places,
    with_roles,
    with_words,
)
from pipeline.annotate.linking import Asked, Known, Link, Told
from pipeline.annotate.name_model.encoding import Split, splitter
from pipeline.annotate.name_model.windows import Table, Window, windows

__all__ = ["FactModel", "FactsRead", "Session", "fact_model"]

type States = NDArray[np.float32]


class Session(Protocol):
    """Runs a network: named tables in, the named outputs out."""

    def run(
        self, output_names: Sequence[str], input_feed: Mapping[str, Table | States]
    ) -> Sequence[NDArray[np.float32]]:
        """The named outputs."""
        ...


def fact_model(states: Session, pairs: Session, vocabulary: Mapping[str, int], *, name: str) -> FactModel:
    """The model around two loaded networks; ``name`` identifies model and version in evidence.

    ``states`` reads a window (`ids`, `shapes`, `kinds` in; `states` and `titles`, one and three numbers a piece, out), ``pairs``
    scores pairs in it (`states` and `pairs` in, `scores`, two a pair, out).
    """
    return FactModel(states=states, pairs=pairs, split=splitter(vocabulary), name=name)


class FactModel(msgspec.Struct, frozen=True, kw_only=True):
    """The model of links. Time and memory grow in line with the text: it is read in windows, and pairs only within them."""

    states: Session
    pairs: Session
    split: Split
    name: str

    def read(self, texts: Sequence[str], known: Sequence[Known]) -> FactsRead:
        """An article's texts, to be asked about; nothing is computed before that."""
        return FactsRead(self, texts, known)


class _Part(NamedTuple):
    """A window of the texts numbered from ``offset`` on, with what is known in it."""

    window: Window
    located: Sequence[Located]
    offset: int


class FactsRead:
    """One article before the network. What was computed for one question is kept for the next."""

    def __init__(self, model: FactModel, texts: Sequence[str], known: Sequence[Known]) -> None:
        self._model = model
        self._parts: list[_Part] = []
        for first, last in groups(texts):
            mine = [each for each in known if first <= each.text < last]
            self._parts += (
                _Part(window, locate(window, mine, first), first)
                for window in (windows(texts[first:last], model.split) if mine else ())
            )
        self._read: dict[int, Sequence[States]] = {}

    def told(self) -> list[Told]:
        """For each time the words near it that may tell what happens then."""
        found: list[Told] = []
        for number, part in enumerate(self._parts):
            asked = with_words(part.window, part.located)
            scores = self._scores(number, [row for _, _, row in asked])[:, 0].tolist() if asked else []
            for (time, word, _), score in zip(asked, scores, strict=True):
                place = part.window.words[word]
                if score > LEAST and place.text + part.offset == time.text:
                    found.append(Told(time, place.start, place.end, score))
        return found

    def links(self, asked: Asked, happenings: Sequence[Known] = ()) -> list[Link]:
        """How surely each person asked about belongs to each organization, and holds each role, that stands near it, and each
        happening to each place; each pair once, where it is surest."""
        found: dict[tuple[str, str], Link] = {}
        for number, part in enumerate(self._parts):
            events = locate(part.window, [each for each in happenings if each.text >= part.offset], part.offset)
            for link in self._in_part(number, part, events, asked):
                before = found.get((link.a, link.b))
                if before is None or before.score < link.score:
                    found[link.a, link.b] = link
        return list(found.values())

    def _in_part(self, number: int, part: _Part, events: Sequence[Located], asked: Asked) -> Iterator[Link]:
        pairs = [
            *with_organizations(part.window, part.located, asked.organizations),
            *with_places(part.window, part.located, events, asked.places),
        ]
        if any(each.known.id in asked.roles for each in part.located):
            logits = self._of(number)[1]
            roles = tagged_roles(part.window, logits[0], part.offset)
            pairs += with_roles(part.window, part.located, asked.roles, roles)
        if pairs:
            yield from _links(pairs, self._scores(number, [each.row for each in pairs]))

    def _of(self, number: int) -> Sequence[States]:
        """States and titles of a part."""
        if number not in self._read:
            part = self._parts[number]
            self._read[number] = self._model.states.run(["states", "titles"], tables(part.window, part.located))
        return self._read[number]

    def _scores(self, number: int, rows: Sequence[Row]) -> States:
        given: dict[str, Table | States] = {"states": self._of(number)[0], "pairs": np.array(rows, np.int64)}
        return self._model.pairs.run(["scores"], given)[0]


LEAST = -3.0
"""Log odds below which a word is not worth naming."""


def _links(pairs: Sequence[Pair], scores: States) -> Iterator[Link]:
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
