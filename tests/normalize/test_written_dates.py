import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.written_dates import day_first, find_date, first_published, machine_date, month_alone, told_days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-05-01", "2025-05-01"),
        ("2025-05-01T09:00:00Z", "2025-05-01T09:00:00Z"),
        ("2025-05-01 09:00:00", "2025-05-01T09:00:00"),
        ("2025-05-01T09:00:00.123+0200", "2025-05-01T09:00:00+02:00"),
        ("20250501", "2025-05-01"),
        ("Thu, 01 May 2025 09:00:00 GMT", "2025-05-01T09:00:00+00:00"),
        ("2025-02-30", None),
        ("soon", None),
    ],
)
def test_what_an_attribute_states_is_kept_as_precise_as_it_is(text, expected):
    assert machine_date(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Updated 5:05 PM EST, December 20, 2024", "2024-12-20T17:05-05:00"),
        ("Sat 1 Feb 2025 20.41 GMT", "2025-02-01T20:41+00:00"),
        ("31 August 2025, 06:00 WEST", "2025-08-31T06:00+01:00"),
        ("1er mai 2025", "2025-05-01"),
        ("1. Mai 2025", "2025-05-01"),
        ("2025年5月1日", "2025-05-01"),
        ("Published May 1st, 2025", "2025-05-01"),
        ("03/04/2025", None),
        ("25/04/2025", "2025-04-25"),
        ("12:30 AM May 2, 2025", "2025-05-02T00:30"),
        ("No date in 2025 here", None),
        ("4 марта 2025, 10:20", "2025-03-04T10:20"),
        ("4. maaliskuuta 2025", "2025-03-04"),
        ("2025. március 4.", "2025-03-04"),
        ("4 marca 2025", "2025-03-04"),
        ("12 Ağustos 2025", "2025-08-12"),
        ("4 मार्च 2025", "2025-03-04"),
        ("٤ مارس ٢٠٢٥", "2025-03-04"),
        ("04-Mar-2025", "2025-03-04"),
    ],
)
def test_a_written_date_says_no_more_than_the_line(line, expected):
    found = find_date(line)
    assert (found and found.moment) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "2025-03-04"),
        ("en_GB", "2025-04-03"),
        ("fr", "2025-04-03"),
        ("pt-BR", "2025-04-03"),
        ("en", None),
        ("", None),
    ],
)
def test_a_date_in_numbers_is_read_as_its_language_writes_it(language, expected):
    found = find_date("03/04/2025", days_first=day_first(language))
    assert (found and found.moment) == expected


@pytest.mark.parametrize(
    ("row", "published", "modified"),
    [
        ("December 3, 2025. Updated: December 7, 2025", "2025-12-03", "2025-12-07"),
        ("Published 3 May 2025 09:00, last updated 4 May 2025 11:00", "2025-05-03T09:00", "2025-05-04T11:00"),
        ("Updated 4 May 2025 | Published 3 May 2025", "2025-05-03", "2025-05-04"),
        ("By Ana Lima | Updated May 4, 2025", None, "2025-05-04"),
        ("3 mai 2025, mis à jour le 4 mai 2025", "2025-05-03", "2025-05-04"),
        ("3. Mai 2025, aktualisiert um 11:00 Uhr", "2025-05-03", None),
        ("May 3, 2025", "2025-05-03", None),
        ("Edited by Ana Lima, May 3, 2025", "2025-05-03", None),
    ],
)
def test_a_row_of_dates_is_read_by_its_labels(row, published, modified):
    assert told_days(row) == (published, modified)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "This article was originally published on 26 Sep 2019 at 4:12pm but has been updated since.",
            "2019-09-26T16:12",
        ),
        ("Originally published July 7, 2023, 5:00 AM.", "2023-07-07T05:00"),
        ("The novel was first published on 3 May 1950.", None),
        ("Published 3 May 2025", None),
    ],
)
def test_a_row_may_say_when_the_article_first_came_out(row, expected):
    assert first_published(row) == expected


def test_a_month_alone_is_a_month():
    assert month_alone("November 2015") == "2015-11"
    assert month_alone("In November 2015") is None


@given(st.text(max_size=80))
def test_no_text_makes_it_raise(text):
    machine_date(text)
    find_date(text, days_first=True)
    told_days(text)
    first_published(text)
    month_alone(text)
