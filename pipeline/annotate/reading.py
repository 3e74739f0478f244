"""The article as the annotators see it: each block with its parse, and offsets that lead back to the canonical text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from pipeline.model.annotations import Span
from pipeline.model.article import Article, TextBlock, canonical_text, text_blocks

type Doc = Any  # a spaCy Doc
type Token = Any  # a spaCy Token
type Parse = Callable[[Sequence[str]], list[Doc]]
"""Texts in, one dependency-parsed document each out, in order; offsets are those of the text."""

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "\u00a0": " "}
)


def plain(text: str) -> str:
    """The text with typographic marks replaced one for one, so that every offset stays."""
    return text.translate(_PLAIN)


class Passage(msgspec.Struct, frozen=True):
    """One block: ``text`` is its plain form, ``doc`` its parse; both have the block's own offsets, from 0."""

    number: int
    block: TextBlock
    text: str
    doc: Doc

    def span(self, start: int, end: int) -> Span:
        """Offsets in the block to offsets in the canonical text."""
        return Span(self.block.start + start, self.block.start + end, self.block.paragraph)

    def original(self, start: int, end: int) -> str:
        """The words as written."""
        return self.block.text[start:end]

    @property
    def is_body(self) -> bool:
        """Whether it is running text of the article."""
        return self.block.kind in {"paragraph", "quote", "list-item"}


class Reading(msgspec.Struct, frozen=True):
    """An article with the parse of all its blocks that say something (a caption's text is read, too)."""

    article: Article
    text: str
    passages: tuple[Passage, ...]

    def passage_at(self, offset: int) -> Passage:
        """The passage that holds an offset of the canonical text."""
        return next(each for each in reversed(self.passages) if each.block.start <= offset)


_NOTE = re.compile(
    r"(?:correction|clarification|editor['’]s note|an earlier version|this (?:article|story|report|piece) (?:was|has been) "
    r"(?:amended|corrected|updated|edited)|(?:additional )?reporting by |editing by |writing by |compiled by )|"
    r".{0,200}\bcontributed (?:reporting|to this (?:report|story|article))",
    re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """Whether a block is a note about the article, such as a correction or who helped: what it names is no part of the story."""
    return _NOTE.match(text) is not None


def read(article: Article, parse: Parse) -> Reading:
    """Parse the article block by block: a parser does not end a sentence at a line's end."""
    blocks = [
        each for each in text_blocks(article) if each.kind != "caption" and each.text.strip() and not is_note(each.text)
    ]
    texts = [plain(each.text) for each in blocks]
    docs = parse(texts)
    passages = tuple(Passage(*each) for each in zip(range(len(blocks)), blocks, texts, docs, strict=True))
    return Reading(article, canonical_text(article), passages)
