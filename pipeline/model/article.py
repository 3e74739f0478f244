"""The normalized article: what every reader makes and every later stage reads. Keys bear schema.org's names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from pipeline.model.defaults import written
from pipeline.model.moment import Moment
from pipeline.model.sidecar import Correction, Credit, Decision, Image

BlockKind = Literal["paragraph", "heading", "quote", "list-item", "caption"]
SubjectKind = Literal["topic", "person", "organization", "place", "event", "work", "product", "object"]
TextKind = Literal["headline", "description", "paragraph", "heading", "quote", "list-item", "caption"]
SEPARATOR = "\n\n"


class Block(msgspec.Struct, frozen=True):
    """One block of the body, without line breaks inside."""

    kind: BlockKind
    text: str


class Origin(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a field's value came from (``json-ld``, ``open-graph``, ``sidecar``, ``rule:byline``, ...) and what lost to it."""

    source: str
    also: tuple[tuple[str, str], ...] = ()


class Dropped(msgspec.Struct, frozen=True):
    """A line of the source that is no part of the article, and why it was left out."""

    text: str
    reason: str


class Subject(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """What a source states that the article is about or mentions, as it states it.

    ``identifier`` is the source's own code or address for it (a qcode such as ``medtop:04000000``, a URI, a literal),
    ``scheme`` the vocabulary that a bare code belongs to. ``relation`` is None where the source does not say.
    """

    name: str
    kind: SubjectKind = written("topic")
    identifier: str | None = None
    scheme: str | None = None
    relation: Literal["about", "mentions"] | None = None
    same_as: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """One news article after normalizing.

    ``url`` is absolute; without one in source or sidecar it is minted from the site and ``slug``. ``origins`` maps a field
    (in its JSON name) to where its value came from. ``subjects`` are what the source itself states, before anything is
    found in the text; ``editorial_note`` is for editors and never published; ``urgency`` is IPTC's, 1 (highest) to 9.
    ``additional_property`` keeps what the source states and the record has no field for, under the source's own names
    (JSON values). ``also_at`` are further addresses of the same article. Text is Unicode NFC; the offsets of annotations point into
    ``canonical_text``.
    """

    slug: str
    url: str
    source: str
    article_type: str = written("NewsArticle")
    identifier: str | None = None
    version: str | None = None
    headline: str | None = None
    alternative_headline: str | None = None
    description: str | None = None
    article_section: tuple[str, ...] = ()
    author: tuple[Credit, ...] = ()
    contributor: tuple[Credit, ...] = ()
    editor: tuple[Credit, ...] = ()
    publisher: Credit | None = None
    date_created: Moment | None = None
    date_published: Moment | None = None
    date_modified: Moment | None = None
    dateline: str | None = None
    image: tuple[Image, ...] = ()
    keywords: tuple[str, ...] = ()
    in_language: str | None = None
    license: str | None = None
    copyright_holder: str | None = None
    copyright_notice: str | None = None
    copyright_year: int | None = None
    credit_text: str | None = None
    usage_info: str | None = None
    is_accessible_for_free: bool | None = None
    correction: tuple[Correction, ...] = ()
    embargoed: Moment | None = None
    pub_status: Literal["usable", "withheld", "canceled"] = written("usable")
    subjects: tuple[Subject, ...] = ()
    genre: tuple[str, ...] = ()
    urgency: int | None = None
    expires: Moment | None = None
    editorial_note: str | None = None
    additional_property: dict[str, Any] = {}
    also_at: tuple[str, ...] = ()
    paragraphs: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    origins: dict[str, Origin] = {}
    decisions: tuple[Decision, ...] = ()


class TextBlock(msgspec.Struct, frozen=True):
    """A block at its place in the canonical text; ``paragraph`` is its index in ``Article.paragraphs``, if it has one."""

    kind: TextKind
    start: int
    text: str
    paragraph: int | None = None

    @property
    def end(self) -> int:
        """The offset behind the last code point."""
        return self.start + len(self.text)


def text_blocks(article: Article) -> tuple[TextBlock, ...]:
    """Headline, dek and body blocks with their offsets (code points) in the canonical text."""
    blocks: list[TextBlock] = []
    start = 0
    for kind, text, paragraph in _parts(article):
        blocks.append(TextBlock(kind, start, text, paragraph))
        start += len(text) + len(SEPARATOR)
    return tuple(blocks)


def canonical_text(article: Article) -> str:
    """Headline, dek and body joined by blank lines: the text that every offset points into (``article.txt``)."""
    return SEPARATOR.join(each.text for each in text_blocks(article))


def _parts(article: Article) -> Iterator[tuple[TextKind, str, int | None]]:
    if article.headline:
        yield "headline", article.headline, None
    if article.description:
        yield "description", article.description, None
    for index, block in enumerate(article.paragraphs):
        yield block.kind, block.text, index
