"""Pronouns: which person "he" or "she" means, so that what is said of a pronoun is said of somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from pipeline.annotate.index import Place, index
from pipeline.annotate.lexicon.countries import DEMONYMS
from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.titles import FEMALE_HONORIFICS, FEMALE_NOUNS, MALE_HONORIFICS, MALE_NOUNS
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Mention, MentionForm, PersonFact

REACH = 3
"""How many blocks back a pronoun or a title may point."""
_PRONOUNS: dict[str, bool] = {
    "he": False, "him": False, "his": False, "himself": False, "she": True, "her": True, "hers": True, "herself": True,
}  # fmt: skip

# What speaks for a candidate, found on the news of an open corpus: a sentence back costs as much as being the subject wins.
_SENTENCE_BACK = -1.0
_SUBJECT = 1.0
_FIRST_OF_BLOCK = 0.4
_POSSESSIVE = -0.5
_INSIDE_QUOTES = -1.6
_GENDER_KNOWN = 0.4
_SAME_SENTENCE_OBJECT = -0.2


def find_references(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with a mention for every pronoun that means a person of the article, and for nobody else."""
    female = genders(reading, annotations)
    known = index(reading, annotations)
    resolved: dict[int, list[Place]] = {number: list(places) for number, places in known.by_passage.items()}
    mentions: list[Mention] = []
    facts: list[PersonFact] = []
    for passage in reading.passages:
        called = dict(female)
        for token in passage.doc:
            if token.is_sent_start:
                called = dict(female)  # within a sentence nobody is both "she" and "he"
            if _is_epithet(token):
                place = _resolve(reading, passage, token, resolved, female, want=None)
                if place is not None:
                    mentions.append(_mention(passage, token, place, form="description", by="rule:epithet"))
                    facts.append(_nationality(passage, token, place))
            if token.lower_ in _PRONOUNS and known.of_token(passage, token) is None:
                want = _PRONOUNS[token.lower_]
                place = _resolve(reading, passage, token, resolved, called, want=want)
                if place is not None:
                    if token.dep_ in {"nsubj", "nsubjpass"}:
                        called.setdefault(place.entity, want)
                    resolved.setdefault(passage.number, []).append(_placed(passage, token, place))
                    mentions.append(_mention(passage, token, place))
    every = tuple(sorted((*annotations.mentions, *mentions), key=lambda each: each.span))
    new = [
        each
        for each in facts
        if not any(each.person == old.person and old.property == each.property for old in annotations.facts)
    ]
    return msgspec.structs.replace(annotations, mentions=every, facts=(*annotations.facts, *new))


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


def _resolve(
    reading: Reading,
    passage: Passage,
    pronoun: Token,
    resolved: dict[int, list[Place]],
    female: dict[str, bool],
    *,
    want: bool | None,
) -> Place | None:
    """The candidate for whom most speaks; None where nobody of that gender was named near."""
    best: tuple[float, Place] | None = None
    for number in range(passage.number, max(-1, passage.number - REACH - 1), -1):
        other = reading.passages[number]
        for place in resolved.get(number, ()):
            after = number == passage.number and place.start >= pronoun.idx
            if place.type != "person" or after or (want is not None and female.get(place.entity, want) != want):
                continue
            score = _score(passage, pronoun, other, place) + (_GENDER_KNOWN if place.entity in female else 0.0)
            if best is None or score >= best[0] + (0.0 if number == passage.number else 1e-9):
                best = (score, place)
    return best[1] if best else None


def _score(passage: Passage, pronoun: Token, other: Passage, place: Place) -> float:
    token = other.tokens(place.start, place.end)[-1]
    score = _SENTENCE_BACK * _sentences_between(passage, pronoun, other, token)
    if token.dep_ in {"nsubj", "nsubjpass"}:
        score += _SUBJECT
    elif other.number == passage.number and token.sent == pronoun.sent:
        score += _SAME_SENTENCE_OBJECT
    if token.i <= 6:
        score += _FIRST_OF_BLOCK
    if token.dep_ in {"poss", "case"} or other.text.startswith("'s", place.end):
        score += _POSSESSIVE
    if other.is_quoted(place.start) != passage.is_quoted(pronoun.idx):
        score += _INSIDE_QUOTES
    return score


def _sentences_between(passage: Passage, pronoun: Token, other: Passage, token: Token) -> float:
    if passage.number == other.number:
        return float(sum(1 for each in passage.doc.sents if token.sent.end <= each.start <= pronoun.sent.start))
    before = sum(1 for each in passage.doc.sents if each.start < pronoun.sent.start)
    behind = sum(1 for each in other.doc.sents if each.start > token.sent.start)
    return before + behind + (passage.number - other.number) * 1.0


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
