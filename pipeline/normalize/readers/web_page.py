"""A web page -> one article: one parse, candidates from every source, one decision for each field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.model.article import Article, Dropped, Origin
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import findings as say
from pipeline.normalize.address import absolute
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import words
from pipeline.normalize.web import body, days, dom, meta, structured
from pipeline.normalize.web.candidate import Candidate, Field
from pipeline.normalize.web.fuse import captioned, fuse
from pipeline.normalize.web.json_ld import Node, read_json_ld
from pipeline.normalize.web.microdata import read_microdata
from pipeline.normalize.web.page import Page, parse
from pipeline.normalize.web.segments import Segment, segments_of

MIN_WORDS = 20
"""A page with less running text is a picture, a video or no article."""
_FIELDS: dict[Field, str] = {
    "headline": "headline",
    "alternativeHeadline": "alternative_headline",
    "description": "description",
    "articleSection": "article_section",
    "author": "author",
    "publisher": "publisher",
    "datePublished": "date_published",
    "dateModified": "date_modified",
    "image": "image",
    "keywords": "keywords",
    "inLanguage": "in_language",
    "license": "license",
    "isAccessibleForFree": "is_accessible_for_free",
}


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """The article of a page, or an error finding where it holds none."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = parse(decoded.value, source.url or (source.sidecar and source.sidecar.url) or "")
    if parsed.value is None:
        return Outcome((), (*decoded.findings, *parsed.findings))
    page = parsed.value
    nodes = read_json_ld(page.tree)
    segments = segments_of(page.tree)
    found = tuple(candidates(page, segments, nodes.value))
    if not any(each.field == "datePublished" for each in found):
        found = (*found, *days.by_htmldate(page))
    article = build(page, segments, found)
    told = (*decoded.findings, *parsed.findings, *nodes.findings, *contradictions(article, found))
    if sum(words(each.text) for each in article.paragraphs) < MIN_WORDS:
        return Outcome((), (*told, say.no_article("it has no running text")))
    return Outcome((article,), (*told, *missing(article, source)))


def contradictions(article: Article, found: Sequence[Candidate]) -> Iterator[Finding]:
    """Sources that name different days of publication."""
    dates = [each for each in found if each.field == "datePublished"]
    if article.date_published is None or not dates:
        return
    chosen = Candidate("datePublished", article.date_published, dates[0].source)
    other = days.contradiction(chosen, dates)
    if other is not None:
        source = article.origins["datePublished"].source
        yield say.dates_contradict(article.date_published, source, other.value, other.source)


def candidates(page: Page, segments: Sequence[Segment], nodes: tuple[Node, ...]) -> Iterator[Candidate]:
    """What every source says about every field."""
    yield from structured.candidates(nodes, page, "json-ld")
    yield from structured.candidates(read_microdata(page), page, "microdata")
    yield from meta.candidates(page)
    yield from dom.candidates(segments, page)
    yield from days.from_address(page.url)


def build(page: Page, segments: Sequence[Segment], seen: tuple[Candidate, ...]) -> Article:
    """An article of the chosen values; its url is the canonical address, else where the page was fetched from."""
    chosen = fuse(seen, page.url)
    values: dict[str, Any] = {_FIELDS[field]: each.value for field, each in chosen.items() if field in _FIELDS}
    if "image" in values:
        values["image"] = captioned(values["image"], seen)
    keep = body.chosen(page, segments)
    kept, repeated = body.without_head([each for each, yes in zip(segments, keep, strict=True) if yes], values)
    paragraphs = tuple(body.block_of(each) for each in kept)
    if "description" in values and body.repeats_opening(values["description"], paragraphs):
        repeated = (*repeated, Dropped(values.pop("description"), "the description only repeats how the body begins"))
    left_out = tuple(Dropped(each.text, "chrome") for each, yes in zip(segments, keep, strict=True) if not yes)
    origins = {str(field): each.origin for field, each in chosen.items()} | {"paragraphs": Origin(source="model:body")}
    canonical = chosen["url"].value if "url" in chosen else ""
    url = canonical or (page.url if absolute(page.url) else "")
    return Article(
        slug="", url=url, source="", **values, paragraphs=paragraphs, dropped=(*repeated, *left_out), origins=origins
    )
