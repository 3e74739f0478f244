"""What all articles together say of one entity, each statement with the articles that say it."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from pipeline.mapping import map_article
from pipeline.model.annotations import PersonFact, Role
from pipeline.model.graph import Graph, Node
from pipeline.model.moment import Moment
from pipeline.publish.entity_documents import entity_documents, said_of
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM, Atlas, at


def told(url: str, published: str, **changes: Any) -> Graph:
    """The graph of the invented article under another address and date, with other annotations."""
    article = msgspec.structs.replace(ARTICLE, url=url, date_published=Moment(published))
    annotations = msgspec.structs.replace(ANNOTATIONS, **changes)
    return map_article(article, annotations, {}, NEWSROOM, gazetteer=Atlas()).value


def role(title: str) -> tuple[Role, ...]:
    return (Role(person="person-1", title=title, span=at("Mayor", 1), by="title"),)


def born(day: str) -> tuple[PersonFact, ...]:
    return (PersonFact(person="person-1", property="birthDate", value=day, span=at("Mayor", 1), by="dates"),)


FIRST = told("https://news.example/1", "2031-05-06T09:00:00+02:00", roles=role("mayor"), facts=born("1980-01-02"))
LATER = told("https://news.example/2", "2032-01-01T09:00:00+01:00", roles=role("minister"), facts=born("1981-01-02"))


def documents(*graphs: Graph) -> dict[str, list[Node]]:
    return {each.path: json.loads(each.content)["@graph"] for each in entity_documents(graphs)}


def claims(graph: list[Node], name: str) -> list[Node]:
    return [each for each in graph if each["@type"] == "Claim" and each["name"] == name]


def test_each_person_place_organization_and_event_has_a_document() -> None:
    kinds = [path.split("/")[1] for path in documents(FIRST)]
    assert sorted(set(kinds)) == ["event", "organization", "person", "place"]
    assert "entities/person/tomas-vell.jsonld" in documents(FIRST)


def test_a_document_names_the_articles_that_are_about_it() -> None:
    entity = documents(FIRST, LATER)["entities/person/tomas-vell.jsonld"][0]
    assert [each["@id"] for each in entity["subjectOf"] if each["@type"] == "NewsArticle"] == [
        "https://news.example/2#article",
        "https://news.example/1#article",
    ]


def test_a_change_of_title_shows_who_said_what_when() -> None:
    graph = documents(FIRST, LATER)["entities/person/tomas-vell.jsonld"]
    assert graph[0]["jobTitle"] == ["minister", "mayor"]
    assert [(each["text"], each["temporalCoverage"]) for each in claims(graph, "jobTitle")] == [
        ("mayor", "2031-05-06/2031-05-06"),
        ("minister", "2032-01-01/2032-01-01"),
    ]
    assert claims(graph, "jobTitle")[0]["firstAppearance"]["@id"] == "https://news.example/1#article"


def test_a_title_that_is_called_former_later_is_held_no_more_and_its_claim_says_until_when() -> None:
    left = told("https://news.example/3", "2033-01-01T09:00:00+01:00", roles=role("former mayor"))
    graph = documents(FIRST, left)["entities/person/tomas-vell.jsonld"]
    assert graph[0]["jobTitle"] == "former mayor"
    assert [(each["text"], each.get("expires")) for each in claims(graph, "jobTitle")] == [
        ("mayor", "2033-01-01"),
        ("former mayor", None),
    ]


def test_a_title_won_again_is_held() -> None:
    left = told("https://news.example/3", "2033-01-01T09:00:00+01:00", roles=role("former mayor"))
    again = told("https://news.example/4", "2034-01-01T09:00:00+01:00", roles=role("mayor"))
    graph = documents(FIRST, left, again)["entities/person/tomas-vell.jsonld"]
    assert graph[0]["jobTitle"] == ["mayor", "former mayor"]
    assert [each for each in claims(graph, "jobTitle") if "expires" in each] == []


def test_a_contradiction_is_visible_and_the_latest_article_is_shown() -> None:
    graph = documents(FIRST, LATER)["entities/person/tomas-vell.jsonld"]
    assert graph[0]["birthDate"] == "1981-01-02"
    assert [(each["text"], each["creativeWorkStatus"]) for each in claims(graph, "birthDate")] == [
        ("1980-01-02", "Contradicted"),
        ("1981-01-02", "Contradicted"),
    ]


def test_what_two_articles_say_alike_is_one_claim_of_both() -> None:
    again = told("https://news.example/3", "2033-01-01T09:00:00+01:00", roles=role("mayor"))
    (claim,) = claims(documents(FIRST, again)["entities/person/tomas-vell.jsonld"], "jobTitle")
    assert claim["firstAppearance"]["@id"] == "https://news.example/1#article"
    assert [each["@id"] for each in claim["appearance"]] == ["https://news.example/3#article"]
    assert claim["temporalCoverage"] == "2031-05-06/2033-01-01"


def test_a_speakers_document_holds_what_they_said() -> None:
    graph = documents(FIRST)["entities/person/tomas-vell.jsonld"]
    (quotation,) = [each for each in graph if each["@type"] == "Quotation"]
    assert quotation["text"] == "It will outlive us,"
    assert quotation["isPartOf"]["headline"] == ARTICLE.headline


def test_what_a_document_points_at_is_named_there() -> None:
    person = documents(told("https://news.example/1", "2031-05-06"))["entities/person/aya-mori.jsonld"][0]
    assert person["nationality"] == {
        "@id": "https://news.example/entities/place/japan",
        "@type": "Country",
        "name": "Japan",
    }


def test_an_author_is_no_subject_of_the_article() -> None:
    assert "subjectOf" not in documents(FIRST)["entities/person/ida-quell.jsonld"][0]


def test_the_order_of_the_graphs_cannot_matter() -> None:
    assert documents(FIRST, LATER) == documents(LATER, FIRST)


def test_every_node_of_a_document_has_an_id() -> None:
    for graph in documents(FIRST, LATER).values():
        assert all(each.get("@id") for each in graph)
        assert len({each["@id"] for each in graph}) == len(graph)


def test_one_saying_is_made_for_each_entity_of_a_graph() -> None:
    entities = [each.entity for each in said_of(FIRST)]
    assert len(entities) == len(set(entities)) == 9
