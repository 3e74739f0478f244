"""Markdown or HTML with front matter (YAML between ``---``, TOML between ``+++``, as Jekyll, Hugo and Eleventy write it)
-> one article. Markdown without front matter is read too; its first heading is the headline.

Specifications: YAML 1.2 (as texts only, without tags and aliases), TOML 1.0, CommonMark 0.31
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit, Image
from pipeline.model.source import Source
from pipeline.normalize.address import absolute
from pipeline.normalize.bylines import credit, credits_of
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.item import Item
from pipeline.normalize.wire.stated import article
from pipeline.normalize.wire.status import pub_status

MAX_FRONT_MATTER = 65_536
"""Characters: what states a few facts is no longer; YAML is read at about 100 kB a second."""
MAX_BRACKETS = 500
"""Nested brackets cost the YAML reader the square of their depth: 5,000 take 3.6 s (measured 2026-11)."""
_YAML = re.compile(r"---[^\S\n]*\n(.*?)^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_DATED_NAME = re.compile(r"(?:^|[/\\])(\d{4}-\d\d-\d\d)-[^/\\]+\.(?:md|markdown|html?)$", re.IGNORECASE)
_TOML = re.compile(r"\+\+\+[^\S\n]*\n(.*?)^\+\+\+[^\S\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """The article, or an error finding where its front matter cannot be read: it may state an embargo."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    split = _split(decoded.value.lstrip("\ufeff \n"))
    if split.findings:
        return Outcome((), (*decoded.findings, *split.findings))
    members, text = split.value
    told: list[Finding] = []
    made = _article(Item(_with_date(members, source), told), text, is_html=_is_html(source, text))
    if not made.paragraphs:
        told.append(say.item_without_text("nothing below the front matter"))
    return Outcome((made,), (*decoded.findings, *told, *missing(made, source)))


def _split(document: str) -> Outcome[tuple[dict[str, Any], str]]:
    for pattern, parse, name in ((_YAML, _from_yaml, "YAML"), (_TOML, _from_toml, "TOML")):
        found = pattern.match(document)
        if found is None:
            continue
        if len(found[1]) > MAX_FRONT_MATTER:
            return Outcome(
                ({}, document),
                (say.front_matter_unreadable(name, f"it has more than {MAX_FRONT_MATTER:,} characters"),),
            )
        try:
            members = parse(found[1])
        except (ValueError, RecursionError) as error:
            return Outcome(({}, document), (say.front_matter_unreadable(name, _reason(error)),))
        return Outcome((members, document[found.end() :]))
    return Outcome(({}, document))


def _with_date(members: dict[str, Any], source: Source) -> dict[str, Any]:
    """The members, with the date of a file that is named by it (``2025-03-03-title.md``, as Jekyll demands) if none is stated."""
    dated = _DATED_NAME.search(source.member or source.name)
    return {"date": dated[1], **members} if dated else members


def _from_yaml(text: str) -> dict[str, Any]:
    """Every scalar as the text that was typed, so that dates keep their precision; no tags, no aliases (a bomb's fuse)."""
    import yaml  # type: ignore[import-untyped]  # noqa: PLC0415 - PyYAML has no types; only for documents with front matter

    if text.count("[") + text.count("{") > MAX_BRACKETS:
        raise ValueError(f"it has more than {MAX_BRACKETS} brackets")
    try:
        if any(isinstance(each, yaml.AliasToken | yaml.TagToken) for each in yaml.scan(text, Loader=yaml.BaseLoader)):
            raise ValueError("aliases and tags are not read")
        value = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes texts, lists and dicts only
    except yaml.YAMLError as error:
        raise ValueError(str(error).replace("\n", " ")) from error
    return _members(value)


def _from_toml(text: str) -> dict[str, Any]:
    return _members(_as_text(tomllib.loads(text)))


def _members(value: Any) -> dict[str, Any]:  # what a parser gave
    if value in (None, ""):
        return {}
    if not isinstance(value, dict):
        raise ValueError("it is no mapping of names to values")  # noqa: TRY004 - the source is wrong, not the program
    return {str(name): member for name, member in value.items()}


def _as_text(value: Any) -> Any:  # TOML values in, JSON values out
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _as_text(member) for name, member in value.items()}
    return [_as_text(each) for each in value] if isinstance(value, list) else value


def _reason(error: ValueError | RecursionError) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)[:200]


def _is_html(source: Source, text: str) -> bool:
    named = source.name.lower().endswith((".html", ".htm", ".xhtml"))
    return named or text.lstrip()[:1] == "<"


def _article(item: Item, text: str, *, is_html: bool) -> Article:
    found = fragment.from_html(text if is_html else _rendered(text))
    item.findings.extend(found.findings)
    blocks = found.blocks
    headline = tidy(item.text("title", "headline") or "")
    if not headline and blocks and blocks[0].kind == "heading":
        headline = blocks[0].text
    url = item.text("url", "canonical_url", "canonical", "permalink", "link")
    stated: dict[str, Any] = {
        "url": url if url and absolute(url) else None,
        "identifier": item.text("identifier", "id", "guid"),
        "version": item.text("version"),
        "headline": headline,
        "alternative_headline": tidy(item.text("alternativeHeadline", "subtitle", "subheadline", "short_title") or ""),
        "description": fragment.plain(item.text("description", "summary", "excerpt", "dek", "lead", "abstract") or ""),
        **_parties(item),
        **_dates(item),
        **_placing(item),
        "image": tuple(dict.fromkeys((*_images(item), *found.images))),
        "pub_status": _status(item),
        **body(found, headline=headline),
    }
    return article("front-matter", {**stated, "additional_property": dict(item.rest())})


def _parties(item: Item) -> dict[str, Any]:
    return {
        "author": _credits(item, "author", "authors", "byline", "by"),
        "contributor": _credits(item, "contributor", "contributors"),
        "editor": _credits(item, "editor", "editors"),
        "publisher": next(iter(_credits(item, "publisher")), None),
    }


def _dates(item: Item) -> dict[str, Any]:
    published = item.moment("datePublished", "datePublished", "date", "published_at", "pubDate", "created")
    modified = item.moment(
        "dateModified", "dateModified", "lastmod", "updated", "modified", "last_modified_at", "updated_at"
    )
    return {
        "date_published": published,
        "date_modified": modified if modified != published else None,
        "embargoed": item.moment("embargoed", "embargoed", "embargo", "embargoedUntil", "publishDate", "publish_date"),
        "expires": item.moment("expires", "expires", "expiryDate"),
    }


def _placing(item: Item) -> dict[str, Any]:
    """Where the article belongs, and whose it is."""
    return {
        "article_section": _words(item, "articleSection", "section", "category", "categories"),
        "keywords": _words(item, "keywords", "tags", "tag"),
        "in_language": item.text("inLanguage", "lang", "language", "locale"),
        "dateline": item.text("dateline", "location"),
        "license": item.text("license", "licence"),
        "copyright_holder": item.text("copyrightHolder"),
        "copyright_notice": item.text("copyrightNotice", "copyright", "rights"),
    }


def _rendered(text: str) -> str:
    """Markdown as HTML; HTML inside it stays, since the blocks are taken from it and never shown as they are."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only for Markdown

    return str(MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).enable("table").render(text))


def _status(item: Item) -> str:
    """A draft is withheld; so is what says that it is not published."""
    stated, told = pub_status(item.text("pubStatus", "pub_status"))
    item.findings.extend(told)
    drafts = [str(item.value(each)).lower() for each in ("draft", "unlisted", "hidden")]
    published = [str(item.value(each)).lower() for each in ("published", "publish")]
    return "withheld" if stated == "usable" and ("true" in drafts or "false" in published) else stated


def _credits(item: Item, *names: str) -> tuple[Credit, ...]:
    value = item.value(*names)
    found: list[Credit] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            found += credits_of(each)
        elif isinstance(each, dict):
            person = Item(each, item.findings)
            name, url = person.text("name", "title"), person.text("url", "link")
            if name:
                made = credit(tidy(name))
                found.append(
                    Credit(
                        name=made.name,
                        type=made.type,
                        url=url if url and absolute(url) else None,
                        email=person.text("email"),
                        job_title=person.text("jobTitle", "role"),
                    )
                )
    return tuple(dict.fromkeys(found))


def _words(item: Item, *names: str) -> tuple[str, ...]:
    """A list, or texts parted by commas."""
    value = item.value(*names)
    members = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(dict.fromkeys(tidy(each) for each in members if isinstance(each, str) and tidy(each)))


def _images(item: Item) -> list[Image]:
    value = item.value("image", "images", "cover", "featured_image", "thumbnail", "hero", "banner")
    found = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str) and absolute(each):
            found.append(Image(url=each))
        elif isinstance(each, dict):
            picture = Item(each, item.findings)
            url = picture.text("url", "src", "image", "path")
            if url and absolute(url):
                found.append(
                    Image(
                        url=url,
                        caption=picture.text("caption"),
                        credit_text=picture.text("credit", "creditText"),
                        text=picture.text("alt", "text"),
                    )
                )
    return found
