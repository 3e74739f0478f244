from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.name_model.decoding import FORBIDDEN, LABELS, Calibration, best_path, decode
from pipeline.annotate.name_model.windows import Word
from pipeline.annotate.tagging import NameSpan

SIZE = len(LABELS)
UNCALIBRATED = Calibration()


def scores(*labels: str, sure: float = 9.0) -> np.ndarray:
    table = np.zeros((len(labels), SIZE), np.float32)
    for row, label in enumerate(labels):
        table[row, LABELS.index(label)] = sure
    return table


def decoded(
    places: list[tuple[int, int]], table: np.ndarray, calibration: Calibration = UNCALIBRATED
) -> list[NameSpan]:
    return [span for _, span in decode([Word(0, *place) for place in places], table, calibration)]


def test_a_name_does_not_run_on_into_the_next_text() -> None:
    words = [Word(0, 0, 3), Word(1, 0, 4)]
    found = list(decode(words, scores("B-person", "I-person"), UNCALIBRATED))
    assert [(text, each.start, each.end, each.type) for text, each in found] == [
        (0, 0, 3, "person"),
        (1, 0, 4, "person"),
    ]


def test_words_of_one_name_make_one_span() -> None:
    found = decoded([(0, 3), (4, 8), (9, 13)], scores("B-person", "I-person", "O"))
    assert [(each.start, each.end, each.type) for each in found] == [(0, 8, "person")]


def test_two_names_side_by_side_stay_two() -> None:
    found = decoded([(0, 3), (4, 8)], scores("B-place", "B-place"))
    assert [(each.start, each.end) for each in found] == [(0, 3), (4, 8)]


@given(st.lists(st.lists(st.floats(-20, 20, width=32), min_size=SIZE, max_size=SIZE), min_size=1, max_size=12))
def test_the_path_never_breaks_bio(rows: list[list[float]]) -> None:
    path = best_path(np.array(rows, np.float32))
    assert all(FORBIDDEN[before, after] == 0 for before, after in zip([0, *path[:-1]], path, strict=True))


def test_an_inside_without_a_beginning_is_repaired_by_the_whole_path() -> None:
    table = scores("O", "I-person")
    table[0, LABELS.index("B-person")] = 8.5
    assert [LABELS[each] for each in best_path(table)] == ["B-person", "I-person"]


def test_a_span_is_as_sure_as_its_weakest_word_and_calibrated() -> None:
    table = np.concatenate((scores("B-person", sure=20), scores("I-person", sure=2)))
    raw = decoded([(0, 3), (4, 8)], table)[0].probability
    assert raw == round(float(np.exp(2) / (np.exp(2) + SIZE - 1)), 3)
    assert decoded([(0, 3), (4, 8)], table, Calibration(slope=0.5, intercept=-1))[0].probability < raw


@given(st.floats(0, 1), st.floats(0.1, 3), st.floats(-3, 3))
def test_calibrated_probabilities_are_probabilities(raw: float, slope: float, intercept: float) -> None:
    assert 0 <= Calibration(slope=slope, intercept=intercept).of(raw) <= 1
