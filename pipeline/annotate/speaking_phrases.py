"""Whom a phrase beside a quotation means: a person in it, else by pronoun, organization or title; nobody for "a friend of Moe"."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.bodies import generic_organization
from pipeline.annotate.by_title import by_title
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.organizations import GENERIC_ORGANIZATIONS
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.people import People, Speaker
from pipeline.annotate.reading import Passage
from pipeline.annotate.sentences import last_sentence
from pipeline.annotate.titles import is_job

_FOR_ANOTHER = re.compile(
    r"(?:an?|the|his|her|its|their|another|one)? ?(?:[\w'-]+ ){0,3}?(?:spokes\w+|aide|aides|lawyers?|attorneys?|advis[eo]rs?|representatives?|agents?|relatives?|officials?) (?:for|of|to) ",
    re.IGNORECASE,
)


_SOURCE = re.compile(
    r"(?:an?|one|another|two|several|some|the|his|her) (?:[\w-]+ ){0,3}?(?:sources?|friends?|persons?|people|insiders?|men|man|woman|women|resident|neighbou?rs?|members?|colleagues?) "
    r"(?:close|near|familiar|who|in|inside|at|of|for|to|with|from) ",
    re.IGNORECASE,
)


_ONE_OF_ANOTHER = re.compile(
    r"(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){1,4}(?:for|of|to|from|at|with|near) (?:the )?$"
)
_HIS_WORDS = re.compile(r"'s? (?:\w+ )?(?:statement|post|tweet|letter|e-?mail|message|memo|note|text|account|diary)")


def whom_it_means(passage: Passage, start: int, stop: int, limit: int, who: People) -> Speaker | None:
    """The entity that a phrase names: a person in it, else by pronoun, organization or title."""
    partly = who.known.at(passage, start, stop)
    if partly is not None and partly.form not in {"pronoun", "description"}:
        start, stop = min(start, partly.start), max(stop, partly.end)
    text = passage.text[start:stop]
    unnamed = Speaker(passage.original(start, stop), passage.span(start, stop))
    places = [each for each in who.known.within(passage, start, stop) if _speaks_itself(passage, each, start, stop)]
    persons = [each for each in places if each.type == "person"]
    one = persons and _ONE_OF_ANOTHER.fullmatch(passage.text, start, persons[0].start)
    another = bool(one or _FOR_ANOTHER.match(text) or _SOURCE.match(text))
    if persons and not another:
        return named(passage, persons[0])
    owner = who.known.at(passage, start, start + 1)
    if owner is not None and owner.start == start and _HIS_WORDS.fullmatch(passage.text, owner.end, stop):
        return named(passage, owner)
    behind = [
        each for each in who.known.within(passage, stop, limit) if each.type == "person" and each.form != "pronoun"
    ]
    if behind and re.fullmatch(r",? (?:[\w'-]+ ){0,3}", passage.text[stop : behind[0].start]):
        return named(passage, behind[0])
    if another:
        return unnamed
    organization = next(
        (each for each in places if each.type == "organization" and _is_head(passage, each, start, stop)), None
    )
    if organization is not None:
        return named(passage, organization)
    entity = by_title(passage, start, text, who) or _body_called(passage, start, text, who)
    entity = entity or _of_sentence_before(passage, start, text, who)
    return msgspec.structs.replace(unnamed, entity=entity)


_OTHERS = words(
    """
    agent aide attorney barrister captain clerk coach commissioner constable coroner counsel defendant detective doctor driver expert guard
    inspector investigator judge juror king lawmaker lawyer magistrate manager minister nurse officer official paramedic pope premier president
    prosecutor queen referee regulator reporter rival secretary sergeant soldier solicitor spokesman spokesperson spokeswoman sheriff
    superintendent surgeon suspect victim witness
    """
)
"""Whom a text lets speak with "the" though nobody was told of them: the police, the court, the state."""


def _of_sentence_before(passage: Passage, start: int, text: str, who: People) -> str | None:
    """As in 'Moe drew the hall. "It leaks," the architect said': the subject of the sentence in front of the quotation, if it names nobody else."""
    noun = text.strip().split()[-1].lower() if text.startswith("the ") else ""
    part = next((each for each in reversed(passage.quoted) if each.end <= start), None)
    if not noun or noun in _OTHERS or not is_job(noun) or part is None:
        return None
    told = any(noun in (each.title or "").lower() for each in who.roles)
    sentence = last_sentence(passage.tokens(0, part.start - 1)[:-1])
    if told or not sentence or passage.text[: part.start - 1].rstrip()[-1:] not in ".!?":
        return None
    within = [each for each in who.known.within(passage, sentence[0].idx, part.start) if each.type == "person"]
    within = [each for each in within if each.form != "pronoun"]
    if len({each.entity for each in within}) != 1:
        return None
    head = passage.tokens(within[0].start, within[0].end)[-1]
    opens = head.i - sentence[0].i < _OPENING and head.dep_ not in {"pobj", "dobj", "poss"}
    return within[0].entity if head.dep_ == "nsubj" or opens else None


_OPENING = 6
"""Tokens at whose end the subject of a sentence has been named."""


_BODY = re.compile(r"[Tt]he ([a-z]+(?: [a-z]+)?)")


_BODY_REACH = 2


def _body_called(passage: Passage, start: int, text: str, who: People) -> str | None:
    """As in "the airline said": the organization that was named shortly before and can be called so."""
    match = _BODY.fullmatch(text.strip())
    if match is None or match[1].split()[-1] not in GENERIC_ORGANIZATIONS:
        return None
    entity = generic_organization(passage, start, match[1], who.known)
    near = next((each for each in who.known.before(passage, start) if each.entity == entity), None)
    return entity if near is not None and passage.number - near.passage <= _BODY_REACH else None


def _speaks_itself(passage: Passage, place: Place, start: int, stop: int) -> bool:
    """Whether a mention is no mere possessor: "his lawyer" and "Lund's aide" are others."""
    if place.form == "pronoun":
        return place.start == start and place.end == stop
    if re.fullmatch(r" (?:[a-z-]+ ){0,2}[a-z-]+", passage.text[place.end : stop]) and passage.text[
        start:stop
    ].startswith(("the ", "The ")):
        return False  # "the Harwell councillor", whatever "Harwell" is
    return not passage.text.startswith("'s", place.end)


def _is_head(passage: Passage, place: Place, start: int, stop: int) -> bool:
    """Whether the organization itself speaks, not somebody of it: only an article stands before it, brackets behind."""
    if not re.fullmatch(r"(?:[Tt]he |[A-Z][\w-]+'s )?", passage.text[start : place.start]):
        return False
    return re.fullmatch(r"(?: \([^)]*\))?\W*", passage.text[place.end : stop]) is not None


def named(passage: Passage, place: Place) -> Speaker:
    """The speaker whom a mention names."""
    return Speaker(passage.original(place.start, place.end), passage.span(place.start, place.end), place.entity)
