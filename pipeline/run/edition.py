"""A build in three passes: annotate all, settle identities, map all. A second run over the same sources changes nothing.

1. Every source is normalized and annotated, in workers; what did not change comes from the cache.
2. One writer settles whom and what the articles speak of, whatever their order.
3. Every article is mapped, validated and laid out against that; records, files and deliveries change together.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from itertools import batched
from pathlib import Path
from typing import Self

import msgspec
from msgspec.structs import replace

from pipeline.mapping import address_findings, suppressed_names, withhold
from pipeline.model.codec import decode, encode
from pipeline.model.finding import Finding
from pipeline.model.identity import Identities
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.run import plan, recipe, retraction, versions, workers
from pipeline.run.article import Annotated, Prepared, Waiting, proposals
from pipeline.run.chat import FAILED
from pipeline.run.edition_output import write_edition
from pipeline.run.finishing import Settled, make_finisher
from pipeline.run.keeping import keep, unchanged, why
from pipeline.run.reading import Request, each_prepared, every_finding, make_preparer, sources
from pipeline.run.report import Line, Report
from pipeline.run.stores import Stores
from pipeline.run.validation import packaged_validator
from pipeline.store.authority import order_of
from pipeline.store.prepared import PreparedStore

BATCH = 100
"""Articles recorded in one transaction: one sync of the disk for all of them."""
PASSING = frozenset({"article-failed", FAILED})
"""Findings about the world and not the article: a result that has one is made anew by the next build."""


def build(request: Request, newsroom: Newsroom, output: Path, *, now: datetime, say: Callable[[str], None]) -> Report:
    """Build every source named into ``output``. ``now`` (with a zone) is the only clock; ``say`` gets progress in words.

    Raises ``PipelineError`` where setup or world is wrong; what is wrong with an article stands in the report.
    """
    packaged_validator(newsroom)  # refuses unknown profiles before anything is read
    with ExitStack() as stack:
        stores = Stores(output, stack)
        read = _Read.of(_first_pass(request, newsroom, stores.prepared))
        say(f"{read.sources} sources read")
        report = _from_read(read, newsroom, stores, request=request, now=now)
        say(f"{len(report.articles)} articles finished")
    return report


def build_prepared(prepared: tuple[Prepared, ...], newsroom: Newsroom, output: Path, *, now: datetime) -> Report:
    """The second and the third pass alone, over articles that are annotated already."""
    with ExitStack() as stack:
        stores = Stores(output, stack)
        return _from_read(_Read.of(prepared), newsroom, stores, request=Request(arguments=(), workers=0), now=now)


class _Read(msgspec.Struct, frozen=True):
    """What the first pass gave: the articles, kept small for large builds, and findings about sources."""

    sources: int
    articles: tuple[Waiting, ...]
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, prepared: Iterable[Prepared]) -> Self:
        articles: list[Waiting] = []
        findings: list[Finding] = []
        sources = 0
        for each in prepared:
            sources += 1
            articles += map(Waiting.of, each.articles)
            findings += each.findings
        return cls(sources, tuple(articles), tuple(findings))


def _from_read(read: _Read, newsroom: Newsroom, stores: Stores, *, request: Request, now: datetime) -> Report:
    articles, duplicates = _articles(read.articles, newsroom, stores)
    articles, retracted = retraction.settle(articles, newsroom, stores, now=now)
    _second_pass(articles, newsroom, stores)
    lines = (*_third_pass(articles, newsroom, stores, request=request, now=now), *retracted)
    about_edition = write_edition(newsroom, stores, now)
    report = Report.of(lines, read.findings + duplicates + about_edition, now=Moment(now.isoformat()))
    stores.output.write((report.publication,))
    return report


def _first_pass(request: Request, newsroom: Newsroom, cache: PreparedStore) -> Iterator[Prepared]:
    """Normalize and annotate; what was made from the same source with the same recipe comes from the cache."""
    keys: deque[tuple[str, bytes] | None] = deque()
    given = _from_cache(sources(request), newsroom, cache, keys)
    for some in batched(each_prepared(given, partial(make_preparer, newsroom), request), BATCH):
        fresh = [(key, each) for each in some if (key := keys.popleft()) is not None and not _may_pass(each)]
        cache.put((name, digest, encode(each)) for (name, digest), each in fresh)
        yield from some


def _from_cache(
    given: Iterable[Source | Prepared], newsroom: Newsroom, cache: PreparedStore, keys: deque[tuple[str, bytes] | None]
) -> Iterator[Source | Prepared]:
    """Replace sources by what the cache has of them; ``keys`` gets, for each, where its result is to be kept."""
    for each in given:
        key = (
            None
            if isinstance(each, Prepared)
            else (f"{each.name}\n{each.member or ''}", recipe.of_source(each, newsroom))
        )
        kept = None if key is None else cache.get(*key)
        keys.append(key if kept is None else None)
        yield each if kept is None else decode(kept, Prepared)


def _may_pass(prepared: Prepared) -> bool:
    """Whether the result may be another one next time, though nothing changes: a crash, a service that did not answer."""
    return any(each.code in PASSING for each in every_finding(prepared))


def _articles(
    given: tuple[Waiting, ...], newsroom: Newsroom, stores: Stores
) -> tuple[tuple[Waiting, ...], tuple[Finding, ...]]:
    """One address, one article; one text, one article; a slug of its own."""
    articles, duplicates = plan.one_for_each_url(given)
    builds = tuple(stores.builds.all())
    published = {each.article: each.first_published or "" for each in builds}
    articles, copies = versions.one_for_each_text(articles, published, newsroom.duplicates)
    return plan.with_own_slugs(articles, {each.slug: each.article for each in builds}), duplicates + copies


def _second_pass(articles: tuple[Waiting, ...], newsroom: Newsroom, stores: Stores) -> None:
    """Identities settled by one writer."""
    ordered = sorted(articles, key=lambda each: order_of(each.article.date_published, each.article.url))
    stores.authority.settle_each(
        (each.article.url, proposals(each.opened(), newsroom, stores.gazetteer)) for each in ordered
    )


def _third_pass(
    articles: tuple[Waiting, ...], newsroom: Newsroom, stores: Stores, *, request: Request, now: datetime
) -> Iterator[Line]:
    """Finish what is new or changed, and report on every article, in order."""
    reasons = _reasons(articles, newsroom, stores)
    count = workers.default_workers(sum(each is not None for each in reasons))
    count = count if request.workers is None else request.workers
    todo: deque[Settled] = deque()
    results = workers.run(
        partial(make_finisher, newsroom, now),
        _remembered(articles, reasons, todo, newsroom, stores),
        workers=count,
        timeout_s=request.timeout_s,
    )
    for some in batched(zip(articles, reasons, strict=True), BATCH):
        with stores.database.transaction():
            lines = []
            for each, reason in some:
                if reason is None:
                    lines.append(unchanged(each.article, newsroom, stores, now))
                    continue
                result = next(results)
                lines.append(keep(todo.popleft(), result, reason, newsroom=newsroom, stores=stores, now=now))
        yield from lines


def _reasons(articles: tuple[Waiting, ...], newsroom: Newsroom, stores: Stores) -> list[plan.Reason | None]:
    """For each article why it must be finished again, if it must; what the cache has of persons not to be named is forgotten."""
    reasons = []
    names: set[str] = set()
    for each in articles:
        annotated, identities = each.opened(), stores.authority.identities(each.article.url)
        names.update(suppressed_names(annotated.article, annotated.annotations, identities))
        reasons.append(why(_settled(annotated, identities, newsroom, stores), stores))
    stores.prepared.forget_naming(sorted(names))
    return reasons


def _remembered(
    articles: tuple[Waiting, ...],
    reasons: list[plan.Reason | None],
    todo: deque[Settled],
    newsroom: Newsroom,
    stores: Stores,
) -> Iterator[Settled]:
    """The articles to finish, each made when a worker is free for it; ``todo`` has those whose result is still to come."""
    for each, reason in zip(articles, reasons, strict=True):
        if reason is not None:
            identities = stores.authority.identities(each.article.url)
            todo.append(_settled(each.opened(), identities, newsroom, stores))
            yield todo[-1]


def _settled(annotated: Annotated, identities: Identities, newsroom: Newsroom, stores: Stores) -> Settled:
    """The article as it may be published: from here on nobody who must not be named stands in it."""
    article, annotations = withhold(annotated.article, annotated.annotations, identities)
    findings = annotated.findings + address_findings(annotated.article, annotated.annotations, identities)
    annotated = replace(annotated, article=article, annotations=annotations, findings=findings)
    meant = [
        (each.local, each.kind, each.slug, each.name, each.same_as, each.identifiers, each.aliases)
        for each in identities.values()
    ]
    released = stores.holds.released(annotated.article.url)
    parts = (encode(annotated), encode(sorted(meant)), encode(sorted(released)), recipe.settings(newsroom))
    return Settled(
        name=annotated.article.source,
        annotated=annotated,
        identities=identities,
        made_from=recipe.of_article(*parts),
        released=released,
    )
