"""Whatever stands in an article, every file is valid and says what was meant."""

from __future__ import annotations

import json

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from pipeline.model.article import Article, Block
from pipeline.model.edition import Edition, entry_of, retract
from pipeline.model.graph import Graph
from pipeline.model.moment import Moment
from pipeline.model.sidecar import Correction, Credit, Image
from pipeline.publish import Finished, article_files, edition_files, retraction_files, verify_page
from pipeline.publish.json_ld import ascii_script_element, script_element
from pipeline.publish.verify import verify_embedded
from tests.publish import samples

PIECES = st.sampled_from(
    ["</script>", "<script>", "<!--", "-->", "]]>", "<![CDATA[", "&", "&amp;", '"', "'", "\u202e", "\u2028", "\x00", "\x0b", "\x7f", "\x85", "\ufdd0",
     "\ud800", "\ufffe", "\U0001f600", "é", "<", ">", "{", "\\", "\n", "\t", "\r", " ", "a", "الخبر"]
)  # fmt: skip
TEXT = st.one_of(st.text(st.characters(), max_size=30), st.lists(PIECES, max_size=12).map("".join))
MAYBE = st.one_of(st.none(), TEXT)
URL = st.one_of(st.none(), TEXT, st.just("https://news.example/p?a=1&b=2"), st.just("javascript:alert(1)"))
MOMENT = st.one_of(
    st.none(), st.sampled_from(["2026", "2026-03", "2026-03-04", "2026-03-04T10:15", "2026-03-04T10:15:00+05:45"]).map(Moment)
)  # fmt: skip
BLOCK = st.builds(Block, st.sampled_from(["paragraph", "heading", "quote", "list-item", "caption"]), TEXT)
ARTICLES = st.builds(
    Article,
    slug=st.just("a"),
    url=st.sampled_from(["https://news.example/a", "https://news.example/é?x=1&y=2", "https://elsewhere.example/a"]),
    source=TEXT,
    identifier=st.one_of(st.none(), TEXT, st.just("urn:x:1")),
    headline=MAYBE,
    alternative_headline=MAYBE,
    description=MAYBE,
    article_section=st.lists(TEXT, max_size=2).map(tuple),
    author=st.lists(st.builds(Credit, name=TEXT, url=URL), max_size=2).map(tuple),
    date_published=MOMENT,
    date_modified=MOMENT,
    dateline=MAYBE,
    image=st.lists(st.builds(Image, url=URL, caption=MAYBE, credit_text=MAYBE, text=MAYBE), max_size=2).map(tuple),
    keywords=st.lists(TEXT, max_size=2).map(tuple),
    in_language=st.sampled_from([None, "en", "ar", "zh-TW"]),
    license=URL,
    copyright_notice=MAYBE,
    credit_text=MAYBE,
    genre=st.lists(TEXT, max_size=1).map(tuple),
    correction=st.lists(st.builds(Correction, text=TEXT, date_published=MOMENT), max_size=2).map(tuple),
    paragraphs=st.lists(BLOCK, max_size=4).map(tuple),
)
NOW = Moment("2026-03-04T11:00:00+00:00")


def finished(article: Article) -> Finished:
    node = {
        "@id": f"{samples.URL}#article",
        "@type": "NewsArticle",
        "headline": article.headline or "",
        "keywords": list(article.keywords),
    }
    graph = Graph(nodes=(node, *samples.NODES[1:]))
    entry = entry_of(article, version=1, first_published=NOW, now=NOW)
    return Finished(article=article, graph=graph, newsroom=samples.NEWSROOM, entry=entry)


def check(path: str, content: bytes) -> None:
    text = content.decode("utf-8")
    if path.endswith(".html"):
        html5lib.HTMLParser(strict=path.endswith("page.html")).parse(text)
    elif path.endswith((".json", ".jsonld")):
        json.loads(text)
    elif path.endswith(".xml"):
        etree.fromstring(content, etree.XMLParser(resolve_entities=False))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(ARTICLES)
def test_every_file_is_valid_and_the_page_says_what_the_graph_says(article: Article):
    done = finished(article)
    files = article_files(done)
    assert files == article_files(done)
    for each in files:
        check(each.path, each.content)
    page = next(each.content for each in files if each.path.endswith("page.html"))
    assert verify_page(page, done.graph) == ()


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.lists(ARTICLES, max_size=3), TEXT)
def test_every_feed_and_tombstone_is_valid(articles: list[Article], reason: str):
    entries = tuple(
        replace(finished(each).entry, url=f"{samples.SITE}/{number}", slug=str(number))
        for number, each in enumerate(articles)
    )
    gone = tuple(retract(each, now=NOW, reason=reason) for each in entries[:1])
    files = edition_files(Edition(entries=(*gone, *entries[1:])), samples.NEWSROOM, samples.NOW)
    for each in (*files, *(one for entry in gone for one in retraction_files(entry, samples.NEWSROOM))):
        check(each.path, each.content)


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_any_text_in_a_graph_survives_the_page(text: str):
    meant = {"@context": "https://schema.org", "@id": "https://news.example/a#article", "name": text}
    for write in (script_element, ascii_script_element):
        assert verify_embedded(f"<html><head>{write(meant)}</head></html>".encode(), meant) == ()
