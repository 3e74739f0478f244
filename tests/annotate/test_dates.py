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
        ("Police arrested him on January 26 last year.", "2023-01-26", None),
        ("The race was run over the weekend.", "2024-06-08", "2024-06-09"),
        ("They met on Good Friday.", "2024-03-29", None),
        ("The shop opened on Easter Monday 2025.", "2025-04-21", None),
        ("It will close at the end of the year.", "2024", None),
        ("Sales rose in the first half of 2023.", "2023-01", "2023-06"),
        ("Sales rose in Q3 2023.", "2023-07", "2023-09"),
        ("It was the World Cup 2018.", "2018", None),
        ("The launch is set for 9 a.m. local time on Monday.", "2024-06-17T09:00", None),
        ("The quake struck on Tuesday at 14:30 GMT.", "2024-06-11T14:30:00+00:00", None),
        ("The parade starts at noon on Saturday.", "2024-06-15T12:00", None),
        ("He arrived on Monday the 3rd.", "2024-06-03", None),
        ("The plant will open in January.", "2025-01", None),
        ("This April it opened a plant.", "2024-04", None),
        ("Sales rose in the third quarter of last year.", "2023-07", "2023-09"),
        ("It is due in the first half of next year.", "2025-01", "2025-06"),
        ("It opened in the spring of last year.", "2023-03", "2023-05"),
        ("The vote is on the second Sunday in July.", "2024-07-14", None),
        ("The court sits on the first Monday of October.", "2024-10-07", None),
        ("The play opens a week on Friday.", "2024-06-21", None),
        ("She resigned the week before last.", "2024-05-27", "2024-06-02"),
        ("The hearing was held on 12.06.2023.", "2023-06-12", None),
        ("He left on Tues. June 4.", "2024-06-04", None),
        ("The party is on the Fourth of July.", "2024-07-04", None),
        ("It reopened on August bank holiday Monday last year.", "2023-08-28", None),
        ("They marched on Anzac Day.", "2024-04-25", None),
        ("They parted two days after Christmas.", "2023-12-27", None),
        ("He died at 6:40 last night.", "2024-06-11T18:40", None),
        ("He has been ill since August.", "2023-08", None),
        ("The sale ends at midnight on Friday.", "2024-06-14", None),
        ("The group cut 300 jobs in July.", "2023-07", None),
        ("She promised a decision in August.", "2024-08", None),
        ("The flood shut the plant in August.", "2023-08", None),
        ("He denied asking them to close it in February.", "2024-02", None),
        ("She was found guilty last month of fraud.", "2024-05", None),
        ("The school was hit in the winter of 2010-11.", "2010", "2011"),
        ("They met in the mid-'90s.", "1990", "1999"),
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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair ran from 28 May to 3 June.", ["2024-05-28", "2024-06-03"]),
        ("They met on Monday. The following day they parted.", ["2024-06-10", "2024-06-11"]),
        ("They met on Monday. Three days later they parted.", ["2024-06-10", "2024-06-13"]),
        ("He came in 1949. A decade later he left.", ["1949", "1959"]),
        ("They met on Monday. The doors opened at 3 p.m.", ["2024-06-10", "2024-06-10T15:00"]),
        ("It struck at 11:47 p.m. (1802 GMT) on Friday.", ["2024-06-07T23:47", "2024-06-07T18:02:00+00:00"]),
        ("They had planned to meet on Monday.", ["2024-06-10"]),
        ("They chose to delay it on Monday.", ["2024-06-10"]),
        (
            "Polls closed on Sunday. The last vote was cast at 2:30 the next day.",
            ["2024-06-09", "2024-06-10T02:30"],
        ),
        ("The strike runs from Monday to Thursday.", ["2024-06-17", "2024-06-20"]),
        ("It ran from January 2020 to March 2022.", ["2020-01", "2022-03"]),
        ("It ran between May and July 2023.", ["2023-05", "2023-07"]),
        ("She led it from 1998 to 2012.", ["1998", "2012"]),
        ("In 1968 she left. The following spring she came back.", ["1968", "1969-03"]),
        ("In 2012 he was arrested. On 3 March he was freed.", ["2012", "2012-03-03"]),
        ("The firm was founded in 1974. On 3 March it shut a plant.", ["1974", "2024-03-03"]),
        ("He was seen on 13 March. He was arrested on the Monday.", ["2024-03-13", "2024-03-18"]),
        ("The Monday meeting was full.", ["2024-06-10"]),
        ("The last night belongs to the river.", []),
        ("On the festival's last day a bell is hung.", []),
    ],
)
def test_what_is_counted_counts_from_the_date_named_before(annotate: Annotate, text: str, values: list[str]) -> None:
    assert [each.value for each in annotate(article(text)).value.times] == values


def test_a_paragraph_may_count_from_the_one_before(annotate: Annotate) -> None:
    found = annotate(article("They met on Monday.", "That evening they parted.")).value
    assert [each.value for each in found.times] == ["2024-06-10", "2024-06-10"]


def test_the_days_of_a_guide_are_those_of_what_it_guides_to(annotate: Annotate) -> None:
    found = annotate(
        article(
            "The festival runs from 19 to 27 October.",
            "The parade starts at 7pm on the Saturday. On the Sunday a weaver opens a show.",
            "Monday is for children.",
        )
    ).value
    days = [each.value for each in found.times]
    assert days == ["2024-10-19", "2024-10-19T19:00", "2024-10-20", "2024-10-21"]


def test_what_a_quotation_names_is_not_counted_from(annotate: Annotate) -> None:
    found = annotate(article("She won on Tuesday.", '"Not today," she said.', "A week earlier she had lost.")).value
    assert [each.value for each in found.times] == ["2024-06-11", "2024-06-12", "2024-06-04"]


def test_a_way_back_behind_background_starts_from_what_the_article_tells_of(annotate: Annotate) -> None:
    found = annotate(
        article(
            "They won the regional final in Harwell on Tuesday.",
            "They had lost on April 28.",
            "Moe was limping. She hurt it a week earlier.",
        )
    ).value
    assert [each.value for each in found.times] == ["2024-06-11", "2024-04-28", "2024-06-04"]


@pytest.mark.parametrize(
    "text",
    [
        "A decade later he left.",
        "The score was 3:15.",
        "They meet every Monday.",
        "June Holt spoke.",
        "It shut at 5 p.m.",
    ],
)
def test_nothing_to_count_from_no_habit_and_no_score_has_a_value(annotate: Annotate, text: str) -> None:
    assert all(each.value is None for each in annotate(article(text)).value.times)
