"""One article through all stages, on one screen: source -> article and annotations -> (identities) -> graph -> findings, files."""

from __future__ import annotations

import zlib
from typing import Self

import msgspec
from msgspec.structs import replace

from pipeline.annotate import Annotate
from pipeline.mapping import map_article, propose
from pipeline.mapping.gazetteer import Gazetteer
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.codec import decode, encode
from pipeline.model.finding import Finding
from pipeline.model.graph import Graph
from pipeline.model.identity import Identities, Proposal
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import normalize


class Annotated(msgspec.Struct, frozen=True, kw_only=True):
    """An article after the first pass, with what it proposes to the authority and what was found on the way."""

    article: Article
    annotations: Annotations = Annotations()
    findings: tuple[Finding, ...] = ()


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """An annotated article between the passes of a large build: the record at hand, all that was found in it packed small."""

    article: Article
    packed: bytes

    @classmethod
    def of(cls, annotated: Annotated) -> Self:
        """Pack what only mapping reads."""
        return cls(
            article=annotated.article, packed=zlib.compress(encode((annotated.annotations, annotated.findings)), 1)
        )

    def opened(self) -> Annotated:
        """The article with its annotations and findings again."""
        annotations, findings = decode(zlib.decompress(self.packed), tuple[Annotations, tuple[Finding, ...]])
        return Annotated(article=self.article, annotations=annotations, findings=findings)


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """What one source gave: its articles, and the findings about the source itself."""

    source: str
    articles: tuple[Annotated, ...] = ()
    findings: tuple[Finding, ...] = ()


def prepare(source: Source, *, newsroom: Newsroom, annotate: Annotate) -> Prepared:
    """First pass, pure and parallel: bytes -> articles with annotations."""
    normalized = normalize(source, newsroom)
    articles = tuple(_annotated(each, annotate) for each in normalized.value)
    return Prepared(source=source.name, articles=articles, findings=normalized.findings)


def proposals(annotated: Annotated, newsroom: Newsroom, gazetteer: Gazetteer) -> tuple[Proposal, ...]:
    """What the article says of whom it speaks; one writer settles that in the second pass."""
    return propose(annotated.article, annotated.annotations, newsroom, gazetteer=gazetteer)


def graph(
    annotated: Annotated, identities: Identities, newsroom: Newsroom, gazetteer: Gazetteer
) -> tuple[Graph, tuple[Finding, ...]]:
    """Third pass: the settled article as a graph, with all findings up to here."""
    mapped = map_article(annotated.article, annotated.annotations, identities, newsroom, gazetteer=gazetteer)
    return mapped.value, annotated.findings + _placed(annotated.article, mapped.findings)


def _annotated(article: Article, annotate: Annotate) -> Annotated:
    outcome = annotate(article)
    return Annotated(article=article, annotations=outcome.value, findings=_placed(article, outcome.findings))


def _placed(article: Article, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings about an article, with the source that it came from."""
    return tuple(each if each.path else replace(each, path=article.source) for each in findings)
