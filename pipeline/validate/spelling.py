"""The name that was probably meant: a misspelt term and the known names in, the nearest one out."""

from __future__ import annotations

from collections.abc import Iterable

LIKENESS = 0.8
"""How alike two names must be (ratio of matching characters); below it, guesses mislead more than they help."""
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
    return close[0] if close else None


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
