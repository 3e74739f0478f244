"""JSON Feed 1.0 and 1.1 -> an article for each item, with what item and feed state.

Specification: https://www.jsonfeed.org/version/1.1/. Names that start with an underscore are extensions and kept.
"""

from __future__ import annotations

from typing import Any

from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit, Image
from pipeline.model.source import Source
from pipeline.normalize.address import absolute
from pipeline.normalize.bylines import credits_of
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.item import Item, read_json
from pipeline.normalize.wire.several import of_item
from pipeline.normalize.wire.stated import article

_KEPT = ("external_url", "attachments")


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """Every item's article; an item that is no object is a finding."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = read_json(decoded.value)
    findings = [*decoded.findings, *parsed.findings]
    if not isinstance(parsed.value, dict):
        told = () if parsed.findings else (say.not_of_format("JSON Feed", "it is no object"),)
        return Outcome((), (*findings, *told))
    feed = Item(parsed.value, findings)
    items = feed.objects("items")
    if not items:
        findings.append(say.no_items("feed"))
    articles: list[Article] = []
    for number, each in enumerate(items, start=1):
        told_here: list[Finding] = []
        each.findings = told_here
        made = _article(each, feed)
        articles.append(made)
        findings += of_item((*told_here, *missing(made, source)), source, number, len(items))
    return Outcome(tuple(articles), tuple(findings))


def _article(item: Item, feed: Item) -> Article:
    headline = fragment.plain(item.text("title") or "")
    url = item.text("url")
    html, plain = item.text("content_html"), item.text("content_text")
    text = (
        fragment.from_html(html, base=url or "") if html else fragment.Fragment(blocks=fragment.from_text(plain or ""))
    )
    item.findings.extend(text.findings)
    if not text.blocks:
        item.findings.append(say.summary_only())
    identifier = item.text("id")
    if identifier is None:
        item.findings.append(say.identifier_missing("id", "JSON Feed"))
    stated: dict[str, Any] = {
        "url": _web(url) or _web(identifier),
        "identifier": identifier,
        "headline": headline,
        "description": fragment.plain(item.text("summary") or ""),
        "author": _authors(item) or _authors(feed),
        "publisher": _publisher(feed),
        **_dates(item),
        "keywords": item.texts("tags"),
        "in_language": item.text("language") or feed.text("language"),
        "image": tuple(dict.fromkeys((*_images(item), *text.images))),
        **body(text, headline=headline),
    }
    return article("json-feed", {**stated, "additional_property": _additional(item)})


def _dates(item: Item) -> dict[str, Any]:
    published, modified = item.moment("datePublished", "date_published"), item.moment("dateModified", "date_modified")
    return {
        "date_published": published or modified,
        "date_modified": modified if published and modified != published else None,
    }


def _additional(item: Item) -> dict[str, Any]:
    """What the record has no field for: extensions silently, names that the format does not know with a finding."""
    item.value("authors", "author")
    unknown = tuple(name for name in dict(item.rest()) if not name.startswith("_") and name not in _KEPT)
    if unknown:
        item.findings.append(say.property_unknown(unknown, "JSON Feed"))
    kept = {name: item.members[name][1] for name in _KEPT if name in item.members} | dict(item.rest())
    return {name: value for name, value in kept.items() if value not in (None, "", [], {})}


def _authors(item: Item) -> tuple[Credit, ...]:
    found: list[Credit] = []
    for each in item.objects("authors", "author"):
        made = credits_of(each.text("name") or "")
        url = _web(each.text("url")) if len(made) == 1 else None
        found += [Credit(name=credit.name, type=credit.type, url=url) for credit in made]
    return tuple(dict.fromkeys(found))


def _publisher(feed: Item) -> Credit | None:
    title = tidy(feed.text("title") or "")
    return Credit(name=title, type="Organization", url=_web(feed.text("home_page_url"))) if title else None


def _images(item: Item) -> tuple[Image, ...]:
    stated = (item.text("image"), item.text("banner_image"))
    attached = [
        each.text("url") for each in item.objects("attachments") if (each.text("mime_type") or "").startswith("image/")
    ]
    return tuple(Image(url=each) for each in (*stated, *attached) if _web(each))


def _web(address: str | None) -> str | None:
    return address if address and absolute(address) else None
