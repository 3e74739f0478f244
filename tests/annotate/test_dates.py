"""Dates against an article published on Wednesday, 12 June 2024."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, dates


@pytest.mark.parametrize(
    ("sentence", "value", "end"),
    [
        ("The talks began on Monday.", "2024-06-10", None),
        ("The talks will begin on Monday.", "2024-06-17", None),
        ("The talks will begin next Friday.", "2024-06-21", None),
        ("It happened yesterday.", "2024-06-11", None),
        ("He will leave tomorrow.", "2024-06-13", None),
        ("She resigned last month.", "2024-05", None),
        ("The bridge opens in mid-August.", "2024-08", None),
        ("The law took effect in April 2019.", "2019-04", None),
        ("The fair runs from 3 to 7 July.", "2024-07-03", "2024-07-07"),
        ("The fair ran from May 28 to 30.", "2024-05-28", "2024-05-30"),
        ("The hearing is set for Jan. 9.", "2025-01-09", None),
        ("He was arrested last New Year's Eve.", "2023-12-31", None),
        ("It closed three years ago.", "2021", None),
        ("The sale is planned for the third quarter of 2025.", "2025-07", "2025-09"),
        ("It was built in the summer of 1998.", "1998-06", "1998-08"),
        ("They met on 2023-11-05.", "2023-11-05", None),
        ("The vote is due this weekend.", "2024-06-15", "2024-06-16"),
        ("She was born on 3 May 1941.", "1941-05-03", None),
        ("He was elected in 2011.", "2011", None),
    ],
)
def test_an_expression_is_resolved_as_precisely_as_it_is_said(
    annotate: Annotate, sentence: str, value: str, end: str | None
) -> None:
    found = dates(annotate(article(sentence)).value)
    assert [(each[1], each[2]) for each in found] == [(value, end)]


def test_a_bare_day_belongs_to_the_month_last_spoken_of(annotate: Annotate) -> None:
    found = annotate(article("The fair opens on 28 August and closes on the 31st.")).value
    assert [each.value for each in found.times] == ["2024-08-28", "2024-08-31"]


def test_without_a_date_of_publication_only_absolute_dates_have_values(annotate: Annotate) -> None:
    found = annotate(article("They met on Monday, as they had on 4 March 2019.", published=None)).value
    assert [each.value for each in found.times] == [None, "2019-03-04"]


def test_an_impossible_day_has_no_value(annotate: Annotate) -> None:
    found = annotate(article("They met on February 31.")).value
    assert all(each.value is None for each in found.times)


def test_relative_days_are_counted_in_the_zone_of_publication(annotate: Annotate) -> None:
    late = annotate(article("It happened today.", published="2024-06-12T00:30:00+09:00")).value
    assert [each.value for each in late.times] == ["2024-06-12"]
