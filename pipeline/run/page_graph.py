"""A page of somebody's own -> the graph to embed in it, through the whole road; what we embedded before is no source."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from pipeline.model.finding import Finding, Outcome
from pipeline.model.graph import Graph
from pipeline.model.newsroom import Newsroom
from pipeline.publish.embed import without_own
from pipeline.publish.finished import Finished
from pipeline.publish.holds import statement_holds
from pipeline.publish.withholding import withhold
from pipeline.run.article import Annotated, Prepared
from pipeline.run.mapping import map_prepared
from pipeline.run.reading import Request, make_preparer, sources


def page_graph(page: Path, newsroom: Newsroom, *, url: str | None) -> Outcome[Graph | None]:
    """The graph of the page's article without what the newsroom's rules keep back, or None with the findings that say why."""
    prepared = tuple(_prepared(page, newsroom, url))
    (mapped,) = map_prepared(prepared, newsroom)
    if len(mapped.graphs) != 1:
        return Outcome(None, (*mapped.findings, _not_one(page, len(mapped.graphs))))
    return Outcome(_allowed(prepared[0].articles[0], mapped.graphs[0], newsroom), mapped.findings)


def _prepared(page: Path, newsroom: Newsroom, url: str | None) -> tuple[Prepared, ...]:
    (given,) = sources(Request(arguments=(str(page),), url=url))
    if isinstance(given, Prepared):
        return (given,)
    return (make_preparer(newsroom)(replace(given, content=without_own(given.content))),)


def _allowed(annotated: Annotated, graph: Graph, newsroom: Newsroom) -> Graph:
    finished = Finished(article=annotated.article, annotations=annotated.annotations, graph=graph, newsroom=newsroom)
    return withhold(graph, statement_holds(finished))


def _not_one(page: Path, count: int) -> Finding:
    return Finding(
        code="page-not-one-article",
        severity="error",
        path=str(page),
        message=f"The page holds {count} articles, so there is no one graph to embed.",
        hint="Name the graph with --graph, or give the page of one article.",
    )
