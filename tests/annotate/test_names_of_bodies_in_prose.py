"""Firms, clubs, portals and common words that look like persons' names, told by whose they are and what stands beside them."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, names, quotes


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("They concerned rent owed to Immo Kirchhof, whose director, Ida Moe, was there.", "Immo Kirchhof"),
        ("He denied a report by the online portal Kabar Sore that it was late.", "Kabar Sore"),
        ("Solomo Timberr, whose ship passed by on Friday, says its captain slept.", "Solomo Timberr"),
        ("On Tuesday its auditor, Plimpton Wyle, resigned.", "Plimpton Wyle"),
        ("He was an electrician with the subcontractor Voltargo. He was found in a bar.", "Voltargo"),
        ("He learned of it from a journalist. Frutas del Mar, the exporter, was late.", "Frutas del Mar"),
        ("She met Jon Dahl, vice-president of developer Assini Urbano.", "Assini Urbano"),
        ("She paid for a ketch named the Judith Annis. The Judith Annis never came.", "Judith Annis"),
        ("Deliveries begin in May, said Ida Moe.", "Deliveries"),
        ("Ida Moe has promised to match the sum by Easter.", "Easter"),
    ],
)
def test_this_is_no_person(annotate: Annotate, text: str, wrong: str) -> None:
    assert wrong not in names(annotate(article(text)).value, "person")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("His mother, Sharon, a cleaner at the garrison school, left.", "Sharon"),
        ("Torvik Dahlen, of the Association of Banks, said it was late.", "Torvik Dahlen"),
        ("Torvik Dahlen, a campaigner with the group, said it was late.", "Torvik Dahlen"),
        ("Torvik Dahlen, the club captain, said it would rain.", "Torvik Dahlen"),
        ("Lawyers for Torvik Dahlen, whose brother owns a ship, said so.", "Torvik Dahlen"),
    ],
)
def test_this_is_a_person_all_the_same(annotate: Annotate, text: str, person: str) -> None:
    assert person in names(annotate(article(text)).value, "person")


def test_who_reported_and_edited_a_story_is_not_in_it(annotate: Annotate) -> None:
    text = "Ida Moe left on Monday. (Reporting by Olena Ruiz; Editing by Nigel Dahl)"
    assert names(annotate(article(text)).value, "person") == ["Ida Moe"]


def test_a_link_to_a_gallery_is_not_of_the_story(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe left on Monday.", "Gallery: Noemi Casals on the worst job in sport")).value
    assert names(found, "person") == ["Ida Moe"]


def test_one_of_anothers_people_who_is_not_named_is_no_speaker(annotate: Annotate) -> None:
    text = 'A manager for Jon Dahl, who asked not to be named, said the singer "cried like a child."'
    assert [speaker for _, speaker in quotes(annotate(article(text)).value)] == [None]
