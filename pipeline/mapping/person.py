"""An annotated person, or a credited one -> a Person. Jobs as the text says them; a role whose dates are stated becomes an
OrganizationRole (https://schema.org/Role)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping import ids
from pipeline.mapping.claims import Claim, Draft, named_reference, of, reference, stated
from pipeline.mapping.entity import common
from pipeline.mapping.event import sound_end
from pipeline.mapping.evidence import from_text
from pipeline.mapping.names import folded
from pipeline.mapping.story import Story
from pipeline.model.annotations import Entity, PersonFact, Role
from pipeline.model.graph import Json
from pipeline.model.moment import Moment

DATES = ("birthDate", "deathDate")
PLACES = ("homeLocation", "birthPlace", "deathPlace")
RELATIVES = ("spouse", "parent", "children", "sibling", "relatedTo", "colleague")
ONE_VALUE = frozenset(("honorificPrefix", "honorificSuffix", "gender", "birthDate", "deathDate"))
"""What a person has one of; texts may state it twice, differently."""
ENDED = frozenset(
    ("former", "then", "late", "retired", "onetime", "one-time", "outgoing", "emeritus", "emerita", "erstwhile", "ex")
)
"""Words of a title that say that it is no longer held."""


def person(story: Story, entity: Entity) -> Draft:
    """One person of the story."""
    roles = [each for each in story.annotations.roles if each.person == entity.id]
    facts = sound([each for each in story.annotations.facts if each.person == entity.id])
    return of(
        story.node_ids[entity.id],
        common(story, entity),
        *(_facts(story, facts, each) for each in ("honorificPrefix", "honorificSuffix")),
        *_titles(roles),
        *(_organization(story, each) for each in roles),
        *(
            _facts(story, facts, each)
            for each in ("nationality", *PLACES, *DATES, "gender", *RELATIVES, "additionalType")
        ),
    )


def _titles(roles: list[Role]) -> Iterator[tuple[Claim, ...]]:
    """Each title once: a short form ("envoy") is evidence for the fullest title that holds all its words ("special envoy to
    Paris")."""
    titles = [title for each in roles if (title := job_title(each))]
    for role in roles:
        evidence = from_text(role.by, role.span, probability=role.probability)
        yield stated("jobTitle", _fullest(job_title(role), titles), evidence)


def _fullest(title: str | None, titles: list[str]) -> str | None:
    """The longest of the titles that say the same and more; a title that has ended says something else."""
    if title is None:
        return None
    words = set(folded(title).split())
    same = [each for each in titles if words <= set(folded(each).split()) and has_ended(each) == has_ended(title)]
    return max(same, key=len, default=title)


def has_ended(title: str) -> bool:
    """Whether the title's own words say that it is no longer held."""
    words = title.casefold().split()
    return any(each in ENDED or each.split("-")[0] in ("ex", "then", "former") for each in words)


def job_title(role: Role) -> str | None:
    """The title as said; where the text ends the role elsewhere ("resigned as minister"), with the plain word "former"."""
    title = role.title
    if title and role.former and not has_ended(title):
        return f"former {title}"
    return title


def _organization(story: Story, role: Role) -> tuple[Claim, ...]:
    if role.organization is None or not is_organization(story, role.organization):
        return ()
    evidence = from_text(role.by, role.span, probability=role.probability)
    target = named_reference(
        story.node_ids[role.organization], story.types[role.organization], story.names.get(role.organization)
    )
    if role.start is None and role.end is None and not role.former:
        return stated(role.relation, target, evidence)
    return stated(role.relation, _term(story, role, target), evidence)


def _term(story: Story, role: Role, target: Json) -> Json:
    """The role as a node of its own between person and organization, so that its end or its dates have a place."""
    owner = story.node_ids[role.person]
    name = job_title(role) or ("former member" if role.former else None)
    same = [each for each in story.annotations.roles if each.person == role.person and each.title == role.title]
    where = f"-{ids.slug(story.names.get(role.organization or '') or '')}" if len(same) > 1 else ""
    term: dict[str, Json] = {
        "@id": ids.nested_id(owner, f"role-{ids.slug(role.title or 'member')}{where}"),
        "@type": "OrganizationRole",
        role.relation: target,
    }
    fields = {"roleName": name, "startDate": role.start, "endDate": sound_end(role.start, role.end)}
    return term | {key: value for key, value in fields.items() if value}


def is_organization(story: Story, local: str) -> bool:
    """Whether the entity may stand where schema.org wants an Organization."""
    entity = story.entities.get(local)
    return entity is not None and entity.type in ("organization", "group") and local in story.node_ids


def _facts(story: Story, facts: list[PersonFact], name: str) -> tuple[Claim, ...]:
    return tuple(claim for each in kept(facts, name) for claim in _fact(story, each))


def kept(facts: list[PersonFact], name: str) -> list[PersonFact]:
    """The facts of a property; of one that cannot have two values those with the surest value, the fullest of these
    ("Lieutenant Colonel", later "Colonel"), the first of these."""
    mine = [each for each in facts if each.property == name]
    if name not in ONE_VALUE or not mine:
        return mine
    best = max(mine, key=lambda each: (each.probability, len(each.value)))
    return [each for each in mine if each.value == best.value]


def sound(facts: list[PersonFact]) -> list[PersonFact]:
    """A person's facts without a death before the birth: then one of the two is somebody else's, and the birth stays."""
    born, died = (next((each.value for each in kept(facts, name)), None) for name in DATES)
    first, last = (_moment(each) if each else None for each in (born, died))
    if last is None or sound_end(first, last) is not None:
        return facts
    return [each for each in facts if each.property != "deathDate"]


def _fact(story: Story, fact: PersonFact) -> tuple[Claim, ...]:
    evidence = from_text(fact.by, fact.span, probability=fact.probability)
    return stated(fact.property, fact_value(story, fact), evidence)


def fact_value(story: Story, fact: PersonFact) -> Json:
    """The value in the property's range, or None where the text gives none that schema.org lets us say."""
    if fact.property in DATES:
        return _moment(fact.value)
    if fact.property in (*PLACES, *RELATIVES, "nationality"):
        target = nation(story, fact) if fact.property == "nationality" else fact.entity
        return _pointer(story, target, fact.property)
    return fact.value


def nation(story: Story, fact: PersonFact) -> str | None:
    """The local id of the country that a nationality means."""
    candidates = (fact.entity, f"nation/{ids.fold(fact.value)}")
    return next((each for each in candidates if each and story.types.get(each) == "Country"), None)


def _pointer(story: Story, local: str | None, name: str) -> Json:
    if local is None or local not in story.node_ids:
        return None
    entity = story.entities.get(local)
    wanted = ("person",) if name in RELATIVES else ("place", "facility")
    if entity is not None and entity.type not in wanted:
        return None
    return reference(story.node_ids[local])


def _moment(text: str) -> Moment | None:
    try:
        return Moment(text)
    except ValueError:
        return None
