"""Comparing names as text: folded, without the article and the marks that people leave out."""

from __future__ import annotations

import re

from pipeline.mapping.ids import fold


def folded(name: str) -> str:
    """A name for comparing: case, accents, punctuation, a leading "the" and a possessive ending do not count."""
    plain = re.sub(r"['’]s$", "", name.strip())
    words = re.findall(r"\w+", fold(plain))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for the marks that people leave out."""
    return bool(folded(one)) and folded(one) == folded(other)
