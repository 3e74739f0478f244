"""Dates as feeds, wires and e-mails write them: as precise as they are, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalize.wire.moments import moment


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mon, 03 Mar 2025 09:30:00 +0100", "2025-03-03T09:30:00+01:00"),
        ("Mon, 3 Mar 2025 09:30 GMT", "2025-03-03T09:30Z"),
        ("3 Mar 25 09:30:00 EST", "2025-03-03T09:30:00-05:00"),
        ("Mon, 03 Mar 2025 09:30:00 -0000", "2025-03-03T09:30:00"),
        ("Mon, 03 Mar 2025 09:30:00 XYZ", "2025-03-03T09:30:00"),
        ("Monday, 03-Mar-25 09:30:00 GMT", "2025-03-03T09:30:00Z"),
        ("Mon, 03 Mar 2025 09:30:00 +0100 (CET)", "2025-03-03T09:30:00+01:00"),
        ("03 March 2025", "2025-03-03"),
        ("2025-03-03T09:30:00.000Z", "2025-03-03T09:30:00Z"),
        ("2025-03-03T09:30:00.250+01:00", "2025-03-03T09:30:00.25+01:00"),
        ("2025-03-03T09:30:00+0100", "2025-03-03T09:30:00+01:00"),
        ("2025-03-03 09:30:00", "2025-03-03T09:30:00"),
        ("2025-03-03t09:30:00z", "2025-03-03T09:30:00Z"),
        ("20250303T093000+0100", "2025-03-03T09:30:00+01:00"),
        ("20250303T093000Z", "2025-03-03T09:30:00Z"),
        ("20250303", "2025-03-03"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
    ],
)
def test_a_date_keeps_what_it_says(written: str, expected: str) -> None:
    assert moment(f" {written}\n") == expected


@pytest.mark.parametrize("written", ["", "yesterday", "2025-02-30", "32 Mar 2025", "2025-03-03T25:00:00Z", "99999999"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert moment(written) is None


@given(
    st.text(max_size=60)
    | st.from_regex(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{2,4} \d\d:\d\d:\d\d [+-]?\w{2,5}", fullmatch=True)
)
@settings(deadline=None)
def test_no_text_makes_it_raise(written: str) -> None:
    moment(written)
