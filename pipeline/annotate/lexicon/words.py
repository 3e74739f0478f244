"""How the tables of this folder are written: words as running text, so that a page shows many of them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, split at white space."""
    return frozenset(text.split())
