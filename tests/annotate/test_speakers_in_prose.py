"""Whose words a quotation is, in the layouts that news gives them; and quotations that are nobody's."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, quotes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('For Ida Moe, "the river decides, and we follow."', ["Ida Moe"]),
        ('"It is shut," sniffed Advocate Ida Moe, for the port. "Is that a crime?"', ["Ida Moe"]),
        ('"It is shut," Jon Dahl shrugged.', ["Jon Dahl"]),
        ('"It is shut," was how Ida Moe, who owns the port, described the place.', ["Ida Moe"]),
        ('"It is shut" is all that Ida Moe would say.', ["Ida Moe"]),
        ('"No comment," was the reply from Jon Dahl.', ["Jon Dahl"]),
        ('"The ice came early" - Ida Moe', ["Ida Moe"]),
        ('Jon Dahl had this to say: "Come back in May."', ["Jon Dahl"]),
        ('Asked if he would sell it, Jon Dahl smiled: "I sail them."', ["Jon Dahl"]),
        ('Jon Dahl shook his head. "Never in my life have I seen this."', ["Jon Dahl"]),
        ('Ida Moe\'s message was plain. "We will not sell the port."', ["Ida Moe"]),
        ('"It will hold," Jon Dahl said. Ida Moe laughed. "It will never hold."', ["Jon Dahl", "Ida Moe"]),
        ('"We will not sell," Ida Moe\'s statement said.', ["Ida Moe"]),
        ('Nordic Air apologised. "We regret the harm done," the airline said.', ["Nordic Air"]),
        (
            'The talks were led by Fr Jon Dahl of Oslo. "I counted to ten for both sides," the priest said.',
            ["Jon Dahl"],
        ),
        ('Jon Dahl drew the hall around it. "It has a good roof," the architect says.', ["Jon Dahl"]),
        (
            'In the ruling Ida Moe, the council\'s head of planning, wrote that it "would have left us nothing".',
            ["Ida Moe"],
        ),
        ('It was late, according to Ida Moe of Harwell. "Very, very late," she said.', ["Ida Moe"]),
        ('He is no kin of Ida Moe, the chairman. She was leaving, she said, "with clean books and feet".', ["Ida Moe"]),
    ],
)
def test_a_quotation_has_this_speaker(annotate: Annotate, text: str, said: list[str]) -> None:
    assert [speaker for _, speaker in quotes(annotate(article(text)).value)] == said


def test_two_parts_of_one_sentence_are_of_one_speaker(annotate: Annotate) -> None:
    text = 'Jon Dahl said it was "dead in the water" and that Ida Moe had "no idea what she is doing".'
    found = quotes(annotate(article(text)).value)
    assert [speaker for _, speaker in found] == ["Jon Dahl"]
    assert "no idea what she is doing" in found[0][0]


@pytest.mark.parametrize(
    "text",
    [
        '"He is a fool," said a source close to Jon Dahl.',
        '"He is a fool," said a friend of Jon Dahl.',
        'Jon Dahl was held. "He had a knife on him," the officer said.',
        '"We regret the harm done," the company said. Nordic Air flies to Oslo.',
        '"All staff must leave by noon," read the notice on the gate. Jon Dahl tore it down.',
        'Jon Dahl left. "We ran for our lives," a resident said.',
    ],
)
def test_an_unnamed_speaker_gets_no_name(annotate: Annotate, text: str) -> None:
    assert [speaker for _, speaker in quotes(annotate(article(text)).value)] == [None]


def test_a_few_words_of_a_poster_are_no_quotation(annotate: Annotate) -> None:
    found = annotate(article('Posters promise the "oldest ship in the world". Ida Moe winces.')).value
    assert quotes(found) == []
