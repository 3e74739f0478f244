"""Windows of words and what is known in them in, numbers for the facts model out.

`training/facts/examples.py` holds the same rules; `checks.json` beside the weights holds both to one output.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import accumulate, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.linking import Kind, Known
from pipeline.annotate.name_model.encoding import words
from pipeline.annotate.name_model.windows import Table, Window

KINDS: dict[Kind, int] = {
    "person": 1,
    "pronoun": 2,
    "organization": 3,
    "described": 4,
    "place": 5,
    "time": 6,
}
"""The network's numbers. Roles and happenings are not shown to it: it finds the former, and is asked about the latter."""
type Row = tuple[int, ...]
"""A pair for the network: 0, first and last piece of both, their relation, and what stands between them."""
GROUP_WORDS = 150
"""Paragraphs are read together up to so many words: about as long as what the network was trained on."""
MOST_PAIRS = 400
"""Pairs of one window that are scored; a list of names has more, and nothing to say about them."""
AFFILIATION, HOLDS, WHERE, WHEN_TOLD = 0, 1, 4, 7
"""The network's numbers for person and organization, person and role, happening and place; it was shown more in training, which nothing asks for here."""
OUTSIDE, BEGIN = 0, 1
"""The network's labels of words that are no role's, and that begin one."""


class Located(NamedTuple):
    """A known thing with its first and last piece in a window."""

    known: Known
    first: int
    last: int


class Pair(NamedTuple):
    """Two things, and the network's row for them."""

    a: Known
    b: Known
    row: Row


def groups(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which texts are read together."""
    first, size = 0, 0
    for number, text in enumerate(texts):
        count = len(words(text))
        if number > first and size + count > GROUP_WORDS:
            yield first, number
            first, size = number, 0
        size += count
    if first < len(texts):
        yield first, len(texts)


def locate(window: Window, known: Sequence[Known], offset: int) -> list[Located]:
    """What lies in the window. The window's first text is the one numbered ``offset``."""
    places = [(each.text + offset, each.end, each.start) for each in window.words]
    ends = [*window.first[1:], len(window.pieces) - 1]
    found: list[Located] = []
    for each in known:
        first = bisect_left(places, (each.text, each.start + 1))
        last = first
        while last < len(places) and places[last][0] == each.text and places[last][2] < each.end:
            last += 1
        if first < last:
            found.append(Located(each, window.first[first], ends[last - 1] - 1))
    return found


def tables(window: Window, located: Sequence[Located]) -> dict[str, Table]:
    """The network's inputs for the window's pieces."""
    return {
        "ids": np.array([window.pieces], np.int64),
        "shapes": np.array([window.shapes], np.int64),
        "kinds": np.array([_kinds(window, located)], np.int64),
    }


def _kinds(window: Window, located: Sequence[Located]) -> list[int]:
    kinds = [0] * len(window.pieces)
    for each in located:
        kinds[each.first : each.last + 1] = [KINDS[each.known.kind]] * (each.last - each.first + 1)
    return kinds


def with_organizations(window: Window, located: Sequence[Located], asked: Set[str]) -> list[Pair]:
    """Every person asked about with every organization of the window."""
    organizations = [each for each in located if each.known.kind in {"organization", "described"}]
    return _pairs(window, located, _asked(located, asked), organizations, AFFILIATION)


def with_roles(window: Window, located: Sequence[Located], asked: Set[str], roles: Sequence[Located]) -> list[Pair]:
    """Every person asked about with every role of the window."""
    return _pairs(window, located, _asked(located, asked), roles, HOLDS)


def with_places(
    window: Window, located: Sequence[Located], happenings: Sequence[Located], asked: Set[str]
) -> list[Pair]:
    """Every happening asked about with every place of the window."""
    places = [each for each in located if each.known.kind == "place"]
    wanted = [each for each in happenings if each.known.id in asked]
    return _pairs(window, located, wanted, places, WHERE)


def _asked(located: Sequence[Located], asked: Set[str]) -> list[Located]:
    return [each for each in located if each.known.id in asked]


def _pairs(
    window: Window, located: Sequence[Located], first: Sequence[Located], others: Sequence[Located], relation: int
) -> list[Pair]:
    if not first or not others:
        return []
    crowd = _crowd(window, located)
    found = (
        Pair(a.known, b.known, (0, a.first, a.last, b.first, b.last, relation, crowd(a, b)))
        for a in first
        for b in others
    )
    return list(islice(found, MOST_PAIRS))


MOST_WORDS = 4000
"""Pairs of times and words of one window that are scored: more stand only in tables."""
REACH = 90
"""Word pieces between a time and a word that may tell what happens then."""
NO_WORDS = frozenset({6, 7})
"""Shapes of numbers and marks."""


def with_words(window: Window, located: Sequence[Located]) -> list[tuple[Known, int, Row]]:
    """Every time with every word near it that is no name: the time, the word's number, the network's row."""
    times = [each for each in located if each.known.kind == "time"]
    if not times:
        return []
    kinds, crowd = _kinds(window, located), _crowd(window, located)
    open_words = [
        (number, at)
        for number, at in enumerate(window.first)
        if not kinds[at] and window.shapes[at] // 2 not in NO_WORDS
    ]
    found = (
        (time.known, number, (0, time.first, time.last, at, at, WHEN_TOLD, crowd(time, Located(time.known, at, at))))
        for time in times
        for number, at in open_words
        if abs(at - time.first) <= REACH
    )
    return list(islice(found, MOST_WORDS))


def tagged_roles(window: Window, logits: NDArray[np.float32], offset: int) -> list[Located]:
    """The roles that the network marks, as things of the window."""
    labels = logits[list(window.first)].argmax(axis=1).tolist()
    ends = [*window.first[1:], len(window.pieces) - 1]
    found: list[Located] = []
    before = OUTSIDE
    for number, (word, label) in enumerate(zip(window.words, labels, strict=True)):
        if label != OUTSIDE:
            begins = label == BEGIN or before == OUTSIDE or found[-1].known.text != word.text + offset
            first = window.first[number] if begins else found[-1].first
            start = word.start if begins else found[-1].known.start
            known = Known(word.text + offset, start, word.end, "role", f"role-{word.text + offset}-{start}")
            found[len(found) if begins else -1 :] = [Located(known, first, ends[number] - 1)]
        before = label
    return found


def _crowd(window: Window, located: Sequence[Located]) -> Callable[[Located, Located], int]:
    """How many persons, organizations and sentences' ends stand between two things, as one number."""
    kinds = _kinds(window, located)
    begins = [kind if kind != before else 0 for kind, before in zip(kinds, [0, *kinds], strict=False)]
    words_begin = frozenset(window.first)
    persons = [0, *accumulate(int(each in {1, 2}) for each in begins)]
    others = [0, *accumulate(int(each in {3, 4}) for each in begins)]
    ends = [0, *accumulate(int(piece in ENDS and at in words_begin) for at, piece in enumerate(window.pieces))]

    def crowd(a: Located, b: Located) -> int:
        low, high = min(a.last, b.last) + 1, max(a.first, b.first)
        inside = [each[max(low, high)] - each[low] for each in (persons, others, ends)]
        return (min(3, inside[0]) * 4 + min(3, inside[1])) * 3 + min(2, inside[2])

    return crowd


ENDS = frozenset({999, 1012, 1029})
"""The vocabulary's numbers of "!", "." and "?"."""
