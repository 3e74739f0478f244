"""The page and the site the article stands on -> WebPage, WebSite, BreadcrumbList, SpeakableSpecification."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping import ids
from pipeline.mapping.claims import Draft, of, reference, stated, typed
from pipeline.mapping.evidence import CONFIGURATION, DERIVED, from_origin
from pipeline.mapping.image_object import image_id
from pipeline.mapping.story import Story
from pipeline.model.graph import Evidence, Json, Node

SPEAKABLE_XPATHS = ("/html/head/title", "/html/head/meta[@name='description']/@content")
"""Parts of any HTML page that make sense when read aloud (https://developers.google.com/search/docs/appearance/structured-data/speakable,
checked 2026-11)."""


def page(story: Story) -> Iterator[Draft]:
    """The page; on the configured site also the site and the way to the page."""
    yield _web_page(story)
    if story.article.headline:
        yield _speakable(story)
    if story.own_site:
        yield _web_site(story)
        if has_breadcrumb(story):
            yield _breadcrumb(story)


def has_breadcrumb(story: Story) -> bool:
    """Two steps are the least that a breadcrumb trail may have."""
    return bool(story.own_site and story.newsroom.site.name and story.article.headline)


def _web_page(story: Story) -> Draft:
    article, own = story.article, story.own_site
    url = from_origin(article, "url")
    pictures = article.image[:1]
    return of(
        ids.part_id(story.url, "webpage"),
        typed("WebPage", url),
        stated("url", story.url, url),
        stated("name", article.headline, from_origin(article, "headline", "headline")),
        stated("inLanguage", article.in_language, from_origin(article, "inLanguage")),
        stated("isPartOf", reference(ids.site_id(story.newsroom.site.url, "website")) if own else None, CONFIGURATION),
        stated(
            "breadcrumb", reference(ids.part_id(story.url, "breadcrumb")) if has_breadcrumb(story) else None, DERIVED
        ),
        stated(
            "primaryImageOfPage",
            tuple(reference(image_id(story, each)) for each in pictures),
            from_origin(article, "image"),
        ),
        stated("mainEntity", reference(ids.article_id(story.url)), DERIVED),
    )


def _web_site(story: Story) -> Draft:
    site = story.newsroom.site
    return of(
        ids.site_id(site.url, "website"),
        typed("WebSite", CONFIGURATION),
        stated("url", site.url, CONFIGURATION),
        stated("name", site.name, CONFIGURATION),
        stated("inLanguage", site.language, CONFIGURATION),
        stated("publisher", reference(ids.site_id(site.url, "publisher")), CONFIGURATION),
    )


def _breadcrumb(story: Story) -> Draft:
    site = story.newsroom.site
    home = _step(story, 1, site.name, site.url)
    last = _step(story, 2, story.article.headline, None)
    evidence: Evidence = DERIVED
    return of(
        ids.part_id(story.url, "breadcrumb"),
        typed("BreadcrumbList", evidence),
        stated("itemListElement", (home, last), evidence),
    )


def _step(story: Story, position: int, name: str | None, item: str | None) -> Node:
    step: dict[str, Json] = {
        "@id": ids.part_id(story.url, f"breadcrumb-{position}"),
        "@type": "ListItem",
        "position": position,
        "name": name,
    }
    return step | ({"item": item} if item else {})


def _speakable(story: Story) -> Draft:
    paths = SPEAKABLE_XPATHS if story.article.description else SPEAKABLE_XPATHS[:1]
    return of(
        ids.part_id(story.url, "speakable"),
        typed("SpeakableSpecification", DERIVED),
        stated("xpath", paths, DERIVED),
    )
