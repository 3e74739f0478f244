"""problem+json in and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.standards.problem_details import MEDIA_TYPE, Problem, read, write


def test_a_problem_survives_the_wire() -> None:
    problem = Problem(type="urn:x", title="Wrong", status=422, detail="two errors", errors=({"code": "a"},))
    assert read(f"{MEDIA_TYPE}; charset=utf-8", write(problem)) == problem


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"1", b"<html>", b"[" * 100_000, b'{"title": "\xff"}'])
def test_what_is_no_problem_is_none(content: bytes) -> None:
    assert read(MEDIA_TYPE, content) is None


def test_another_media_type_is_no_problem() -> None:
    assert read("application/json", b'{"title": "x"}') is None


def test_members_of_a_wrong_type_are_ignored() -> None:
    assert read(MEDIA_TYPE, b'{"title": 3, "status": "no", "errors": {}, "detail": "d"}') == Problem(detail="d")


@given(st.binary())
def test_no_bytes_crash_the_reader(content: bytes) -> None:
    read(MEDIA_TYPE, content)
