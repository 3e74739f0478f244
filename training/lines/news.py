"""Openly licensed news corpora -> clean articles: the news texts of GUM (TEI-like XML) and of MEANTIME (tokens with character gaps lost)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import batched
from pathlib import Path

from furniture import Clean
from lxml import etree

_TIGHT_BEFORE = re.compile(r"\s+([,.;:!?%)\]’”]|'s\b|n't\b|'\s)")
_TIGHT_AFTER = re.compile(r"([(\[$€£“‘])\s+")


def clean_articles(folder: Path) -> Iterator[Clean]:
    """Every article below the folder that has a headline and some paragraphs."""
    for path in sorted(folder.glob("gum_news/*.xml")):
        tree = etree.parse(path)
        paragraphs = [_joined(_tokens("".join(each.itertext()))) for each in tree.iter("p", "item")]
        told = tuple(each for each in paragraphs if len(each.split()) > 6)
        if len(told) > 2:
            yield Clean(path.stem, tree.getroot().get("title") or "", told)
    for path in sorted(folder.glob("meantime/*/*.xml")):
        rows: dict[str, list[str]] = {}
        for token in etree.parse(path).iter("token"):
            rows.setdefault(token.get("sentence") or "", []).append(token.text or "")
        sentences = [_joined(each) for each in rows.values()]
        told = [each for each in sentences[2:] if len(each.split()) > 3]
        paragraphs = [" ".join(each) for each in batched(told, 1 + len(path.stem) % 3)]
        if len(paragraphs) > 2:
            yield Clean(path.stem, sentences[0], tuple(paragraphs))


def _tokens(rows: str) -> list[str]:
    """The first column of each line: a token, before its tag and lemma."""
    return [each.partition("\t")[0] for each in rows.split("\n") if each.strip()]


def _joined(tokens: Iterable[str]) -> str:
    text = " ".join(tokens)
    text = re.sub(r'" ([^"]*?) "', r'"\1"', text)
    return _TIGHT_AFTER.sub(r"\1", _TIGHT_BEFORE.sub(r"\1", text)).strip()
