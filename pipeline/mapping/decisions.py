"""An editor's decisions that cannot both be meant -> findings. Decisions are carried out where the text is annotated."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping.names import folded
from pipeline.model.article import Article
from pipeline.model.finding import Finding
from pipeline.model.sidecar import Decision


def contradictions(article: Article) -> Iterator[Finding]:
    """A finding for each decision that another one of the sidecar contradicts: confirmed and rejected, or corrected to two
    values."""
    for index, decision in enumerate(article.decisions):
        if any(_about(decision) == _about(other) and _oppose(decision, other) for other in article.decisions):
            of = f" ({decision.property})" if decision.property else ""
            yield Finding(
                code="decisions-contradict",
                severity="error",
                pointer=f"/decisions/{index}",
                message=f"Two decisions on {decision.subject!r}{of} contradict each other.",
                hint="Delete the one that is not meant from the sidecar.",
            )


def _about(decision: Decision) -> tuple[str, str, str]:
    value = decision.value if decision.action != "correct" else ""
    return folded(decision.subject), decision.property, value


def _oppose(one: Decision, other: Decision) -> bool:
    if {one.action, other.action} == {"confirm", "reject"}:
        return True
    return one.action == other.action == "correct" and one.value != other.value
