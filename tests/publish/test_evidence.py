"""Anybody can check a statement against the text, with nothing but the two files."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from pipeline.mapping import map_article
from pipeline.model.article import canonical_text
from pipeline.model.graph import Json
from pipeline.publish.evidence import evidence
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM, Atlas

GRAPH = map_article(ARTICLE, ANNOTATIONS, {}, NEWSROOM, gazetteer=Atlas()).value
PAGE = json.loads(evidence(ARTICLE, GRAPH))
TEXT = canonical_text(ARTICLE)


def selectors() -> Iterator[tuple[Json, Json]]:
    for item in PAGE["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        yield from (each["selector"] for each in targets if isinstance(each, dict))


def test_position_and_quotation_name_the_same_words() -> None:
    assert list(selectors())
    for position, quotation in selectors():
        assert TEXT[position["start"] : position["end"]] == quotation["exact"]
        assert quotation["prefix"] + quotation["exact"] + quotation["suffix"] in TEXT


def test_there_is_one_annotation_for_each_statement_under_an_id_of_its_own() -> None:
    ids = [each["id"] for each in PAGE["items"]]
    assert len(ids) == len(GRAPH.statements)
    assert len(set(ids)) == len(ids)


def test_an_annotation_says_what_is_stated_and_who_found_it() -> None:
    body = next(
        each["body"] for each in PAGE["items"] if each["body"]["rdf:predicate"] == {"id": "schema:spokenByCharacter"}
    )
    assert body["rdf:object"] == {"id": "https://news.example/entities/person/tomas-vell"}
    assert (body["prov:wasDerivedFrom"], body["prov:wasGeneratedBy"]) == ("text", "quotes")


def test_what_does_not_come_from_the_text_points_at_the_article() -> None:
    item = next(each for each in PAGE["items"] if each["body"]["rdf:predicate"] == {"id": "schema:correctionsPolicy"})
    assert item["target"] == ARTICLE.url + "#article"
    assert item["body"]["prov:wasDerivedFrom"] == "configuration"


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert evidence(ARTICLE, GRAPH) == evidence(ARTICLE, GRAPH)


def test_a_better_measured_probability_changes_no_id() -> None:
    doubtful = tuple(
        msgspec.structs.replace(each, evidence=msgspec.structs.replace(each.evidence, probability=0.5))
        for each in GRAPH.statements
    )
    again = json.loads(evidence(ARTICLE, msgspec.structs.replace(GRAPH, statements=doubtful)))
    assert [each["id"] for each in again["items"]] == [each["id"] for each in PAGE["items"]]
