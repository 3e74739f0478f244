"""Texts and addresses made comparable: what differs only in case, quotes, dashes or blank space is the same."""

from __future__ import annotations

import re

from pipeline.standards.lazy_pattern import LazyPattern

_PLAIN = str.maketrans(
    {**dict.fromkeys('“”„‟«»"', ""), **dict.fromkeys("‘’‚‛`´", "'"), **dict.fromkeys("‐‑‒–—―", "-"), "\xa0": " "}
)
_NO_LETTER = LazyPattern(r"[\W_]+")


def plain(text: str) -> str:
    """Text for comparing: case, kinds of quotes and dashes, and blank space do not count."""
    return re.sub(r"\s+", " ", text.translate(_PLAIN).casefold())


def letters(text: str) -> str:
    """Letters and digits alone, so that markup, punctuation and blank space cannot part what belongs together."""
    return _NO_LETTER.sub("", text).casefold()


def page_address(url: str) -> str:
    """An address without scheme, www, fragment and final slash: what names the same page for every reader."""
    bare = url.strip().partition("#")[0].rstrip("/")
    for prefix in ("https://", "http://", "www.", "m.", "amp."):
        bare = bare.removeprefix(prefix)
    return bare
