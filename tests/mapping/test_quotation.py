"""Quotations: who says what."""

from __future__ import annotations

from typing import Any

import msgspec

from pipeline.mapping import map_article
from pipeline.model.graph import Node
from pipeline.model.moment import Moment
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM


def said(**changes: Any) -> Node:
    quotation = msgspec.structs.replace(ANNOTATIONS.quotations[0], **changes)
    annotations = msgspec.structs.replace(ANNOTATIONS, quotations=(quotation,))
    graph = map_article(ARTICLE, annotations, {}, NEWSROOM).value
    return next(each for each in graph.nodes if each["@type"] == "Quotation")


def test_a_person_speaks_a_quotation() -> None:
    node = said(date=Moment("2031-05-05"))
    assert node["spokenByCharacter"]["name"] == "Tomas Vell"
    assert node["isPartOf"] == {"@id": ARTICLE.url + "#article"}
    assert node["dateCreated"] == "2031-05-05"


def test_an_organization_is_the_creator_of_what_it_states() -> None:
    node = said(speaker="organization-1")
    assert node["creator"]["name"] == "Harbour Board"
    assert "spokenByCharacter" not in node


def test_a_quotation_by_an_unnamed_speaker_has_none() -> None:
    node = said(speaker=None, speaker_text="a spokesman")
    assert not {"creator", "spokenByCharacter"} & set(node)


def test_a_place_does_not_speak() -> None:
    assert not {"creator", "spokenByCharacter"} & set(said(speaker="place-1"))


def test_the_article_has_the_quotation_as_its_part() -> None:
    node = said()
    graph = map_article(ARTICLE, ANNOTATIONS, {}, NEWSROOM).value
    assert graph.nodes[0]["hasPart"] == {"@id": node["@id"]}
