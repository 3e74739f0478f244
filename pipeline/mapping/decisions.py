"""An editor's decisions of the sidecar -> annotations that obey them: confirmed, rejected, corrected. They win over the machine on
every run; what they do not match, or contradict, is a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from pipeline.mapping.decided_entities import correct_entity, reject_entity, reject_property
from pipeline.mapping.decided_events import correct_event, reject_event, reject_event_property
from pipeline.mapping.decided_quotations import correct_quotation, reject_quotation
from pipeline.mapping.names import folded, same_name
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.sidecar import Decision

type Change = Callable[[Annotations, str, Decision], Annotations]


def decide(article: Article, annotations: Annotations) -> Outcome[Annotations]:
    """The annotations after every decision, in the order of the sidecar. Deciding twice equals once."""
    findings: list[Finding] = []
    disputed = _disputed(article.decisions)
    for index, decision in enumerate(article.decisions):
        pointer = f"/decisions/{index}"
        if decision in disputed:
            findings.append(_contradiction(decision, pointer))
            continue
        changed = _decided(annotations, decision)
        if changed is None:
            findings.append(_unmatched(decision, pointer))
        annotations = annotations if changed is None else changed
    return Outcome(annotations, tuple(findings))


def _decided(annotations: Annotations, decision: Decision) -> Annotations | None:
    """The annotations after one decision; None if nothing in the article is meant by it."""
    targets = list(_targets(annotations, decision.subject))
    if not targets or (decision.action == "correct" and not (decision.property and decision.value)):
        return None
    before = annotations
    for kind, local in targets:
        change = CHANGES.get((kind, decision.action, bool(decision.property)))
        if change is not None:
            annotations = change(annotations, local, decision)
    return annotations if annotations is not before or decision.action == "confirm" else None


def _targets(annotations: Annotations, subject: str) -> Iterator[tuple[str, str]]:
    """Every entity, event or quotation of this name (a quotation by its first words)."""
    for entity in annotations.entities:
        if any(same_name(subject, each) for each in (entity.name, *entity.alternate_names)):
            yield "entity", entity.id
    for event in annotations.events:
        if same_name(subject, event.name):
            yield "event", event.id
    words = folded(subject)
    for said in annotations.quotations:
        if words and f"{folded(said.text)} ".startswith(f"{words} "):
            yield "quotation", said.id


def _confirm(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    """What the editor confirms is certain."""
    sure = msgspec.structs.replace
    if decision.property:
        return sure(
            annotations,
            roles=tuple(sure(each, probability=1.0) if each.person == local else each for each in annotations.roles),
            facts=tuple(
                sure(each, probability=1.0) if (each.person, each.property) == (local, decision.property) else each
                for each in annotations.facts
            ),
        )
    return sure(
        annotations,
        entities=tuple(sure(each, probability=1.0) if each.id == local else each for each in annotations.entities),
        events=tuple(sure(each, probability=1.0) if each.id == local else each for each in annotations.events),
        quotations=tuple(sure(each, probability=1.0) if each.id == local else each for each in annotations.quotations),
    )


CHANGES: dict[tuple[str, str, bool], Change] = {
    ("entity", "confirm", False): _confirm,
    ("entity", "confirm", True): _confirm,
    ("entity", "reject", False): reject_entity,
    ("entity", "reject", True): reject_property,
    ("entity", "correct", True): correct_entity,
    ("event", "confirm", False): _confirm,
    ("event", "confirm", True): _confirm,
    ("event", "reject", False): reject_event,
    ("event", "reject", True): reject_event_property,
    ("event", "correct", True): correct_event,
    ("quotation", "confirm", False): _confirm,
    ("quotation", "reject", False): reject_quotation,
    ("quotation", "reject", True): reject_quotation,
    ("quotation", "correct", True): correct_quotation,
}
"""What is done to which kind of thing; whether the decision names a property."""


def _disputed(decisions: tuple[Decision, ...]) -> list[Decision]:
    """Decisions on the same thing that cannot both be meant: confirmed and rejected, or corrected to two values."""

    def about(decision: Decision) -> tuple[str, str, str]:
        value = decision.value if decision.action != "correct" else ""
        return folded(decision.subject), decision.property, value

    return [
        each for each in decisions if any(about(each) == about(other) and _oppose(each, other) for other in decisions)
    ]


def _oppose(one: Decision, other: Decision) -> bool:
    if {one.action, other.action} == {"confirm", "reject"}:
        return True
    return one.action == other.action == "correct" and one.value != other.value


def _contradiction(decision: Decision, pointer: str) -> Finding:
    return Finding(
        code="decisions-contradict",
        severity="error",
        pointer=pointer,
        message=f"Two decisions on {decision.subject!r}{_of(decision)} contradict each other; neither was followed.",
        hint="Delete the one that is not meant from the sidecar.",
    )


def _unmatched(decision: Decision, pointer: str) -> Finding:
    return Finding(
        code="decision-without-effect",
        severity="warning",
        pointer=pointer,
        message=f"The decision to {decision.action} {decision.subject!r}{_of(decision)} matches nothing in the article.",
        hint="Write the subject as the graph names it, the property as schema.org does, and for a correction the value.",
    )


def _of(decision: Decision) -> str:
    return f" ({decision.property})" if decision.property else ""
