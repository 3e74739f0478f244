"""RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0 -> an article for each item, with what item and channel state.

Feeds in the wild are often no XML: undeclared prefixes, HTML entities, cut ends. Each is read as far as it makes sense,
and a finding says what was wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit
from pipeline.model.source import Source
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.wire import atom_entry, rss_item, xml
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire.parts import Parts
from pipeline.normalize.wire.several import of_item
from pipeline.normalize.wire.stated import article
from pipeline.normalize.wire.xml import Element, key

_ITEMS = frozenset({"item", "atom:entry", "entry", "at:deleted-entry"})
_CHANNELS = frozenset({"channel", "atom:feed", "feed"})
_NOISE = frozenset({"comments", "wfw:commentRss", "slash:comments", "thr:total", "post-id"})


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """Every item's article; a feed without items is a finding."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = xml.parse(decoded.value)
    findings = [*decoded.findings, *parsed.findings]
    if parsed.value is None:
        return Outcome((), tuple(findings))
    channel, items = _split(parsed.value)
    if channel is None and not items:
        return Outcome((), (*findings, say.not_of_format("feed", f"its root element is {key(parsed.value)!r}")))
    if not items:
        findings.append(say.no_items("feed"))
    bare = "atom:" if key(parsed.value).rpartition(":")[2] == "feed" else ""
    head = Parts(parsed.value if channel is None else channel, base=source.url or "", findings=findings, bare=bare)
    about = _channel(head)
    articles: list[Article] = []
    for number, each in enumerate(items, start=1):
        told: list[Finding] = []
        made = _article(Parts(each, base=about["base"], findings=told, bare=bare), head, about)
        articles.append(made)
        told += () if made.pub_status == "canceled" else missing(made, source)
        findings += of_item(told, source, number, len(items))
    return Outcome(tuple(articles), tuple(findings))


def _split(root: Element) -> tuple[Element | None, list[Element]]:
    channel = root if key(root) in _CHANNELS else next((each for each in root.iter() if key(each) in _CHANNELS), None)
    return channel, [each for each in root.iter() if key(each) in _ITEMS and not _is_nested(each)]


def _is_nested(item: Element) -> bool:
    """Whether an element named like an item stands inside one (an entry quoted in another's content)."""
    parent = item.getparent()
    while parent is not None:
        if key(parent) in _ITEMS:
            return True
        parent = parent.getparent()
    return False


def _article(item: Parts, head: Parts, about: dict[str, Any]) -> Article:
    kind = key(item.element)
    if kind == "at:deleted-entry":
        return article("atom", atom_entry.deleted(item))
    is_atom = kind.endswith("entry")
    stated = atom_entry.statements(item, head) if is_atom else rss_item.statements(item)
    stated["in_language"] = stated["in_language"] or xml.language(item.element) or about["in_language"]
    stated["copyright_notice"] = stated["copyright_notice"] or about["copyright_notice"]
    stated["publisher"] = stated.get("publisher") or about["publisher"]
    rest = {name: value for name, value in item.rest().items() if name not in _NOISE}
    return article("atom" if is_atom else "rss", {**stated, "additional_property": rest})


def _channel(head: Parts) -> dict[str, Any]:
    """What holds for every item: its language, rights and publisher; the feed's title is its site's name (RSS 2.0)."""
    title = next((atom_entry.plain(each) for each in head.all("atom:title")), "") or head.line("publisher", "title")
    links = (head.text("link"), *(str(each.get("href") or "") for each in _alternates(head)))
    site = next((full for each in links if (full := head.address(each))), None)
    name = head.text("dc:publisher") or title
    return {
        "in_language": _language(head.text("language", "dc:language")) or xml.language(head.element),
        "copyright_notice": head.text("copyright", "dc:rights", "atom:rights"),
        "publisher": Credit(name=name, type="Organization", url=site) if name else None,
        "base": site or head.base,
    }


def _alternates(head: Parts) -> Iterator[Element]:
    yield from (each for each in head.all("atom:link") if (each.get("rel") or "alternate") == "alternate")


def _language(text: str) -> str | None:
    """A language tag; other words in its place say nothing."""
    return text if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}", text) else None
