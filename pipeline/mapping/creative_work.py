"""A named work or product of the story -> a CreativeWork or a Product; an outlet's report that the text credits -> its citation."""

from __future__ import annotations

from pipeline.mapping import ids
from pipeline.mapping.claims import Draft, of, reference, stated, typed
from pipeline.mapping.entity import common
from pipeline.mapping.evidence import from_text
from pipeline.mapping.story import Story
from pipeline.model.annotations import Citation, Entity


def named_thing(story: Story, entity: Entity) -> Draft:
    """A work or a product, by its name."""
    return of(story.node_ids[entity.id], common(story, entity))


def cited_work(story: Story, citation: Citation) -> Draft:
    """The report, study or post that the article relies on, in the words of the text."""
    evidence = from_text(citation.by, citation.span, probability=citation.probability)
    source = story.entities.get(citation.entity or "")
    known = source is not None and source.type in ("person", "organization", "group")
    return of(
        citation_id(story, citation),
        typed("CreativeWork", evidence),
        stated("name", citation.text, evidence),
        stated("creator", reference(story.node_ids[citation.entity or ""]) if known else None, evidence),
        stated("url", citation.url, evidence),
    )


def citation_id(story: Story, citation: Citation) -> str:
    """The @id, by its words."""
    return ids.content_id(story.url, "citation", citation.text)
