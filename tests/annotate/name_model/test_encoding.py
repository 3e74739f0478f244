from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.name_model.encoding import UNKNOWN, pieces, shape, splitter, words

VOCABULARY = {
    piece: number for number, piece in enumerate(("kim", "##s", "son", "##g", "gar", "##cia", "'"), start=200)
}


@given(st.text())
def test_words_cover_all_but_blanks_in_order(text: str) -> None:
    places = words(text)
    assert "".join(text[start:end] for start, end in places) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(places))


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    text = "🙂 Núñez’s"
    assert [text[start:end] for start, end in words(text)] == ["🙂", "Núñez", "’", "s"]


def test_pieces_ignore_case_and_accents_and_take_the_longest_match() -> None:
    assert pieces("GARCÍA", VOCABULARY) == (VOCABULARY["gar"], VOCABULARY["##cia"])
    assert pieces("Kims", VOCABULARY) == (VOCABULARY["kim"], VOCABULARY["##s"])


def test_a_word_that_no_pieces_make_up_is_unknown_as_a_whole() -> None:
    assert pieces("kimx", VOCABULARY) == (UNKNOWN,)


def test_a_curly_apostrophe_is_a_straight_one() -> None:
    assert pieces("’", VOCABULARY) == pieces("'", VOCABULARY)


def test_a_word_of_a_hundred_thousand_characters_is_one_unknown_piece() -> None:
    numbers, _ = splitter(VOCABULARY)("a" * 100_000)
    assert numbers == (UNKNOWN,)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("said", 1), ("Kim", 2), ("NATO", 3), ("A", 4), ("iPhone", 5), ("McKay", 5), ("G20", 6), ("-", 7), ("북한", 8)],
)
def test_shapes_tell_how_a_word_is_written(word: str, expected: int) -> None:
    assert shape(word) == expected
