"""The tagger around a hand-written network: what reaches the network, and what bad input does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.name_model import tagger
from pipeline.annotate.name_model.decoding import LABELS

VOCABULARY = {piece: number for number, piece in enumerate(("ana", "lima", "spoke", "."), start=200)}


class TitleCaseIsAPerson:
    """A network that calls every run of Title Case words a person; it notes the size of each call."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, int]] = []

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        assert list(output_names) == ["logits"]
        shapes = input_feed["shapes"] // 2
        self.calls.append((shapes.shape[0], shapes.shape[1]))
        logits = np.zeros((*shapes.shape, len(LABELS)), np.float32)
        title = shapes == 2
        inside = title & np.pad(title, ((0, 0), (1, 0)))[:, :-1]
        logits[..., LABELS.index("O")] = 4
        logits[title, LABELS.index("B-person")] = 8
        logits[inside, LABELS.index("I-person")] = 12
        return [logits]


def found(text: str) -> list[str]:
    (spans,) = tagger(TitleCaseIsAPerson(), VOCABULARY, name="fake-1")([text])
    return [text[each.start : each.end] for each in spans]


def test_names_are_cut_out_of_the_text_as_given() -> None:
    assert found("🙂 Ana Líma’s friend, Álvaro, spoke.") == ["Ana Líma", "Álvaro"]


def test_each_text_has_its_own_names_in_order() -> None:
    spans = tagger(TitleCaseIsAPerson(), VOCABULARY, name="fake-1")(["Ana spoke. Lima", "", "nobody"])
    assert [[each.start for each in of_text] for of_text in spans] == [[0, 11], [], []]


def test_names_in_a_long_text_keep_their_places() -> None:
    text = "nobody spoke. " * 2000 + "Ana Lima"
    assert found(text) == ["Ana Lima"]


def test_a_list_of_five_thousand_names_is_found_in_bounded_calls() -> None:
    network = TitleCaseIsAPerson()
    (spans,) = tagger(network, VOCABULARY, name="fake-1")([", ".join(["Ana Lima"] * 5000)])
    assert len(spans) == 5000
    assert all(rows * columns <= 4000 for rows, columns in network.calls)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "Á" * 100_000,
        "AnaLimaSpoke" * 9000,
        "🙂" * 20_000,
        "\u202eanA amiL\u202c " * 50,
        "\x00\x07\x1b[31m Ana\ufffe",
        "محمد بن سلمان و 北京 и Москва",
        "e" + "\u0301" * 5000,
        " \n\t" * 1000,
    ],
    ids=["one word", "accents", "no spaces", "emoji", "right to left", "control", "scripts", "marks", "blanks"],
)
def test_odd_text_gives_spans_inside_it_and_no_failure(text: str) -> None:
    network = TitleCaseIsAPerson()
    (spans,) = tagger(network, VOCABULARY, name="fake-1")([text])
    assert all(0 <= each.start < each.end <= len(text) for each in spans)
    assert all(rows * columns <= 4000 for rows, columns in network.calls)


@given(st.lists(st.text(max_size=80), max_size=4))
def test_names_lie_in_the_text_they_are_given_for(texts: list[str]) -> None:
    found = tagger(TitleCaseIsAPerson(), VOCABULARY, name="fake-1")(texts)
    assert len(found) == len(texts)
    assert all(
        0 <= each.start < each.end <= len(text) for text, spans in zip(texts, found, strict=True) for each in spans
    )
