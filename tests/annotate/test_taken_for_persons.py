"""Firms, teams, bands, ships and medicines with names that could be persons' are told by the words around them."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, names


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The bridge was built by the Tartu-based contractor Velmar. Velmar's spokesman, Otto Lind, denied it.", "Velmar"),
        ("Both nurses work for the charity Aube Claire Tchad. Aube Claire Tchad, founded in 1990, has left the town.", "Aube Claire Tchad"),
        ("The licence went to the state-owned maker Suka Medika. Eva Berg, Suka Medika's head of research, was pleased.", "Suka Medika"),
        ("Ana Ruiz told broadcaster Canal Duero that it had rained all day.", "Canal Duero"),
        ("Kolmar Vestby, the Bergen-based brokerage, lost four per cent. Otto Lind, chief executive of Kolmar Vestby, resigned.", "Kolmar Vestby"),
        ("The rock trio Talahib played in Cebu on Monday. The drummer of Talahib, Ida Moe, was ill.", "Talahib"),
    ],
)  # fmt: skip
def test_a_body_that_is_said_to_be_one_is_no_person(annotate: Annotate, text: str, body: str) -> None:
    found = annotate(article(text)).value
    assert body in names(found, "organization")
    assert body not in names(found, "person")


@pytest.mark.parametrize(
    "text",
    [
        "The vaccine Dormavia cut the number of cases. Dormavia was tested in Oslo by Ida Moe.",
        "The corvette Marechal Castro Viana sailed on Monday. The Marechal Castro Viana, commanded by Captain Otto Lind, is new.",
    ],
)
def test_a_ship_or_a_medicine_is_no_person(annotate: Annotate, text: str) -> None:
    found = annotate(article(text)).value
    assert [each for each in names(found, "person") if each.startswith(("Dormavia", "Marechal"))] == []


@pytest.mark.parametrize(
    "text",
    [
        "The promoter, Torvik Dahlen, said that he would pay. Dahlen is 41.",
        "The company Torvik Dahlen founded has failed. Dahlen left in May.",
        "Jon Dahl, the club captain, left the team that Ida Moe coaches.",
        "Police arrested Torvik Dahlen, 41, the owner of a bar. Nobody works for Torvik Dahlen.",
        "The developer Torvik Dahlen, who lives in Oslo, bought the mill.",
    ],
)
def test_a_person_who_owns_or_leads_stays_one(annotate: Annotate, text: str) -> None:
    found = annotate(article(text)).value
    assert len(names(found, "person")) == (2 if "Ida" in text else 1)


def test_the_first_words_of_a_body_name_the_same(annotate: Annotate) -> None:
    text = (
        "The promoter, Solar Vivo Asia, put the concert off. Solar Vivo denied that few tickets were sold.\n\n"
        '"It rained," said Solar Vivo president Otto Lind.'
    )
    found = annotate(article(text)).value
    assert [each for each in names(found, "organization") if each.startswith("Solar")] == ["Solar Vivo Asia"]
    assert names(found, "person") == ["Otto Lind"]
