"""Finished article -> what must be kept back: by its own status, by an embargo, by a rule of the newsroom.

Nothing is dropped: each hold says why, stands in ``held.json`` and ends when an editor releases it (``released``: hold ids).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from pipeline.model.article import Article
from pipeline.model.codec import builtins, encode_pretty
from pipeline.model.finding import Finding, Severity, at_or_above
from pipeline.model.hold import Hold
from pipeline.model.newsroom import HoldRule, Newsroom
from pipeline.model.publication import Publication
from pipeline.publish.finished import Finished
from pipeline.publish.sensitive import Sensitive, sensitive
from pipeline.standards.json_tree import encoded

PATH = "held.json"


def holds(finished: Finished, *, now: datetime, released: frozenset[str] = frozenset()) -> tuple[Hold, ...]:
    """Everything kept back, the article first. ``now`` (with a zone) ends embargoes."""
    every = (
        *article_holds(finished.article, finished.findings, finished.newsroom, now=now),
        *statement_holds(finished),
    )
    return tuple(each for each in every if each.id not in released)


def article_holds(
    article: Article, findings: tuple[Finding, ...], newsroom: Newsroom, *, now: datetime
) -> tuple[Hold, ...]:
    """Why the whole article may not go out yet."""
    reasons = [("status", f"Its status is {article.pub_status}.")] if article.pub_status != "usable" else []
    if article.embargoed is not None and (article.embargoed.instant is None or article.embargoed.instant > now):
        reasons.append(("embargo", f"It is embargoed until {article.embargoed}."))
    for name, severity in (("findings", newsroom.fail_on), *_severities(newsroom.holds)):
        if grave := at_or_above(findings, severity):
            reasons.append((name, f"It has {len(grave)} findings at or above {severity}, the first: {grave[0].code}."))
    return tuple(_article_hold(article, rule, reason) for rule, reason in reasons)


def statement_holds(finished: Finished) -> tuple[Hold, ...]:
    """The statements of the graph that a rule of the newsroom keeps back; a rule may keep the article instead."""
    found = (
        _hold(finished.article, rule, each)
        for rule in finished.newsroom.holds
        for each in sensitive(finished.article, finished.annotations, finished.graph, rule)
    )
    return tuple({each.id: each for each in found}.values())


def held_file(held: Iterable[Hold]) -> Publication:
    """``held.json``: everything that an editor may release, by article."""
    ordered = sorted(held, key=lambda each: (each.article, each.keeps, each.rule, each.id))
    content = encoded({"held": [builtins(each) for each in ordered]}, encode_pretty)
    return Publication(path=PATH, media_type="application/json", content=content)


def _severities(rules: tuple[HoldRule, ...]) -> Iterator[tuple[str, Severity]]:
    return ((each.name, each.at) for each in rules if each.kind == "findings" and each.at)


def _article_hold(article: Article, rule: str, reason: str) -> Hold:
    """A release of an embargo is of this embargo: one that ends at another moment waits again."""
    until = (str(article.embargoed),) if rule == "embargo" else ()
    return Hold(
        id=_digest(article.url, rule, *until),
        article=article.url,
        slug=article.slug,
        keeps="article",
        rule=rule,
        reason=reason,
    )


def _hold(article: Article, rule: HoldRule, found: Sensitive) -> Hold:
    whole = rule.keeps == "article"
    parts = ("", "", "") if whole else (found.subject, found.property, found.value)
    subject, property_, value = parts
    return Hold(
        id=_digest(article.url, rule.name, *parts),
        article=article.url,
        slug=article.slug,
        keeps=rule.keeps,
        rule=rule.name,
        reason=found.reason,
        subject=subject,
        property=property_,
        value=value,
        text=found.text,
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode(errors="replace")).hexdigest()[:16]
