"""A correction note of the article -> a CorrectionComment."""

from __future__ import annotations

from pipeline.mapping import ids
from pipeline.mapping.claims import Draft, of, stated, typed
from pipeline.mapping.evidence import from_origin
from pipeline.mapping.story import Story
from pipeline.model.sidecar import Correction


def correction(story: Story, note: Correction) -> Draft:
    """One note; its kind (clarification, update ...) is its name."""
    evidence = from_origin(story.article, "correction")
    return of(
        correction_id(story, note),
        typed("CorrectionComment", evidence),
        stated("name", note.kind.capitalize(), evidence),
        stated("text", note.text, evidence),
        stated("datePublished", note.date_published, evidence),
    )


def correction_id(story: Story, note: Correction) -> str:
    """The @id, by the note's text; of two notes with one text, the later one's also by its kind and day."""
    first = next((each for each in story.article.correction if each.text == note.text), note)
    words = note.text if note == first else f"{note.text}\n{note.kind} {note.date_published or ''}"
    return ids.content_id(story.url, "correction", words)
