"""What persons are: job titles with their organization, nationality, honorifics, kinship, home, as the text says them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from pipeline.annotate.bodies import see_bodies
from pipeline.annotate.bodies_called_like_persons import see_namesake_bodies
from pipeline.annotate.index import Index, index
from pipeline.annotate.reading import Passage, Reading
from pipeline.annotate.roles_at import belongs, beside, both, leader_of, leads, led_by, of_which, whose
from pipeline.annotate.roles_before import before_name, suffix
from pipeline.annotate.roles_behind import apposition_before, behind_name, fronted, is_from, joined
from pipeline.annotate.roles_by_verb import appointed, as_title, became, by_noun, copula, linked, succeeded
from pipeline.annotate.roles_in_lists import nationality_of_list, title_of_list
from pipeline.annotate.roles_in_sport import scored_for, signed, won_with
from pipeline.annotate.roles_with_of import said_to_be
from pipeline.annotate.subject import Subject
from pipeline.annotate.taken_for_persons import see_things
from pipeline.annotate.unlikely import see_unlikely
from pipeline.annotate.unlikely_titles import is_whole
from pipeline.model.annotations import Annotations, PersonFact, Role

type Statement = Role | PersonFact


def find_roles(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the roles and facts of every person added."""
    annotations = see_bodies(reading, annotations, index(reading, annotations))
    annotations = see_namesake_bodies(reading, annotations, index(reading, annotations))
    annotations = see_things(reading, annotations, index(reading, annotations))
    annotations = see_unlikely(reading, annotations, index(reading, annotations))
    known = index(reading, annotations)
    found = [each for passage in reading.passages for each in _in_passage(passage, known)]
    roles = tuple(each for each in found if isinstance(each, Role))
    facts = tuple(each for each in found if isinstance(each, PersonFact))
    return msgspec.structs.replace(annotations, roles=_distinct(roles), facts=_distinct_facts(facts))


def find_roles_of_pronouns(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with what verbs say of "he" and "she": "She is a nurse at ...", "He joined ..."."""
    known = index(reading, annotations)
    found = [
        each
        for passage in reading.passages
        for place in known.by_passage.get(passage.number, ())
        if place.form == "pronoun" and place.type == "person" and (tokens := passage.tokens(place.start, place.end))
        for find in BY_VERB
        for each in find(Subject(passage, place, known, tokens[0], tokens[-1]))
        if isinstance(each, Role)
    ]
    told = {(each.person, (each.title or each.organization or "").lower()) for each in annotations.roles}
    told |= {(each.person, each.organization or "") for each in annotations.roles}
    new = tuple(each for each in found if (each.person, (each.title or each.organization or "").lower()) not in told)
    return msgspec.structs.replace(annotations, roles=(*annotations.roles, *_distinct(new)))


def _in_passage(passage: Passage, known: Index) -> Iterator[Statement]:
    for place in known.by_passage.get(passage.number, ()):
        tokens = passage.tokens(place.start, place.end)
        if place.type == "person" and tokens:
            subject = Subject(passage, place, known, tokens[0], tokens[-1])
            for find in FINDERS:
                yield from find(subject)


FINDERS = (
    suffix,
    before_name,
    behind_name,
    apposition_before,
    said_to_be,
    copula,
    linked,
    as_title,
    appointed,
    by_noun,
    leads,
    led_by,
    of_which,
    leader_of,
    succeeded,
    became,
    beside,
    joined,
    both,
    belongs,
    title_of_list,
    nationality_of_list,
    signed,
    scored_for,
    won_with,
    whose,
    is_from,
)
"""Each looks at one mention of a person and yields what it says."""


BY_VERB = (copula, linked, fronted, as_title, belongs, leads, signed, became, succeeded)
"""Those that look at a verb, and so can read what is said of a pronoun."""


def _distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    seen: dict[tuple[str, str], Role] = {}
    for each in sorted((each for each in roles if not each.title or is_whole(each.title)), key=lambda role: role.span):
        key = (each.person, (each.title or "").lower())
        if key not in seen or (seen[key].organization is None and each.organization is not None):
            seen[key] = each
    return tuple(seen.values())


def _distinct_facts(facts: Iterable[PersonFact]) -> tuple[PersonFact, ...]:
    seen: dict[tuple[str, str, str], PersonFact] = {}
    for each in sorted(facts, key=lambda fact: fact.span):
        seen.setdefault((each.person, each.property, each.value.lower()), each)
    return tuple(seen.values())
