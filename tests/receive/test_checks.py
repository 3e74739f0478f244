"""The full check refuses what the validator finds wrong, and takes what it only warns of."""

from __future__ import annotations

import json

from pipeline.receive.checks import full_check

ARTICLE = {
    "@type": "NewsArticle",
    "@id": "https://example.org/a#article",
    "url": "https://example.org/a",
    "headline": "A headline",
    "datePublished": "2014-11-18T09:00:00+09:00",
    "author": {"@type": "Person", "name": "A. Reporter", "url": "https://example.org/reporter"},
    "image": "https://example.org/a.jpg",
}


def codes(article: dict[str, object]) -> set[str]:
    content = json.dumps({"@context": "https://schema.org", "@graph": [article]}).encode()
    return {each.code for each in full_check()(content) if each.severity == "error"}


def test_a_sound_article_passes() -> None:
    assert codes(ARTICLE) == set()


def test_the_shape_is_looked_at_first() -> None:
    assert codes({"@type": "Person"}) == {"json-ld-shape"}


def test_what_schema_org_does_not_allow_is_an_error() -> None:
    assert codes({**ARTICLE, "datePublished": "soon"})
