"""One finished article -> its files under ``articles/<slug>/``, by a visible tuple of formats."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, canonical_text
from pipeline.model.codec import builtins, encode_pretty
from pipeline.model.finding import Finding
from pipeline.model.graph import Graph
from pipeline.model.newsroom import Newsroom
from pipeline.model.publication import Publication
from pipeline.publish import html, json_ld
from pipeline.publish.addresses import article_path
from pipeline.standards.json_tree import encodable
from pipeline.standards.xml_text import legal


class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the stages made of one article."""

    article: Article
    annotations: Annotations
    graph: Graph
    newsroom: Newsroom
    findings: tuple[Finding, ...] = ()


class Format(msgspec.Struct, frozen=True):
    """A file's name and media type, and what writes it."""

    name: str
    media_type: str
    write: Callable[[Finished], bytes]


def article_files(finished: Finished) -> tuple[Publication, ...]:
    """The article's files, in the order of ``ARTICLE_FORMATS``."""
    return tuple(
        Publication(
            path=article_path(finished.article.slug, each.name),
            media_type=each.media_type,
            content=each.write(finished),
        )
        for each in ARTICLE_FORMATS
    )


def _record(record: object) -> bytes:
    return encode_pretty(encodable(builtins(record)))


ARTICLE_FORMATS = (
    Format("article.json", "application/json", lambda each: _record(each.article)),
    Format("article.txt", "text/plain", lambda each: legal(canonical_text(each.article)).encode()),
    Format("annotations.json", "application/json", lambda each: _record(each.annotations)),
    Format("graph.jsonld", json_ld.MEDIA_TYPE, lambda each: json_ld.json_ld(each.graph)),
    Format("findings.json", "application/json", lambda each: _record(each.findings)),
    Format("page.html", html.MEDIA_TYPE, lambda each: html.page(each.article, each.graph, each.newsroom)),
)
