"""A web page -> one article: one parse, candidates from every source, one decision for each field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import findings as say
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import words
from pipeline.normalize.web import days, dom, meta, sections, structured
from pipeline.normalize.web.build import build
from pipeline.normalize.web.candidate import Candidate
from pipeline.normalize.web.genre import NO_ARTICLE, Genre, genre_of
from pipeline.normalize.web.json_ld import Node, read_json_ld, types_of
from pipeline.normalize.web.kept import kept_segments, kept_texts, without_wrappers
from pipeline.normalize.web.microdata import read_microdata
from pipeline.normalize.web.page import Page, parse
from pipeline.normalize.web.segments import Segment, segments_of

MIN_WORDS = 20
"""A page with less running text is a picture, a video or no article."""


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
    segments, kept = blocks(page)
    found = tuple(candidates(page, segments, nodes.value))
    stated = _tells_publication(found)
    if not stated:
        found = (*found, *days.by_htmldate(page, segments))
    if not _tells_publication(found):
        found = (*found, *days.of_change(found))
    article = build(page, segments, kept, found)
    types = frozenset(each for node in nodes.value for each in types_of(node))
    judged = judge(article, genre_of(page, segments, article, types), source)
    told = (*decoded.findings, *parsed.findings, *nodes.findings, *judged.findings)
    if judged.value is None:
        return Outcome((), told)
    of_change = not stated and days.is_of_change(article.date_published, found)
    lacking = missing(article, source, of_change=of_change)
    return Outcome((judged.value,), (*told, *contradictions(article, found), *lacking))


def _tells_publication(found: Sequence[Candidate]) -> bool:
    return any(each.field == "datePublished" for each in found)


def blocks(page: Page) -> tuple[tuple[Segment, ...], tuple[bool, ...]]:
    """The page's segments without its wrappers' names, and which of them trafilatura keeps."""
    segments = segments_of(page.tree)
    kept = kept_segments(segments, kept_texts(page))
    return without_wrappers(segments, kept), kept


def candidates(page: Page, segments: Sequence[Segment], nodes: tuple[Node, ...]) -> Iterator[Candidate]:
    """What every source says about every field."""
    yield from structured.candidates(nodes, page, "json-ld")
    items = read_microdata(page)
    yield from structured.candidates(items, page, "microdata")
    yield from meta.candidates(page)
    yield from dom.candidates(segments, page)
    yield from days.from_address(page.url)
    yield from structured.breadcrumbs(nodes, page.url)
    yield from structured.breadcrumbs(items, page.url)
    yield from sections.from_address(page.url)


def judge(article: Article, genre: Genre, source: Source) -> Outcome[Article | None]:
    """The article as its genre allows: none for a wall, withheld for a stub, named for a live blog. A sidecar's order wins."""
    ordered = source.sidecar is not None and source.sidecar.pub_status == "usable"
    if genre in NO_ARTICLE:
        return Outcome(article if ordered else None, (say.not_an_article(genre, ordered=ordered),))
    if sum(words(each.text) for each in article.paragraphs) < MIN_WORDS:
        return Outcome(None, (say.no_article("it has no running text"),))
    if genre == "paywalled stub":
        return Outcome(replace(article, pub_status="withheld", is_accessible_for_free=False), (say.paywalled_stub(),))
    if genre == "live blog":
        return Outcome(replace(article, article_type="LiveBlogPosting"), (say.special_genre(genre),))
    return Outcome(article, (say.special_genre(genre),) if genre == "gallery" else ())


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
