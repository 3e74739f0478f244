"""A sidecar says each thing once; TOML may use its own dates."""

from __future__ import annotations

from pipeline.normalize.sidecar import parse


def test_a_key_that_stands_twice_is_refused() -> None:
    outcome = parse(b'{"headline": "a", "headline": "b"}', "story.sidecar.json")
    assert outcome.value is None
    assert "twice" in outcome.findings[0].message


def test_a_date_of_toml_itself_is_a_date() -> None:
    outcome = parse(b"datePublished = 2025-01-01T10:00:00Z\ndateCreated = 2024-12-31\n", "story.sidecar.toml")
    assert outcome.value is not None
    assert outcome.value.date_published == "2025-01-01T10:00:00+00:00"
    assert outcome.value.date_created == "2024-12-31"
