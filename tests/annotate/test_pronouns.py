"""Whom pronouns mean: by the grammar of their sentence, who speaks, and who is no candidate."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article


def meant(annotate: Annotate, *paragraphs: str) -> list[tuple[str, str]]:
    """Every pronoun of the article with the name of whom it means."""
    found = annotate(article(*paragraphs)).value
    name = {each.id: each.name for each in found.entities}
    return [(each.text, name[each.entity]) for each in found.mentions if each.form == "pronoun"]


@pytest.mark.parametrize(
    ("text", "pronoun", "person"),
    [
        ("Jon Dahl criticised Per Lund on Monday and praised himself.", "himself", "Jon Dahl"),
        ("Jon Dahl met Per Lund in Oslo. Lund described him as a friend.", "him", "Jon Dahl"),
        ("Per Lund arrived late. Jon Dahl told reporters that he had missed the train.", "he", "Jon Dahl"),
        ("Ida Moe resigned on Monday. In her farewell letter, Eva Berg, the deputy, praised Oslo.", "her", "Eva Berg"),
        ("Jon Dahl praised Per Lund. “Lund is a friend, and he will win,” Dahl said.", "he", "Per Lund"),
        ("Jon Dahl asked for money in order to help Karl Lund with his defence.", "his", "Karl Lund"),
        ("For Jon Dahl, Per Lund was a hero. He said: “Per Lund was the best of us.”", "He", "Jon Dahl"),
    ],
)
def test_grammar_says_whom_a_pronoun_means(annotate: Annotate, text: str, pronoun: str, person: str) -> None:
    assert (pronoun, person) in meant(annotate, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moe was nine when her mother left Norway. Her mother spoke out because she was angry.",
        "Ida Moe was in Oslo. A woman was arrested on Monday after she threw a stone.",
    ],
)
def test_she_who_has_no_name_is_not_taken_for_the_one_who_has(annotate: Annotate, text: str) -> None:
    assert ("she", "Ida Moe") not in meant(annotate, text)


def test_a_person_called_she_elsewhere_is_not_he(annotate: Annotate) -> None:
    found = meant(
        annotate,
        "Sehar Memon said the money for Jon Dahl had helped make his life better. Memon also said she was glad.",
    )
    assert ("his", "Jon Dahl") in found
    assert ("she", "Sehar Memon") in found


def test_in_a_crowded_block_each_pronoun_weighs_the_nearest_and_no_more(annotate: Annotate) -> None:
    crowded = " ".join("Ida Moe told Jon Dahl that he knew her and she knew him." for _ in range(40))
    found = meant(annotate, crowded)
    assert len(found) == 160
    assert {person for text, person in found if text in {"she", "her"}} == {"Ida Moe"}
    assert {person for text, person in found if text in {"he", "him"}} == {"Jon Dahl"}
