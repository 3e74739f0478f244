"""What the whole graph of an article promises, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping import map_article, propose
from pipeline.mapping.ids import local_of
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.graph import Graph, Json, document
from pipeline.model.identity import Identity
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM, TEXT, Atlas


def made(article: Article = ARTICLE, annotations: Annotations = ANNOTATIONS) -> Graph:
    return map_article(article, annotations, {}, NEWSROOM, gazetteer=Atlas()).value


def objects(value: Json) -> Iterator[dict[str, Json]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from objects(each)
    if isinstance(value, list):
        for each in value:
            yield from objects(each)


def test_the_article_is_the_first_node() -> None:
    first = document(made())["@graph"][0]
    assert (first["@type"], first["@id"]) == ("NewsArticle", ARTICLE.url + "#article")


def test_every_node_has_an_id_and_no_id_has_two_nodes() -> None:
    graph = made()
    assert all(each.get("@id") for node in graph.nodes for each in objects(node))
    assert len({node["@id"] for node in graph.nodes}) == len(graph.nodes)


def test_every_reference_within_the_graph_resolves() -> None:
    graph = made()
    described = {node["@id"] for node in graph.nodes}
    bare = {each["@id"] for node in graph.nodes for each in objects(node) if set(each) == {"@id"}}
    assert bare <= described


def test_every_property_of_every_node_has_its_evidence() -> None:
    graph = made()
    said = {(each.subject, each.property) for each in graph.statements}
    assert {(node["@id"], key) for node in graph.nodes for key in node if key != "@id"} == said


def test_evidence_in_the_text_stands_within_the_text() -> None:
    spans = [span for each in made().statements for span in each.evidence.spans]
    assert spans
    assert all(0 <= each.start < each.end <= len(TEXT) for each in spans)


def test_the_same_input_gives_the_same_graph() -> None:
    assert made() == made()


def test_an_article_without_annotations_still_becomes_a_graph() -> None:
    bare = Article(slug="a", url="https://other.example/a", source="a.txt")
    graph = made(bare, Annotations())
    assert [node["@type"] for node in graph.nodes] == ["NewsArticle", "NewsMediaOrganization", "ImageObject", "WebPage"]


def test_settings_of_the_own_site_are_not_claimed_for_articles_gathered_elsewhere() -> None:
    elsewhere = Article(slug="a", url="https://other.example/a", source="a.txt")
    node = made(elsewhere, Annotations()).nodes[0]
    assert not {"license", "isAccessibleForFree", "publisher"} & set(node)
    assert node["sdPublisher"]["name"] == "The Example"


def test_a_settled_identity_decides_the_id() -> None:
    known = ("https://id.example/7",)
    settled = {"person-1": Identity(local="person-1", kind="person", slug="tomas-vell-mayor", same_as=known)}
    graph = map_article(ARTICLE, ANNOTATIONS, settled, NEWSROOM).value
    person = next(node for node in graph.nodes if node["@id"].endswith("/person/tomas-vell-mayor"))
    assert person["sameAs"] == "https://id.example/7"


def test_a_merged_entity_is_the_same_as_the_ids_it_had() -> None:
    settled = {"person-1": Identity(local="person-1", kind="person", slug="tomas-vell", aliases=("t-vell",))}
    graph = map_article(ARTICLE, ANNOTATIONS, settled, NEWSROOM).value
    person = next(node for node in graph.nodes if node.get("name") == "Tomas Vell")
    assert person["sameAs"] == "https://news.example/entities/person/t-vell"


def test_everything_with_an_identity_is_proposed_once() -> None:
    proposals = propose(ARTICLE, ANNOTATIONS, NEWSROOM, gazetteer=Atlas())
    assert [(each.local, each.kind, each.key) for each in proposals] == [
        ("person-1", "person", "tomas-vell"),
        ("facility-1", "place", "ponte-nova-porto"),
        ("place-1", "place", "porto-pt"),
        ("place-2", "place", "portugal"),
        ("organization-1", "organization", "harbour-board"),
        ("organization-2", "organization", "example-agency"),
        ("person-2", "person", "aya-mori"),
        ("event-1", "event", "opening-of-the-ponte-nova-2031-05-05"),
        ("nation/japanese", "place", "japan"),
        (local_of("author", "Ida Quell"), "person", "ida-quell"),
    ]
