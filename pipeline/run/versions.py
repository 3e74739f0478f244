"""Copies of one article under several addresses -> one article with the addresses it also stands at. Pure; any order gives the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from pipeline.model.article import Article, Origin, canonical_text
from pipeline.model.finding import Finding
from pipeline.normalize.duplicates import address_key, host_key, same_articles
from pipeline.run.article import Waiting
from pipeline.run.plan import age, as_restricted

type Join = Literal["publisher", "everywhere", "never"]
type Joined = tuple[tuple[Waiting, ...], tuple[Finding, ...]]
_NOT_YET = "~"
"""Behind every date: what was never published, or says no date."""


def one_for_each_text(given: Sequence[Waiting], published: Mapping[str, str], join: Join) -> Joined:
    """The articles without copies of one another. ``published`` says when an address first went out.

    Copies become one article at the address that went out first, else at the earliest dated one; its text is that of the
    copy modified last, and what a copy restricts (status, embargo) holds. With ``publisher`` only copies of one publisher
    are joined: a wire story in two newspapers stays two articles, and a finding names the other.
    """
    if join == "never":
        return tuple(given), ()
    kept: dict[int, Waiting] = {}
    findings: list[Finding] = []
    for alike in same_articles([each.article for each in given]):
        copies = _of_one_publisher(alike, given) if join == "publisher" else [alike]
        for group in copies:
            kept[group[0]], some = _joined([given[index] for index in group], published)
            findings += some
        findings += _elsewhere([kept[group[0]].article for group in copies])
    return tuple(kept[index] for index in sorted(kept)), tuple(findings)


def _of_one_publisher(alike: Sequence[int], given: Sequence[Waiting]) -> list[list[int]]:
    shelves: dict[str, list[int]] = defaultdict(list)
    for index in alike:
        shelves[host_key(given[index].article.url)].append(index)
    return list(shelves.values())


def _joined(copies: list[Waiting], published: Mapping[str, str]) -> tuple[Waiting, tuple[Finding, ...]]:
    if len(copies) == 1:
        return copies[0], ()
    first = min((each.article for each in copies), key=lambda one: _seniority(one, published))
    best = max(copies, key=lambda one: _newest(one.article))
    article = best.article
    for each in copies:
        article = as_restricted(article, each.article)
    others = sorted({each.article.url for each in copies if _stands_somewhere(each.article)} - {first.url})
    origins = {**{key: each for key, each in article.origins.items() if key != "url"}, **_only_url(first)}
    kept = replace(article, url=first.url, slug=first.slug, also_at=tuple(others), origins=origins)
    findings = tuple(_left_out(each.article, best.article, first.url) for each in copies if each is not best)
    return replace(best, article=kept), findings


def _only_url(article: Article) -> dict[str, Origin]:
    return {key: each for key, each in article.origins.items() if key == "url"}


def _seniority(article: Article, published: Mapping[str, str]) -> tuple[str, bool, str, int, str]:
    """Which address of several is the article's: the one that is out, one that the source states, the earliest, the shortest."""
    dated = str(article.date_published.day) if article.date_published else _NOT_YET
    minted = not _stands_somewhere(article)
    return published.get(article.url, _NOT_YET), minted, dated, len(address_key(article.url)), article.url


def _newest(article: Article) -> tuple[object, int, str, str]:
    return age(article), len(canonical_text(article)), article.url, article.source


def _stands_somewhere(article: Article) -> bool:
    origin = article.origins.get("url")
    return origin is None or origin.source != "minted"


def _elsewhere(articles: Sequence[Article]) -> list[Finding]:
    """A finding for every copy but the earliest; empty where there is one article."""
    first, *later = sorted(articles, key=lambda one: (age(one), one.url))
    return [_copied(each, first) for each in later]


def _left_out(older: Article, newer: Article, url: str) -> Finding:
    standing = {each.text for each in newer.paragraphs}
    missing = sum(each.text not in standing for each in older.paragraphs)
    return Finding(
        code="article-copy",
        severity="warning",
        path=older.source,
        message=f"{newer.source} has the same address or nearly the same text and is newer or longer; it is the article at {url}. "
        f"{missing or 'None'} of the {len(older.paragraphs)} paragraphs here stand in it in other words or not at all.",
        hint='Remove one of the sources, or set duplicates to "never" in newsroom.toml to keep both.',
    )


def _copied(later: Article, earlier: Article) -> Finding:
    return Finding(
        code="article-elsewhere",
        severity="info",
        path=later.source,
        message=f"Nearly the same text stands at {earlier.url} ({earlier.source}), another publisher's; they stay two articles.",
        hint='Nothing needs to be done. Set duplicates to "everywhere" in newsroom.toml to make one article of such copies.',
    )
