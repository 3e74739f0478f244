from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.annotate.quote_marks import quoted_parts
from tests.annotate.articles import article, quotes


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We lost,” he said. “Again.”", ["We lost,", "Again."]),
        ('"We lost," he said.', ["We lost,"]),
        ("‘We lost,’ he said, ‘to the boys’ team.’", ["We lost,", "to the boys’ team."]),
        ("« Nous partons », dit-il.", [" Nous partons "]),
        ("‹Wir gehen›, says she. ‹Now›", ["Wir gehen", "Now"]),
        ("It’s the players’ fault.", []),
        ("He said: “She told me ‘no’ twice.”", ["She told me ‘no’ twice."]),
        ("“It goes on", ["It goes on"]),
    ],
)
def test_marks_of_every_typography_are_read(text: str, inside: list[str]) -> None:
    assert [text[each.start : each.end] for each in quoted_parts(text)] == inside


INTRODUCED = "Ana Ruiz Vega, the harbour master, met the fishermen on Monday."


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("“The quay is closed,” Ruiz Vega said.", ("The quay is closed", "Ana Ruiz Vega")),
        ("“The quay is closed,” said Ruiz Vega.", ("The quay is closed", "Ana Ruiz Vega")),
        ("“The quay,” Ruiz Vega said, “is closed.”", ("The quay … is closed.", "Ana Ruiz Vega")),
        ("Ruiz Vega said: “The quay is closed.”", ("The quay is closed.", "Ana Ruiz Vega")),
        ("“The quay is closed,” she said.", ("The quay is closed", "Ana Ruiz Vega")),
        ("“The quay is closed,” the harbour master said.", ("The quay is closed", "Ana Ruiz Vega")),
        ("‘The quay is closed,’ Ruiz Vega said.", ("The quay is closed", "Ana Ruiz Vega")),
        (
            "Ruiz Vega said the quay was “closed until further notice”.",
            ("closed until further notice", "Ana Ruiz Vega"),
        ),
        ("A spokesman for Ruiz Vega said: “The quay is closed.”", ("The quay is closed.", None)),
        ("“The quay is closed,” the letter says.", ("The quay is closed", None)),
        ("“The quay is closed,” according to Ruiz Vega.", ("The quay is closed", "Ana Ruiz Vega")),
        ("As Ruiz Vega put it: “The sea does not read notices.”", ("The sea does not read notices.", "Ana Ruiz Vega")),
        ("“The quay is closed.” Ruiz Vega paused. “For ever.”", ("The quay is closed. … For ever.", "Ana Ruiz Vega")),
    ],
)
def test_the_speaker_is_found(annotate: Annotate, paragraph: str, expected: tuple[str, str | None]) -> None:
    assert quotes(annotate(article(INTRODUCED, paragraph)).value) == [expected]


@pytest.mark.parametrize(
    "paragraph",
    [
        "They bought so-called “quiet boats” from abroad.",
        "The film “Maria of the Sea” opens on Friday.",
        "The plan, known as “Blue Water”, was dropped.",
    ],
)
def test_terms_and_titles_are_no_quotations(annotate: Annotate, paragraph: str) -> None:
    assert quotes(annotate(article(INTRODUCED, paragraph)).value) == []


def test_a_quotation_goes_on_in_the_next_paragraph(annotate: Annotate) -> None:
    found = annotate(
        article(INTRODUCED, "“We closed the quay,” Ruiz Vega said. “We had to.", "“It was too old.”")
    ).value
    assert quotes(found) == [("We closed the quay … We had to. … It was too old.", "Ana Ruiz Vega")]


def test_two_speakers_of_one_paragraph_are_two_quotations(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Ana Ruiz Vega and Otto Lind disagreed.",
            "“It is too late,” Ruiz Vega said. Lind answered: “It is never too late.”",
        )
    ).value
    assert quotes(found) == [("It is too late", "Ana Ruiz Vega"), ("It is never too late.", "Otto Lind")]


def test_she_is_not_the_last_speaker_when_somebody_else_has_come_in_since(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Ana Ruiz Vega and Otto Lind disagreed.",
            "“It is too late,” Lind said. Ruiz Vega, sitting next to him, shook her head. “That is not true,” she said.",
        )
    ).value
    assert quotes(found) == [("It is too late", "Otto Lind"), ("That is not true", "Ana Ruiz Vega")]


def test_nobody_names_himself_in_his_own_words(annotate: Annotate) -> None:
    found = annotate(article("For Jon Dahl, Ida Moe was a legend. He said: “Ida Moe taught us to sail.”")).value
    assert quotes(found) == [("Ida Moe taught us to sail.", "Jon Dahl")]
