"""Why a statement is made: the article's fields know where they came from, mentions know their words."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.annotations import Mention, Span
from pipeline.model.article import Article, TextKind, text_blocks
from pipeline.model.graph import Evidence

CONFIGURATION = Evidence(source="configuration", by="newsroom.toml")
DERIVED = Evidence(source="rule", by="rule:derived")
"""What follows from other statements of the same graph and adds nothing to them: a count of words, a link back."""


def from_origin(article: Article, field: str, kind: TextKind | None = None) -> Evidence:
    """Where a field of the article came from; ``kind`` adds its words, if they stand in the canonical text."""
    origin = article.origins.get(field)
    by = origin.source if origin else "source"
    spans = tuple(Span(each.start, each.end) for each in text_blocks(article) if each.kind == kind) if kind else ()
    if by == "sidecar":
        return Evidence(source="sidecar", by=by, spans=spans)
    if by == "configuration":
        return Evidence(source="configuration", by="newsroom.toml", spans=spans)
    if by.startswith("rule:"):
        return Evidence(source="rule", by=by, spans=spans)
    return Evidence(source="markup", by=by, spans=spans)


def from_mentions(mentions: Iterable[Mention], probability: float = 1.0) -> Evidence:
    """The words of the text in which an entity is named; the first one's rule or model answers for it."""
    kept = tuple(mentions)
    by = kept[0].by if kept else "annotator"
    return from_text(by, *(each.span for each in kept), probability=probability)


def from_text(by: str, *spans: Span | None, probability: float = 1.0) -> Evidence:
    """Words of the text, and the rule or model that read them; what an editor says of them stands in the sidecar."""
    found = tuple(each for each in spans if each is not None)
    return Evidence(source="sidecar" if by == "editor" else "text", by=by, spans=found, probability=probability)


def from_authority(by: str) -> Evidence:
    """What the authority or the gazetteer knows of an entity that the text names."""
    return Evidence(source="authority", by=by)
