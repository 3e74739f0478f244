"""The two forms of JSON-LD that a page may embed, and the documents by type."""

from __future__ import annotations

import json

from msgspec.structs import replace

from pipeline.model.graph import document
from pipeline.publish.embedded import article_document, embedded
from pipeline.publish.html import page
from pipeline.publish.type_documents import events, news_article, persons
from pipeline.publish.verify import verify_page
from tests.publish import samples

ARTICLE_FORM = replace(samples.NEWSROOM, site=replace(samples.NEWSROOM.site, embed="article"))
FULL = f"{samples.SITE}/articles/harbour-bridge-reopens/graph.jsonld"


def test_the_graph_form_is_the_whole_graph():
    assert embedded(samples.GRAPH, samples.NEWSROOM, "x") == document(samples.GRAPH)


def test_the_article_form_names_people_inline_and_links_to_the_full_document():
    nested = embedded(samples.GRAPH, ARTICLE_FORM, samples.ARTICLE.slug)
    assert nested["@type"] == "NewsArticle"
    person = nested["about"][1]
    assert (person["name"], person["jobTitle"], person["affiliation"]["name"]) == (
        "Ana Lindqvist",
        "Mayor",
        "City Council",
    )
    assert nested["author"][0]["name"] == "Jo Marsh"
    assert nested["subjectOf"]["url"] == FULL


def test_the_article_form_has_no_event_that_a_console_could_take_for_a_listing():
    nested = article_document(samples.GRAPH, FULL)
    assert nested["about"][0] == {
        "@id": f"{samples.SITE}/entities/event/bridge-reopening",
        "@type": "Thing",
        "name": "Reopening of the harbour bridge",
    }
    assert "Event" not in json.dumps(nested).replace("/event/", "")


def test_each_node_is_written_out_once_even_in_a_circle():
    knows = samples.NODES[1] | {"knows": {"@id": samples.NODES[1]["@id"]}}
    graph = replace(samples.GRAPH, nodes=(samples.NODES[0], knows, *samples.NODES[2:]))
    text = json.dumps(article_document(graph, FULL))
    assert text.count('"jobTitle": "Mayor"') == 1


def test_both_forms_extract_back_to_what_was_meant():
    for newsroom in (samples.NEWSROOM, ARTICLE_FORM):
        content = page(samples.ARTICLE, samples.GRAPH, newsroom)
        assert verify_page(content, samples.GRAPH, newsroom=newsroom, slug=samples.ARTICLE.slug) == ()


def test_documents_by_type_hold_that_type_only():
    types = {
        name: [each["@type"] for each in json.loads(write(samples.GRAPH))["@graph"]]
        for name, write in (("article", news_article), ("persons", persons), ("events", events))
    }
    assert types == {"article": ["NewsArticle"], "persons": ["Person"], "events": ["Event"]}
