"""A web page -> one article: one parse, candidates from every source, one decision for each field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.model.article import Article, Origin
from pipeline.model.finding import Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import findings as say
from pipeline.normalize.address import absolute
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import words
from pipeline.normalize.web import days, dom, meta, structured
from pipeline.normalize.web.body import blocks, without_head
from pipeline.normalize.web.candidate import Candidate, Field
from pipeline.normalize.web.fuse import Choice, captioned, fuse
from pipeline.normalize.web.json_ld import Node, read_json_ld
from pipeline.normalize.web.microdata import read_microdata
from pipeline.normalize.web.page import Page, parse

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
    found = tuple(candidates(page, nodes.value))
    article = build(page, fuse(found), found)
    told = (*decoded.findings, *parsed.findings, *nodes.findings)
    if sum(words(each.text) for each in article.paragraphs) < MIN_WORDS:
        return Outcome((), (*told, say.no_article("it has no running text")))
    return Outcome((article,), (*told, *missing(article, source)))


def candidates(page: Page, nodes: tuple[Node, ...]) -> Iterator[Candidate]:
    """What every source says about every field."""
    yield from structured.candidates(nodes, page, "json-ld")
    yield from structured.candidates(read_microdata(page), page, "microdata")
    yield from meta.candidates(page)
    yield from dom.candidates(page)
    yield from days.candidates(page)


def build(page: Page, chosen: dict[Field, Choice], seen: tuple[Candidate, ...]) -> Article:
    """An article of the chosen values; its url is the canonical address, else where the page was fetched from."""
    values: dict[str, Any] = {_FIELDS[field]: each.value for field, each in chosen.items() if field in _FIELDS}
    if "image" in values:
        values["image"] = captioned(values["image"], seen)
    paragraphs, dropped = without_head(blocks(page), values)
    origins = {str(field): each.origin for field, each in chosen.items()} | {"paragraphs": Origin(source="trafilatura")}
    canonical = chosen["url"].value if "url" in chosen else ""
    url = canonical or (page.url if absolute(page.url) else "")
    return Article(slug="", url=url, source="", **values, paragraphs=paragraphs, dropped=dropped, origins=origins)
