"""A suppressed person is nowhere in what is published, and everything else stays where it was."""

from __future__ import annotations

import json

import msgspec

from pipeline.mapping import address_findings, map_article, withhold
from pipeline.mapping.ids import local_of
from pipeline.model.annotations import Entity
from pipeline.model.article import canonical_text
from pipeline.model.codec import encode
from pipeline.model.graph import document
from pipeline.model.identity import Identity
from pipeline.model.sidecar import Credit
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM, Atlas

HIDDEN = {"person-1": Identity(local="person-1", kind="person", slug="", suppressed=True)}


def test_the_graph_does_not_name_the_person() -> None:
    graph = map_article(ARTICLE, ANNOTATIONS, HIDDEN, NEWSROOM, gazetteer=Atlas()).value
    text = json.dumps(document(graph), ensure_ascii=False)
    assert "Vell" not in text
    assert "vell" not in text
    assert "Aya Mori" in text


def test_article_and_annotations_do_not_name_the_person() -> None:
    for each in withhold(ARTICLE, ANNOTATIONS, HIDDEN):
        assert b"Vell" not in encode(each)


def test_the_masked_text_is_as_long_as_before_so_that_offsets_stay_right() -> None:
    article, annotations = withhold(ARTICLE, ANNOTATIONS, HIDDEN)
    before, after = canonical_text(ARTICLE), canonical_text(article)
    assert len(before) == len(after)
    assert all(after[each.span.start : each.span.end] == each.text for each in annotations.mentions)


def test_the_quotation_stays_without_its_speaker() -> None:
    _, annotations = withhold(ARTICLE, ANNOTATIONS, HIDDEN)
    assert [(each.text, each.speaker) for each in annotations.quotations] == [("It will outlive us,", None)]


def test_an_author_can_be_withheld_and_the_others_stay_however_often() -> None:
    local = local_of("author", "Ida Quell")
    hidden = {local: Identity(local=local, kind="person", slug="", suppressed=True)}
    two = msgspec.structs.replace(ARTICLE, author=(*ARTICLE.author, Credit(name="Otto Finn")))
    article, annotations = withhold(*withhold(two, ANNOTATIONS, hidden), hidden)
    assert [each.name for each in article.author] == ["Otto Finn"]
    assert b"Quell" not in encode(article)
    assert "quell" not in json.dumps(document(map_article(article, annotations, hidden, NEWSROOM).value)).lower()


def test_withholding_twice_equals_once() -> None:
    once = withhold(ARTICLE, ANNOTATIONS, HIDDEN)
    assert withhold(*once, HIDDEN) == once


def test_without_suppression_nothing_changes() -> None:
    assert withhold(ARTICLE, ANNOTATIONS, {}) == (ARTICLE, ANNOTATIONS)


def test_a_word_of_the_name_that_means_another_is_left_and_reported_without_the_name() -> None:
    vell = next(each for each in ANNOTATIONS.entities if each.id == "person-1").name.split()[-1]
    other = Entity(id="person-77", type="person", name=f"Otto {vell}")
    two = msgspec.structs.replace(ANNOTATIONS, entities=(*ANNOTATIONS.entities, other))
    (finding,) = address_findings(ARTICLE, two, HIDDEN)
    assert finding.code == "suppressed-name-shared"
    assert vell not in finding.message
    assert vell not in finding.hint


def test_an_address_that_names_the_person_is_reported_without_the_name() -> None:
    named = msgspec.structs.replace(ARTICLE, url="https://news.example/2031/tomas-vell-opens-bridge")
    (finding,) = address_findings(named, ANNOTATIONS, HIDDEN)
    assert finding.code == "suppressed-name-in-address"
    assert "Vell" not in finding.message
    assert address_findings(ARTICLE, ANNOTATIONS, HIDDEN) == address_findings(named, ANNOTATIONS, {}) == ()
