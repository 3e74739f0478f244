"""Notes around an article's text -> its corrections and those who contributed; no part of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from pipeline.model.sidecar import Correction, Credit
from pipeline.normalize.bylines import credits_of

NoteKind = Literal["correction", "clarification", "editor's note", "update"]
_NOTE = re.compile(
    r"^\W*(?:corrections?\b\W|clarifications?\b\W|editor[’']?s[’']? note\b|updated?:|"
    r"this (?:article|story|post|piece|report) (?:was|has been) (?:updated|amended|corrected|changed)|"
    r"(?:an|a previous) (?:earlier )?version of this (?:article|story|post|report)|"
    r"additional reporting|with (?:additional )?(?:reporting|files)\b|\(?reporting by\b)|"
    r"\bcontributed (?:to this (?:report|story|article)|reporting)\b",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"^\W*(?:additional reporting by|with (?:additional )?reporting (?:by|from)|with files from|\(?reporting by)\s+(?P<after>[^.;]+)|"
    r"^\W*(?P<before>.+?) contributed (?:to this (?:report|story|article)|reporting)",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(
    r"^(?:.*\b(?:writers?|reporters?|correspondents?|journalists?|editors?|producers?|staff)\s+)(?=[A-ZÀ-Þ])"
)
_KINDS: tuple[tuple[str, NoteKind], ...] = (
    ("clarif", "clarification"),
    ("correct", "correction"),
    ("amended", "correction"),
    ("earlier version", "correction"),
    ("previous version", "correction"),
    ("note", "editor's note"),
    ("update", "update"),
)


def is_note(text: str) -> bool:
    """Whether a line tells about the article and not its story."""
    return len(text) < 600 and bool(_NOTE.search(text))


def contributors_of(notes: Sequence[str]) -> tuple[Credit, ...]:
    """Who helped with the reporting, in order, once; they are no authors."""
    found: list[Credit] = []
    for each in notes:
        match = _CONTRIBUTED.search(each)
        if match:
            found += credits_of(_ROLE_BEFORE.sub("", match["after"] or match["before"]))
    return tuple(dict.fromkeys(found))


def credit_line(notes: Sequence[str]) -> str | None:
    """The words that credit who helped, as printed, without the brackets or dash around them."""
    return "; ".join(each.strip(" ()[]—–-") for each in notes if _CONTRIBUTED.search(each)) or None


def corrections_of(notes: Sequence[str]) -> tuple[Correction, ...]:
    """Corrections, clarifications, editor's notes and updates, as written."""
    found = []
    for each in notes:
        kind = next((kind for word, kind in _KINDS if word in each[:160].lower()), None)
        if kind and not _CONTRIBUTED.search(each):
            found.append(Correction(text=each, kind=kind))
    return tuple(found)
