"""Windows and what is known in them become the numbers that the network was trained on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.annotate.fact_model import fact_model
from pipeline.annotate.fact_model.pairs import GROUP_WORDS, MOST_WORDS, groups
from pipeline.annotate.linking import Asked, Known, Link
from pipeline.annotate.name_model.windows import Table

type States = NDArray[np.float32]

VOCABULARY = {".": 1012, "a": 1, "b": 2, "c": 3}


class Reader:
    """A network that labels pieces as told and remembers what it was given."""

    def __init__(self, labels: Mapping[int, int] | None = None) -> None:
        self.labels = labels or {}
        self.given: list[Mapping[str, Table | States]] = []

    def run(
        self, output_names: Sequence[str], input_feed: Mapping[str, Table | States]
    ) -> Sequence[NDArray[np.float32]]:
        assert list(output_names) == ["states", "titles"]
        self.given.append(input_feed)
        size = input_feed["ids"].shape[1]
        logits = np.zeros((1, size, 3), np.float32)
        for at, label in self.labels.items():
            logits[0, at, label] = 1
        return [np.zeros((1, size, 2), np.float32), logits]


class Scorer:
    """A network that scores every pair alike and remembers the pairs."""

    def __init__(self) -> None:
        self.pairs: list[list[list[int]]] = []

    def run(
        self, output_names: Sequence[str], input_feed: Mapping[str, Table | States]
    ) -> Sequence[NDArray[np.float32]]:
        assert list(output_names) == ["scores"]
        self.pairs.append(input_feed["pairs"].tolist())
        return [np.tile(np.array([[1.0, -1.0]], np.float32), (len(input_feed["pairs"]), 1))]


class Model:
    """A fact model around both."""

    def __init__(self, labels: Mapping[int, int] | None = None) -> None:
        self.reader, self.scorer = Reader(labels), Scorer()
        self.model = fact_model(self.reader, self.scorer, VOCABULARY, name="x")

    def links(
        self, texts: Sequence[str], known: Sequence[Known], asked: Asked, happenings: Sequence[Known] = ()
    ) -> list[Link]:
        return self.model.read(texts, known).links(asked, happenings)


def person(text: int, start: int, end: int, name: str = "p") -> Known:
    return Known(text, start, end, "person", name)


def time(text: int, start: int, end: int, name: str = "t") -> Known:
    return Known(text, start, end, "time", name)


def organization(text: int, start: int, end: int, name: str = "o") -> Known:
    return Known(text, start, end, "organization", name)


@given(st.lists(st.integers(0, 200), max_size=12))
def test_every_text_is_read_once_and_only_a_single_one_is_longer_than_a_group(sizes: list[int]) -> None:
    found = list(groups(["a " * size for size in sizes]))
    assert [number for first, last in found for number in range(first, last)] == list(range(len(sizes)))
    assert all(sum(sizes[first:last]) <= GROUP_WORDS for first, last in found if last - first > 1)


def test_a_pair_is_told_by_its_pieces_and_what_stands_between() -> None:
    network = Model()
    (link,) = network.links(["a b. c b"], [person(0, 0, 1), organization(0, 5, 8)], Asked({"p"}))
    assert network.scorer.pairs == [[[0, 1, 1, 4, 5, 0, 1]]]  # one sentence ends between them
    assert network.reader.given[0]["kinds"].tolist() == [[0, 1, 0, 0, 3, 3, 0]]
    assert (link.a, link.b, link.score, link.past) == ("p", "o", 1.0, -1.0)


def test_mentions_of_one_pair_speak_together() -> None:
    (link,) = Model().links(["a b c"], [person(0, 0, 1), person(0, 2, 3), organization(0, 4, 5)], Asked({"p"}))
    assert round(link.score, 3) == round(1 + float(np.log(2)), 3)


def test_nobody_asked_about_and_nothing_beside_them_costs_no_run() -> None:
    network = Model()
    assert network.links(["a b c"], [person(0, 0, 1), organization(0, 4, 5)], Asked()) == []
    assert network.links(["a b c"], [person(0, 0, 1)], Asked({"p"})) == []
    assert network.model.read(["a b c"], [person(0, 0, 1)]).told() == []
    assert network.reader.given == []


def test_a_text_is_read_once_whatever_it_is_asked() -> None:
    network = Model()
    read = network.model.read(["a b c"], [person(0, 0, 1), organization(0, 4, 5), time(0, 2, 3)])
    read.told()
    read.links(Asked({"p"}, {"p"}))
    assert len(network.reader.given) == 1


def test_a_list_of_a_thousand_names_is_bounded() -> None:
    known = [person(0, 2 * at, 2 * at + 1, f"p{at}") for at in range(0, 1000, 2)]
    known += [organization(0, 2 * at, 2 * at + 1, f"o{at}") for at in range(1, 1000, 2)]
    network = Model()
    network.links(["a " * 1000], known, Asked({each.id for each in known if each.id[0] == "p"}))
    assert max(len(each) for each in network.scorer.pairs) <= 400


def test_a_list_of_a_thousand_dates_is_bounded() -> None:
    known = [time(0, 4 * at, 4 * at + 1, f"t{at}") for at in range(1000)]
    network = Model()
    network.model.read(["a b " * 1000], known).told()
    assert max(len(each) for each in network.scorer.pairs) <= MOST_WORDS


def test_a_role_that_the_network_marks_is_linked_to_whoever_is_asked_about() -> None:
    network = Model({3: 1, 4: 2, 6: 1})  # "c a" and "b"
    found = network.links(["b . c a . b"], [person(0, 0, 1)], Asked(roles={"p"}))
    assert [(each.at_b.kind, each.at_b.start, each.at_b.end) for each in found] == [("role", 4, 7), ("role", 10, 11)]
    assert network.scorer.pairs == [[[0, 1, 1, 3, 4, 1, 1], [0, 1, 1, 6, 6, 1, 2]]]


def test_no_role_runs_on_into_the_next_text() -> None:
    found = Model({2: 1, 3: 2}).links(["b a", "c"], [person(0, 0, 1)], Asked(roles={"p"}))
    assert [(each.at_b.text, each.at_b.start, each.at_b.end) for each in found] == [(0, 2, 3), (1, 0, 1)]


def test_a_happening_is_asked_about_the_places_near_it() -> None:
    network = Model()
    known = [Known(0, 4, 5, "place", "l"), organization(0, 2, 3)]
    (found,) = network.links(["a b c"], known, Asked(places={"e"}), [Known(0, 0, 1, "happening", "e")])
    assert (found.a, found.b) == ("e", "l")
    assert network.scorer.pairs == [[[0, 1, 1, 3, 3, 4, 3]]]  # one organization stands between them


def test_a_time_points_at_the_words_beside_it_that_are_no_names_numbers_or_marks() -> None:
    network = Model()
    found = network.model.read(["x", "a b, c 7"], [person(1, 0, 1), time(1, 5, 6)]).told()
    assert [(each.at.id, each.start, each.end, each.score) for each in found] == [("t", 2, 3, 1.0)]
    assert network.scorer.pairs == [[[0, 5, 5, 1, 1, 7, 12], [0, 5, 5, 3, 3, 7, 0]]]  # a person stands before "x"
