"""What an article still lacks when neither its source nor its sidecar says it."""

from __future__ import annotations

from pipeline.model.article import Article
from pipeline.model.finding import Finding
from pipeline.model.source import Source
from pipeline.normalize import findings as say


def missing(article: Article, source: Source, *, of_change: bool = False) -> tuple[Finding, ...]:
    """A warning for each field that a reader of news needs; ``of_change`` says that its day is only that of a change."""
    sidecar = source.sidecar
    found: list[Finding] = []
    if not article.headline and not (sidecar and sidecar.headline):
        found.append(say.headline_missing())
    if not (sidecar and sidecar.date_published):
        if article.date_published is None:
            found.append(say.date_missing())
        elif of_change:
            found.append(say.date_of_change(article.date_published))
    return tuple(found)
