"""The name that was probably meant: a misspelt term and the known names in, the nearest one out."""

from __future__ import annotations

from collections.abc import Iterable

LIKENESS = 0.8
"""How alike two names must be (ratio of matching characters); below it, guesses mislead more than they help."""
MANY_LETTERS = 8
"""From so many letters on, two wrong ones are still a slip."""
LONGEST = 60
MOST = 300
"""Guesses for one document; what has more misspelt names is no misspelt document."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that differs only in case or separators, else the most similar one, else None."""
    if len(name) > LONGEST:
        return None
    choices = list(known)
    plain = _plain(name)
    for each in choices:
        if _plain(each) == plain:
            return each
    from difflib import get_close_matches  # noqa: PLC0415 - only needed where something is misspelt

    close = get_close_matches(name, choices, n=1, cutoff=LIKENESS)
    if close:
        return close[0]
    same = sorted(name)  # two letters swapped are unlike only in short names
    return next((each for each in choices if sorted(each) == same and _distance(name, each) == 1), None)


def is_slip(name: str, meant: str) -> bool:
    """Whether a name is surely the other one misspelt: it differs in case or separators, in one letter, or in two of many or of
    the same letters."""
    if _plain(name) == _plain(meant):
        return True
    most = 2 if len(meant) >= MANY_LETTERS or sorted(name) == sorted(meant) else 1
    return _distance(name, meant) <= most


def _distance(one: str, other: str) -> int:
    """How many letters must be added, taken out, changed or swapped with the next."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted
            row.append(min(cost, last[j - 2] + 1) if swapped else cost)
    return row[-1]


class Speller:
    """Guesses for one document: each name once, and not more than ``MOST`` of them, for each costs about a millisecond."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str | None] = {}

    def nearest(self, name: str, known: Iterable[str], *, kind: str) -> str | None:
        """As ``nearest``; ``kind`` tells apart the sets of known names."""
        if (kind, name) not in self._known:
            if len(self._known) >= MOST:
                return None
            self._known[kind, name] = nearest(name, known)
        return self._known[kind, name]


def _plain(name: str) -> str:
    return name.replace("-", "").replace("_", "").replace(" ", "").casefold()
