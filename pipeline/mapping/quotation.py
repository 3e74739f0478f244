"""An annotated quotation -> a Quotation: a Person speaks it (``spokenByCharacter``), an Organization is its ``creator``."""

from __future__ import annotations

from pipeline.mapping import ids
from pipeline.mapping.claims import Claim, Draft, named_reference, of, reference, stated, typed
from pipeline.mapping.evidence import DERIVED, from_text
from pipeline.mapping.story import Story
from pipeline.model.annotations import Quotation


def quotation(story: Story, said: Quotation) -> Draft:
    """One quotation of the story."""
    words = from_text(said.by, *said.spans, probability=said.probability)
    return of(
        quotation_id(story, said),
        typed("Quotation", words),
        stated("text", said.text, words),
        _speaker(story, said),
        stated("dateCreated", said.date, from_text(said.by, said.speaker_span, *said.spans)),
        stated("isPartOf", reference(ids.article_id(story.url)), DERIVED),
    )


def quotation_id(story: Story, said: Quotation) -> str:
    """The @id, by speaker and text; without a known speaker by the words that name one."""
    speaker = story.node_ids.get(said.speaker or "") or said.speaker_text or ""
    return ids.quotation_id(story.url, speaker, said.text)


def _speaker(story: Story, said: Quotation) -> tuple[Claim, ...]:
    entity = story.entities.get(said.speaker or "")
    if entity is None or entity.type not in ("person", "organization", "group"):
        return ()
    evidence = from_text(said.by, said.speaker_span or said.spans[0], probability=said.probability)
    target = named_reference(story.node_ids[entity.id], story.types[entity.id], entity.name)
    return stated("spokenByCharacter" if entity.type == "person" else "creator", target, evidence)
