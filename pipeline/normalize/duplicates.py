"""Articles -> those that are one article: the same address, or nearly the same text (bottom-k sketches of word shingles)."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from pipeline.model.article import Article

SHINGLE = 5
SKETCH = 64
NEARLY_THE_SAME = 0.7
"""Estimated share of shingles in common from which two texts are one article; rewrites of a wire story stay below (2026-11)."""
_TRACKING = re.compile(
    r"^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|srsltid|cmpid|ns_.*|ref|ref_src|ito|smid|partner|amp|outputtype)$"
)


def same_articles(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes, each group one article, its members in the order given; the order of groups is that of their first."""
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
    host = re.sub(r"^(?:www|m|mobile|amp)\.", "", (parts.hostname or "").lower())
    path = re.sub(r"(?:/amp|\.amp(?=\.html?$))/?|/$", "", parts.path)
    kept = sorted((name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.match(name.lower()))
    return f"{host}{path}?{urlencode(kept)}" if kept else f"{host}{path}"


def sketch(text: str) -> frozenset[int]:
    """The smallest hashes of a text's shingles; texts that share most of them are nearly the same."""
    words = re.findall(r"\w+", text.casefold())
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
    hashes = sorted(int.from_bytes(hashlib.blake2b(each.encode(), digest_size=8).digest()) for each in shingles)
    return frozenset(hashes[:SKETCH])


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Estimated Jaccard similarity of two sketched texts."""
    union = sorted(one | other)[:SKETCH]
    return sum(each in one and each in other for each in union) / max(1, len(union))


def _pairs(articles: Sequence[Article]) -> Iterable[tuple[int, int]]:
    by_address: dict[str, int] = {}
    for index, each in enumerate(articles):
        first = by_address.setdefault(address_key(each.url), index)
        if first != index:
            yield first, index
    sketches = [sketch(" ".join(block.text for block in each.paragraphs)) for each in articles]
    holders: dict[int, list[int]] = defaultdict(list)
    for index, drawn in enumerate(sketches):
        near = {other for value in drawn for other in holders[value]}
        yield from ((other, index) for other in sorted(near) if likeness(sketches[other], drawn) >= NEARLY_THE_SAME)
        for value in drawn:
            holders[value].append(index)


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        index = parent[index]
    return index
