"""What publishing writes is read back: headline, dates with their zones, address, authors, body, sections and subjects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
import pytest

from pipeline.model.article import Article, Subject
from pipeline.model.edition import Edition, Entry
from pipeline.model.moment import Moment
from pipeline.publish.atom import atom
from pipeline.publish.finished import Finished
from pipeline.publish.json_feed import json_feed
from pipeline.publish.json_ld import json_ld
from pipeline.publish.newsml_g2 import newsml_g2, newsml_g2_removal
from pipeline.publish.ninjs import ninjs, ninjs_removal
from pipeline.publish.rss import rss
from tests.normalize.readers.samples import names, outcome
from tests.publish import samples
from tests.publish.samples import ARTICLE, EDITION, ENTRY, NEWSROOM

FINISHED = Finished(article=ARTICLE, annotations=samples.ANNOTATIONS, graph=samples.GRAPH, newsroom=NEWSROOM)
FEEDS: dict[str, Callable[[Edition], bytes]] = {
    "rss": lambda edition: rss(edition, NEWSROOM),
    "atom": lambda edition: atom(edition, NEWSROOM),
    "json feed": lambda edition: json_feed(edition, NEWSROOM),
}
WIRES: dict[str, Callable[[], bytes]] = {
    "ninjs": lambda: ninjs(FINISHED, ENTRY),
    "newsml-g2": lambda: newsml_g2(FINISHED, ENTRY),
}
EVERY = {name: lambda make=make: make(EDITION) for name, make in FEEDS.items()} | WIRES


def instant(moment: Moment | None) -> datetime | None:
    return None if moment is None else moment.instant


def read_back(content: bytes) -> Article:
    (article,) = outcome(content).value
    return article


@pytest.mark.parametrize("name", sorted(EVERY))
def test_the_head_is_read_back(name: str) -> None:
    article = read_back(EVERY[name]())
    assert (article.headline, article.url, article.description) == (ARTICLE.headline, ARTICLE.url, ARTICLE.description)
    assert names(article.author) == names(ARTICLE.author)
    assert article.in_language == ARTICLE.in_language


@pytest.mark.parametrize("name", sorted(EVERY))
def test_the_body_and_its_corrections_are_read_back(name: str) -> None:
    article = read_back(EVERY[name]())
    assert article.paragraphs == ARTICLE.paragraphs
    assert [(each.kind, each.text) for each in article.correction] == [
        (each.kind, each.text) for each in ARTICLE.correction
    ]


@pytest.mark.parametrize("name", sorted(EVERY))
def test_dates_are_read_back_with_their_zones(name: str) -> None:
    article = read_back(EVERY[name]())
    published = ENTRY.first_published if name in WIRES else ENTRY.published
    assert instant(article.date_published) == instant(published)
    assert instant(article.date_modified) == instant(ENTRY.modified)


@pytest.mark.parametrize("name", sorted(FEEDS))
def test_sections_and_keywords_are_keywords_of_a_feed(name: str) -> None:
    assert read_back(EVERY[name]()).keywords == (*ARTICLE.article_section, *ARTICLE.keywords)


def test_ninjs_keeps_sections_keywords_and_entities_apart() -> None:
    article = read_back(EVERY["ninjs"]())
    assert (article.article_section, article.keywords) == (ARTICLE.article_section, ARTICLE.keywords)
    assert {(each.kind, each.name) for each in article.subjects} == {
        ("person", "Ana Lindqvist"), ("organization", "City Council"), ("place", "Harbour Bridge"),
        ("event", "Reopening of the harbour bridge"),
    }  # fmt: skip


def test_newsml_g2_keeps_keywords_and_the_kinds_of_entities() -> None:
    article = read_back(EVERY["newsml-g2"]())
    assert article.keywords == ARTICLE.keywords
    assert {("person", "Ana Lindqvist"), ("organization", "City Council"), ("place", "Harbour Bridge")} <= {
        (each.kind, each.name) for each in article.subjects
    }


@pytest.mark.parametrize("write", [ninjs, newsml_g2])
def test_subjects_that_the_source_stated_keep_their_kinds(write: Callable[[Finished, Entry], bytes]) -> None:
    stated = (
        Subject(name="shipping", identifier="medtop:20000553"),
        Subject(name="Mara Kelp", kind="person", identifier="https://people.example/7"),
        Subject(name="Orca Lines", kind="organization"),
        Subject(name="Kirkwall", kind="place"),
        Subject(name="Open Day", kind="event"),
    )
    finished = msgspec.structs.replace(FINISHED, article=samples.article(subjects=stated))
    back = read_back(write(finished, ENTRY))
    assert {(each.kind, each.name) for each in stated} <= {(each.kind, each.name) for each in back.subjects}
    kelp = next(each for each in back.subjects if each.name == "Mara Kelp")
    assert kelp.identifier == "https://people.example/7"


@pytest.mark.parametrize("name", ["rss", "ninjs"])
def test_the_lead_picture_is_read_back(name: str) -> None:
    image = read_back(EVERY[name]()).image[0]
    assert (image.url, image.caption, image.width, image.height) == (
        ARTICLE.image[0].url, ARTICLE.image[0].caption, ARTICLE.image[0].width, ARTICLE.image[0].height,
    )  # fmt: skip


def test_a_graph_is_read_back() -> None:
    graph = read_back(json_ld(samples.GRAPH))
    assert (graph.headline, graph.url, graph.date_published) == (ARTICLE.headline, ARTICLE.url, ARTICLE.date_published)
    assert names(graph.author) == names(ARTICLE.author)
    assert {(each.kind, each.name) for each in graph.subjects} >= {
        ("event", "Reopening of the harbour bridge"), ("person", "Ana Lindqvist"), ("organization", "City Council"),
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(WIRES))
def test_rights_version_and_identity_are_read_back(name: str) -> None:
    article = read_back(EVERY[name]())
    assert (article.license, article.copyright_notice) == (ARTICLE.license, ARTICLE.copyright_notice)
    assert (article.version, article.identifier, article.pub_status) == (str(ENTRY.version), ENTRY.guid, "usable")


def test_a_removal_is_read_back_as_canceled() -> None:
    entry = samples.entry(state="retracted", retracted=Moment("2026-03-05T08:00:00Z"))
    for content in (
        ninjs_removal(entry),
        newsml_g2_removal(entry, NEWSROOM),
        atom(Edition(entries=(entry,)), NEWSROOM),
    ):
        article = read_back(content)
        assert (article.pub_status, article.url) == ("canceled", entry.url)


@pytest.mark.parametrize("name", sorted(FEEDS))
def test_what_is_hostile_comes_back_as_text(name: str) -> None:
    hostile = samples.article(headline=samples.HOSTILE)
    entry = samples.entry(article=hostile)
    back = read_back(FEEDS[name](Edition(entries=(entry,))))
    assert back.headline is not None
    assert "alert(1)" in back.headline
