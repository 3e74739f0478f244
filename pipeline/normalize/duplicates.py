"""Articles -> those that are one article: the same address, or nearly the same text (bottom-k sketches of word shingles)."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from pipeline.model.article import Article
from pipeline.normalize.prose import same

SHINGLE = 5
SKETCH = 64
NEARLY_THE_SAME = 0.7
"""Estimated share of shingles in common from which two texts under like headlines are one article; rewrites of a wire story stay
below (2026-11)."""
ALMOST_IDENTICAL = 0.9
"""... and from which they are one under another headline or on another day, or if they are short. Results, forecasts and other texts made from
a template stay below it, or name other numbers."""
SHORT = 40
"""A text with fewer shingles is so short that a template or a closing paragraph may be most of it."""
MAX_HOLDERS = 8
"""How many earlier texts are remembered for one hash: what more of them share is a closing formula, not a story."""
MIN_SHARED = 16
"""Two texts are compared if their sketches share this many hashes: near-duplicates share over forty of the 64."""
ALIKE_HEADLINES = 0.5
_TRACKING = re.compile(
    r"^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|srsltid|cmpid|ns_.*|ref|ref_src|ito|smid|partner|amp|outputtype)$"
)
_NUMBER = re.compile(r"\d+")
Sketch = frozenset[int]


def same_articles(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes, each group one article, its members in the order given; the order of groups is that of their first.

    Who belongs together does not depend on the order. Takes time in proportion to the number of articles.
    """
    parent = list(range(len(articles)))
    for one, other in _pairs(articles):
        first, second = sorted((_root(parent, one), _root(parent, other)))
        parent[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(articles)):
        groups[_root(parent, index)].append(index)
    return tuple(tuple(each) for each in groups.values())


def address_key(url: str) -> str:
    """An address without scheme, ``www.``, ``m.``, AMP marks, tracking parameters, fragment and final slash."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    path = re.sub(r"(?:/amp|\.amp(?=\.html?$))/?|/$", "", parts.path)
    kept = sorted((name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.match(name.lower()))
    return f"{host_key(url)}{path}?{urlencode(kept)}" if kept else f"{host_key(url)}{path}"


def host_key(url: str) -> str:
    """The host of an address without ``www.``, ``m.``, ``mobile.`` and ``amp.``."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return url
    return re.sub(r"^(?:www|m|mobile|amp)\.", "", host.lower())


def sketch(text: str) -> Sketch:
    """The smallest hashes of a text's shingles; texts that share most of them are nearly the same."""
    words = re.findall(r"\w+", text.casefold())
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
    hashes = sorted(int.from_bytes(hashlib.blake2b(each.encode(), digest_size=8).digest()) for each in shingles)
    return frozenset(hashes[:SKETCH])


def likeness(one: Sketch, other: Sketch) -> float:
    """Estimated Jaccard similarity of two sketched texts."""
    union = sorted(one | other)[:SKETCH]
    return sum(each in one and each in other for each in union) / max(1, len(union))


def candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes worth comparing, the smaller first: at most ``SKETCH * MAX_HOLDERS / MIN_SHARED`` for each text."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, drawn in enumerate(sketches):
        shared = Counter(other for value in drawn for other in holders[value])
        enough = min(MIN_SHARED, max(1, len(drawn) // 2))
        yield from ((other, index) for other in sorted(shared) if shared[other] >= enough)
        for value in drawn:
            if len(holders[value]) < MAX_HOLDERS:
                holders[value].append(index)


def _pairs(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    by_address: dict[str, int] = {}
    for index, each in enumerate(articles):
        first = by_address.setdefault(address_key(each.url), index)
        if first != index:
            yield first, index
    texts = [" ".join(block.text for block in each.paragraphs) for each in articles]
    order = sorted(
        (index for index, text in enumerate(texts) if text), key=lambda index: (articles[index].url, texts[index])
    )
    sketches = [sketch(texts[index]) for index in order]
    for one, other in candidates(sketches):
        share = likeness(sketches[one], sketches[other])
        size = min(len(sketches[one]), len(sketches[other]))
        if share >= NEARLY_THE_SAME and _is_one(articles[order[one]], articles[order[other]], share, size):
            yield order[one], order[other]


def _is_one(one: Article, other: Article, share: float, size: int) -> bool:
    """Under like headlines and of one day, yes. Short texts and those that headline or day tell apart must be almost identical
    and name the same numbers: what is made from a template differs there. A short text under another headline is another's."""
    alike = _alike(one.headline or "", other.headline or "")
    if size < SHORT and not _same_headline(one, other):
        return False
    if size >= SHORT and alike and not _days_apart(one, other):
        return True
    return share >= ALMOST_IDENTICAL and _same_numbers(one, other)


def _same_headline(one: Article, other: Article) -> bool:
    return not one.headline or not other.headline or same(one.headline) == same(other.headline)


def _same_numbers(one: Article, other: Article) -> bool:
    first, second = (
        Counter(_NUMBER.findall(" ".join(block.text for block in each.paragraphs))) for each in (one, other)
    )
    return (first & second).total() >= ALMOST_IDENTICAL * (first | second).total()


def _alike(one: str, other: str) -> bool:
    """Whether two headlines share half of their words; one that is missing speaks for nothing."""
    if not one or not other:
        return True
    first, second = (set(re.findall(r"\w+", each.casefold())) for each in (one, other))
    return len(first & second) >= ALIKE_HEADLINES * len(first | second)


def _days_apart(one: Article, other: Article) -> bool:
    if one.date_published is None or other.date_published is None:
        return False
    return one.date_published.day != other.date_published.day


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index
