"""NewsML-G2 2.x: a news item, a package, or a message of several -> articles with what each item states.

Specification: https://iptc.org/standards/newsml-g2/. Text is inline NITF, XHTML or plain; what the item's metadata states
goes before what the text inside states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import g2_content, g2_meta, xml
from pipeline.normalize.wire.stated import article
from pipeline.normalize.wire.xml import Element, first, name, text

NEWS = frozenset({"newsItem", "packageItem", "planningItem"})
KNOWLEDGE = frozenset({"conceptItem", "knowledgeItem", "catalogItem"})
_ITEM = re.compile(
    r"<(?P<prefix>[\w.-]+:)?(?P<kind>newsItem|packageItem|planningItem)\b.*?</(?P=prefix)?(?P=kind)\s*>", re.DOTALL
)
_PLAIN_ITEM = re.compile(r"<(newsItem|packageItem|planningItem)\b.*?</\1\s*>", re.DOTALL)
_ROOT = re.compile(r"<(?!\?|!)([\w.:-]+)(\s[^>]*)?>")


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """Every item's article; one that is broken is a finding and the others go on."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = _items(decoded.value)
    findings = [*decoded.findings, *parsed.findings]
    articles: list[Article] = []
    for each in parsed.value:
        made = item(each)
        articles.append(made.value)
        findings += (*made.findings, *missing(made.value, source))
    if not articles and not any(each.severity == "error" for each in findings):
        findings.append(say.no_items("NewsML-G2 document"))
    return Outcome(tuple(articles), tuple(findings))


def item(element: Element) -> Outcome[Article]:
    """One news or package item."""
    findings: list[Finding] = []
    findings += _required(element)
    language = first(element, "contentMeta", "language")
    tag = (language.get("tag") if language is not None else None) or xml.language(element)
    stated = g2_meta.statements(element, language=tag, findings=findings)
    inside = g2_content.statements(element, headline=stated["headline"])
    findings += inside.findings
    if not inside.value.get("paragraphs"):
        findings.append(say.item_without_text(_kind(element)))
    merged = inside.value | {name: value for name, value in stated.items() if value not in (None, "", (), {})}
    merged["subjects"] = tuple(dict.fromkeys((*stated["subjects"], *inside.value.get("subjects", ()))))
    merged["image"] = tuple(dict.fromkeys((*inside.value.get("image", ()), *g2_content.pictures(element))))
    merged["correction"] = (*stated["correction"], *inside.value.get("correction", ()))
    return Outcome(article("newsml-g2", merged), tuple(findings))


def _required(element: Element) -> Iterator[Finding]:
    """What the standard demands of every item (NewsML-G2 2.35, anyItem)."""
    if not (element.get("guid") or "").strip():
        yield say.identifier_missing("guid", "NewsML-G2")
    if not re.fullmatch(r"\s*[1-9]\d{0,9}\s*", element.get("version") or "1"):
        yield say.property_wrong("version", f"is {str(element.get('version'))[:40]!r} and no number from 1 up")
    for each in ("standard", "standardversion"):
        if not element.get(each):
            yield say.property_missing(each, "NewsML-G2")
    for each in ("itemClass", "provider", "versionCreated"):
        if first(element, "itemMeta", each) is None:
            yield say.property_missing(f"itemMeta/{each}", "NewsML-G2")


def _kind(element: Element) -> str:
    stated = first(element, "itemMeta", "itemClass")
    qcode = "" if stated is None else stated.get("qcode") or stated.get("uri") or ""
    return re.split(r"[:/]", qcode)[-1] or name(element)


def _items(document: str) -> Outcome[tuple[Element, ...]]:
    """The items of a document. Where the whole is not well-formed, each item is parsed alone, so that one broken item
    does not pull the others with it."""
    parsed = xml.parse(document)
    if parsed.value is not None and not any(each.code == "xml-malformed" for each in parsed.findings):
        return Outcome(tuple(_found(parsed.value)), (*parsed.findings, *_knowledge(parsed.value)))
    alone = list(_PLAIN_ITEM.finditer(document)) or list(_ITEM.finditer(document))
    opening = _ROOT.search(document)
    if len(alone) + document.count("<newsItem") < 2 or opening is None:
        return Outcome(tuple(_found(parsed.value)) if parsed.value is not None else (), parsed.findings)
    return _one_by_one(alone, opening, parsed.findings)


def _one_by_one(
    alone: list[re.Match[str]], opening: re.Match[str], told: tuple[Finding, ...]
) -> Outcome[tuple[Element, ...]]:
    found: list[Element] = []
    findings = [each for each in told if each.code != "xml-unreadable"]
    for number, each in enumerate(alone, start=1):
        inside = each[0] if each.start() == opening.start() else f"{opening[0]}{each[0]}</{opening[1]}>"
        parsed = xml.parse(inside)
        items = [] if parsed.value is None else list(_found(parsed.value))
        if not items or any(finding.code == "xml-malformed" for finding in parsed.findings):
            findings.append(say.item_unreadable(number, "it is no well-formed XML"))
        else:
            found += items
    return Outcome(tuple(found), tuple(findings))


def _found(root: Element) -> Iterator[Element]:
    if name(root) in NEWS:
        yield root
        return
    inside: Any = [f"{{*}}{each}" for each in sorted(NEWS)]
    yield from root.iter(*inside)


def _knowledge(root: Element) -> Iterator[Finding]:
    """Concept and knowledge items describe the world and are no articles: told, not read."""
    concepts: Any = [f"{{*}}{each}" for each in sorted(KNOWLEDGE)]
    for each in root.iter(*concepts):
        title = text(first(each, "itemMeta", "title")) or each.get("guid") or ""
        yield say.no_article_item(name(each), title)
