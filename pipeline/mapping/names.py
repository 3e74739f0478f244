"""Comparing names as text: folded, without the article and the marks that people leave out."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.mapping.ids import fold, words

_POSSESSIVE = re.compile(r"['’]s$")


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A name for comparing: case, accents, punctuation, a leading "the" and a possessive ending do not count."""
    found = words(fold(_POSSESSIVE.sub("", name.strip())))
    return " ".join(found[1:] if len(found) > 1 and found[0] == "the" else found)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for the marks that people leave out."""
    return bool(folded(one)) and folded(one) == folded(other)
