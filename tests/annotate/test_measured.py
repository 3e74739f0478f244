"""Probabilities of statements come from how often statements of the same rule were right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.lexicon.measured import COUNTS
from pipeline.annotate.measured import STRENGTH, Family, family, measure, probability
from pipeline.model.annotations import Annotations, Event, Role, Span
from pipeline.model.moment import Moment

AT = Span(0, 4)
TABLE = {"role": {"rule:good title": (95, 100), "rule:bad title": (20, 100)}}


def role(by: str, title: str | None = "mayor", organization: str | None = None) -> Role:
    return Role(person="person-1", span=AT, by=by, title=title, organization=organization, probability=0.9)


def test_a_rule_that_was_often_wrong_is_less_sure() -> None:
    good, bad = measure(Annotations(roles=(role("rule:good"), role("rule:bad"))), TABLE).roles
    assert 0.9 < good.probability < 0.96
    assert bad.probability < 0.3


def test_a_rule_never_judged_is_as_sure_as_its_kind() -> None:
    assert probability(TABLE, Family("role", "rule:new title")) == round(116 / 202, 2)


def test_a_kind_never_judged_and_what_others_state_keep_their_probability() -> None:
    event = Event(id="event-1", name="Visit", type="visit", span=AT, trigger=AT, by="rule:event:visit", probability=0.7)
    given = Annotations(roles=(role("other:model"), role("editor")), events=(event,))
    assert measure(given, TABLE) == given


def test_families_are_told_apart_by_rule_and_by_what_can_be_wrong() -> None:
    event = Event(id="event-1", name="Visit", type="visit", span=AT, trigger=AT, by="rule:event:visit")
    dated = Event(id="e", name="V", type="visit", span=AT, trigger=AT, by="rule:event:visit", start=Moment("2024"))
    assert [family(each).name for each in (event, dated)] == ["rule:event undated", "rule:event dated"]
    assert family(role("rule:x", organization="organization-1")).name == "rule:x title and organization"


@given(st.integers(0, 500), st.integers(0, 500), st.text())
def test_a_probability_lies_between_nought_and_one_and_near_the_share_when_much_is_known(
    right: int, wrong: int, name: str
) -> None:
    table = {"role": {"rule:a": (right, right + wrong)}}
    for of in ("rule:a", name):
        chance = probability(table, Family("role", of))
        assert chance is not None
        assert 0 < chance <= 1
    share = right / max(1, right + wrong)
    known = probability(table, Family("role", "rule:a")) or 0.0
    assert abs(known - share) <= (STRENGTH + 2) / (right + wrong + STRENGTH) + 0.01


def test_the_measured_counts_are_counts() -> None:
    assert set(COUNTS) <= {"role", "fact", "quotation", "event", "time"}
    assert all(0 <= right <= stated for rules in COUNTS.values() for right, stated in rules.values())
