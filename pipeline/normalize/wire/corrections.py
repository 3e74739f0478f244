"""Correction notes as texts carry them (``Correction: ...``, ``Editor's note: ...``) -> the record's corrections."""

from __future__ import annotations

import re

from pipeline.model.codec import convert
from pipeline.model.sidecar import Correction

_KIND = re.compile(r"(correction|clarification|editor['’]s note|update):\s+", re.IGNORECASE)


def correction(text: str) -> Correction:
    """A note that is known to be one; what does not name its kind is a correction."""
    return noted(text) or Correction(text=text)


def noted(text: str) -> Correction | None:
    """A note that names its kind, or None for any other text."""
    found = _KIND.match(text)
    if found is None or not text[found.end() :].strip():
        return None
    kind = found[1].lower().replace("’", "'")
    return convert({"text": text[found.end() :].strip(), "kind": kind}, Correction)


def split_notes(text: str) -> tuple[tuple[Correction, ...], str]:
    """The corrections among the lines of a note to editors, and the rest of it."""
    lines = [each.strip() for each in text.splitlines() if each.strip()]
    found = [(each, noted(each)) for each in lines]
    return tuple(made for _, made in found if made), " ".join(each for each, made in found if made is None)
