"""A moment keeps what its source gave, and refuses what is no date."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.codec import decode, encode
from pipeline.model.moment import Moment


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2014", "year"),
        ("2014-11", "month"),
        ("2014-11-18", "day"),
        ("2014-11-18T09:00", "local"),
        ("2014-11-18T09:00:00.25", "local"),
        ("2014-11-18T09:00Z", "instant"),
        ("2014-11-18T09:00:00+09:00", "instant"),
    ],
)
def test_precision_is_what_the_text_states(text: str, precision: str) -> None:
    assert Moment(text).precision == precision
    assert Moment(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "14", "2014-13", "2014-02-30", "2014-11-18T25:00", "2014-11-18 09:00", "2014Z", "2014-11-18Z", "2014+09:00", "٢٠١٤", "2014-11-18T09"],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Moment(text)


def test_an_instant_is_given_in_utc_and_a_local_time_is_none() -> None:
    assert Moment("2014-11-18T09:00:00+09:00").instant == datetime(2014, 11, 18, tzinfo=UTC)
    assert Moment("2014-11-18T09:00:00").instant is None
    assert Moment("2014-11").day.isoformat() == "2014-11-01"


@given(st.datetimes(timezones=st.just(UTC)))
def test_every_iso_date_time_survives_json(moment: datetime) -> None:
    if moment.year >= 1000:
        text = Moment(moment.isoformat())
        assert decode(encode(text), Moment) == text
