"""What the annotations hold and schema.org has no place for: reported, never dropped without a trace."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping.credits import creditable
from pipeline.mapping.event import allowed_role, sound_end
from pipeline.mapping.person import fact_value, is_organization, kept, sound
from pipeline.mapping.story import Story
from pipeline.model.annotations import PersonFact
from pipeline.model.finding import Finding


def unsaid(story: Story) -> Iterator[Finding]:
    """A finding for every annotation that is not in the graph as it was annotated."""
    yield from _roles(story)
    yield from _facts(story)
    yield from _participants(story)
    yield from _ends(story)
    yield from _editors(story)


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
    for person in dict.fromkeys(each.person for each in story.annotations.facts):
        mine = [each for each in story.annotations.facts if each.person == person]
        yield from _second_values(story, mine)
        yield from _early_deaths(story, mine)


def _second_values(story: Story, facts: list[PersonFact]) -> Iterator[Finding]:
    for fact in facts:
        used = kept(facts, fact.property)
        if fact not in used:
            yield _finding(
                f"{story.names.get(fact.person, fact.person)}: {fact.property} {fact.value!r} is not in the graph beside "
                f"{used[0].value!r}, because a person has only one.",
                "If it is the right one, correct the value in the sidecar's decisions.",
            )


def _early_deaths(story: Story, facts: list[PersonFact]) -> Iterator[Finding]:
    for fact in kept(facts, "deathDate"):
        if fact not in sound(facts):
            yield _finding(
                f"{story.names.get(fact.person, fact.person)}: deathDate {fact.value!r} is not in the graph, because it lies before the "
                f"birthDate {kept(facts, 'birthDate')[0].value!r}.",
                "Correct the wrong one in the sidecar's decisions.",
            )


def _ends(story: Story) -> Iterator[Finding]:
    for event in story.annotations.events:
        if event.end and sound_end(event.start, event.end) is None:
            yield _finding(
                f"{event.name}: the end {event.end} is not in the graph, because it lies before the start {event.start}.",
                "Correct startDate or endDate in the sidecar's decisions.",
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


def _editors(story: Story) -> Iterator[Finding]:
    for each in story.article.editor:
        if each not in creditable(story.article, "editor"):
            yield _finding(
                f"{each.name!r} is not in the graph as editor, because only a person is one.",
                "State it as contributor in the sidecar, if it has a part in the article.",
            )


def _finding(message: str, hint: str) -> Finding:
    return Finding(code="statement-without-term", severity="info", message=message, hint=hint)
