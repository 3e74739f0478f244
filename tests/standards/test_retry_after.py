"""``Retry-After`` in both forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.standards.retry_after import seconds_to_wait

NOW = 1_700_000_000.0  # Tue, 14 Nov 2023 22:13:20 GMT


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Tue, 14 Nov 2023 22:15:20 GMT", 120.0),
        ("Tuesday, 14-Nov-23 22:15:20 GMT", 120.0),
        ("Tue, 14 Nov 2023 22:00:00 GMT", 0.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
    ],
)
def test_both_forms_and_nonsense(value: str | None, expected: float | None) -> None:
    assert seconds_to_wait(value, now=NOW) == expected


@given(st.text())
def test_no_header_crashes_the_reader(value: str) -> None:
    waited = seconds_to_wait(value, now=NOW)
    assert waited is None or waited >= 0
