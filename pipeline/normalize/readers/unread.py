"""What is recognised and cannot be an article: sitemaps, and XML or JSON of no format of news -> a finding that says so."""

from __future__ import annotations

from pipeline.model.article import Article
from pipeline.model.finding import Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize.decode import decode
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import xml
from pipeline.normalize.wire.item import read_json


def read_sitemap(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """A sitemap: its pages must be fetched."""
    return Outcome((), (say.sitemap_not_article(),))


def read_xml(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """XML of no format that is read, or no XML at all."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = xml.parse(decoded.value)
    if parsed.value is None:
        return Outcome((), (*decoded.findings, *parsed.findings))
    what = f"its root element is {xml.name(parsed.value)!r}"
    return Outcome((), (*decoded.findings, *parsed.findings, say.format_unknown_content("XML", what)))


def read_json_value(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """JSON of no format that is read, or no JSON at all."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = read_json(decoded.value)
    if parsed.findings:
        return Outcome((), (*decoded.findings, *parsed.findings))
    names = (
        ", ".join(sorted(map(str, parsed.value))[:8]) if isinstance(parsed.value, dict) else type(parsed.value).__name__
    )
    return Outcome((), (*decoded.findings, say.format_unknown_content("JSON", f"it holds {names[:200] or 'nothing'}")))
