from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.name_model.rules import like_the_full_names, tidy
from pipeline.annotate.tagging import NameSpan, NameType


def tidied(text: str, *marked: tuple[str, NameType]) -> list[tuple[str, str]]:
    """The names left of the marked parts, each marked at its first place behind the one before."""
    spans, at = [], 0
    for part, kind in marked:
        start = text.index(part, at)
        spans.append(NameSpan(start, start + len(part), kind))
        at = start + len(part)
    (made,) = like_the_full_names([text], [tidy(text, spans)])
    return [(text[each.start : each.end], each.type) for each in made]


@pytest.mark.parametrize(
    ("text", "part", "kind", "expected"),
    [
        ("Prime Minister Ana Lima spoke", "Prime Minister Ana Lima", "person", "Ana Lima"),
        ("Vice Marshal Rhee Sang-woo spoke", "Vice Marshal Rhee Sang-woo", "person", "Rhee Sang-woo"),
        ("Mr. Lima spoke", "Mr. Lima", "person", "Lima"),
        ("Ana Lima’s party", "Ana Lima’s", "person", "Ana Lima"),
        ("Carlos' party", "Carlos'", "person", "Carlos"),
        ("“Ana Lima”, she", "“Ana Lima”,", "person", "Ana Lima"),
        ("(Lima) was", "(Lima)", "place", "Lima"),
        ("the United Nations met", "the United Nations", "organization", "United Nations"),
        ("in The Hague today", "The Hague", "place", "The Hague"),
        ("John Roe Jr. spoke", "John Roe Jr.", "person", "John Roe Jr."),
        ("left the U.S. on", "U.S.", "place", "U.S."),
        ("in Lima. He", "Lima.", "place", "Lima"),
        ("Acme Inc. said", "Acme Inc.", "organization", "Acme Inc."),
        ("Bank of (North) Asia", "Bank of (North) Asia", "organization", "Bank of (North) Asia"),
        ("Rhee Sang-woo spoke", "Rhee Sang", "person", "Rhee Sang-woo"),
        ("the Ana Lima-led party", "Ana Lima", "person", "Ana Lima"),
    ],
)
def test_what_is_no_part_of_a_name_stays_outside(text: str, part: str, kind: NameType, expected: str) -> None:
    assert tidied(text, (part, kind)) == [(expected, kind)]


def test_a_title_alone_names_nobody() -> None:
    assert tidied("The Prime Minister spoke", ("Prime Minister", "person")) == []


def test_a_surname_alone_has_the_type_of_the_full_name() -> None:
    text = "Ana Madrid spoke. Madrid then left."
    assert tidied(text, ("Ana Madrid", "person"), ("Madrid", "place")) == [
        ("Ana Madrid", "person"),
        ("Madrid", "person"),
    ]


def test_a_place_that_is_also_part_of_another_name_keeps_its_type() -> None:
    text = "Ana Lima of Lima University spoke in Lima."
    marked: tuple[tuple[str, NameType], ...] = (
        ("Ana Lima", "person"),
        ("Lima University", "organization"),
        ("Lima", "place"),
    )
    assert tidied(text, *marked)[-1] == ("Lima", "place")


def test_a_full_name_in_another_block_tells_what_a_surname_is() -> None:
    texts = ["Madrid then left.", "Ana Madrid spoke."]
    found = [(NameSpan(0, 6, "place"),), (NameSpan(0, 10, "person"),)]
    assert [each.type for spans in like_the_full_names(texts, found) for each in spans] == ["person", "person"]


@given(st.text(max_size=60), st.data())
def test_tidied_spans_lie_in_their_text_in_order_and_apart(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    kinds: list[NameType] = ["person", "organization", "place", "facility", "group", "other"]
    spans = [NameSpan(a, b, data.draw(st.sampled_from(kinds))) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    made = tidy(text, spans)
    assert all(0 <= each.start < each.end <= len(text) for each in made)
    assert all(before.end <= after.start for before, after in pairwise(made))
