"""Visits told in pieces: who travels along, which towns they see, when they go home."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.annotate.clauses import agents, is_verb, patients, subjects
from pipeline.annotate.event_merging import Told
from pipeline.annotate.happenings import Happening
from pipeline.annotate.lexicon.triggers import ACCOMPANYING, RETURNING, STAYING
from pipeline.annotate.modality import is_stated
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.reference import meant
from pipeline.model.annotations import TimeExpression
from pipeline.model.moment import Moment


def complete_visits(events: list[Told], who: People, times: Sequence[TimeExpression]) -> list[Told]:
    """Add companions, the towns of the legs and the day of return to the visits among the events."""
    visits = [each for each in events if each.first.trigger.type == "visit" and each.part_of is None]
    if not visits:
        return events
    for passage in who.reading.passages:
        for token in passage.doc if passage.is_body else ():
            if is_verb(token):
                _members(visits, passage, token, who)
                _companions(visits, passage, token, who)
                _hosts(visits, passage, token, who)
                _return(visits, passage, token, who, times)
    for event in events:
        if event.part_of is not None:
            event.part_of.clauses.append(_places_only(event.part_of.first, event))
    return events


def _places_only(first: Happening, leg: Told) -> Happening:
    places = () if first.token.lemma_.lower() in _ARRIVING and not first.places else leg.first.places
    return msgspec.structs.replace(
        leg.first, start=None, end=None, agents=first.agents, patients=(), others=(), places=places
    )


_ARRIVING = frozenset({"arrive", "land", "dock", "enter"})
"""Verbs that tell of one place, named or not: "arrived in the capital on Monday, and will fly to Lima on Friday"."""


def _members(visits: Sequence[Told], passage: Passage, verb: Token, who: People) -> None:
    """As in "A delegation left on Monday. The group includes General Moe and Ana Ruiz.": who travels with a visit's group."""
    group = next((each for each in subjects(verb) if each.lemma_.lower() in GROUPS), None)
    if group is None or not is_stated(verb) or verb.lemma_.lower() not in _LISTING:
        return
    before = [each for each in visits if each.clauses[0].passage.number <= passage.number]
    visit = next((each for each in reversed(before) if any(map(_goes_in_group, each.clauses))), None)
    if visit is None:
        return
    named = who.known.within(passage, verb.idx, max(each.idx for each in verb.subtree) + 1)
    persons = (each for each in named if each.type == "person" and not passage.text.startswith("'s", each.end))
    together = tuple(dict.fromkeys(each.entity for each in persons if each.entity not in visit.people))
    visit.clauses.append(
        msgspec.structs.replace(visit.first, passage=passage, others=together, places=(), start=None, end=None)
    )


def _goes_in_group(told: Happening) -> bool:
    return any(each.lemma_.lower() in GROUPS for each in told.token.sent)


GROUPS = frozenset({"delegation", "group", "mission", "party", "entourage", "team", "convoy", "crew"})
"""Nouns of those who travel together."""
_LISTING = frozenset({"include", "comprise", "consist"})


def _companions(visits: Sequence[Told], passage: Passage, verb: Token, who: People) -> None:
    """As in "officials are accompanying Ruiz, including X and Y" and "Travelling with him are X and Y"."""
    if not is_stated(verb):
        return
    if verb.lemma_.lower() in ACCOMPANYING:
        travellers = {entity for head in patients(verb) for entity in meant(passage, head, who)}
    elif (
        verb.lemma_.lower() == "travel"
        and verb.tag_ == "VBG"
        and re.match(r" with (?:him|her|them) (?:are|is|were|was) ", passage.text[verb.idx + len(verb) :])
    ):
        travellers = {entity for head in _with(verb) for entity in meant(passage, head, who)}
    elif (found := _WITH_HER.match(passage.text, verb.sent.start_char)) is not None:
        pronoun = who.known.at(passage, found.start("whom"), found.end("whom"))
        travellers = {pronoun.entity} if pronoun is not None else set()
    else:
        return
    visit = next((each for each in visits if travellers & set(each.people)), None)
    if visit is None:
        return
    together = tuple(
        dict.fromkeys(each for each in _persons_of_sentence(passage, verb, who) if each not in visit.people)
    )
    visit.clauses.append(
        msgspec.structs.replace(visit.first, passage=passage, others=together, places=(), start=None, end=None)
    )


def _hosts(visits: Sequence[Told], passage: Passage, verb: Token, who: People) -> None:
    """As in "She was welcomed at the airport by Vice President Dahl"."""
    if verb.lemma_.lower() not in {"welcome", "greet"} or not is_stated(verb):
        return
    guests = {entity for head in patients(verb) for entity in meant(passage, head, who)}
    visit = next((each for each in visits if guests & set(each.people)), None)
    if visit is None:
        visit = next((each for each in reversed(visits) if _is_of(each, patients(verb), passage)), None)
    named = (who.known.of_token(passage, one) for head in agents(verb) for one in (head, *head.children))
    hosts = tuple(dict.fromkeys(each.entity for each in named if each is not None and each.type == "person"))
    if visit is not None and hosts:
        visit.clauses.append(
            msgspec.structs.replace(visit.first, passage=passage, others=hosts, places=(), start=None, end=None)
        )


_WITH_HER = re.compile(r"(?:Travell?ing w|W)ith (?P<whom>him|her|them|[A-Z][\w-]+) (?:are|is|were|was) ")


def _with(verb: Token) -> Iterator[Token]:
    for prep in verb.children:
        if prep.lower_ == "with":
            yield from (each for each in prep.children if each.dep_ == "pobj")


def _persons_of_sentence(passage: Passage, verb: Token, who: People) -> Iterator[str]:
    sentence = verb.sent
    for each in who.known.within(passage, sentence.start_char, sentence.end_char):
        if each.type == "person" and not passage.text.startswith("'s", each.end):
            yield each.entity


def _return(
    visits: Sequence[Told], passage: Passage, verb: Token, who: People, times: Sequence[TimeExpression]
) -> None:
    """As in "He will fly home on the 4th" and "to stay in Peru until the 9th": the visit's last day."""
    lemma = verb.lemma_.lower()
    behind = passage.text[verb.idx : verb.idx + 40]
    home = (lemma in RETURNING and re.search(r"\b(?:home|back)\b", behind)) or re.match(
        r"(?:leaves?|will leave|departs?) for |(?:is|are|was|were) (?:due|expected) (?:back|home) ", behind
    )
    if not (home or lemma in STAYING) or not is_stated(verb):
        return
    end = _date_under(passage, verb, times, until=not home)
    who_goes = {entity for head in agents(verb) for entity in meant(passage, head, who)}
    visit = next((each for each in visits if who_goes & set(each.people) and each.first.token != verb), None)
    if visit is None and not who_goes:
        visit = next((each for each in reversed(visits) if _is_of(each, agents(verb), passage)), None)
    began = visit.start.value if visit is not None and visit.start is not None else None
    if visit is not None and end is not None and (began is None or began.day <= end.day):
        visit.end = visit.end if visit.end is not None and visit.end > end else end


def _is_of(visit: Told, heads: Sequence[Token], passage: Passage) -> bool:
    """Whether a group or a ship is that of a visit told before: "The delegation is due back on Friday"."""
    nouns = {each.lemma_.lower() for each in heads}
    told = [each for each in visit.clauses if each.passage.number <= passage.number]
    return bool(nouns & (GROUPS | _VESSELS)) and any(
        nouns & {one.lemma_.lower() for one in each.token.sent if one.pos_ == "NOUN"} for each in told
    )


_VESSELS = frozenset({"ship", "frigate", "destroyer", "vessel", "carrier", "yacht", "submarine", "cruiser", "corvette"})


def _date_under(passage: Passage, verb: Token, times: Sequence[TimeExpression], *, until: bool) -> Moment | None:
    offset, last = passage.block.start, max(each.idx for each in verb.subtree)
    for each in times:
        start = each.span.start - offset
        behind = verb.idx < start <= last and each.span.paragraph == passage.block.paragraph
        if behind and (not until or re.search(r"\b(?:until|till) ", passage.text[verb.idx : each.span.end - offset])):
            return each.value
    return None
