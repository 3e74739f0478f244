"""One document as bytes -> the articles in it, each field with its origin. The first step of the road."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import findings as say
from pipeline.normalize.address import give_address
from pipeline.normalize.formats import detect
from pipeline.normalize.languages import settle_language
from pipeline.normalize.readers import READERS
from pipeline.normalize.sidecar import apply_sidecar
from pipeline.normalize.wire.several import label
from pipeline.normalize.zones import settle_zones

MAX_BYTES = 10_000_000
"""The largest document that is read; the largest of 1,766 real article pages has 6.1 MB (checked 2026-11)."""

STEPS = (apply_sidecar, settle_zones, settle_language, give_address)
"""What every article goes through after its reader, in this order. Each step done twice equals once."""


def normalize(source: Source, newsroom: Newsroom, *, max_bytes: int = MAX_BYTES) -> Outcome[tuple[Article, ...]]:
    """The articles of a source with what is wrong or notable about them; no article where an error says why.

    No content makes it raise. It bounds size, depth and text nodes, not time: whoever calls it on foreign pages runs it
    in a worker that can be stopped.
    """
    refusal = _refusal(source, max_bytes)
    if refusal:
        return Outcome((), (_at(source, refusal),))
    read = READERS[source.format or detect(source)](source, newsroom)
    if len(read.value) > 1 and source.sidecar is not None:
        return Outcome(
            (), tuple(_at(source, each) for each in (*read.findings, say.sidecar_ambiguous(len(read.value))))
        )
    articles, findings = [], list(read.findings)
    for each in read.value:
        finished = finish(each, source, newsroom)
        articles.append(finished.value)
        findings += finished.findings
    return Outcome(tuple(articles), tuple(_at(source, each) for each in findings))


def finish(article: Article, source: Source, newsroom: Newsroom) -> Outcome[Article]:
    """Every step after reading."""
    findings: list[Finding] = []
    for step in STEPS:
        outcome = step(article, source, newsroom)
        article = outcome.value
        findings += outcome.findings
    return Outcome(article, tuple(findings))


def _refusal(source: Source, max_bytes: int) -> Finding | None:
    if not source.content.strip():
        return say.empty_source()
    if len(source.content) > max_bytes:
        return say.source_too_big(len(source.content), max_bytes)
    if source.format is not None and source.format not in READERS:
        return say.format_unknown(source.format, tuple(READERS))
    return None


def _at(source: Source, finding: Finding) -> Finding:
    return finding if finding.path else replace(finding, path=label(source))
