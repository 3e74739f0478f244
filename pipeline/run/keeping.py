"""One article of a build and what is kept of it: whether it must be finished, its record, deliveries and files, its line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from pipeline.model.article import Article
from pipeline.model.codec import decode, encode
from pipeline.model.edition import Entry, entry_of
from pipeline.model.failed import Failed
from pipeline.model.hold import Hold
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.publish.addresses import article_path
from pipeline.publish.article_files import ARTICLE_FORMATS, VERSIONED_FORMATS, versioned_files
from pipeline.publish.entity_documents import said_of
from pipeline.run import plan
from pipeline.run.finishing import Built, Settled, Summary
from pipeline.run.publishing_record import record
from pipeline.run.report import Line
from pipeline.run.stores import Stores
from pipeline.store.builds import Build

PUBLIC_FILES = ("graph.jsonld", "page.html")
FOR_NOBODY = frozenset({"embargo", "status"})
"""Holds that stop what is queued of the article, too: it must reach nobody."""
EVERY_FORMAT = (*ARTICLE_FORMATS, *VERSIONED_FORMATS)


def why(settled: Settled, stores: Stores) -> plan.Reason | None:
    """Why the article must be finished again; None where all that was made of it still stands."""
    article = settled.annotated.article
    complete = all(stores.output.has(article_path(article.slug, each.name)) for each in EVERY_FORMAT) and _intact(
        article, stores
    )
    waiting = decode(stores.holds.of(article.url) or b"[]", tuple[Hold, ...])
    kept_back = any(each.keeps == "article" for each in waiting)
    return plan.why(stores.builds.get(article.url), settled.made_from, complete=complete, kept_back=kept_back)


def keep(
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


def unchanged(article: Article, newsroom: Newsroom, stores: Stores, now: datetime) -> Line:
    """An article that stays as it is; an endpoint that is new gets it all the same."""
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
