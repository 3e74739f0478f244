"""The WordPress REST API's posts (``/wp-json/wp/v2/posts``, one or a list, with or without ``_embed``) -> articles.

Reference: https://developer.wordpress.org/rest-api/reference/posts/. ``date`` is the site's clock and ``date_gmt`` the same
moment in UTC, so that both together state the zone.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit, Image
from pipeline.model.source import Source
from pipeline.normalize.address import absolute
from pipeline.normalize.bylines import credit, credits_of
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.fragment import Fragment
from pipeline.normalize.wire.item import Item, read_json
from pipeline.normalize.wire.moments import moment
from pipeline.normalize.wire.several import of_item
from pipeline.normalize.wire.stated import article

_STATUS = {"publish": "usable", "trash": "canceled"}
_KEPT = ("sticky", "format", "template", "type", "status", "categories", "tags", "author", "featured_media", "meta")


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """Every post's article; what is no post is a finding."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = read_json(decoded.value)
    findings = [*decoded.findings, *parsed.findings]
    if parsed.findings:
        return Outcome((), tuple(findings))
    posts = parsed.value if isinstance(parsed.value, list) else [parsed.value]
    articles: list[Article] = []
    for number, each in enumerate(posts, start=1):
        if not isinstance(each, dict) or not isinstance(each.get("title"), dict | str):
            findings.append(say.item_unreadable(number, "it is no post with a title"))
            continue
        told: list[Finding] = []
        made = _article(Item(each, told))
        articles.append(made)
        findings += of_item((*told, *missing(made, source)), source, number, len(posts))
    return Outcome(tuple(articles), tuple(findings))


def status_of(word: str | None, published: Moment | None) -> dict[str, Any]:
    """A post's status as ours: what is scheduled is embargoed until its date, what is no public post is withheld."""
    if word == "future":
        return {"pub_status": "usable" if published else "withheld", "embargoed": published}
    return {"pub_status": _STATUS.get(word or "publish", "withheld")}


def zoned(local: str | None, utc: str | None) -> Moment | None:
    """The local time with the offset that tells it from UTC; UTC alone where there is no local time."""
    here, there = moment(local or ""), moment(utc or "")
    if there is None or there.precision != "local":
        return here
    if here is None or here.precision != "local":
        return Moment(f"{there}Z")
    minutes = round((here.clock - there.clock) / timedelta(minutes=1))
    if abs(minutes) > 15 * 60:
        return Moment(f"{there}Z")
    sign = "-" if minutes < 0 else "+"
    return Moment(f"{here}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}")


def _article(post: Item) -> Article:
    headline = fragment.plain(_rendered(post, "title"))
    text = fragment.read(_rendered(post, "content"), base=post.text("link") or "")
    post.findings.extend(text.findings)
    if not text.blocks:
        post.findings.append(say.item_without_text(post.text("type") or "no content"))
    published = zoned(post.text("date"), post.text("date_gmt"))
    modified = zoned(post.text("modified"), post.text("modified_gmt"))
    link = post.text("link")
    embedded = next(iter(post.objects("_embedded")), Item({}, post.findings))
    stated: dict[str, Any] = {
        "url": link if link and absolute(link) else None,
        "identifier": _rendered(post, "guid") or post.text("id"),
        "headline": headline,
        "description": _summary(post),
        "date_published": published,
        "date_modified": modified if modified != published else None,
        "author": _authors(post, embedded),
        "image": tuple(dict.fromkeys((*_featured(post, embedded), *text.images))),
        "article_section": _terms(embedded, "category"),
        "keywords": _terms(embedded, "post_tag"),
        "is_accessible_for_free": False if _is_protected(post) else None,
        **status_of(post.text("status"), published),
        **body(text, headline=headline),
    }
    kept = {name: post.members[name][1] for name in _KEPT if name in post.members}
    return article(
        "wordpress",
        {**stated, "additional_property": {key: kept[key] for key in kept if kept[key] not in ("", [], {}, None)}},
    )


def _rendered(post: Item, name: str) -> str:
    value = post.value(name)
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("raw")
    return value if isinstance(value, str) else ""


def _summary(post: Item) -> str:
    """The excerpt without the words that WordPress puts at the end of a cut one."""
    found: Fragment = fragment.read(_rendered(post, "excerpt"))
    return " ".join(each.text for each in found.blocks)


def _is_protected(post: Item) -> bool:
    content = post.value("content")
    return isinstance(content, dict) and content.get("protected") is True


def _authors(post: Item, embedded: Item) -> tuple[Credit, ...]:
    found: list[Credit] = []
    for each in embedded.objects("author"):
        name = fragment.plain(each.text("name") or "")
        link = each.text("link")
        if name:
            made = credit(name)
            found.append(Credit(name=made.name, type=made.type, url=link if link and absolute(link) else None))
    yoast = next(iter(post.objects("yoast_head_json")), None)
    named = yoast.text("author") if yoast and not found else None
    return tuple(found) or (credits_of(named) if named else ())


def _featured(post: Item, embedded: Item) -> tuple[Image, ...]:
    found: list[Image] = []
    for each in embedded.objects("wp:featuredmedia"):
        url = each.text("source_url")
        size = next(iter(each.objects("media_details")), Item({}, post.findings))
        if url and absolute(url):
            caption, text = fragment.plain(_rendered(each, "caption")), fragment.plain(each.text("alt_text") or "")
            width, height = size.integer("width"), size.integer("height")
            found.append(Image(url=url, caption=caption or None, text=text or None, width=width, height=height))
    alone = post.text("jetpack_featured_media_url")
    if not found and alone and absolute(alone):
        found.append(Image(url=alone))
    return tuple(found)


def _terms(embedded: Item, taxonomy: str) -> tuple[str, ...]:
    groups = embedded.value("wp:term")
    terms = [each for group in groups if isinstance(group, list) for each in group] if isinstance(groups, list) else []
    named = [each for each in terms if isinstance(each, dict) and each.get("taxonomy") == taxonomy]
    found = [fragment.plain(each["name"]) for each in named if isinstance(each.get("name"), str)]
    return tuple(dict.fromkeys(each for each in found if each and each != "Uncategorized"))
