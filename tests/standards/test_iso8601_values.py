import pytest

from pipeline.standards.iso8601_values import date_trouble, is_duration, is_time


@pytest.mark.parametrize(
    "text",
    ["2014", "2014-11", "2014-11-18", "2014-11-18T09:00", "2014-11-18T09:00:00+09:00", "2014-11-18T09:00:00.123456789Z",
     "2014-W47", "--12-24", "2016-02-29", "2014-11-18T24:00", "2014-11-18T09:00:00+0900", "-0044-03-15", "2016-12-31T23:59:60Z"],
)  # fmt: skip
def test_dates_that_schema_org_takes(text):
    assert date_trouble(text) is None


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("2014-13-01", "impossible"),
        ("2014-02-30", "impossible"),
        ("2015-02-29T10:00Z", "impossible"),
        ("2014-11-18T25:00", "impossible"),
        ("2014-11-18 09:00", "loose"),
        ("18 November 2014", "loose"),
        ("11/18/2014", "loose"),
        ("20141118", "loose"),
        ("yesterday", "no-date"),
        ("", "no-date"),
        ("9" * 1000, "no-date"),
    ],
)
def test_what_is_wrong_with_a_date_is_said(text, trouble):
    assert date_trouble(text) == trouble


def test_durations_and_times():
    assert is_duration("PT1H30M")
    assert not is_duration("PT")
    assert not is_duration("1:30")
    assert is_time("19:30")
    assert is_time("T19:30:00Z")
    assert not is_time("25:00")
