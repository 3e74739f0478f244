"""A page's segments -> one row of numbers each, from which a forest tells body from chrome. Used in training as it is here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log1p
from operator import itemgetter
from typing import TYPE_CHECKING

from pipeline.normalize.lines.line import is_chrome, is_sentence
from pipeline.normalize.prose import words as count_words
from pipeline.normalize.series import mean_around, shifted, since, until
from pipeline.normalize.web.containers import CONTAINERS, LIKES, containers, likes
from pipeline.normalize.web.segments import Segment

if TYPE_CHECKING:
    from pipeline.normalize.series import Column, Matrix

_GROUPS = {
    "nav": "nav navbar navigation menu dropdown breadcrumb breadcrumbs pagination prev next skip",
    "share": "share sharing social tool tools",
    "promo": "promo cta banner price product",
    "ads": "ad ads advert advertisement sponsor sponsored",
    "signup": "newsletter signup subscribe form paywall",
    "side": "sidebar widget callout box panel",
    "related": "related recommend recommended popular trending recent more featured read teaser carousel slider slide card cards feed",
    "author": "author authors byline bio profile user media",
    "foot": "footer copyright legal disclaimer footnote footnotes reference references",
    "modal": "modal popup overlay cookie consent dialog alert notice hidden",
    "tags": "tag tags topic topics category categories cat",
    "meta": "meta date time info label",
    "toc": "toc contents",
    "comment": "comment comments",
    "button": "btn button",
    "faq": "faq answer rating review",
    "figure": "figure caption credit image thumb gallery",
    "list": "list item grid link links",
    "content": "content article entry post body richtext rich wysiwyg story single",
    "text": "text paragraph",
}
_HINTS = {name: frozenset(words.split()) for name, words in _GROUPS.items()}
_AROUND = tuple(each for each in _HINTS if each not in ("content", "text"))
_OWN = ("content", "button", "text", "figure", "foot", "nav")
_WITHIN = (
    "article", "main", "aside", "nav", "footer", "header", "figure", "form", "table", "ul", "section", "blockquote",
)  # fmt: skip
_TAGS = ("p", "h1", "h2", "h3", "h4", "li", "td", "figcaption", "div")
_FOLDED = {"h5": "h4", "h6": "h4", "th": "td", "tr": "td"}
_TEXT = (
    "words", "letters", "ends", "caps", "digits", "commas", "chrome", "prose", "times", "linked", "hidden", "bold", "depth",
)  # fmt: skip
_NEAR = ("words", "prose", "caps", "linked", "kept", "heading", "item", "paragraph")
_PLACE = (
    "position", "index", "left", "before", "after", "since_prose", "until_prose", "prose_3", "prose_8", "words_3", "words_8",
    "chrome_3", "chrome_8", "kept", "kept_4", "from_first_kept", "from_last_kept",
)  # fmt: skip
FEATURES = (
    *_TEXT,
    *_PLACE,
    *CONTAINERS,
    *LIKES,
    *(f"previous_{each}" for each in _NEAR),
    *(f"next_{each}" for each in _NEAR),
    *(f"tag_{each}" for each in _TAGS),
    *(f"own_{each}" for each in _OWN),
    *(f"in_{each}" for each in _WITHIN),
    *(f"around_{each}" for each in _AROUND),
)
_WORD = re.compile(r"[^\W\d_]+")
_initial = itemgetter(0)
_DIGIT = re.compile(r"\d")


def features(segments: Sequence[Segment], kept: Sequence[bool]) -> Matrix:
    """One row for each segment, columns as in ``FEATURES``; ``kept`` says what another extractor kept."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed for pages only

    held = np.array(kept, dtype=np.float64)
    own = np.array(_own_rows(segments), dtype=np.float64).reshape(len(segments), len(_TEXT))
    words = np.expm1(own[:, 0])
    prose = words * own[:, _TEXT.index("prose")]
    counted = np.column_stack([words, prose, words * own[:, _TEXT.index("linked")], words * held])
    return np.hstack(
        [
            own,
            np.column_stack(_positions(own, prose, held)),
            containers(segments, counted),
            likes(segments, counted),
            np.column_stack(_neighbours(segments, own, held)),
            np.array(_mark_rows(segments), dtype=np.float64),
        ]
    )


def _own_rows(segments: Sequence[Segment]) -> list[tuple[float, ...]]:
    times = Counter(each.text for each in segments)
    return [_own_row(each, times[each.text]) for each in segments]


def _own_row(segment: Segment, times: int) -> tuple[float, ...]:
    text = segment.text
    tokens = _WORD.findall(text)
    several = max(1, len(tokens))
    count = count_words(text)
    ends = is_sentence(text)
    chrome = count <= 40 and is_chrome(text)
    return (
        log1p(count),
        min(12.0, len(text) / several),
        ends,
        sum(map(str.isupper, map(_initial, tokens))) / several,
        len(_DIGIT.findall(text)) / max(1, len(text)) if count < 60 else 0.0,
        min(1.0, text.count(",") / several * 5),
        chrome,
        not chrome and ((ends and count >= 9) or count >= 30),
        min(times, 5),
        segment.linked,
        segment.hidden,
        segment.bold,
        min(30, segment.depth),
    )


def _mark_rows(segments: Sequence[Segment]) -> list[tuple[bool, ...]]:
    """What tag, names and elements around say. Neighbours mostly stand in the same element, so its marks are made once."""
    own: dict[tuple[str, frozenset[str]], tuple[bool, ...]] = {}
    around: dict[tuple[frozenset[str], frozenset[str]], tuple[bool, ...]] = {}
    rows = []
    for each in segments:
        itself, outside = (each.tag, each.own), (each.within, each.hints)
        if itself not in own:
            own[itself] = _own_marks(*itself)
        if outside not in around:
            around[outside] = _marks_around(*outside)
        rows.append((*own[itself], *around[outside]))
    return rows


def _own_marks(tag: str, own: frozenset[str]) -> tuple[bool, ...]:
    folded = _FOLDED.get(tag, tag if tag in _TAGS else "div")
    return (*(folded == each for each in _TAGS), *(not _HINTS[each].isdisjoint(own) for each in _OWN))


def _marks_around(within: frozenset[str], hints: frozenset[str]) -> tuple[bool, ...]:
    return (*(each in within for each in _WITHIN), *(not _HINTS[each].isdisjoint(hints) for each in _AROUND))


def _positions(own: Matrix, prose_words: Column, held: Column) -> list[Column]:
    import numpy as np  # noqa: PLC0415 - see above

    count = len(own)
    at = np.arange(count, dtype=np.float64)
    total = prose_words.sum() or 1.0
    so_far = np.cumsum(prose_words)
    prose, words, chrome = own[:, _TEXT.index("prose")], own[:, 0], own[:, _TEXT.index("chrome")]
    kept_at = np.flatnonzero(held)
    first, last = (kept_at[0], kept_at[-1]) if len(kept_at) else (2 * count + 99, -99)
    return [
        at / max(1, count),
        np.log1p(at),
        np.log1p(count - 1 - at),
        (so_far - prose_words) / total,
        1 - so_far / total,
        since(prose),
        until(prose),
        *(mean_around(each, width) for each in (prose, words, chrome) for width in (3, 8)),
        held,
        mean_around(held, 4),
        np.clip(at - first, -20, 20),
        np.clip(at - last, -20, 20),
    ]


def _neighbours(segments: Sequence[Segment], own: Matrix, held: Column) -> list[Column]:
    import numpy as np  # noqa: PLC0415 - see above

    tags = [each.tag for each in segments]
    columns = [
        own[:, _TEXT.index("words")],
        own[:, _TEXT.index("prose")],
        own[:, _TEXT.index("caps")],
        own[:, _TEXT.index("linked")],
        held,
        np.array([each[:1] == "h" and each[1:].isdigit() for each in tags], dtype=np.float64),
        np.array([each == "li" for each in tags], dtype=np.float64),
        np.array([each == "p" for each in tags], dtype=np.float64),
    ]
    return [*(shifted(each, -1) for each in columns), *(shifted(each, 1) for each in columns)]
