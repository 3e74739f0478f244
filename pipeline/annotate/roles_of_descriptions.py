"""What later words add to a person: "the Harwell councillor" is a title; a company's "chief executive" belongs to the company told of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from pipeline.annotate.bodies import spoken_of_before
from pipeline.annotate.by_title import by_title
from pipeline.annotate.index import Index, Place
from pipeline.annotate.lexicon.countries import DEMONYMS
from pipeline.annotate.lexicon.organizations import MEDIA_WORDS
from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.named_later import named_later
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
    said = (*(_title(each, who.known) for each in told), *_counterparts(reading, who), *_predecessors(reading, who))
    said = (*said, *named_later(reading, who))
    new = tuple(each for each in said if not _is_known(each, annotations.roles))
    roles = _with_body_before(reading, who.known, (*annotations.roles, *new))
    roles = _with_main_organization(reading, who.known, roles)
    roles = (*roles, *_colleagues(reading, msgspec.structs.replace(who, roles=roles)))
    added = (*_homes(reading, who.known), *(fact for each in told for fact in _nationality(each)))
    known = {(each.person, each.property, each.value.lower()) for each in annotations.facts}
    facts = tuple(each for each in added if (each.person, each.property, each.value.lower()) not in known)
    return msgspec.structs.replace(annotations, roles=roles, facts=(*annotations.facts, *facts))


class _Described(msgspec.Struct, frozen=True):
    """A description at its place, from behind its article to its noun's end, and the person it means."""

    passage: Passage
    start: int
    end: int
    person: str


def _descriptions(passage: Passage, who: People) -> Iterator[_Described]:
    """As in "the Harwell councillor said" and "the 20-year-old midfielder": the subject of a clause, or who "said the ..." means."""
    for head in passage.doc:
        if head.dep_ not in {"nsubj", "nsubjpass"} or head.tag_ in {"NNS", "NNPS"} or not is_office(head):
            continue
        start, end = head.left_edge.idx, head.idx + len(head)
        match = _DESCRIPTION.fullmatch(passage.text, start, end)
        if match is None or passage.is_quoted(start) or _is_named(passage, head, who.known):
            continue
        plain = match["title"].islower() and not _AGE.match(match["title"])
        known = None if plain else by_title(passage, start, match.group(), who)
        vague = plain and head.lower_ in _MAY_BE_ANOTHER
        person = known or (None if vague else _untitled(passage, head, start, who))
        if person is not None:
            yield _Described(passage, match.start("title"), end, person)


_MAY_BE_ANOTHER = words(
    """
    adviser agent aide ambassador analyst appellant assistant attorney buyer captain chair chairman chairwoman chief child claimant clerk coach
    colleague commander commissioner complainant conductor councillor counsel critic defendant delegate deputy director driver editor
    envoy executive expert founder governor guard head inspector interpreter judge king lawmaker lawyer leader magistrate manager mayor
    member minister moderator negotiator neighbour neighbor officer official operator opponent organiser organizer owner partner pastor
    plaintiff pope premier presenter president priest prince princess principal prosecutor publisher queen referee regulator reporter
    representative rival secretary seller shareholder solicitor speaker spokesman spokesperson spokeswoman suspect translator treasurer umpire
    user victim vicar winner witness
    """
)
"""Whom a text may bring in with "the" though nobody was told of him: "the coach", "the judge"."""


def _untitled(passage: Passage, head: Token, start: int, who: People) -> str | None:
    """Whom "the trawlerman" is: the only person of the sentence before and the one it was of, of whom no title is said elsewhere."""
    if head.sent.start_char != start and head.head.lemma_.lower() not in STRONG_SPEECH_VERBS:
        return None
    place = next(iter(who.known.before(passage, start)), None)
    while place is not None and place.type != "person" and place.passage == passage.number:
        at = place.start
        place = next(iter(who.known.before(passage, at)), None)
    if place is None or place.type != "person" or passage.number - place.passage > 1:
        return None
    near = who.reading.passages[place.passage]
    if near.is_quoted(place.start):
        return None
    token = near.tokens(place.start, place.end)[-1]
    same = [
        each for each in who.known.within(near, token.sent.start_char, token.sent.end_char) if each.type == "person"
    ]
    if {each.entity for each in same} != {place.entity} or any(
        each.person == place.entity and each.title for each in who.roles
    ):
        return None
    if place.passage < passage.number and near.doc[-1].sent != token.sent:
        return None
    noun = head.lower_
    told = any(noun in (each.title or "").lower() for each in who.roles)
    before = who.reading.text[: passage.block.start + start]
    return None if told or re.search(rf"\b[Aa](?:n|nother)? (?:[\w'-]+ ){{0,3}}?{noun}\b", before) else place.entity


_NAMED_REACH = 3


def _is_named(passage: Passage, head: Token, known: Index) -> bool:
    """As in "the Dutch consul, Ida Moe, said" and "the officer who saw it, Jon Dahl, said": the description is of whom it names."""
    beside = known.at(passage, head.idx + len(head) + 1, head.idx + len(head) + _NAMED_REACH)
    named = [known.of_token(passage, each) for each in head.children if each.dep_ == "appos"]
    return any(each is not None and each.type == "person" for each in (beside, *named))


def _title(said: _Described, known: Index) -> Role:
    passage, end = said.passage, said.end
    age = _AGE.match(passage.text, said.start, end)
    first = age.end() if age else said.start
    named = known.within(passage, first, end)
    owner = next((each for each in named if each.type == "organization" and _is_told_of(each.entity, known)), None)
    if owner is not None:
        first = owner.end + 1
    elif (people := _demonym(passage, first, end)) is not None:
        first += len(people) + 1
    return Role(
        person=said.person,
        title=passage.original(first, end),
        span=passage.span(said.start, end),
        by="rule:description",
        organization=owner.entity if owner is not None else None,
        probability=0.65,
    )


_TWO_WORDS = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)?")


def _nationality(said: _Described) -> Iterator[PersonFact]:
    """As in "the Polish archaeologist" and "the South Korean coach"."""
    passage = said.passage
    name = _demonym(passage, said.start, said.end)
    if name is not None:
        yield PersonFact(
            person=said.person,
            property="nationality",
            value=name,
            span=passage.span(said.start, said.start + len(name)),
            by="rule:description",
            probability=0.75,
        )


_SUCCEEDS = re.compile(
    r" (?:(?:is |was |will |had |has )?(?:to )?(?:succeeds?|succeeded|replaces?|replaced|takes? over from|took over from)) (?:[A-Z][a-z]+\.? )?"
)


def _predecessors(reading: Reading, who: People) -> Iterator[Role]:
    """As in "Ida Moe was named director. She succeeds Jon Dahl": he held the office that she was just said to hold."""
    for passage in reading.passages:
        for place in who.known.by_passage.get(passage.number, ()):
            match = _SUCCEEDS.match(passage.text, place.end) if place.type == "person" else None
            other = who.known.at(passage, match.end(), match.end() + 1) if match else None
            if match is None or other is None or other.type != "person" or passage.text.startswith(" as ", other.end):
                continue
            at = passage.block.start + place.start
            told = [each for each in who.roles if each.person == place.entity and each.title and each.span.start < at]
            new = [each for each in told if not each.former and each.by in _APPOINTED]
            if new:
                last = max(new, key=lambda each: each.span)
                yield msgspec.structs.replace(
                    last,
                    person=other.entity,
                    span=passage.span(place.start, other.end),
                    by="rule:predecessor",
                    former=True,
                    probability=0.7,
                )


_APPOINTED = frozenset({"rule:appointed", "rule:copula", "rule:became", "rule:by-noun", "rule:as-title"})


def _demonym(passage: Passage, start: int, end: int) -> str | None:
    """The people that a description begins with."""
    match = _TWO_WORDS.match(passage.text, start, end)
    words = match.group().split() if match else []
    return next((each for each in (" ".join(words), *words[:1]) if each in DEMONYMS), None)


_COUNTERPART = re.compile(
    r"\b(?:his|her|(?P<owner>[A-Z][\w'-]+)'s?|their) (?:[A-Z][\w-]+ ){1,2}(?:counterpart|opposite number),? (?:[A-Z][a-z]+\.? )?$"
)


def _counterparts(reading: Reading, who: People) -> Iterator[Role]:
    """As in "the French finance minister, Ida Moe, and her Danish counterpart, Jon Dahl": both hold the office."""
    for passage in reading.passages:
        for place in who.known.by_passage.get(passage.number, ()):
            match = _COUNTERPART.search(passage.text, max(0, place.start - 80), place.start)
            if match is None or place.type != "person" or place.form == "pronoun":
                continue
            before = [each.entity for each in who.known.within(passage, 0, place.start) if each.type == "person"]
            others = [each for each in dict.fromkeys(reversed(before)) if each != place.entity]
            titles = [each.title for each in who.roles if others and each.person == others[0] and each.title]
            held = [each for each in titles if "former" not in each.lower()]
            if len(held) == 1:
                yield Role(
                    person=place.entity,
                    title=held[0],
                    span=passage.span(match.start(), place.end),
                    by="rule:counterpart",
                    probability=0.7,
                )


_COLLEAGUE = re.compile(
    r"\b(?P<owner>[Hh]is|[Hh]er|[A-Z][\w'-]+'s?) (?:(?P<former>former|predecessor) )?(?:own |then |fellow )?(?:(?:first|second) )?(?:deputy|assistant|number two|chief of staff|"
    r"spokes(?:man|woman|person)|co-founder|(?P<before>predecessor)|successor|team-?mate|colleague),? (?:[A-Z][a-z]+\.? )?$"
)


def _colleagues(reading: Reading, who: People) -> Iterator[Role]:
    """As in "Ida Moe, chief executive of the Nordic Bank, and her deputy, Jon Dahl": where he works, she does."""
    for passage in reading.passages:
        for place in who.known.by_passage.get(passage.number, ()):
            match = _COLLEAGUE.search(passage.text, max(0, place.start - 60), place.start)
            owner = (
                (who.known.at(passage, match.start(), match.start() + 1) or _only_before(passage, match.start(), who))
                if match
                else None
            )
            if (
                match is None
                or owner is None
                or place.type != "person"
                or owner.type != "person"
                or place.form == "pronoun"
            ):
                continue
            told = [each for each in who.roles if each.person == owner.entity and each.organization]
            bodies = {each.organization for each in told if not each.former}
            if len(bodies) == 1 and not any(each.person == place.entity and each.organization for each in who.roles):
                yield Role(
                    person=place.entity,
                    span=passage.span(match.start(), place.end),
                    by="rule:colleague",
                    organization=bodies.pop(),
                    relation="worksFor",
                    former=bool(match["former"] or match["before"]),
                    probability=0.7,
                )


def _only_before(passage: Passage, at: int, who: People) -> Place | None:
    """The only person whom a sentence names before an offset."""
    token = passage.token_at(at)
    within = who.known.within(passage, token.sent.start_char, at) if token is not None else ()
    persons = [each for each in within if each.type == "person"]
    return persons[-1] if len({each.entity for each in persons}) == 1 else None


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


_OFFICER = re.compile(
    r"(?:(?:acting|interim|current|deputy|assistant|national|general|state|regional|federal|provincial|branch|executive) )*(?:secretary(?:-general)?|director|"
    r"president|vice-president|treasurer|convener|convenor|chair(?:man|woman|person)?|spokes(?:man|woman|person)|chief executive|managing director|"
    r"principal|headteacher|head teacher|head|founder|co-founder|(?:head |assistant )?coach|captain|manager|general manager|leader)",
    re.IGNORECASE,
)


_OF_STATES = frozenset({"president", "vice-president", "leader", "secretary", "head"})
_PRESIDED = words(
    "alliance association chamber club committee confederation federation foundation guild institute league society trust union"
)
"""Bodies whose president is called so without more; of a party, a bank or a court the next "President" may be the country's."""


def _with_body_before(reading: Reading, known: Index, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Roles with the organization that the sentence before is of: "The union is not done. State secretary Ida Moe said ..."."""
    employed = {each.person for each in roles if each.organization is not None}
    return tuple(
        each if each.organization or each.person in employed or each.former else _of_body_before(reading, known, each)
        for each in roles
    )


def _of_body_before(reading: Reading, known: Index, role: Role) -> Role:
    passage = reading.passage_at(role.span.start)
    at = role.span.start - passage.block.start
    token = passage.token_at(at)
    quoted = next((each for each in passage.quoted if at - 3 <= each.end < at), None)
    begins = quoted is not None or (token is not None and token.sent.start_char == at)
    if not begins or not _OFFICER.fullmatch(role.title or ""):
        return role
    body = spoken_of_before(passage, quoted.start if quoted is not None else at, known)
    if body is not None and (role.title or "").lower() in _OF_STATES:
        body = body if known.entities[body].name.split()[-1].lower() in _PRESIDED else None
    within = known.within(passage, at, role.span.end - passage.block.start)
    if body is None or any(each.type == "organization" and each.entity != body for each in within):
        return role
    return msgspec.structs.replace(role, organization=body, relation="worksFor", probability=min(role.probability, 0.7))


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
