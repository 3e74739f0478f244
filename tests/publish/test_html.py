"""The article's page and what a reader extracts from it."""

from __future__ import annotations

import html5lib
import pytest
from lxml import html as lxml_html

from pipeline.model.graph import Graph
from pipeline.model.sidecar import Credit, Image
from pipeline.publish.html import page
from pipeline.publish.verify import verify_page
from tests.publish import samples


def parsed(article=samples.ARTICLE, graph=samples.GRAPH):
    return lxml_html.document_fromstring(page(article, graph, samples.NEWSROOM))


def test_the_page_says_what_the_graph_says():
    assert verify_page(page(samples.ARTICLE, samples.GRAPH, samples.NEWSROOM), samples.GRAPH) == ()


def test_hostile_text_cannot_leave_the_script_or_the_markup():
    article = samples.article(headline=samples.HOSTILE, description=samples.HOSTILE, keywords=(samples.HOSTILE,))
    node = samples.NODES[0] | {"headline": samples.HOSTILE}
    graph = Graph(nodes=(node, *samples.NODES[1:]))
    content = page(article, graph, samples.NEWSROOM)
    assert verify_page(content, graph) == ()
    assert len(lxml_html.document_fromstring(content).findall(".//script")) == 1
    assert content.count(b"<script") == content.count(b"</script") == 1


def test_lone_surrogates_still_give_a_page():
    node = samples.NODES[0] | {"headline": "a \ud800 b"}
    content = page(samples.article(headline="a \ud800 b"), Graph(nodes=(node,)), samples.NEWSROOM)
    assert "a \ufffd b".encode() in content


def test_no_foreign_scheme_becomes_a_link_or_a_picture():
    article = samples.article(
        author=(Credit(name="X", url="javascript:alert(1)"),), image=(Image(url="data:text/html,x", caption="c"),)
    )
    assert b"javascript:" not in page(article, Graph(nodes=()), samples.NEWSROOM)
    assert parsed(article).find(".//img") is None


def test_the_head_tells_readers_what_the_page_is():
    document = parsed()
    assert document.get("lang") == "en"
    assert document.xpath("//link[@rel='canonical']/@href") == [samples.URL]
    assert f"{samples.SITE}/articles/harbour-bridge-reopens/graph.jsonld" in document.xpath(
        "//link[@rel='alternate'][@type='application/ld+json']/@href"
    )
    assert document.xpath("//meta[@property='og:title']/@content") == [samples.ARTICLE.headline]
    assert document.xpath("//meta[@property='og:image']/@content") == [samples.ARTICLE.image[0].url]
    assert document.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert document.xpath("//meta[@property='article:published_time']/@content") == ["2026-03-04T10:15:00+01:00"]


def test_the_text_stands_in_the_page_block_by_block():
    document = parsed()
    assert document.xpath("//h1/text()") == [samples.ARTICLE.headline]
    assert [each.tag for each in document.xpath("//div[@class='article-body']/*")] == [
        "p",
        "h2",
        "blockquote",
        "ul",
        "p",
    ]
    assert document.xpath("//figure/img/@alt") == ["A steel bridge over a harbour"]
    assert "Picture: Sam Field" in document.xpath("string(//figcaption)")
    assert "not 421" in document.xpath("string(//aside[@class='note'])")
    assert "By Jo Marsh and Lee Okafor" in document.xpath("string(//p[@class='byline'][1])")


def test_people_places_and_events_are_listed():
    text = parsed().xpath("string(//aside[@class='named'])")
    for each in ("Ana Lindqvist", "Mayor; City Council", "Harbour Bridge", "3 March 2026"):
        assert each in text


@pytest.mark.parametrize("change", [{"author": ()}, {"image": ()}, {"date_published": None}, {"headline": None}])
def test_what_is_missing_is_left_out(change):
    content = page(samples.article(**change), samples.GRAPH, samples.NEWSROOM)
    assert b"None" not in content


def test_the_page_has_no_parse_errors():
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(page(samples.ARTICLE, samples.GRAPH, samples.NEWSROOM).decode())


def test_a_right_to_left_language_turns_the_page():
    assert parsed(samples.article(in_language="ar")).get("dir") == "rtl"


def test_a_changed_page_is_found_out():
    content = page(samples.ARTICLE, samples.GRAPH, samples.NEWSROOM).replace(b'"Mayor"', b'"Baron"')
    (finding,) = verify_page(content, samples.GRAPH)
    assert finding.code == "page-json-ld-differs"
    assert "Mayor" in finding.message


def test_a_page_without_or_with_two_documents_is_found_out():
    assert verify_page(b"<p>x", samples.GRAPH)[0].code == "page-json-ld-count"
    once = page(samples.ARTICLE, samples.GRAPH, samples.NEWSROOM)
    twice = once.replace(b"</main>", b'</main><script type="application/ld+json">{"name": "x"}</script>')
    assert verify_page(twice, samples.GRAPH)[0].code == "page-json-ld-count"


def test_a_script_without_json_is_found_out():
    content = b'<script type="application/ld+json">{</script>'
    assert verify_page(content, samples.GRAPH)[0].code == "page-json-ld-unreadable"
