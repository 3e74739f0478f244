"""A page's segments -> one row of numbers each, from which a forest tells body from chrome. Used in training as it is here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import TYPE_CHECKING

from pipeline.normalize.lines.line import is_chrome, is_sentence
from pipeline.normalize.prose import same
from pipeline.normalize.prose import words as count_words
from pipeline.normalize.series import mean_around, shifted, since, until
from pipeline.normalize.web.segments import Segment

if TYPE_CHECKING:
    from pipeline.normalize.series import Column, Matrix

_GROUPS = {
    "nav": "nav navbar navigation menu dropdown breadcrumb breadcrumbs pagination prev next skip",
    "share": "share sharing social tool tools",
    "promo": "promo promotion cta banner offer product price",
    "ads": "ad ads advert advertisement sponsor sponsored",
    "signup": "newsletter signup subscribe form paywall",
    "side": "sidebar widget callout box panel aside",
    "related": "related recommend recommended recommendation popular trending recent more featured read teaser carousel slider slide "
    "card cards feed",
    "author": "author authors byline bio profile user media",
    "foot": "footer copyright legal disclaimer footnote footnotes reference references",
    "modal": "modal popup overlay cookie consent dialog alert notice hidden",
    "tags": "tag tags topic topics category categories cat",
    "meta": "meta date time info label",
    "toc": "toc contents",
    "comment": "comment comments",
    "head": "header headline title hero intro kicker eyebrow subtitle dek deck standfirst lead summary",
    "figure": "figure caption credit image thumb gallery",
    "button": "btn button",
    "faq": "faq question answer rating review",
    "content": "content article entry post body richtext rich wysiwyg story blog single",
    "text": "text paragraph",
    "list": "list item grid link links",
    "logo": "logo",
}
_HINTS = {name: frozenset(words.split()) for name, words in _GROUPS.items()}
_AROUND = (
    "article",
    "main",
    "aside",
    "nav",
    "footer",
    "header",
    "figure",
    "form",
    "table",
    "ul",
    "section",
    "blockquote",
)
_TAGS = ("p", "h1", "h2", "h3", "h4", "li", "td", "figcaption", "div")
_FOLDED = {"h5": "h4", "h6": "h4", "th": "td", "tr": "td"}
_TEXT = (
    "words",
    "letters",
    "ends",
    "caps",
    "digits",
    "commas",
    "chrome",
    "prose",
    "times",
    "linked",
    "hidden",
    "bold",
    "depth",
)
_NEAR = ("words", "prose", "caps", "linked", "kept", "heading", "item", "paragraph")
_PLACE = (
    "position", "index", "left", "before", "after", "since_prose", "until_prose", "prose_3", "prose_8", "words_3", "words_8",
    "chrome_3", "chrome_8", "kept", "kept_4", "from_first_kept", "from_last_kept", "group_size", "group_prose", "group_linked",
    "group_kept", "in_main_group", "depth_from_main",
)  # fmt: skip
FEATURES = (
    *_TEXT,
    *_PLACE,
    *(f"previous_{each}" for each in _NEAR),
    *(f"next_{each}" for each in _NEAR),
    *(f"tag_{each}" for each in _TAGS),
    *(f"in_{each}" for each in _AROUND),
    *(f"around_{each}" for each in _HINTS),
    *(f"own_{each}" for each in ("content", "button", "text", "figure", "foot", "nav")),
)
_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 25


def features(segments: Sequence[Segment], kept: Sequence[str]) -> Matrix:
    """One row for each segment, columns as in ``FEATURES``; ``kept`` are the blocks that another extractor kept."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed for pages only

    keys = [same(each.text) for each in segments]
    held = _held(keys, kept)
    own = np.array(_own_rows(segments, keys), dtype=np.float64).reshape(len(segments), len(_TEXT))
    marks = np.array([_marks(each) for each in segments], dtype=np.float64).reshape(len(segments), -1)
    words, prose = np.expm1(own[:, 0]), own[:, _TEXT.index("prose")]
    place = np.column_stack(
        [*_positions(own, words * prose, held), *_groups(segments, words, words * prose, own, held)]
    )
    near = np.column_stack([*_neighbours(segments, own, held)])
    return np.hstack([own, place, near, marks])


def _held(keys: Sequence[str], kept: Sequence[str]) -> Column:
    import numpy as np  # noqa: PLC0415 - see above

    whole = {same(each) for each in kept}
    joined = "\x01".join(whole)
    return np.array([float(key in whole or (len(key) >= _TELLING and key in joined)) for key in keys])


def _own_rows(segments: Sequence[Segment], keys: Sequence[str]) -> list[tuple[float, ...]]:
    times = Counter(keys)
    return [_own_row(each, times[key]) for each, key in zip(segments, keys, strict=True)]


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
        sum(each[0].isupper() for each in tokens) / several,
        sum(each.isdigit() for each in text) / max(1, len(text)) if count < 60 else 0.0,
        min(1.0, text.count(",") / several * 5),
        chrome,
        not chrome and ((ends and count >= 9) or count >= 30),
        min(times, 5),
        segment.linked,
        segment.hidden,
        segment.bold,
        min(30, segment.depth),
    )


def _marks(segment: Segment) -> list[bool]:
    tag = _FOLDED.get(segment.tag, segment.tag if segment.tag in _TAGS else "div")
    own, around = segment.own, segment.hints
    return [
        *(tag == each for each in _TAGS),
        *(each in segment.within for each in _AROUND),
        *(not each.isdisjoint(around) for each in _HINTS.values()),
        *(not _HINTS[each].isdisjoint(own) for each in ("content", "button", "text", "figure", "foot", "nav")),
    ]


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


def _groups(segments: Sequence[Segment], words: Column, prose_words: Column, own: Matrix, held: Column) -> list[Column]:
    """What the blocks that share a parent have in common; the main group has most of the page's sentences."""
    import numpy as np  # noqa: PLC0415 - see above

    names = np.array([each.group for each in segments], dtype=np.int64)
    _, inverse = np.unique(names, return_inverse=True)
    size = np.bincount(inverse)
    prose = np.bincount(inverse, weights=prose_words)
    spoken = np.maximum(1.0, np.bincount(inverse, weights=words))
    linked = np.bincount(inverse, weights=words * own[:, _TEXT.index("linked")]) / spoken
    kept = np.bincount(inverse, weights=words * held) / spoken
    main = int(prose.argmax()) if len(prose) else 0
    depths = own[:, _TEXT.index("depth")]
    inside = inverse == main
    depth = depths[inside][0] if inside.any() else 0.0
    return [
        np.log1p(size)[inverse],
        (prose / (prose_words.sum() or 1.0))[inverse],
        linked[inverse],
        kept[inverse],
        inside.astype(np.float64),
        np.clip(depths - depth, -8, 8),
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
