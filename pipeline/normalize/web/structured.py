"""JSON-LD and microdata -> candidates. Both become the same nodes first, so that one reading serves both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from pipeline.model.sidecar import Credit, Image
from pipeline.normalize.bylines import credits_of, is_name, is_organization
from pipeline.normalize.prose import tidy
from pipeline.normalize.prose import words as count_words
from pipeline.normalize.web.candidate import Candidate, SourceName
from pipeline.normalize.web.json_ld import Node, resolve, texts, types_of
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.plain import plain
from pipeline.normalize.written_dates import machine_date

ARTICLE_TYPES = frozenset(
    (
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
        "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting", "BlogPosting",
        "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Report", "SatiricalArticle", "Review", "Recipe",
    )
)  # fmt: skip
_NEWS_TYPES = frozenset(each for each in ARTICLE_TYPES if each.endswith("NewsArticle") and each != "NewsArticle")
_PAGE_TYPES = frozenset(("WebPage", "ItemPage", "CreativeWork", "AboutPage", "FAQPage"))
_ORGANIZATIONS = frozenset(
    ("Organization", "NewsMediaOrganization", "Corporation", "NGO", "LocalBusiness", "GovernmentOrganization")
)
_DATES = ("datePublished", "dateModified")
MAX_TRAIL = 8
MAX_CRUMB = 40
MAX_CRUMB_WORDS = 4


def candidates(nodes: tuple[Node, ...], page: Page, source: SourceName) -> Iterator[Candidate]:
    """What the article's node says, then what the page's node says."""
    for node in main_nodes(nodes):
        yield from _texts_of(node, source)
        yield from _dates_of(node, source)
        for name in ("author", "creator"):
            people = _credits(node.get(name), nodes, page)
            if people:
                yield Candidate("author", people, source)
                break
        for field in ("contributor", "editor"):
            helpers = _credits(node.get(field), nodes, page)
            if helpers:
                yield Candidate(field, helpers, source)
        publisher = _credits(node.get("publisher"), nodes, page)
        if publisher:
            yield Candidate("publisher", _as_publisher(publisher[0]), source)
        images = _images(node.get("image"), nodes, page)
        if images:
            yield Candidate("image", images, source)


def breadcrumbs(nodes: tuple[Node, ...], url: str = "") -> Iterator[Candidate]:
    """The sections in a stated trail such as Home > World > Asia > headline, the nearest first: neither its start nor the page."""
    trail = next((each for each in nodes if "BreadcrumbList" in types_of(each)), None)
    items = trail.get("itemListElement") if trail else None
    if not isinstance(items, list) or not 2 <= len(items) <= MAX_TRAIL:
        return
    inner = [each for each in items if isinstance(each, dict)][1:]
    names = [_first(each.get("name")) or _first(each.get("item")) or "" for each in inner]
    if names and (_is_page(inner[-1], url) or count_words(names[-1]) > MAX_CRUMB_WORDS):
        names.pop()
    sections = tuple(each for each in reversed(names) if each and len(each) < MAX_CRUMB and "/" not in each)
    if sections:
        yield Candidate("articleSection", sections, "breadcrumb")


def _is_page(item: Node, url: str) -> bool:
    """Whether a trail's last item is the page itself: it leads nowhere, or to the page."""
    stated = item.get("item")
    path = _path(stated if isinstance(stated, str) else _address_of(stated))
    return not path or path == _path(url)


def _path(address: str) -> str:
    """The path of an address; "" for the site's root and for what is no address."""
    try:
        return urlsplit(address).path.rstrip("/") if "/" in address else ""
    except ValueError:
        return ""


def _address_of(target: Any) -> str:  # any JSON
    found = (target.get("@id") or target.get("url")) if isinstance(target, dict) else None
    return found if isinstance(found, str) else ""


def main_nodes(nodes: tuple[Node, ...]) -> list[Node]:
    """The nodes that describe this page's article, best first."""
    articles = [each for each in nodes if types_of(each) & ARTICLE_TYPES and (each.get("headline") or each.get("name"))]
    articles.sort(
        key=lambda each: -sum(name in each for name in ("datePublished", "author", "articleBody", "mainEntityOfPage"))
    )
    pages = [each for each in nodes if types_of(each) & _PAGE_TYPES and each.get("datePublished")]
    return [*articles[:1], *pages[:1]]


def _texts_of(node: Node, source: SourceName) -> Iterator[Candidate]:
    article = bool(types_of(node) & ARTICLE_TYPES)
    headline = _first(node.get("headline")) or _first(node.get("name"))
    if headline and article:
        yield Candidate("headline", headline, source)
    for name in ("description", "alternativeHeadline", "inLanguage", "articleBody", "license"):
        value = _first(node.get(name))
        if value:
            yield Candidate(name, value, source)
    sections = tuple(dict.fromkeys(plain(each) for each in texts(node.get("articleSection")) if plain(each)))
    if sections:
        yield Candidate("articleSection", sections, source)
    keywords = tuple(
        dict.fromkeys(plain(part) for each in texts(node.get("keywords")) for part in each.split(",") if plain(part))
    )
    if keywords:
        yield Candidate("keywords", keywords, source)
    free = node.get("isAccessibleForFree")
    if free is not None:
        yield Candidate("isAccessibleForFree", str(free).rsplit("/", 1)[-1].lower() not in ("false", "no", "0"), source)
    news = types_of(node) & _NEWS_TYPES
    if news:
        yield Candidate("articleType", min(news), source)


def _dates_of(node: Node, source: SourceName) -> Iterator[Candidate]:
    for name in _DATES:
        stated = next(texts(node.get(name)), None)
        moment = machine_date(stated) if stated else None
        if moment:
            yield Candidate(name, moment, source)  # type: ignore[arg-type]  # the names above are fields


def _credits(value: Any, nodes: tuple[Node, ...], page: Page) -> tuple[Credit, ...]:  # any JSON
    found: list[Credit] = []
    for each in value if isinstance(value, list) else [value]:
        full = resolve(each, nodes)
        if isinstance(full, str):
            found += credits_of(plain(full))
        elif isinstance(full, dict):
            found += _credit_of(full, page)
    return tuple({each.name: each for each in found}.values())


def _credit_of(node: Node, page: Page) -> list[Credit]:
    names = [plain(each) for each in texts(node.get("name")) if plain(each)]
    found: list[Credit] = []
    for name in names:
        split = credits_of(name) if types_of(node) != {"Organization"} else (Credit(name=name, type="Organization"),)
        found += split
    if len(found) != 1 or not is_name(found[0].name):
        return found
    organization = bool(types_of(node) & _ORGANIZATIONS) or is_organization(found[0].name)
    return [
        Credit(
            name=found[0].name,
            type="Organization" if organization else "Person",
            url=page.absolute(_first(node.get("url"))),
            job_title=_first(node.get("jobTitle")),
        )
    ]


def _as_publisher(credit: Credit) -> Credit:
    return Credit(name=credit.name, type="Organization", url=credit.url)


def _images(value: Any, nodes: tuple[Node, ...], page: Page) -> tuple[Image, ...]:  # any JSON
    found: list[Image] = []
    for each in value if isinstance(value, list) else [value]:
        full = resolve(each, nodes)
        if isinstance(full, str):
            found.append(Image(url=page.absolute(full)))
        elif isinstance(full, dict):
            found.append(_image_of(full, page))
    return tuple(each for each in found if each.url)


def _image_of(node: Node, page: Page) -> Image:
    address = _first(node.get("url")) or _first(node.get("contentUrl")) or _first(node.get("@id"))
    return Image(
        url=page.absolute(address),
        caption=_first(node.get("caption")),
        credit_text=_first(node.get("creditText")),
        width=_pixels(node.get("width")),
        height=_pixels(node.get("height")),
    )


def _pixels(value: Any) -> int | None:  # any JSON
    stated = next(texts(value), "").removesuffix("px").strip()
    return int(stated) if stated.isascii() and stated.isdecimal() and 0 < len(stated) < 6 else None


def _first(value: Any) -> str | None:  # any JSON
    return next((tidy(plain(each)) for each in texts(value) if plain(each)), None)
