"""What must be built, and why: pure decisions over articles, records and the clock. The shell carries them out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from typing import Literal

from msgspec.structs import replace

from pipeline.model.article import Article
from pipeline.model.finding import Finding
from pipeline.run.article import Waiting
from pipeline.store.builds import Build

_STRICTNESS = ("usable", "withheld", "canceled")
_ENDLESS = datetime.max.replace(tzinfo=UTC)
_NEVER = datetime.min.replace(tzinfo=UTC)
type Reason = Literal["new", "changed", "missing files"]


def why(before: Build | None, made_from: str, *, complete: bool, kept_back: bool = False) -> Reason | None:
    """Why an article must be finished again, or None: its record says that it was made from exactly this.

    ``kept_back``: a later version waits for an editor. It left no record of what it was made from, so what is kept back is
    found anew even where the source is again as it was.
    """
    if before is None:
        return "new"
    if before.source_hash != made_from or before.state == "deleted" or kept_back:
        return "changed"
    return None if complete else "missing files"


def one_for_each_url(given: Iterable[Waiting]) -> tuple[tuple[Waiting, ...], tuple[Finding, ...]]:
    """The articles with different addresses: of several versions under one address the one modified last, the others as
    findings. What either of them restricts (status, embargo) holds. In the order of their first appearance."""
    chosen: dict[str, Waiting] = {}
    findings = []
    for each in given:
        url = each.article.url
        rival = chosen.get(url)
        if rival is None:
            chosen[url] = each
            continue
        newer, older = (each, rival) if age(each.article) > age(rival.article) else (rival, each)
        chosen[url] = replace(newer, article=as_restricted(newer.article, older.article))
        findings.append(_same_url(older.article, newer.article))
    return tuple(chosen.values()), tuple(findings)


def with_own_slugs(given: Iterable[Waiting], owners: Mapping[str, str]) -> tuple[Waiting, ...]:
    """Each article with a slug of its own. ``owners`` maps the slugs of earlier builds to article addresses: an article keeps
    the slug it has; a newcomer that wants one that is taken gets a suffix made from its address."""
    taken = dict(owners)
    kept = {url: slug for slug, url in owners.items()}
    articles = tuple(given)
    for each in sorted(articles, key=lambda one: one.article.url):
        url, wanted = each.article.url, each.article.slug
        if url not in kept:
            kept[url] = wanted if taken.get(wanted, url) == url else f"{wanted}-{_mark(url)}"
            taken[kept[url]] = url
    return tuple(replace(each, article=replace(each.article, slug=kept[each.article.url])) for each in articles)


def as_restricted(newer: Article, older: Article) -> Article:
    """The article with the stricter status and the later embargo of the two; one without an instant never ends."""
    status = max(newer.pub_status, older.pub_status, key=_STRICTNESS.index)
    embargoes = [each for each in (newer.embargoed, older.embargoed) if each]
    embargo = max(embargoes, key=lambda each: each.instant or _ENDLESS, default=None)
    return replace(newer, pub_status=status, embargoed=embargo)


def age(article: Article) -> datetime:
    """When an article was modified last, else published; the beginning of time where it says neither."""
    stated = [each for each in (article.date_modified, article.date_published) if each]
    return max((each.instant or datetime.combine(each.day, time.min, UTC) for each in stated), default=_NEVER)


def _mark(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:8]


def _same_url(older: Article, newer: Article) -> Finding:
    return Finding(
        code="article-duplicate",
        severity="warning",
        path=older.source,
        message=f"{newer.source} is the same article ({newer.url}) and was modified last or came first; this one was left out.",
        hint="Remove one of them, or give each its own url in its sidecar.",
    )
