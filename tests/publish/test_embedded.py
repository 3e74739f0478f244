"""The two forms of JSON-LD that a page may embed, and the documents by type."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from pipeline.mapping import map_article, propose
from pipeline.model.graph import Graph, document
from pipeline.model.identity import Identity
from pipeline.publish.embedded import article_document, embedded
from pipeline.publish.html import page
from pipeline.publish.type_documents import events, news_article, persons
from pipeline.publish.verify import verify_page
from pipeline.run.validation import packaged_validator
from tests.mapping import made
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


def test_a_part_of_a_node_goes_with_it_however_deep():
    place = samples.NODES[3] | {"geo": {"@id": f"{samples.NODES[3]['@id']}#geo"}}
    geo = {"@id": f"{samples.NODES[3]['@id']}#geo", "@type": "GeoCoordinates", "latitude": 1.5}
    author = samples.NODES[1] | {"homeLocation": {"@id": place["@id"]}}
    first = samples.NODES[0] | {"author": {"@id": author["@id"]}}
    nested = article_document(Graph(nodes=(first, author, place, geo)), FULL)
    assert nested["author"]["homeLocation"]["geo"]["latitude"] == 1.5


@pytest.mark.slow
def test_both_forms_pass_our_own_validator():
    proposals = propose(made.ARTICLE, made.ANNOTATIONS, made.NEWSROOM)
    identities = {
        each.local: Identity(local=each.local, kind=each.kind, slug=f"x-{number}", name=each.name)
        for number, each in enumerate(proposals)
    }
    graph = map_article(made.ARTICLE, made.ANNOTATIONS, identities, made.NEWSROOM).value
    validate = packaged_validator(made.NEWSROOM)
    for meant in (document(graph), article_document(graph, FULL)):
        found = validate(json.dumps(meant).encode(), path="graph.jsonld", media_type="application/ld+json")
        assert [each for each in found if each.severity == "error" or each.code == "dangling-reference"] == []
