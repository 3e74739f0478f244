"""Lines of scraped text -> one row of numbers each, from which a forest tells their roles. Used in training as it is here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import TYPE_CHECKING

from pipeline.normalize.lines.cues import CUES, cues, parts
from pipeline.normalize.lines.line import Line
from pipeline.normalize.prose import same
from pipeline.normalize.series import mean_around, shifted, since, until

if TYPE_CHECKING:
    from pipeline.normalize.series import Column, Matrix

_TEXT = (
    "words", "letters", "ends", "stop", "commas", "quote", "caps", "upper", "digits", "lower", "chrome", "byline", "dated", "credit", "note",
    "listed", "question", "colon", "marks", "address", "function", "times", "sentences", "prose", "gap", "short",
)  # fmt: skip
_TOLD = ("told", "told_often", "telling", "telling_rank")
_ECHO = ("echoed", "holds", "named")
_PLACE = ("position", "index", "left", "before", "after", "lines", "prose_share")
_RUN = ("run_start", "run_end", "run_share", "uneven_3", "closed", "closed_since")
_FLAGS = ("prose", "chrome", "dated", "byline", "credit", "short", "calls", "closing", "remark")
_NEAR = ("words", "prose", "chrome", "caps", "ends", "gap", "dated", "credit")
_AROUND = ("words", "prose", "chrome", "short", "function", "reader", "priced", "calls")
FEATURES = (
    *_TEXT,
    *CUES,
    *_TOLD,
    *_ECHO,
    *_PLACE,
    *_RUN,
    *(f"since_{each}" for each in _FLAGS),
    *(f"until_{each}" for each in _FLAGS),
    *(f"{each}_{width}" for each in _AROUND for width in (2, 5, 12)),
    *(f"{each}_at_{rows}" for each in _NEAR for rows in (-2, -1, 1, 2)),
)
RUN_GAP = 3
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+[A-Z“\"À-Þ]")
_FUNCTION = frozenset(
    (
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "with", "as", "was", "on", "are", "be", "this", "by", "at",
        "from", "or", "have", "an", "not", "which", "their", "has", "but", "they", "we", "you", "he", "she", "de", "la", "que", "el",
        "en", "le", "les", "des", "et", "der", "die", "und", "das", "den", "il", "che", "di", "o", "da", "van", "het", "een", "un",
        "una", "los", "las", "por", "para", "con", "se", "du", "au", "sur", "pour", "est", "ist", "mit", "von", "zu", "auf", "nicht",
        "im", "dem", "och", "att", "som", "på", "av", "er", "og", "til",
    )
)  # fmt: skip
"""Words that sentences are held together by, in the languages of the training pages and their neighbours."""


def features(lines: Sequence[Line], url: str = "") -> Matrix:
    """One row for each line, columns as in ``FEATURES``. The words of ``url``, where known, often repeat the headline's."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed where something is classified

    rows = [(*_own(each), *cues(each.text)) for each in lines]
    own = np.array(rows, dtype=np.float64).reshape(len(lines), len(_TEXT) + len(CUES))
    column = {name: own[:, index] for index, name in enumerate((*_TEXT, *CUES))}
    around = [
        *_told(lines),
        *_echoes(lines, url),
        *_positions(column),
        *_runs(column),
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
    found = np.zeros((3, len(lines)))
    for index, (line, several) in enumerate(zip(lines, words, strict=True)):
        if several:
            counts = [used[each] - line.prose for each in several]
            found[0, index] = sum(each >= 1 for each in counts) / len(counts)
            found[1, index] = sum(each >= 4 for each in counts) / len(counts)
            found[2, index] = sum(log1p(each) for each in counts) / (1 + len(counts))
    most = found[2].max() if len(lines) else 0.0
    order = np.argsort(np.argsort(-found[2], kind="stable"), kind="stable")
    return [found[0], found[1], found[2] / (most or 1.0), np.log1p(order)]


def _echoes(lines: Sequence[Line], url: str) -> list[Column]:
    """Whether other lines hold this one as a part ("Home › World › This one"), this one holds others, the address names it."""
    import numpy as np  # noqa: PLC0415 - see above

    pieces = [{same(each) for each in parts(line.text)} for line in lines]
    held = Counter(each for some in pieces for each in some)
    whole = {same(line.text) for line in lines if line.words >= 2}
    named = _slug(url)
    found = np.zeros((3, len(lines)))
    for index, (line, some) in enumerate(zip(lines, pieces, strict=True)):
        found[0, index] = min(3, held[same(line.text)]) if line.words >= 2 else 0
        found[1, index] = sum(each in whole for each in some)
        found[2, index] = _share(line, named) if named else -1.0
    return [found[0], found[1], found[2]]


def _slug(url: str) -> frozenset[str]:
    """The words of an address's longest path segment; none where it has under two."""
    segments = re.split(r"[/?#]", url.partition("://")[2])[1:]
    found = frozenset(each.lower() for each in _WORD.findall(max(segments, key=len, default="")) if len(each) > 2)
    return found if len(found) >= 2 else frozenset()


def _share(line: Line, named: frozenset[str]) -> float:
    own = {each.lower() for each in _WORD.findall(line.text[:300]) if len(each) > 2}
    return 2 * len(own & named) / max(1, len(own) + len(named))


def _runs(column: dict[str, Column]) -> list[Column]:
    """Where a line stands to the longest run of prose, how uneven its neighbours are, how often something closed before it."""
    import numpy as np  # noqa: PLC0415 - see above

    count = len(column["words"])
    at = np.arange(count, dtype=np.float64)
    first, last, share = _main_run(column)
    begun = np.cumsum(column["prose"]) >= 3
    closing = column["closing"] * begun
    passed = np.cumsum(closing) - closing
    squares, mean = mean_around(column["words"] ** 2, 3), mean_around(column["words"], 3)
    return [
        np.sign(at - first) * np.log1p(np.abs(at - first)),
        np.sign(at - last) * np.log1p(np.abs(at - last)),
        np.full(count, share),
        np.sqrt(np.maximum(0.0, squares - mean**2)),
        np.minimum(passed, 6),
        since(closing),
    ]


def _main_run(column: dict[str, Column]) -> tuple[int, int, float]:
    """First and last line of the run of prose with most words, at most ``RUN_GAP`` other lines between, and its share of all prose."""
    import numpy as np  # noqa: PLC0415 - see above

    prose = np.flatnonzero(column["prose"])
    if not len(prose):
        return 0, 0, 0.0
    spoken = np.expm1(column["words"][prose])
    runs = np.cumsum(np.concatenate([[0], np.diff(prose) > RUN_GAP + 1]))
    sizes = np.bincount(runs, weights=spoken)
    members = prose[runs == sizes.argmax()]
    return int(members[0]), int(members[-1]), float(sizes.max() / spoken.sum())


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
