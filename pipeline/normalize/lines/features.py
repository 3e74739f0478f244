"""Lines of scraped text -> one row of numbers each, from which a forest tells their roles. Used in training as it is here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import TYPE_CHECKING

from pipeline.normalize.lines.line import Line
from pipeline.normalize.series import mean_around, shifted, since, until

if TYPE_CHECKING:
    from pipeline.normalize.series import Column, Matrix

_TEXT = (
    "words", "letters", "ends", "stop", "commas", "quote", "caps", "upper", "digits", "lower", "chrome", "byline", "dated", "credit", "note",
    "listed", "question", "colon", "marks", "address", "function", "times", "sentences", "prose", "gap", "short",
)  # fmt: skip
_PLACE = ("told", "told_often", "position", "index", "left", "before", "after", "lines", "prose_share")
_FLAGS = ("prose", "chrome", "dated", "byline", "credit", "short")
_NEAR = ("words", "prose", "chrome", "caps", "ends", "gap", "dated", "credit")
_AROUND = ("words", "prose", "chrome", "short", "function")
FEATURES = (
    *_TEXT,
    *_PLACE,
    *(f"since_{each}" for each in _FLAGS),
    *(f"until_{each}" for each in _FLAGS),
    *(f"{each}_{width}" for each in _AROUND for width in (2, 5, 12)),
    *(f"{each}_at_{rows}" for each in _NEAR for rows in (-2, -1, 1, 2)),
)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+[A-Z“\"À-Þ]")
_FUNCTION = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "it",
        "with",
        "as",
        "was",
        "on",
        "are",
        "be",
        "this",
        "by",
        "at",
        "from",
        "or",
        "have",
        "an",
        "not",
        "which",
        "their",
        "has",
        "but",
        "they",
        "we",
        "you",
        "he",
        "she",
        "de",
        "la",
        "que",
        "el",
        "en",
        "le",
        "les",
        "des",
        "et",
        "der",
        "die",
        "und",
        "das",
        "den",
        "il",
        "che",
        "di",
        "o",
        "da",
        "van",
        "het",
        "een",
        "un",
        "una",
        "los",
        "las",
        "por",
        "para",
        "con",
        "se",
        "du",
        "au",
        "sur",
        "pour",
        "est",
        "ist",
        "mit",
        "von",
        "zu",
        "auf",
        "nicht",
        "im",
        "dem",
        "och",
        "att",
        "som",
        "på",
        "av",
        "er",
        "og",
        "til",
    ]
)
"""Words that sentences are held together by, in the languages of the training pages and their neighbours."""


def features(lines: Sequence[Line]) -> Matrix:
    """One row for each line, columns as in ``FEATURES``."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed where something is classified

    own = np.array([_own(each) for each in lines], dtype=np.float64).reshape(len(lines), len(_TEXT))
    column = {name: own[:, index] for index, name in enumerate(_TEXT)}
    around = [
        *_told(lines),
        *_positions(column),
        *(since(column[each]) for each in _FLAGS),
        *(until(column[each]) for each in _FLAGS),
        *(mean_around(column[each], width) for each in _AROUND for width in (2, 5, 12)),
        *(shifted(column[each], rows) for each in _NEAR for rows in (-2, -1, 1, 2)),
    ]
    return np.column_stack([own, *around])


def _own(line: Line) -> tuple[float, ...]:
    text = line.text
    tokens = _WORD.findall(text)
    several, size = max(1, len(tokens)), max(1, len(text))
    return (
        log1p(line.words),
        min(12.0, len(text) / several),
        line.ends,
        text[-1:] in '.!?…"”',
        min(1.0, text.count(",") / several * 5),
        any(each in text for each in '“”"«»'),
        sum(each[0].isupper() for each in tokens) / several,
        sum(each.isupper() and len(each) > 1 for each in tokens) / several,
        sum(each.isdigit() for each in text) / size,
        text[:1].islower(),
        line.chrome,
        line.byline,
        line.dated,
        line.credit,
        line.note,
        line.listed,
        "?" in text,
        text.endswith(":"),
        any(each in text for each in "|»›→/"),
        "@" in text or "://" in text or "www." in text,
        sum(each.lower() in _FUNCTION for each in tokens) / several,
        min(5, line.times),
        min(8, len(_SENTENCE.findall(text))),
        line.prose,
        line.gap,
        line.words <= 4,
    )


def _told(lines: Sequence[Line]) -> list[Column]:
    """How many of a line's telling words other paragraphs use too: an article's headline does, a menu's labels do not."""
    import numpy as np  # noqa: PLC0415 - see above

    words = [{each.lower() for each in _WORD.findall(line.text) if len(each) > 3} for line in lines]
    used = Counter(each for line, several in zip(lines, words, strict=True) if line.prose for each in several)
    shares = np.zeros((2, len(lines)))
    for index, (line, several) in enumerate(zip(lines, words, strict=True)):
        if several:
            counts = [used[each] - line.prose for each in several]
            shares[0, index] = sum(each >= 1 for each in counts) / len(counts)
            shares[1, index] = sum(each >= 4 for each in counts) / len(counts)
    return [shares[0], shares[1]]


def _positions(column: dict[str, Column]) -> list[Column]:
    import numpy as np  # noqa: PLC0415 - see above

    count = len(column["words"])
    at = np.arange(count, dtype=np.float64)
    spoken = np.expm1(column["words"]) * column["prose"]
    total = spoken.sum() or 1.0
    so_far = np.cumsum(spoken)
    everything = np.expm1(column["words"]).sum() or 1.0
    return [
        at / max(1, count),
        np.log1p(at),
        np.log1p(count - 1 - at),
        (so_far - spoken) / total,
        1 - so_far / total,
        np.full(count, log1p(count)),
        np.full(count, total / everything),
    ]
