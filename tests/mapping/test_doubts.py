"""Doubt about who is meant is shown to the editor."""

from __future__ import annotations

from pipeline.mapping import map_article
from pipeline.model.identity import Identity
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM


def messages(score: float) -> list[str]:
    identity = Identity(local="person-1", kind="person", slug="tomas-vell", score=score, reason="jobs differ")
    outcome = map_article(ARTICLE, ANNOTATIONS, {"person-1": identity}, NEWSROOM)
    return [each.message for each in outcome.findings if each.code == "identity-in-doubt"]


def test_a_doubtful_identity_is_reported_with_its_reason() -> None:
    assert messages(0.7) == ["Tomas Vell is taken for person/tomas-vell (0.70): jobs differ."]


def test_a_sure_identity_is_not() -> None:
    assert messages(0.95) == []
