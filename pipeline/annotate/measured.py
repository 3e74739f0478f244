"""How sure a statement is, by what found it: measured shares of right statements in, probabilities out.

The counts stand in ``lexicon/measured.py`` and come from ``python -m benchmarks.reliability --write``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from pipeline.annotate.lexicon.measured import COUNTS
from pipeline.model.annotations import Annotations, Event, PersonFact, Quotation, Role, TimeExpression

type Table = Mapping[str, Mapping[str, tuple[int, int]]]
"""By kind and family: how many statements were right, of how many."""
type Measured = Role | PersonFact | Quotation | Event | TimeExpression

STRENGTH = 5.0
"""A family is taken for as good as all of its kind until about so many of its statements were judged."""
SUREST = 0.99
"""No rule is surer: that nothing wrong was seen does not mean that nothing is."""
OURS = "rule:"
"""How the names of our own rules begin; what others state keeps its probability."""


class Family(NamedTuple):
    """What statements are counted together: ``kind`` as in the thresholds, ``name`` the rule with what decides beside it."""

    kind: str
    name: str


def family(statement: Measured) -> Family:
    """The family of a statement: its rule, and whether it has the parts that can be wrong."""
    if isinstance(statement, Event):
        return Family("event", f"{_rule(statement.by)} {'dated' if statement.start else 'undated'}")
    if isinstance(statement, Quotation):
        return Family("quotation", f"{_rule(statement.by)} {'by somebody' if statement.speaker else 'by nobody'}")
    if isinstance(statement, Role):
        parts = (*(("title",) if statement.title else ()), *(("organization",) if statement.organization else ()))
        return Family("role", f"{_rule(statement.by)} {' and '.join(parts)}".strip())
    return Family("fact" if isinstance(statement, PersonFact) else "time", statement.by)


def _rule(by: str) -> str:
    """The rule without what it found (``rule:event:visit`` is ``rule:event``)."""
    return ":".join(by.split(":")[:2])


def probability(table: Table, of: Family) -> float | None:
    """The share of right statements, shrunk to that of the whole kind; None for a kind that was never judged."""
    known = table.get(of.kind)
    if not known:
        return None
    right, stated = (sum(each[part] for each in known.values()) for part in (0, 1))
    own_right, own_stated = known.get(of.name, (0, 0))
    pooled = (right + 1.0) / (stated + 2.0)
    share = (own_right + STRENGTH * pooled) / (own_stated + STRENGTH)
    return round(min(max(share, 1.0 - SUREST), SUREST), 2)


def measure(annotations: Annotations, table: Table = COUNTS) -> Annotations:
    """Annotations whose every statement is as probable as statements of its family were right."""
    return msgspec.structs.replace(
        annotations,
        roles=_measured(annotations.roles, table),
        facts=_measured(annotations.facts, table),
        quotations=_measured(annotations.quotations, table),
        events=_measured(annotations.events, table),
        times=_measured(annotations.times, table),
    )


def _measured[Statement: (Role, PersonFact, Quotation, Event, TimeExpression)](
    statements: Iterable[Statement], table: Table
) -> tuple[Statement, ...]:
    found: list[Statement] = []
    for each in statements:
        known = probability(table, family(each)) if each.by.startswith(OURS) else None
        found.append(each if known is None else msgspec.structs.replace(each, probability=known))
    return tuple(found)
