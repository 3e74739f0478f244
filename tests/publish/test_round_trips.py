"""What we write, our own readers read back: headline, dek, dates, address, authors, language and every block of the body."""

from __future__ import annotations

import pytest

from pipeline.model.article import Article, Block
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.publish import Finished, article_files, edition_files
from tests.publish import samples

LONG = (
    "The harbour bridge opened on Tuesday & drew a crowd of 3,000, who walked to the far bank before the lorries crossed.",
    "Engineers replaced forty cables in two years of work, and every one of them was tested twice, the mayor said there.",
    "Freight returns in May, once the new scales at the northern ramp are calibrated, and trains follow in 2027 or later.",
)
ARTICLE = samples.article(
    paragraphs=(
        Block("paragraph", LONG[0]), Block("heading", "Freight waits"), Block("paragraph", LONG[1]),
        Block("quote", "“We counted every bolt,” said Lindqvist."), Block("list-item", "Cars: now"),
        Block("list-item", "Lorries: May"), Block("paragraph", LONG[2]),
    )
)  # fmt: skip
ENTRY = samples.entry(article=ARTICLE)
FINISHED = Finished(article=ARTICLE, graph=samples.GRAPH, newsroom=samples.NEWSROOM, entry=ENTRY)
EDITION = samples.Edition(entries=(ENTRY,))
FILES = {
    each.path.rsplit("/", 1)[1]: each
    for each in (*article_files(FINISHED), *edition_files(EDITION, samples.NEWSROOM, samples.NOW))
}
READABLE = ("article.json", "page.html", "ninjs.json", "newsml-g2.xml", "rss.xml", "atom.xml", "feed.json")


def read(name: str) -> Article:
    file = FILES[name]
    source = Source(name=name, content=file.content, media_type=file.media_type)
    (article,) = normalize(source, samples.NEWSROOM).value
    return article


@pytest.mark.parametrize("name", READABLE)
def test_what_readers_need_survives(name):
    article = read(name)
    assert article.headline == ARTICLE.headline
    assert article.description == ARTICLE.description
    assert article.url == ARTICLE.url
    assert [each.name for each in article.author] == ["Jo Marsh", "Lee Okafor"]
    assert article.in_language == "en"
    assert article.date_published is not None
    assert article.date_modified is not None
    assert article.date_published.instant == ARTICLE.date_published.instant
    assert article.date_modified.instant == ARTICLE.date_modified.instant


@pytest.mark.parametrize("name", READABLE)
def test_every_block_of_the_body_survives(name):
    assert [each.text for each in read(name).paragraphs] == [each.text for each in ARTICLE.paragraphs]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml", "feed.json", "newsml-g2.xml"])
def test_the_correction_survives(name):
    (correction,) = read(name).correction
    assert correction.text.endswith("The bridge is 412 metres long, not 421.")


@pytest.mark.parametrize("name", ["ninjs.json", "rss.xml", "atom.xml", "feed.json", "page.html"])
def test_the_picture_survives(name):
    assert [each.url for each in read(name).image] == [ARTICLE.image[0].url]


def test_people_and_events_of_the_graph_survive_in_the_wire_formats():
    for name in ("ninjs.json", "newsml-g2.xml"):
        named = {(each.kind, each.name) for each in read(name).subjects}
        assert {("person", "Ana Lindqvist"), ("organization", "City Council"), ("place", "Harbour Bridge")} <= named
        assert ("event", "Reopening of the harbour bridge") in named
