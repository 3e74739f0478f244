"""Decisions that cannot both be meant are named, and what an editor says has the sidecar as its source."""

from __future__ import annotations

import msgspec
import pytest

from pipeline.mapping import map_article
from pipeline.model.sidecar import Decision
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM


def codes(*decisions: Decision) -> list[str]:
    article = msgspec.structs.replace(ARTICLE, decisions=decisions)
    return [each.code for each in map_article(article, ANNOTATIONS, {}, NEWSROOM).findings if "decision" in each.code]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            Decision(action="confirm", subject="Tomas Vell", property="jobTitle"),
            Decision(action="reject", subject="tomas vell", property="jobTitle"),
        ),
        (
            Decision(action="correct", subject="Tomas Vell", property="jobTitle", value="Mayor"),
            Decision(action="correct", subject="Tomas Vell", property="jobTitle", value="Judge"),
        ),
    ],
)
def test_two_decisions_that_contradict_each_other_are_both_named(one: Decision, other: Decision) -> None:
    assert codes(one, other) == ["decisions-contradict"] * 2


def test_decisions_on_different_things_do_not_contradict_each_other() -> None:
    assert codes(
        Decision(action="confirm", subject="Tomas Vell"),
        Decision(action="reject", subject="Aya Mori"),
        Decision(action="reject", subject="Tomas Vell", property="jobTitle"),
    ) == []  # fmt: skip


def test_what_an_editor_says_has_the_sidecar_as_its_source() -> None:
    roles = tuple(msgspec.structs.replace(each, by="editor") for each in ANNOTATIONS.roles)
    graph = map_article(ARTICLE, msgspec.structs.replace(ANNOTATIONS, roles=roles), {}, NEWSROOM).value
    evidence = [each.evidence for each in graph.statements if each.property == "jobTitle"]
    assert {(each.source, each.by) for each in evidence} == {("sidecar", "editor")}
