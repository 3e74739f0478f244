"""Who speaks, in the shapes that news gives quotations."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, quotes

LEAD = "Nordic Bank chief executive Eva Lund met finance minister Jon Dahl in Oslo on Monday."


@pytest.mark.parametrize(
    ("paragraph", "words", "speaker"),
    [
        ('Lund defended the plan, saying: "We will not close a single branch."', "We will not close a single branch.", "Eva Lund"),
        ('Dahl released a statement saying "the plan is a gift to the rich".', "the plan is a gift to the rich", "Jon Dahl"),
        ('The plan was described by Dahl as "a gift to people who need none".', "a gift to people who need none", "Jon Dahl"),
        ('Lund said the bank would stay. "We have been here for a century."', "We have been here for a century.", "Eva Lund"),
        ('Lund was in no mood to wait: "Either they sign or we go home."', "Either they sign or we go home.", "Eva Lund"),
        ('Reading from a card, Dahl went on: "Let those who laughed pay the bill."', "Let those who laughed pay the bill.", "Jon Dahl"),
        ('For Dahl, the answer is clear: "We cannot pay for this twice."', "We cannot pay for this twice.", "Jon Dahl"),
        ('Dahl: "We cannot pay for this twice."', "We cannot pay for this twice.", "Jon Dahl"),
        ("``We will not close a single branch,'' said Lund.", "We will not close a single branch", "Eva Lund"),
        ('"We cannot pay for this twice," a newspaper quoted Dahl as saying.', "We cannot pay for this twice", "Jon Dahl"),
        ('"We cannot pay for this twice," Dahl, 61, said on Tuesday.', "We cannot pay for this twice", "Jon Dahl"),
    ],
)  # fmt: skip
def test_the_speaker_is_found(annotate: Annotate, paragraph: str, words: str, speaker: str) -> None:
    assert quotes(annotate(article(LEAD, paragraph)).value) == [(words, speaker)]


def test_a_word_in_scare_quotes_before_a_comma_is_no_speech(annotate: Annotate) -> None:
    found = annotate(article(LEAD, 'Dahl dismissed talk of a "Lundgate," saying such rumours were old.')).value
    assert quotes(found) == []


def test_a_paragraph_of_nothing_but_words_goes_on_with_the_last_speaker(annotate: Annotate) -> None:
    found = annotate(article(LEAD, "Lund said the bank would stay.", '"We have been here for a century."')).value
    assert quotes(found) == [("We have been here for a century.", "Eva Lund")]


def test_the_next_paragraph_may_name_the_speaker(annotate: Annotate) -> None:
    words = "The water came up the stairs, and then it was in the beds."
    found = annotate(article(f'"{words}"', "Those were the words of Siri Moe, a nurse from Bergen.")).value
    assert quotes(found) == [(words, "Siri Moe")]


def test_an_open_mark_goes_on_in_the_next_paragraph(annotate: Annotate) -> None:
    found = annotate(article(LEAD, "“We will not close a branch.", "“Not this year,” Lund said.")).value
    assert quotes(found) == [("We will not close a branch. … Not this year", "Eva Lund")]


def test_a_statement_speaks_for_whoever_made_it(annotate: Annotate) -> None:
    text = 'The Nordic Union said in a statement the plan was dead. "Our members deserve better," the statement said.'
    assert quotes(annotate(article(LEAD, text)).value) == [("Our members deserve better", "Nordic Union")]


def test_a_description_with_a_place_means_the_person_spoken_of(annotate: Annotate) -> None:
    text = 'Cllr Ida Moe was escorted out. "I was eating," said the Harwich councillor.'
    assert quotes(annotate(article(text)).value) == [("I was eating", "Ida Moe")]


def test_a_link_to_another_story_and_a_picture_credit_name_nobody(annotate: Annotate) -> None:
    found = annotate(
        article(LEAD, "Related: Union boss Pia Holm calls it a joke", "The bank on Monday. Photo: Otto Krag/NTB")
    ).value
    assert {each.name for each in found.entities if each.type == "person"} == {"Eva Lund", "Jon Dahl"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # who reports goes on, not who is told of
        (
            'Its keeper, Tunde Arowolo, was hurt in the fall on Monday, regional fire officer Bisi Okafor told reporters. "He fell from the ladder twice," she said.',
            "Bisi Okafor",
        ),
        # the subject is its own explanation, and the clause about a third person does not change it
        (
            "Lund's younger cousin, Coun Per Holmberg, who runs the ferry desk for Mrs Aasen, sat at the back. He has denied asking the port to raise Ms Aasen's fees. \"I never wrote a letter,\" he said later.",
            "Per Holmberg",
        ),
        ('Last year she lost twice, in a season her trainer, Odd Rasmussen, described as "a long walk in wet shoes".', "Odd Rasmussen"),
        (
            'Ida Moe, a 31-year-old cashier at the Harwell store, was alone that night. "He asked me, \'Are you open?\'" the cashier said.',
            "Ida Moe",
        ),
        ('"The door was never locked at night," said Bergen police Lt. Siri Moe, who led the search.', "Siri Moe"),
    ],
)  # fmt: skip
def test_a_pronoun_a_description_and_an_explained_noun_mean_who_acts(
    annotate: Annotate, text: str, speaker: str
) -> None:
    assert [name for _, name in quotes(annotate(article(LEAD, text)).value)] == [speaker]


def test_who_was_asked_answers_though_another_was_spoken_of(annotate: Annotate) -> None:
    lead = "Ida Moe, who chairs the jury of the Harwell Prize, read out the name of Siri Lund on Monday."
    text = 'Lund will spend the money on a boat. I asked the chairwoman of the jury what had won it. "She listens to the rain," she said.'
    assert quotes(annotate(article(lead, text)).value) == [("She listens to the rain", "Ida Moe")]


def test_who_was_asked_may_be_nobody_with_a_name(annotate: Annotate) -> None:
    text = 'Lund drove off in a taxi. I asked the caretaker why the hall was dark. "Nobody has paid for the lamps," she said.'
    assert quotes(annotate(article(LEAD, text)).value) == [("Nobody has paid for the lamps", None)]


def test_the_new_holder_is_not_the_one_who_defended(annotate: Annotate) -> None:
    text = 'Defending champion Per Holmberg fell in the heats. "I sang all the way home," said the new champion.'
    assert quotes(annotate(article(LEAD, text)).value) == [("I sang all the way home", None)]


def test_a_rank_in_short_is_the_rank_in_full(annotate: Annotate) -> None:
    text = 'Police Lt. Siri Moe led the search. The search went on. That was a rumour, the lieutenant said. "Everybody came in on time and left on time."'
    assert quotes(annotate(article(LEAD, text)).value) == [("Everybody came in on time and left on time.", "Siri Moe")]
