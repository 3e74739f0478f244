"""The consistency layer: what each value may say alone, and what the values of a document must not say together.

One file per subject; every rule takes the view of a document and yields remarks.
"""

from __future__ import annotations

from pipeline.validate.consistency import (
    addresses,
    dates,
    events,
    figures,
    identity,
    people,
    same_as,
    texts,
    wording,
)
from pipeline.validate.consistency.scope import Rule, Scope
from pipeline.validate.remark import Remarks

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *addresses.RULES,
    *dates.RULES,
    *people.RULES,
    *same_as.RULES,
    *texts.RULES,
    *wording.RULES,
    *events.RULES,
    *figures.RULES,
)


def rules(scope: Scope) -> Remarks:
    """All findings of this layer."""
    for rule in RULES:
        yield from rule(scope)


def reference_rules(scope: Scope) -> Remarks:
    """What the vocabulary layer would say of references between nodes, for documents that need no more of that layer."""
    yield from identity.reference_types(scope)
