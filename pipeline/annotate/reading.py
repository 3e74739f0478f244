"""The article as the annotators see it: each block with its parse, and offsets that lead back to the canonical text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from pipeline.annotate.datelines import dateline_end
from pipeline.annotate.quote_marks import Quoted, quoted_parts
from pipeline.model.annotations import Span
from pipeline.model.article import Article, TextBlock, canonical_text, text_blocks

type Doc = Any  # a spaCy Doc
type Token = Any  # a spaCy Token
type Parse = Callable[[Sequence[str]], list[Doc]]
"""Texts in, one dependency-parsed document each out, in order; offsets are those of the text."""

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "\u00a0": " ",
        "•": "·",
        "▪": "·",
        "◦": "·",
        "‣": "·",
    }
)


def plain(text: str) -> str:
    """The text with typographic marks replaced one for one, so that every offset stays."""
    return text.translate(_PLAIN)


def _offset(token: Token) -> int:
    return int(token.idx)


class Passage(msgspec.Struct, frozen=True):
    """One block: ``text`` is its plain form, ``doc`` its parse; both have the block's own offsets, from 0."""

    number: int
    block: TextBlock
    text: str
    doc: Doc
    quoted: tuple[Quoted, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Offsets in the block to offsets in the canonical text."""
        return Span(self.block.start + start, self.block.start + end, self.block.paragraph)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that begin between two offsets."""
        first = bisect_left(self.doc, start, key=_offset)
        return list(self.doc[first : bisect_left(self.doc, end, key=_offset)])

    def token_at(self, offset: int) -> Token | None:
        """The first token that begins at or behind an offset, or None."""
        first = bisect_left(self.doc, offset, key=_offset)
        return self.doc[first] if first < len(self.doc) else None

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        return any(each.start <= offset < each.end for each in self.quoted)

    def original(self, start: int, end: int) -> str:
        """The words as written."""
        return self.block.text[start:end]

    @property
    def first_sentence(self) -> Any:  # a spaCy Span
        """The first sentence, behind a dateline."""
        end = dateline_end(self.text)
        return next((each for each in self.doc.sents if each.start_char >= end), next(self.doc.sents))

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
    r"\W*(?:correction|clarification|erratum|editor['’]s note|an earlier version (?:of (?:this|the|our) (?:article|column|dispatch|headline|page|piece|post|report|story)|(?:said|stated|gave|misstated|misspelled)\b)|this (?:article|story|report|piece) (?:was|has been) "
    r"(?:amended|corrected|updated|edited)|(?:additional )?reporting by |editing by |writing by |compiled by |"
    r"with (?:files|assistance|reporting|additional reporting|contributions) (?:from|by) |additional (?:reporting|research) )|"
    r".{0,200}\bcontributed (?:reporting|to this (?:report|story|article))",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:related(?: (?:story|stories|article|articles|content))?|read (?:more|next|also)|see also|also (?:on|in|read)\b[^:.]{0,20}|more (?:on|from)\b[^:.]{0,25}|"
    r"(?:(?:photo |picture )?gallery|in pictures|quiz|poll|podcast|slideshow|interactive|betting tips)(?=:[^.?!]{3,140}$)|don['’]t miss|editor['’]s pick|recommended|watch|listen|most (?:read|popular))\s*:",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:^| )[A-Z]{2,6} (?:file )?photos? (?:(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}) )?by [A-Z][^.]{2,60}\.?$|"
    r"(?:^|(?<=[.|)\]]) ?|\()(?:Photo(?:graph)?|Picture|Pic|Image|Credit|Illustration|File photo)s?(?: by |:| courtesy )[^.]{2,80}\.?\)?$"
)
"""A picture's credit, alone or at the end of its caption."""


_SIGN_OFF = re.compile(
    r" ?[(\[](?:Additional )?(?:Reporting|Writing|Editing|Compiled|Reported|Edited)(?: and \w+)? by [^()\[\]]{3,200}[)\]]\.?$"
)
"""Who wrote and edited a wire report, at the end of its last paragraph."""


def is_note(text: str) -> bool:
    """Whether a block is about the article and not of it: a correction, who helped, a link elsewhere, a picture's credit alone."""
    return any(each.match(text.strip()) for each in (_NOTE, _ELSEWHERE, _CREDIT))


LONGEST_ARTICLE = 120_000
"""Characters of an article that are read; the rest is left unannotated, and a finding says so."""
LONGEST_BLOCK = 6_000
"""Characters of one block that are read: a parser's time and memory grow faster than a block."""


def read(article: Article, parse: Parse) -> Reading:
    """Parse the article block by block: a parser does not end a sentence at a line's end."""
    blocks = [
        _without_credit(each)
        for each in _bounded(article)
        if each.kind != "caption" and each.text.strip() and not is_note(each.text)
    ]
    texts = [plain(each.text) for each in blocks]
    docs = parse(texts)
    passages = tuple(
        Passage(number, block, text, doc, quoted_parts(block.text))
        for number, (block, text, doc) in enumerate(zip(blocks, texts, docs, strict=True))
    )
    return Reading(article, canonical_text(article), passages)


def is_too_long(article: Article) -> bool:
    """Whether some of the article is not read."""
    blocks = text_blocks(article)
    return any(len(each.text) > LONGEST_BLOCK or each.end > LONGEST_ARTICLE for each in blocks)


def _bounded(article: Article) -> list[TextBlock]:
    """The blocks within the limits; a longer one is cut behind a word, its offsets stay."""
    return [_cut(each) for each in text_blocks(article) if each.start < LONGEST_ARTICLE]


def _without_credit(block: TextBlock) -> TextBlock:
    """A block without who made its picture or who reported and edited it; its offsets stay."""
    credit = _CREDIT.search(block.text, max(0, len(block.text) - 120)) or _SIGN_OFF.search(
        block.text, max(0, len(block.text) - 250)
    )
    return TextBlock(block.kind, block.start, block.text[: credit.start()], block.paragraph) if credit else block


def _cut(block: TextBlock) -> TextBlock:
    if len(block.text) <= LONGEST_BLOCK:
        return block
    end = block.text.rfind(" ", 0, LONGEST_BLOCK)
    return TextBlock(block.kind, block.start, block.text[: end if end > 0 else LONGEST_BLOCK], block.paragraph)
