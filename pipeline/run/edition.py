"""A build in three passes: annotate all, settle identities, map all. A second run over the same sources changes nothing.

1. Every source is normalized and annotated, in workers; what did not change comes from the cache.
2. One writer settles whom and what the articles speak of, whatever their order.
3. Every article is mapped, validated and laid out against that; records, files and deliveries change together.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from itertools import batched
from pathlib import Path

from msgspec.structs import replace

from pipeline.mapping import address_findings, withhold
from pipeline.model.article import Article
from pipeline.model.codec import decode, encode
from pipeline.model.edition import Entry, entry_of
from pipeline.model.failed import Failed
from pipeline.model.finding import Finding
from pipeline.model.hold import Hold
from pipeline.model.identity import Identities
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.publish.addresses import article_path
from pipeline.publish.article_files import ARTICLE_FORMATS, VERSIONED_FORMATS, versioned_files
from pipeline.publish.entity_documents import said_of
from pipeline.run import plan, recipe, retraction, versions, workers
from pipeline.run.article import Annotated, Prepared, proposals
from pipeline.run.chat import FAILED
from pipeline.run.edition_output import write_edition
from pipeline.run.erasing import forget_suppressed
from pipeline.run.finishing import Built, Settled, Summary, make_finisher
from pipeline.run.publishing_record import record
from pipeline.run.reading import Request, each_prepared, every_finding, make_preparer, sources
from pipeline.run.report import Line, Report
from pipeline.run.stores import Stores
from pipeline.run.validation import packaged_validator
from pipeline.store.builds import Build
from pipeline.store.prepared import PreparedStore

BATCH = 100
"""Articles recorded in one transaction: one sync of the disk for all of them."""
PUBLIC_FILES = ("graph.jsonld", "page.html")
FOR_NOBODY = frozenset({"embargo", "status"})
"""Holds that stop what is queued of the article, too: it must reach nobody."""
PASSING = frozenset({"article-failed", FAILED})
"""Findings about the world and not the article: a result that has one is made anew by the next build."""
EVERY_FORMAT = (*ARTICLE_FORMATS, *VERSIONED_FORMATS)


def build(request: Request, newsroom: Newsroom, output: Path, *, now: datetime, say: Callable[[str], None]) -> Report:
    """Build every source named into ``output``. ``now`` (with a zone) is the only clock; ``say`` gets progress in words.

    Raises ``PipelineError`` where setup or world is wrong; what is wrong with an article stands in the report.
    """
    packaged_validator(newsroom)  # refuses unknown profiles before anything is read
    with ExitStack() as stack:
        stores = Stores(output, stack)
        prepared = tuple(_first_pass(request, newsroom, stores.prepared))
        say(f"{len(prepared)} sources read")
        report = _from_prepared(prepared, newsroom, stores, request=request, now=now)
        say(f"{len(report.articles)} articles finished")
    return report


def build_prepared(prepared: tuple[Prepared, ...], newsroom: Newsroom, output: Path, *, now: datetime) -> Report:
    """The second and the third pass alone, over articles that are annotated already."""
    with ExitStack() as stack:
        return _from_prepared(
            prepared, newsroom, Stores(output, stack), request=Request(arguments=(), workers=0), now=now
        )


def _from_prepared(
    prepared: tuple[Prepared, ...], newsroom: Newsroom, stores: Stores, *, request: Request, now: datetime
) -> Report:
    articles, duplicates = _articles(prepared, newsroom, stores)
    articles, retracted = retraction.settle(articles, newsroom, stores, now=now)
    settled = _second_pass(articles, newsroom, stores)
    forget_suppressed(articles, settled, stores.prepared)
    lines = (*_third_pass(settled, newsroom, stores, request=request, now=now), *retracted)
    live = {each.url for each in lines if each.state == "live"}
    at_hand = (each.annotated.article for each in settled)
    about_edition = write_edition({each.url: each for each in at_hand if each.url in live}, newsroom, stores, now)
    findings = tuple(each for one in prepared for each in one.findings) + duplicates + about_edition
    report = Report.of(lines, findings, now=Moment(now.isoformat()))
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
    prepared: tuple[Prepared, ...], newsroom: Newsroom, stores: Stores
) -> tuple[tuple[Annotated, ...], tuple[Finding, ...]]:
    """One address, one article; one text, one article; a slug of its own."""
    articles, duplicates = plan.one_for_each_url(each for one in prepared for each in one.articles)
    builds = tuple(stores.builds.all())
    published = {each.article: each.first_published or "" for each in builds}
    articles, copies = versions.one_for_each_text(articles, published, newsroom.duplicates)
    return plan.with_own_slugs(articles, {each.slug: each.article for each in builds}), duplicates + copies


def _second_pass(articles: tuple[Annotated, ...], newsroom: Newsroom, stores: Stores) -> tuple[Settled, ...]:
    """Identities settled by one writer."""
    identities = stores.authority.settle(
        each for one in articles for each in proposals(one, newsroom, stores.gazetteer)
    )
    return tuple(_settled(each, identities.get(each.article.url, {}), newsroom, stores) for each in articles)


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


def _third_pass(
    settled: tuple[Settled, ...], newsroom: Newsroom, stores: Stores, *, request: Request, now: datetime
) -> Iterator[Line]:
    """Finish what is new or changed, and report on every article, in order."""
    reasons = [_why(each, stores) for each in settled]
    todo = [each for each, reason in zip(settled, reasons, strict=True) if reason]
    count = workers.default_workers(len(todo)) if request.workers is None else request.workers
    results = workers.run(partial(make_finisher, newsroom, now), todo, workers=count, timeout_s=request.timeout_s)
    for some in batched(zip(settled, reasons, strict=True), BATCH):
        with stores.database.transaction():
            lines = [
                _keep(each, next(results), reason, newsroom=newsroom, stores=stores, now=now)
                if reason
                else _unchanged(each, newsroom, stores, now)
                for each, reason in some
            ]
        yield from lines


def _why(settled: Settled, stores: Stores) -> plan.Reason | None:
    article = settled.annotated.article
    complete = all(stores.output.has(article_path(article.slug, each.name)) for each in EVERY_FORMAT) and _intact(
        article, stores
    )
    waiting = decode(stores.holds.of(article.url) or b"[]", tuple[Hold, ...])
    kept_back = any(each.keeps == "article" for each in waiting)
    return plan.why(stores.builds.get(article.url), settled.made_from, complete=complete, kept_back=kept_back)


def _intact(article: Article, stores: Stores) -> bool:
    """Whether the page and the document, which go out to others, are still what was built."""
    kept = stores.editions.get(article.url)
    meant = decode(kept[1], Summary).public_hash if kept else ""
    return _public_hash(stores.output.read(article_path(article.slug, each)) or b"" for each in PUBLIC_FILES) == meant


def _public_hash(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for each in contents:
        digest.update(len(each).to_bytes(8) + each)
    return digest.hexdigest()


def _keep(
    settled: Settled, result: Built | Failed, reason: str, *, newsroom: Newsroom, stores: Stores, now: datetime
) -> Line:
    """Record a finished article, queue its deliveries and write its files; what is held back goes to ``held/`` instead."""
    article = settled.annotated.article
    line = Line(source=article.source, url=article.url, slug=article.slug, state="live", why=reason)
    if isinstance(result, Failed):
        return replace(line, state="failed", why=result.error)
    line = replace(line, summary=result.summary)
    stores.holds.put(article.url, encode(result.holds) if result.holds else None)
    kept_back = next((each for each in result.holds if each.keeps == "article"), None)
    if kept_back:
        if any(each.rule in FOR_NOBODY for each in result.holds):
            stores.holds.stop(article.url)
        stores.output.write(replace(each, path=f"held/{each.path}") for each in result.files)
        return replace(line, state="held", why=kept_back.reason)
    stores.holds.go_on(article.url)
    change = record(
        stores.outbox,
        _build(result, now),
        content=result.content,
        endpoints=newsroom.endpoints,
        now=now.timestamp(),
    )
    entry = replace(_entry(article, change.build, stores, now), node_id=result.node_id)
    files = result.files + versioned_files(replace(result.finished, entry=entry))
    stores.output.write(files)
    public = {each.path.rsplit("/", 1)[1]: each.content for each in files}
    summary = replace(result.summary, public_hash=_public_hash(public[each] for each in PUBLIC_FILES))
    stores.output.remove_folder(f"held/articles/{article.slug}")
    stores.editions.put(article.url, encode(replace(entry, article=None)), encode(summary))
    stores.sayings.replace(article.url, ((each.entity, encode(each)) for each in said_of(result.finished.graph)))
    return replace(line, version=change.build.version, changed=change.anything)


def _unchanged(settled: Settled, newsroom: Newsroom, stores: Stores, now: datetime) -> Line:
    """An article that stays as it is; an endpoint that is new gets it all the same."""
    article = settled.annotated.article
    build, kept = stores.builds.get(article.url), stores.editions.get(article.url)
    assert build is not None  # noqa: S101 - without a record it is no unchanged article
    content = stores.output.read(article_path(article.slug, "graph.jsonld")) or b""
    record(stores.outbox, build, content=content, endpoints=newsroom.endpoints, now=now.timestamp())
    return Line(
        source=article.source,
        url=article.url,
        slug=article.slug,
        state="live",
        why="unchanged",
        version=build.version,
        summary=decode(kept[1], Summary) if kept else Summary(),
    )


def _build(built: Built, now: datetime) -> Build:
    article = built.finished.article
    return Build(
        article=article.url,
        slug=article.slug,
        source=article.source,
        source_hash=built.settled.made_from,
        canonical_hash=built.canonical_hash,
        page_hash=built.page_hash,
        first_published=now.isoformat(),
        modified=now.isoformat(),
    )


def _entry(article: Article, build: Build, stores: Stores, now: datetime) -> Entry:
    """The article's entry; as long as the version stays, its instant stays too."""
    kept = stores.editions.get(article.url)
    before = decode(kept[0], Entry) if kept else None
    first = Moment(build.first_published or now.isoformat())
    guid = before.guid if before else ""
    entry = entry_of(article, version=build.version, first_published=first, now=Moment(now.isoformat()), guid=guid)
    return replace(entry, modified=before.modified) if before and before.version == build.version else entry
