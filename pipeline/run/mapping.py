"""Sources -> graphs without a build: the three passes with an authority that is forgotten afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from pipeline.model.finding import Finding
from pipeline.model.graph import Graph
from pipeline.model.newsroom import Newsroom
from pipeline.run.article import Prepared, graph, proposals
from pipeline.run.reading import Request, annotated
from pipeline.store.authority import Authority
from pipeline.store.gazetteer import PackagedGazetteer


class Mapped(msgspec.Struct, frozen=True, kw_only=True):
    """The graphs of one source's articles, with all findings on the way."""

    source: str
    graphs: tuple[Graph, ...]
    findings: tuple[Finding, ...]


def mapped(request: Request, newsroom: Newsroom) -> Iterator[Mapped]:
    """Annotate all, settle identities among them, map all."""
    yield from map_prepared(tuple(annotated(request, newsroom)), newsroom)


def map_prepared(prepared: tuple[Prepared, ...], newsroom: Newsroom) -> Iterator[Mapped]:
    """Settle identities among annotated articles, and map them."""
    gazetteer = PackagedGazetteer()
    with Authority.open(Path(":memory:")) as authority:
        identities = authority.settle(
            each for one in prepared for article in one.articles for each in proposals(article, newsroom, gazetteer)
        )
    for one in prepared:
        outcomes = [graph(each, identities.get(each.article.url, {}), newsroom, gazetteer) for each in one.articles]
        findings = tuple(each for _, found in outcomes for each in found)
        yield Mapped(source=one.source, graphs=tuple(each for each, _ in outcomes), findings=one.findings + findings)
