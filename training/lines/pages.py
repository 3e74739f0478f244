"""Pages with known gold -> their blocks with labels. Everything is read by the product's own code."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pipeline.model.source import Source
from pipeline.normalize.decode import decode
from pipeline.normalize.web.page import Page, parse
from pipeline.normalize.web.segments import Segment, segments_of

FOLDS = 6
TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]|\w+")


class Example(NamedTuple):
    """One page: its blocks and the share of each that stands in the gold body."""

    id: str
    gold: dict[str, Any]
    page: Page
    segments: tuple[Segment, ...]
    shares: list[float]


def examples(folder: Path) -> Iterator[Example]:
    """Every page of the folder that can be parsed."""
    for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        content = gzip.decompress((folder / row["html"]).read_bytes())
        text = decode(Source(name=row["id"], content=content, url=row["url"])).value
        page = parse(text or "", row["url"]).value
        if page is not None:
            segments = segments_of(page.tree)
            yield Example(
                row["id"], row["gold"], page, segments, shares([each.text for each in segments], row["gold"]["body"])
            )


def tokens(text: str) -> list[str]:
    """Words; characters of scripts without spaces."""
    return TOKEN.findall(text)


def shares(texts: list[str], body: str) -> list[float]:
    """How much of each text is aligned, in order, with the gold body."""
    split = [tokens(each) for each in texts]
    flat = [token for each in split for token in each]
    owner = [index for index, each in enumerate(split) for _ in each]
    gold = tokens(body)
    matcher = SequenceMatcher(None, flat, gold, autojunk=len(flat) * len(gold) > 40_000_000)
    hits: Counter[int] = Counter()
    for start, _, size in matcher.get_matching_blocks():
        for at in range(start, start + size):
            if size >= 3 or size >= len(split[owner[at]]):
                hits[owner[at]] += 1
    return [hits[index] / max(1, len(each)) for index, each in enumerate(split)]


def fold_of(identifier: str) -> int:
    """Which of the folds a page is in: by page, so that no page is on both sides."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % FOLDS


def site_fold(url: str, folds: int = FOLDS) -> int:
    """Which of the folds a page is in: by its site, so that no site is on both sides."""
    return int(hashlib.sha256(site_of(url).encode()).hexdigest(), 16) % folds


def site_of(url: str) -> str:
    """The host of an address."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def split_hash(identifiers: list[str]) -> str:
    """A short digest of who is in which fold."""
    return digest([f"{each} {fold_of(each)}" for each in identifiers])


def digest(rows: list[str]) -> str:
    """A short digest of a split's rows."""
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:16]


def shingle_f1(gold: str, text: str) -> float:
    """F1 of four-word shingles."""
    wanted, got = (
        Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))
        for words in (tokens(gold), tokens(text))
    )
    both = sum((wanted & got).values())
    return 2 * both / max(1, sum(wanted.values()) + sum(got.values()))
