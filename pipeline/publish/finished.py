"""What the stages made of one article, as every article format reads it."""

from __future__ import annotations

import msgspec

from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.edition import Entry
from pipeline.model.finding import Finding
from pipeline.model.graph import Graph
from pipeline.model.newsroom import Newsroom
from pipeline.standards.canonical import PLAIN_CONTEXT, Context


class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """One finished article. ``entry`` is its place in the edition, once its version is counted; formats that state a
    version are made only with it. ``context`` is the JSON-LD context that the RDF forms are read with."""

    article: Article
    graph: Graph
    newsroom: Newsroom
    annotations: Annotations = Annotations()
    findings: tuple[Finding, ...] = ()
    entry: Entry | None = None
    context: Context = msgspec.field(default_factory=lambda: PLAIN_CONTEXT)
