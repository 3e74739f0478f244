"""What persons are: job titles with their organization, nationality, honorifics, kinship, home, as the text says them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from pipeline.annotate.bodies import see_bodies
from pipeline.annotate.index import Index, index
from pipeline.annotate.reading import Passage, Reading
from pipeline.annotate.roles_before import before_name, suffix
from pipeline.annotate.roles_behind import apposition_before, behind_name, in_list, is_from, joined
from pipeline.annotate.roles_by_verb import (
    appointed,
    as_title,
    became,
    belongs,
    beside,
    copula,
    leads,
    led_by,
    succeeded,
)
from pipeline.annotate.titles import Subject
from pipeline.model.annotations import Annotations, PersonFact, Role

type Statement = Role | PersonFact


def find_roles(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the roles and facts of every person added."""
    annotations = see_bodies(reading, annotations, index(reading, annotations))
    known = index(reading, annotations)
    found = [each for passage in reading.passages for each in _in_passage(passage, known)]
    roles = tuple(each for each in found if isinstance(each, Role))
    facts = tuple(each for each in found if isinstance(each, PersonFact))
    return msgspec.structs.replace(annotations, roles=_distinct(roles), facts=_distinct_facts(facts))


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
    copula,
    as_title,
    appointed,
    leads,
    led_by,
    succeeded,
    became,
    beside,
    joined,
    belongs,
    in_list,
    is_from,
)
"""Each looks at one mention of a person and yields what it says."""


def _distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    seen: dict[tuple[str, str], Role] = {}
    for each in sorted(roles, key=lambda role: role.span):
        key = (each.person, (each.title or "").lower())
        if key not in seen or (seen[key].organization is None and each.organization is not None):
            seen[key] = each
    return tuple(seen.values())


def _distinct_facts(facts: Iterable[PersonFact]) -> tuple[PersonFact, ...]:
    seen: dict[tuple[str, str, str], PersonFact] = {}
    for each in sorted(facts, key=lambda fact: fact.span):
        seen.setdefault((each.person, each.property, each.value.lower()), each)
    return tuple(seen.values())
