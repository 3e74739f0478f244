"""The files of an article and of an edition."""

from __future__ import annotations

import json

from pipeline.publish import Finished, article_files, edition_files
from tests.publish import samples

FINISHED = Finished(
    article=samples.ARTICLE, annotations=samples.ANNOTATIONS, graph=samples.GRAPH, newsroom=samples.NEWSROOM
)


def test_an_article_has_its_files_in_a_folder_of_its_own():
    files = article_files(FINISHED)
    names = {each.path.removeprefix("articles/harbour-bridge-reopens/") for each in files}
    assert {"article.json", "article.txt", "annotations.json", "graph.jsonld", "findings.json", "page.html"} <= names


def test_the_same_article_gives_the_same_bytes():
    assert article_files(FINISHED) == article_files(FINISHED)


def test_the_document_is_the_graph():
    content = next(each.content for each in article_files(FINISHED) if each.path.endswith("graph.jsonld"))
    assert json.loads(content) == {"@context": "https://schema.org", "@graph": list(samples.NODES)}


def test_an_edition_has_sitemaps_and_feeds():
    paths = [each.path for each in edition_files(samples.EDITION, samples.NEWSROOM, samples.NOW)]
    assert paths == ["sitemaps/sitemap.xml", "sitemaps/news.xml", "feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json"]
