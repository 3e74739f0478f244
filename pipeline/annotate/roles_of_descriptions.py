"""What later words add to a person: "the Harwell councillor" is a title; a company's "chief executive" belongs to the company told of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from pipeline.annotate.by_title import by_title
from pipeline.annotate.index import Index
from pipeline.annotate.lexicon.organizations import MEDIA_WORDS
from pipeline.annotate.people import People, people
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.titles import is_office
from pipeline.model.annotations import Annotations, PersonFact, Role

_DESCRIPTION = re.compile(r"[Tt]he (?P<title>(?:[A-Z][\w.'-]+ )*(?:\d{1,2}-year-old )?(?:[a-z-]+ ){0,2}[a-z-]+)")
_AGE = re.compile(r"(?:[A-Z][\w.'-]+ )?\d{1,2}-year-old ")


def find_described(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the titles, employers and homes that descriptions and pronouns give persons named before."""
    who = people(reading, annotations)
    told = tuple(each for passage in reading.passages for each in _descriptions(passage, who))
    new = tuple(each for each in told if not _is_known(each, annotations.roles))
    roles = _with_main_organization(reading, who.known, (*annotations.roles, *new))
    homes = tuple(_homes(reading, who.known))
    known = {(each.person, each.value) for each in annotations.facts if each.property == "homeLocation"}
    facts = tuple(each for each in homes if (each.person, each.value) not in known)
    return msgspec.structs.replace(annotations, roles=roles, facts=(*annotations.facts, *facts))


def _descriptions(passage: Passage, who: People) -> Iterator[Role]:
    """As in "the Harwell councillor said" and "the 20-year-old midfielder": the subject of a clause, or who "said the ..." means."""
    for head in passage.doc:
        if head.dep_ not in {"nsubj", "nsubjpass"} or head.tag_ in {"NNS", "NNPS"} or not is_office(head):
            continue
        start, end = head.left_edge.idx, head.idx + len(head)
        match = _DESCRIPTION.fullmatch(passage.text, start, end)
        plain = match is None or (match["title"].islower() and not _AGE.match(match["title"]))
        if match is None or plain or passage.is_quoted(start) or _is_named(passage, head, who.known):
            continue
        person = by_title(passage, start, match.group(), who)
        if person is not None:
            yield _role(passage, match.start("title"), end, person, who.known)


_NAMED_REACH = 3


def _is_named(passage: Passage, head: Token, known: Index) -> bool:
    """As in "the Dutch consul, Ida Moe, said" and "the officer who saw it, Jon Dahl, said": the description is of whom it names."""
    beside = known.at(passage, head.idx + len(head) + 1, head.idx + len(head) + _NAMED_REACH)
    named = [known.of_token(passage, each) for each in head.children if each.dep_ == "appos"]
    return any(each is not None and each.type == "person" for each in (beside, *named))


def _role(passage: Passage, start: int, end: int, person: str, known: Index) -> Role:
    age = _AGE.match(passage.text, start, end)
    first = age.end() if age else start
    named = known.within(passage, first, end)
    owner = next((each for each in named if each.type == "organization" and _is_told_of(each.entity, known)), None)
    if owner is not None:
        first = owner.end + 1
    return Role(
        person=person,
        title=passage.original(first, end),
        span=passage.span(start, end),
        by="rule:description",
        organization=owner.entity if owner is not None else None,
        probability=0.65,
    )


def _is_told_of(organization: str, known: Index) -> bool:
    """Whether it is named more than once: a word in front of a job alone may as well be a place."""
    return sum(each.entity == organization for places in known.by_passage.values() for each in places) > 1


def _is_known(role: Role, roles: tuple[Role, ...]) -> bool:
    """Whether the person's title says as much already."""
    noun = (role.title or "").split()[-1:]
    mine = [each for each in roles if each.person == role.person]
    same = [each for each in mine if each.title and each.title.lower().split()[-1:] == noun]
    return bool(same) and (role.organization is None or any(each.organization for each in same))


_COMPANY_TITLE = re.compile(
    r"(?:(?:acting|interim|current|deputy|group|board|company|global|vice|co-) ?)*(?:ceo|cfo|coo|chief (?:executive|financial|operating|technology|marketing|"
    r"legal|commercial|risk)(?: officer)?|managing director|finance (?:chief|director)|chair(?:man|woman)?|spokes(?:man|woman|person)|"
    r"general manager|general counsel|chief economist|executive director)",
    re.IGNORECASE,
)


def _with_main_organization(reading: Reading, known: Index, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Roles whose company is not said, with the one that the article is about: "Chief executive Moe said"."""
    bare = [each for each in roles if each.title and each.organization is None and _COMPANY_TITLE.fullmatch(each.title)]
    employed = {each.person for each in roles if each.organization is not None}
    main = _main_organization(reading, known) if bare else None
    if main is None:
        return roles
    return tuple(
        msgspec.structs.replace(each, organization=main, relation="worksFor", probability=min(each.probability, 0.6))
        if each in bare and each.person not in employed and not each.former and _is_alone(reading, known, each, main)
        else each
        for each in roles
    )


def _is_alone(reading: Reading, known: Index, role: Role, main: str) -> bool:
    """Whether no other organization is named in the role's sentence or in front of it in the paragraph."""
    passage = reading.passage_at(role.span.start)
    at = role.span.start - passage.block.start
    token = passage.token_at(at)
    end = token.sent.end_char if token is not None else len(passage.text)
    named = known.within(passage, 0, end)
    return all(each.entity == main for each in named if each.type == "organization")


def _main_organization(reading: Reading, known: Index) -> str | None:
    """The organization named most, if it is named in the headline or the first paragraph, and none as often."""
    counts: Counter[str] = Counter()
    early: set[str] = set()
    for number, passage in enumerate(reading.passages):
        for place in known.by_passage.get(passage.number, ()):
            name = known.entities[place.entity].name.lower().split()
            if place.type == "organization" and not MEDIA_WORDS.intersection(name):
                counts[place.entity] += 1
                early |= {place.entity} if number < _EARLY else set()
    most = counts.most_common(2)
    if not most or most[0][0] not in early or most[0][1] < _OFTEN:
        return None
    return most[0][0] if len(most) == 1 or most[0][1] > most[1][1] else None


_EARLY = 3
_OFTEN = 2
_HOME = re.compile(r" home in (?:the )?")


def _homes(reading: Reading, known: Index) -> Iterator[PersonFact]:
    """As in "at his home in Bergen"."""
    for passage in reading.passages:
        for place in known.by_passage.get(passage.number, ()):
            match = _HOME.match(passage.text, place.end) if place.form == "pronoun" and place.type == "person" else None
            where = known.at(passage, match.end(), match.end() + 1) if match else None
            if where is not None and where.type == "place":
                yield PersonFact(
                    person=place.entity,
                    property="homeLocation",
                    value=known.entities[where.entity].name,
                    entity=where.entity,
                    span=passage.span(place.start, where.end),
                    by="rule:home",
                    probability=0.8,
                )
