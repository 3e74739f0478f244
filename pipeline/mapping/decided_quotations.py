"""Annotations without a quotation or its speaker, or with another speaker, as an editor says."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.mapping.names import same_name
from pipeline.model.annotations import Annotations
from pipeline.model.sidecar import Decision

SPEAKER = ("spokenByCharacter", "creator")


def reject_quotation(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    """Nobody said it; or, for the speaker alone, somebody else did."""
    if decision.property in SPEAKER:
        return _spoken_by(annotations, local, None)
    if decision.property:
        return annotations
    return replace(annotations, quotations=tuple(each for each in annotations.quotations if each.id != local))


def correct_quotation(annotations: Annotations, local: str, decision: Decision) -> Annotations:
    """Who said it; the speaker must be named in the article."""
    speaker = next((each.id for each in annotations.entities if same_name(each.name, decision.value)), None)
    return _spoken_by(annotations, local, speaker) if decision.property in SPEAKER and speaker else annotations


def _spoken_by(annotations: Annotations, local: str, speaker: str | None) -> Annotations:
    changed = (
        replace(each, speaker=speaker, speaker_text=None, speaker_span=None) if each.id == local else each
        for each in annotations.quotations
    )
    return replace(annotations, quotations=tuple(changed))
