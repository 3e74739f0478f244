"""Article -> the page's ``head``: description, canonical link, WebSub hubs, OpenGraph (https://ogp.me) and X cards.

Every value is one that the article states; a date that is no instant is not turned into one.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.article import Article
from pipeline.model.newsroom import Newsroom
from pipeline.publish import addresses
from pipeline.publish.addresses import address, article_path, hubs, site_name, web_address
from pipeline.publish.dates import w3c
from pipeline.publish.markup import element, text_element

FEEDS = (
    (addresses.RSS, "application/rss+xml"),
    (addresses.ATOM, "application/atom+xml"),
    (addresses.JSON_FEED, "application/feed+json"),
)


def page_meta(article: Article, newsroom: Newsroom) -> Iterator[str]:
    """The elements of ``head`` that say what the page is, in a fixed order."""
    yield text_element("title", title(article, newsroom))
    yield from _named("name", _plain(article))
    yield element("link", rel="canonical", href=article.url)
    graph = address(newsroom, article_path(article.slug, "graph.jsonld"))
    yield element("link", rel="alternate", type="application/ld+json", href=graph)
    for path, media_type in FEEDS:
        yield element("link", rel="alternate", type=media_type, href=address(newsroom, path), title=site_name(newsroom))
    for hub in hubs(newsroom):
        yield element("link", rel="hub", href=hub)
    if hubs(newsroom):
        yield element("link", rel="self", href=article.url)
    yield from _named("property", _open_graph(article, newsroom))
    yield from _named("name", _card(article))


def title(article: Article, newsroom: Newsroom) -> str:
    """The headline with the site's name."""
    return " | ".join(each for each in (article.headline, site_name(newsroom)) if each)


def _named(key: str, pairs: Iterator[tuple[str, str | None]]) -> Iterator[str]:
    for name, content in pairs:
        if content:
            yield element("meta", **{key: name, "content": content})


def _plain(article: Article) -> Iterator[tuple[str, str | None]]:
    yield "description", article.description
    yield "author", ", ".join(each.name for each in article.author)
    yield "keywords", ", ".join(article.keywords)
    yield "robots", "max-image-preview:large"


def _open_graph(article: Article, newsroom: Newsroom) -> Iterator[tuple[str, str | None]]:
    yield "og:type", "article"
    yield "og:title", article.headline
    yield "og:description", article.description
    yield "og:url", article.url
    yield "og:site_name", site_name(newsroom)
    for image in article.image:
        if web_address(image.url):
            yield "og:image", image.url
            yield "og:image:width", str(image.width) if image.width else None
            yield "og:image:height", str(image.height) if image.height else None
            yield "og:image:alt", image.text or image.caption
    yield "article:published_time", w3c(article.date_published)
    yield "article:modified_time", w3c(article.date_modified)
    for section in article.article_section[:1]:
        yield "article:section", section
    for credit in article.author:
        yield "article:author", web_address(credit.url)
    for keyword in article.keywords:
        yield "article:tag", keyword


def _card(article: Article) -> Iterator[tuple[str, str | None]]:
    with_image = any(web_address(each.url) for each in article.image)
    yield "twitter:card", "summary_large_image" if with_image else "summary"
    yield "twitter:title", article.headline
    yield "twitter:description", article.description
    for image in article.image[:1]:
        yield "twitter:image", web_address(image.url)
        yield "twitter:image:alt", (image.text or image.caption) if web_address(image.url) else None
