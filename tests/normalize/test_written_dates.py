import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.written_dates import find_date, machine_date


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
        ("1er mai 2025", None),
        ("1. Mai 2025", "2025-05-01"),
        ("2025年5月1日", "2025-05-01"),
        ("Published May 1st, 2025", "2025-05-01"),
        ("03/04/2025", None),
        ("25/04/2025", "2025-04-25"),
        ("12:30 AM May 2, 2025", "2025-05-02T00:30"),
        ("No date in 2025 here", None),
    ],
)
def test_a_written_date_says_no_more_than_the_line(line, expected):
    found = find_date(line)
    assert (found and found.moment) == expected


@given(st.text(max_size=80))
def test_no_text_makes_it_raise(text):
    machine_date(text)
    find_date(text)
