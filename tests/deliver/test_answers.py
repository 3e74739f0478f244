"""What an answer means, for any answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.deliver.answers import article_version, judge, printable, usable_etag
from pipeline.deliver.retry import FIRST_AND_LONGEST_S, LONGEST_ASKED_S, delay_s
from pipeline.deliver.transport import Answer

HEADERS = st.dictionaries(
    st.sampled_from(["etag", "retry-after", "content-type", "location", "article-version"]), st.text(max_size=50)
)


@given(st.integers(100, 999), HEADERS, st.binary(max_size=200))
def test_every_answer_has_a_meaning_and_no_control_characters(
    status: int, headers: dict[str, str], content: bytes
) -> None:
    reply = judge(Answer(status=status, headers=headers, content=content), now=0.0)
    assert reply.status == status
    assert reply.detail.isprintable()
    assert reply.verdict in {"delivered", "retry", "refused", "gone"}
    assert (reply.verdict == "delivered") <= (200 <= status < 300)


@pytest.mark.parametrize(
    ("etag", "usable"),
    [
        ('"1"', True),
        ('""', True),
        ('W/"1"', False),
        ("1", False),
        ('"', False),
        ('"é"', False),
        ('"' + "x" * 300 + '"', False),
        ("", False),
    ],
)
def test_only_strong_etags_that_can_be_sent_back_are_used(etag: str, usable: bool) -> None:
    assert usable_etag(Answer(status=200, headers={"etag": etag})) == (etag if usable else None)


@given(st.text(max_size=30))
def test_a_version_is_a_number_or_nothing(value: str) -> None:
    version = article_version(Answer(status=200, headers={"article-version": value}))
    assert version is None or version >= 0


@given(st.text())
def test_what_is_shown_is_one_printable_line(text: str) -> None:
    assert printable(text).isprintable()


@given(
    st.sampled_from(sorted(FIRST_AND_LONGEST_S)),
    st.integers(0, 10_000),
    st.floats(0, 1),
    st.none() | st.floats(0, 1e12, allow_nan=False),
)
def test_every_wait_is_bounded_and_obeys_the_endpoint(
    fault: str, attempt: int, chance: float, asked: float | None
) -> None:
    wait = delay_s(fault, attempt=attempt, chance=chance, asked_s=asked)  # type: ignore[arg-type]  # one of the table
    first, longest = FIRST_AND_LONGEST_S[fault]  # type: ignore[index]  # one of the table
    assert 0 <= wait <= (longest if asked is None else LONGEST_ASKED_S + first)
    if asked is not None:
        assert wait >= min(asked, LONGEST_ASKED_S)


def test_waits_grow_and_spread() -> None:
    waits = [delay_s("broken", attempt=n, chance=1.0) for n in range(1, 13)]
    assert waits == sorted(waits)
    assert waits[0] == 5.0
    assert waits[-1] == 3600.0
    assert delay_s("broken", attempt=12, chance=0.0) == 0.0
