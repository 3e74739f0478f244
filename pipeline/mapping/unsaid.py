"""What the annotations hold and schema.org has no place for: reported, never dropped without a trace."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping.event import allowed_role
from pipeline.mapping.person import fact_value, is_organization
from pipeline.mapping.story import Story
from pipeline.model.finding import Finding


def unsaid(story: Story) -> Iterator[Finding]:
    """A finding for every annotation that is not in the graph as it was annotated."""
    yield from _roles(story)
    yield from _facts(story)
    yield from _participants(story)


def _roles(story: Story) -> Iterator[Finding]:
    for role in story.annotations.roles:
        if role.organization and not is_organization(story, role.organization):
            name = story.names.get(role.organization, role.organization)
            yield _finding(
                f"{story.names.get(role.person, role.person)}: {name!r} is no organization, so it is not given as {role.relation}.",
                "If it is one, correct its type in the sidecar's decisions.",
            )


def _facts(story: Story) -> Iterator[Finding]:
    for fact in story.annotations.facts:
        if fact_value(story, fact) is None:
            yield _finding(
                f"{story.names.get(fact.person, fact.person)}: {fact.property} {fact.value!r} is not in the graph, "
                "because it is no entity or date that schema.org allows there.",
                "Add the person or place to the authority, or correct the value in the sidecar's decisions.",
            )


def _participants(story: Story) -> Iterator[Finding]:
    for event in story.annotations.events:
        for each in event.participants:
            role = allowed_role(story, event, each)
            if each.entity in story.node_ids and role != each.role:
                yield _finding(
                    f"{event.name}: {story.names.get(each.entity, each.entity)} stands as {role!r}, "
                    f"because schema.org does not allow it as {each.role!r}.",
                    "Nothing needs to be done.",
                )


def _finding(message: str, hint: str) -> Finding:
    return Finding(code="statement-without-term", severity="info", message=message, hint=hint)
