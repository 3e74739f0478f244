"""Article, edition -> findings about what would go wrong on the way out. An error blocks; nothing is repaired unseen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.model.article import Article, canonical_text
from pipeline.model.edition import Edition
from pipeline.model.finding import Finding, Severity
from pipeline.model.graph import Graph
from pipeline.model.newsroom import Newsroom
from pipeline.publish.addresses import on_site, web_address
from pipeline.publish.dates import w3c
from pipeline.publish.graph_view import article_node
from pipeline.standards.xml_text import illegal

_SLUG = re.compile(r"[^\W_](?:[\w.~-]{0,198}[\w~-])?")
NEWS_SITEMAP_RULES = (
    "https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap (checked 2026-11)"
)


def article_findings(article: Article, graph: Graph, newsroom: Newsroom) -> tuple[Finding, ...]:
    """What stands in the way of publishing this article, or will be seen in its files."""
    return tuple(each for rule in ARTICLE_RULES for each in rule(article, graph, newsroom))


def edition_findings(edition: Edition) -> tuple[Finding, ...]:
    """Entries that would overwrite each other: two with one slug, two with one guid."""
    return (
        *_shared(Counter(each.slug for each in edition.entries), "slug-shared", "slug", "/slug"),
        *_shared(Counter(each.guid for each in edition.entries), "guid-shared", "guid", "/identifier"),
    )


def _address(article: Article, _graph: Graph, newsroom: Newsroom) -> Iterator[Finding]:
    if web_address(article.url) is None:
        yield _finding(
            "url-not-publishable", "error", "/url", f"{article.url!r} is no web address.",
            "Give the article an absolute http(s) url, in its source or its sidecar.",
        )  # fmt: skip
    elif not on_site(article.url, newsroom):
        yield _finding(
            "url-outside-site", "info", "/url",
            f"The article stands outside {newsroom.site.url}, so no sitemap lists it.",
            "Correct the url, or leave it if the article is another publisher's.",
        )  # fmt: skip
    if not _SLUG.fullmatch(article.slug):
        yield _finding(
            "slug-not-publishable", "error", "/slug",
            f"The slug {article.slug[:80]!r} is no name of a folder: letters, digits and - . _ ~ inside, at most 200.",
            "Give the article another url in its sidecar.",
        )  # fmt: skip


def _text(article: Article, graph: Graph, _newsroom: Newsroom) -> Iterator[Finding]:
    found = illegal(canonical_text(article)) or illegal(_all_text(article_node(graph)))
    if found:
        yield _finding(
            "text-has-illegal-characters", "warning", "",
            f"The text has characters that no page or feed may hold ({', '.join(found[:5])}); they are shown as U+FFFD.",
            "Remove them from the source.",
        )  # fmt: skip


def _corrections(article: Article, _graph: Graph, _newsroom: Newsroom) -> Iterator[Finding]:
    for index, each in enumerate(article.correction):
        if not each.text.strip():
            yield _finding(
                "correction-without-text", "error", f"/correction/{index}/text", "The correction does not say what was wrong.",
                "Write what was wrong and what is right, or remove the correction.",
            )  # fmt: skip
    if article.correction and article.date_modified is None:
        yield _finding(
            "correction-without-date", "warning", "/dateModified", "The article was corrected but states no dateModified.",
            "State dateModified, so that readers' software sees the new version.",
        )  # fmt: skip


def _news(article: Article, _graph: Graph, newsroom: Newsroom) -> Iterator[Finding]:
    if on_site(article.url, newsroom) and w3c(article.date_published) is None:
        yield _finding(
            "date-missing-for-news-sitemap", "info", "/datePublished",
            "Without a publication day the article stands in no news sitemap.",
            "State datePublished in its source or its sidecar.", NEWS_SITEMAP_RULES,
        )  # fmt: skip


ARTICLE_RULES = (_address, _text, _corrections, _news)


def _all_text(value: object) -> str:
    """All text in a JSON value, joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(_all_text(each) for each in value.values())
    return "".join(_all_text(each) for each in value) if isinstance(value, list | tuple) else ""


def _shared(counts: Counter[str], code: str, what: str, pointer: str) -> Iterator[Finding]:
    for value, count in sorted(counts.items()):
        if count > 1:
            yield _finding(
                code,
                "error",
                pointer,
                f"{count} articles have the {what} {value!r}.",
                f"Give each article its own {what}.",
            )


def _finding(code: str, severity: Severity, pointer: str, message: str, hint: str, source: str = "") -> Finding:
    return Finding(code=code, severity=severity, pointer=pointer, message=message, hint=hint, source=source)
