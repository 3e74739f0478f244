"""The consistency layer: what each value may say alone, and what the values of a document must not say together.

One file per subject; every rule takes the view of a document and yields remarks.
"""

from __future__ import annotations

from datetime import datetime

from pipeline.standards.schema_org import Vocabulary
from pipeline.validate.consistency import dates, events, identity, people, texts
from pipeline.validate.consistency.scope import Rule, Scope
from pipeline.validate.nodes import View
from pipeline.validate.remark import Remarks

RULES: tuple[Rule, ...] = (*identity.RULES, *dates.RULES, *people.RULES, *texts.RULES, *events.RULES)


def rules(view: View, vocabulary: Vocabulary, *, now: datetime | None = None, own: bool = False) -> Remarks:
    """All findings of this layer. ``now`` (with a zone) tells the future; ``own`` says that the document is of our making, so
    that what a text may leave open (a place, a speaker) is no fault."""
    scope = Scope(view=view, vocabulary=vocabulary, now=now, own=own)
    for rule in RULES:
        yield from rule(scope)


def reference_rules(view: View, vocabulary: Vocabulary) -> Remarks:
    """What the vocabulary layer would say of references between nodes, for documents that need no more of that layer."""
    yield from identity.reference_types(Scope(view=view, vocabulary=vocabulary, now=None, own=False))
