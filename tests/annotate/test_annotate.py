from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate import Annotate
from pipeline.model.annotations import Annotations
from pipeline.model.article import canonical_text
from tests.annotate.articles import article, dates, names, quotes, titles

TEXT = (
    "Finance Minister Ana Ruiz Vega met Kwame Boateng, the head of the Volta River Authority, in Accra on Monday.",
    "“We signed nothing,” Ruiz Vega said. “We will try again on 3 July.”",
)


def spans_of(annotations: Annotations) -> list[tuple[int, int]]:
    found = [each.span for each in annotations.mentions]
    found += [each.span for each in annotations.roles]
    found += [each.span for each in annotations.times]
    found += [span for each in annotations.quotations for span in each.spans]
    found += [each.span for each in annotations.events]
    return [(each.start, each.end) for each in found]


def test_persons_titles_quotations_and_dates_are_found(annotate: Annotate) -> None:
    found = annotate(article(*TEXT)).value
    assert names(found, "person") == ["Ana Ruiz Vega", "Kwame Boateng"]
    assert titles(found, "Ana Ruiz Vega") == ["Finance Minister"]
    assert titles(found, "Kwame Boateng") == ["head of the Volta River Authority"]
    assert quotes(found) == [("We signed nothing … We will try again on 3 July.", "Ana Ruiz Vega")]
    assert ("on Monday", "2024-06-10", None) in dates(found)
    assert ("3 July", "2024-07-03", None) in dates(found)


def test_offsets_cut_out_their_mention(annotate: Annotate) -> None:
    source = article(*TEXT, headline="Minister meets river chief")
    text = canonical_text(source)
    found = annotate(source).value
    assert found.mentions
    for mention in found.mentions:
        assert text[mention.span.start : mention.span.end] == mention.text
    for quotation in found.quotations:
        assert " … ".join(text[each.start : each.end] for each in quotation.spans) == quotation.text


def test_two_runs_give_the_same(annotate: Annotate) -> None:
    assert annotate(article(*TEXT)) == annotate(article(*TEXT))


def test_an_empty_article_has_no_statements(annotate: Annotate) -> None:
    found = annotate(article()).value
    assert not found.entities
    assert not found.events


def test_another_language_is_a_finding(annotate: Annotate) -> None:
    outcome = annotate(article("Le président Paul Martin a dit : « Nous partons lundi. »", language="fr"))
    assert [each.code for each in outcome.findings] == ["language-not-supported"]
    assert outcome.value.events == outcome.value.roles == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_no_text_breaks_it_and_every_offset_lies_inside(annotate: Annotate, paragraphs: list[str]) -> None:
    source = article(*paragraphs)
    text = canonical_text(source)
    found = annotate(source).value
    assert all(0 <= start < end <= len(text) for start, end in spans_of(found))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "AnaLimaSpoke" * 2000,
        "🙂 " * 3000,
        "\u202eanA amiL\u202c spoke.",
        "\x00\x07\x1b[31m Ana Lima\ufffe spoke.",
        "محمد بن سلمان met 北京 and Москва.",
        "e" + "\u0301" * 3000,
        ", ".join(["Ana Lima"] * 5000),
    ],
    ids=["one word", "no spaces", "emoji", "right to left", "control", "scripts", "marks", "5,000 names"],
)
def test_odd_text_is_annotated_within_its_bounds(annotate: Annotate, text: str) -> None:
    source = article(text)
    assert all(0 <= start < end <= len(canonical_text(source)) for start, end in spans_of(annotate(source).value))
