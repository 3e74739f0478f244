"""Pronouns: which person "he" or "she" means, so that what is said of a pronoun is said of somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from pipeline.annotate.index import Index, Place, index
from pipeline.annotate.lexicon.countries import DEMONYMS
from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.titles import FEMALE_HONORIFICS, FEMALE_NOUNS, MALE_HONORIFICS, MALE_NOUNS
from pipeline.annotate.pronouns import PRONOUNS, Candidates, resolve
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Mention, MentionForm, PersonFact


def find_references(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with a mention for every pronoun that means a person of the article, and for nobody else."""
    female = genders(reading, annotations)
    first = _pronouns(reading, annotations, female)
    learned = _learned(first, female)
    found = _pronouns(reading, annotations, {**female, **learned}) if learned else first
    mentions, facts = list(found.mentions), found.facts
    every = tuple(sorted((*annotations.mentions, *mentions), key=lambda each: each.span))
    new = [
        each
        for each in facts
        if not any(each.person == old.person and old.property == each.property for old in annotations.facts)
    ]
    return msgspec.structs.replace(annotations, mentions=every, facts=(*annotations.facts, *new))


_LIFE = re.compile(r"\b(?:obituary|\d{4} ?[-–] ?\d{4})\b|\b(?:dies|died|dead)\b(?: at \d| aged|$)", re.IGNORECASE)
_HAS_DIED = re.compile(r",? who (?:has )?died\b")


def _lived(reading: Reading, known: Index) -> str | None:
    """Whose obituary the article is: who is named in its headline as dead, or early "who has died aged 81"."""
    early = reading.passages[:_EARLY]
    dead = any(_LIFE.search(each.text) for each in early if not each.is_body)
    for passage in early:
        for place in known.by_passage.get(passage.number, ()):
            if place.type == "person" and (_HAS_DIED.match(passage.text, place.end) or (dead and not passage.is_body)):
                return place.entity
    return None


_EARLY = 4


class _Found(msgspec.Struct):
    """What one reading of the pronouns found; ``called`` says how persons were called where it was sure whom was meant."""

    mentions: list[Mention]
    facts: list[PersonFact]
    called: list[tuple[str, bool]]


def _learned(found: _Found, female: dict[str, bool]) -> dict[str, bool]:
    """Persons of unknown gender who are called "she" or "he", and never both, where nobody else can be meant."""
    called = {person: {each for other, each in found.called if other == person} for person, _ in found.called}
    return {person: each.pop() for person, each in called.items() if len(each) == 1 and person not in female}


def _pronouns(reading: Reading, annotations: Annotations, female: dict[str, bool]) -> _Found:
    known = index(reading, annotations)
    placed: dict[int, list[Place]] = {number: list(places) for number, places in known.by_passage.items()}
    found = _Found([], [], [])
    whole = Candidates(reading, placed, female, {}, {}, _lived(reading, known))
    for passage in reading.passages:
        called = dict(female)  # within a paragraph nobody is both "she" and "he"
        for token in sorted(
            passage.doc, key=lambda each: passage.is_quoted(each.idx)
        ):  # who speaks, before what is said
            if _is_epithet(token):
                chosen = resolve(passage, token, whole, want=None)
                if chosen is not None:
                    found.mentions.append(_mention(passage, token, chosen.place, form="description", by="rule:epithet"))
                    found.facts.append(_nationality(passage, token, chosen.place))
            if token.lower_ in PRONOUNS and known.of_token(passage, token) is None:
                want = PRONOUNS[token.lower_]
                chosen = resolve(passage, token, msgspec.structs.replace(whole, female=called), want=want)
                if chosen is None:
                    continue
                if token.dep_ in {"nsubj", "nsubjpass"}:
                    called.setdefault(chosen.place.entity, want)
                if chosen.sure:
                    found.called.append((chosen.place.entity, want))
                placed.setdefault(passage.number, []).append(_placed(passage, token, chosen.place))
                found.mentions.append(_mention(passage, token, chosen.place))
    return found


def _is_epithet(token: Token) -> bool:
    """As in "the Dutchman said": a noun of nationality for one person."""
    return (
        token.text in DEMONYMS
        and token.tag_ in {"NN", "NNP", "NNPS"}
        and token.dep_ in {"nsubj", "nsubjpass"}
        and token.i > 0
        and token.nbor(-1).lower_ == "the"
        and not token.text.endswith("s")
    )


def _nationality(passage: Passage, token: Token, place: Place) -> PersonFact:
    return PersonFact(
        person=place.entity,
        property="nationality",
        value=passage.original(token.idx, token.idx + len(token)),
        span=passage.span(token.idx, token.idx + len(token)),
        by="rule:epithet",
        probability=0.75,
    )


def genders(reading: Reading, annotations: Annotations) -> dict[str, bool]:
    """Persons who are female (True) or male (False), as far as titles, forms of address, kinship or given names say."""
    female: dict[str, bool] = {}
    words = [(each.person, each.title or "") for each in annotations.roles]
    words += [(each.person, each.value) for each in annotations.facts if each.property == "honorificPrefix"]
    words += [
        (each.entity, reading.text[each.span.start : each.span.end])
        for each in annotations.facts
        if each.entity is not None and each.by == "rule:kin"
    ]
    for person, text in words:
        _set(
            female,
            person,
            re.findall(r"[\w-]+", text.lower()),
            FEMALE_NOUNS | FEMALE_HONORIFICS,
            MALE_NOUNS | MALE_HONORIFICS,
        )
    for each in annotations.entities:
        if each.type == "person":
            _set(female, each.id, re.findall(r"[\w-]+", each.name.lower())[:1], FEMALE_NAMES, MALE_NAMES)
    return female


def _set(
    female: dict[str, bool], person: str, words: Iterable[str], women: frozenset[str], men: frozenset[str]
) -> None:
    for word in words:
        if word in women or word in men:
            female.setdefault(person, word in women)
            return


def _placed(passage: Passage, token: Token, place: Place) -> Place:
    return Place(passage.number, token.idx, token.idx + len(token), place.entity, "person", "pronoun")


def _mention(
    passage: Passage, token: Token, place: Place, *, form: MentionForm = "pronoun", by: str = "rule:pronoun"
) -> Mention:
    start, end = token.idx, token.idx + len(token)
    return Mention(
        span=passage.span(start, end),
        text=passage.original(start, end),
        entity=place.entity,
        form=form,
        by=by,
        probability=0.85,
    )
