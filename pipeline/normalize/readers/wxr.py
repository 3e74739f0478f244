"""WXR (WordPress eXtended RSS, the export file) -> an article for each post; pages, menus and pictures are no articles.

The export holds posts as they were typed: blank lines part paragraphs, logins stand for authors, pictures are items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pipeline.model.article import Article, Dropped
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit, Image
from pipeline.model.source import Source
from pipeline.normalize.bylines import credit
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.readers.wordpress import status_of, zoned
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment, xml
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.parts import Parts
from pipeline.normalize.wire.several import of_item
from pipeline.normalize.wire.stated import article
from pipeline.normalize.wire.xml import Element, key, text

_BLOCK = re.compile(
    r"\s*</?(?:p|div|h[1-6]|ul|ol|li|table|blockquote|figure|pre|section|article|hr|iframe|form|dl)\b", re.IGNORECASE
)
_CAPTION = re.compile(r"\[caption[^\]]{0,500}\](.*?)\[/caption\]", re.DOTALL)
_LINKED_IMAGE = re.compile(r"\s*((?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:</a>)?)(.*)", re.DOTALL)
_SHORTCODE = re.compile(r"^\[/?[a-z][\w-]{0,40}(?:\s[^\]]{0,500})?\]$", re.MULTILINE)


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """Every post's article, and one finding that counts what else was exported."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = xml.parse(decoded.value)
    findings = [*decoded.findings, *parsed.findings]
    channel = (
        None if parsed.value is None else next((each for each in parsed.value.iter() if key(each) == "channel"), None)
    )
    if channel is None:
        told = () if parsed.value is None else (say.not_of_format("WordPress export", "it has no channel"),)
        return Outcome((), (*findings, *told))
    items = [Parts(each, base=source.url or "", findings=[]) for each in channel if key(each) == "item"]
    posts = [each for each in items if each.text("wp:post_type") in ("post", "")]
    others = Counter(each.text("wp:post_type") for each in items if each.text("wp:post_type") not in ("post", ""))
    about = _Export(Parts(channel, base=source.url or "", findings=findings), items)
    articles = [_article(each, about) for each in posts]
    for number, (post, made) in enumerate(zip(posts, articles, strict=True), start=1):
        findings += of_item((*post.findings, *missing(made, source)), source, number, len(posts))
    findings += _told(others) if items else [say.no_items("export")]
    return Outcome(tuple(articles), tuple(findings))


class _Export:
    """What the export says beside its posts: authors by login, pictures by number, the site."""

    def __init__(self, channel: Parts, items: list[Parts]) -> None:
        self.language = channel.text("language") or None
        title, link = channel.text("title"), channel.address(channel.text("link"))
        self.publisher = Credit(name=title, type="Organization", url=link) if title else None
        self._authors = {name: shown for each in channel.all("wp:author") for name, shown in (_author(each),) if name}
        self._pictures = {each.text("wp:post_id"): each for each in items if each.text("wp:post_type") == "attachment"}

    def author(self, login: str) -> Credit:
        """The person behind a login; the login itself where the export does not say."""
        return credit(self._authors.get(login) or login)

    def picture(self, number: str) -> Image | None:
        """An attachment as a picture."""
        found = self._pictures.get(number)
        url = found.address(found.text("wp:attachment_url", "guid")) if found else None
        if found is None or url is None:
            return None
        return Image(url=url, caption=fragment.plain(found.raw("excerpt:encoded", "content:encoded")) or None)


def as_paragraphs(typed: str) -> tuple[str, tuple[Dropped, ...]]:
    """A post as it was typed as HTML: blank lines part paragraphs, captions become figures; other shortcodes are dropped."""
    dropped = tuple(Dropped(each[0], "shortcode") for each in _SHORTCODE.finditer(typed))
    captioned = _CAPTION.sub(_figure, _SHORTCODE.sub("", typed.replace("\r\n", "\n")))
    parts = re.split(r"\n[^\S\n]*\n\s*", captioned)
    return "\n".join(each if _BLOCK.match(each) else f"<p>{each}</p>" for each in parts if each.strip()), dropped


def _figure(found: re.Match[str]) -> str:
    inside = _LINKED_IMAGE.match(found[1])
    return f"\n\n<figure>{inside[1]}<figcaption>{inside[2]}</figcaption></figure>\n\n" if inside else found[1]


def _article(post: Parts, about: _Export) -> Article:
    headline = fragment.plain(post.raw("title"))
    markup, dropped = as_paragraphs(post.raw("content:encoded"))
    content = fragment.from_html(markup, base=post.base)
    post.findings.extend(content.findings)
    if not content.blocks:
        post.findings.append(say.item_without_text("no content"))
    published = zoned(post.text("wp:post_date"), _known(post.text("wp:post_date_gmt")))
    published = published or post.moment("datePublished", "pubDate")
    modified = zoned(post.text("wp:post_modified"), _known(post.text("wp:post_modified_gmt")))
    logins = [text(each) for each in post.all("dc:creator") if text(each)]
    featured = about.picture(_thumbnail(post))
    stated: dict[str, Any] = {
        "url": post.address(post.text("link")),
        "identifier": post.text("guid") or post.text("wp:post_id"),
        "headline": headline,
        "description": fragment.plain(post.raw("excerpt:encoded")),
        "author": tuple(about.author(each) for each in logins),
        "publisher": about.publisher,
        "date_published": published,
        "date_modified": modified if modified != published else None,
        "article_section": tuple(_terms(post, "category")),
        "keywords": tuple(_terms(post, "post_tag")),
        "in_language": about.language,
        "image": tuple(dict.fromkeys((*((featured,) if featured else ()), *content.images))),
        "is_accessible_for_free": False if post.text("wp:post_password") else None,
        **status_of(post.text("wp:status") or None, published),
        **body(content, headline=headline),
    }
    stated["dropped"] = (*stated["dropped"], *dropped)
    return article("wxr", stated)


def _known(moment: str) -> str | None:
    """A draft's date in UTC is zeros."""
    return None if moment.startswith("0000") else moment


def _thumbnail(post: Parts) -> str:
    for meta in post.all("wp:postmeta"):
        inside = {key(each): text(each) for each in meta}
        if inside.get("wp:meta_key") == "_thumbnail_id":
            return inside.get("wp:meta_value", "")
    return ""


def _terms(post: Parts, domain: str) -> Iterator[str]:
    for each in post.all("category"):
        if (each.get("domain") or "category") in (domain, domain.removeprefix("post_")) and text(each) not in (
            "",
            "Uncategorized",
        ):
            yield text(each)


def _author(element: Element) -> tuple[str, str]:
    inside = {key(each): text(each) for each in element}
    full = " ".join(each for each in (inside.get("wp:author_first_name"), inside.get("wp:author_last_name")) if each)
    return inside.get("wp:author_login", ""), inside.get("wp:author_display_name") or full


def _told(others: Counter[str]) -> list[Finding]:
    counted = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
    return [say.items_left(counted)] if others else []
