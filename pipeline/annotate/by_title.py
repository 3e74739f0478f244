"""Whom "the trumpeter", "the Dutchman", "the scorer" or "the Harwell councillor" means: a person named before."""

from __future__ import annotations

import re

from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.countries import DEMONYMS
from pipeline.annotate.lexicon.speech import DOCUMENTS
from pipeline.annotate.lexicon.titles import IN_FULL, KIN
from pipeline.annotate.people import People
from pipeline.annotate.pronouns import REACH
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.titles import is_job

_INDEFINITE = re.compile(r"(?:an?|one|another|some|several) ", re.IGNORECASE)


def by_title(passage: Passage, start: int, text: str, who: People) -> str | None:
    """Whom "the trumpeter", "the Dutchman" or "the scorer" is, said of a person named before; None for "a spokesman"."""
    noun, of = _head(text)
    if _INDEFINITE.match(text) or noun in DOCUMENTS or not noun:
        return None
    if noun in KIN:
        return None
    if place := _with_role(passage, start, text, who) or (None if of else _called_so(passage, start, noun, who)):
        return place
    if of:
        return None
    national = any(each in DEMONYMS for each in text.split()) and is_job(noun)
    if national or text.strip().split()[-1] in DEMONYMS or re.search(r"\d+-year-old", text):
        return _nearest_person(passage, start, who)
    return _agent(passage, start, noun, who) or _by_epithet(passage, start, text, who)


_EPITHET = re.compile(r"[Tt]he (?:[A-Z][\w.'-]+ )+(?:[a-z-]+ ){0,2}[a-z-]+")


def _by_epithet(passage: Passage, start: int, text: str, who: People) -> str | None:
    """As in "said the Harwell councillor", of the person whom the paragraph speaks of so far."""
    noun = text.strip().split()[-1].lower()
    if _EPITHET.fullmatch(text.strip()) is None or not is_job(noun):
        return None
    for place in who.known.before(passage, start):
        if place.passage < passage.number - 1:
            return None
        near = who.reading.passages[place.passage]
        head = near.tokens(place.start, place.end)[-1:]
        acts = bool(head) and head[0].dep_ in {"nsubj", "nsubjpass", "appos"} and not near.is_quoted(place.start)
        if place.type == "person" and acts:
            return place.entity
    return None


def _head(text: str) -> tuple[str, str]:
    """The noun of a description, and of what it is: "the chairwoman of the jury" is "chairwoman", "jury"."""
    front, _, back = text.strip().partition(" of ")
    words = [each.split()[-1].lower() for each in (front, back) if each.split()]
    return (words[0] if words else "", words[1] if len(words) > 1 else "")


def _with_role(passage: Passage, start: int, text: str, who: People) -> str | None:
    """The person last named who has such a role, unless an unnamed one was brought in since."""
    noun, of = _head(text)
    holders = {each.person for each in who.roles if _is_held(text, each.title or "")}
    holders |= {each.person for each in who.styled if not of and _is_style_of(noun, each.value)}
    place = next((each for each in who.known.before(passage, start) if each.entity in holders), None)
    if place is None:
        return None
    return None if _another_since(passage, start, noun, place, who) else place.entity


_NEWLY = frozenset({"new", "newly", "newest"})
_BEFORE_IT = frozenset({"defending", "reigning", "former", "outgoing", "ex", "previous", "retiring"})


def _is_held(text: str, title: str) -> bool:
    """Whether a title is what a description says; "the new champion" is not the "defending champion"."""
    noun, of = _head(text)
    words = {_in_full(each) for each in re.findall(r"[\w-]+", title.lower())}
    chairs = noun.startswith("chair") and "chair" in words
    if not (noun in words or chairs) or (of and of not in words):
        return False
    return not (_NEWLY & set(text.lower().split()) and _BEFORE_IT & words)


def _another_since(passage: Passage, start: int, noun: str, place: Place, who: People) -> bool:
    """Whether the text brought in an unnamed one behind a place: "a teller"."""
    since = who.reading.text[who.reading.passages[place.passage].block.start + place.end : passage.block.start + start]
    return re.search(rf"(?<!, )\b[Aa]n? (?:[\w'-]+ ){{0,3}}?{re.escape(noun)}\b", since) is not None


def _called_so(passage: Passage, start: int, noun: str, who: People) -> str | None:
    """As in "Ida Moe, a young teller, was there": the person last named whom an aside calls so."""
    aside = re.compile(rf",(?: \d{{1,3}},)? an? (?:[\w-]+ ){{0,4}}?{re.escape(noun)}\b")
    for place in who.known.before(passage, start):
        if passage.number - place.passage > _CALLED_REACH:
            return None
        near = who.reading.passages[place.passage]
        if place.type == "person" and place.form != "pronoun" and aside.match(near.text, place.end):
            return None if _another_since(passage, start, noun, place, who) else place.entity
    return None


_CALLED_REACH = 6
"""How many blocks back a person may have been called what a description says."""


_CALLED = {
    "fr": "priest", "father": "priest", "rev": "priest vicar minister pastor", "reverend": "priest vicar minister pastor", "canon": "priest",
    "dr": "physician surgeon", "prof": "academic scientist scholar", "professor": "academic scientist scholar", "sister": "nun",
    "sgt": "officer soldier", "sergeant": "officer soldier", "lt": "officer", "capt": "officer", "maj": "officer", "col": "officer", "insp": "officer",
    "det": "officer", "inspector": "officer", "rabbi": "cleric", "imam": "cleric", "sheikh": "cleric", "bishop": "prelate", "cardinal": "prelate",
    "archbishop": "prelate", "sen": "lawmaker", "rep": "lawmaker congressman congresswoman", "judge": "jurist",
}  # fmt: skip
"""What else those are called who have a form of address."""


def _is_style_of(noun: str, value: str) -> bool:
    parts = [part.lower().rstrip(".") for part in value.split()]
    return any(noun == _in_full(part) or noun in _CALLED.get(part, "").split() for part in parts)


def _in_full(rank: str) -> str:
    bare = rank.lower().rstrip(".")
    return IN_FULL.get(bare, bare)


def _nearest_person(passage: Passage, start: int, who: People) -> str | None:
    return next(
        (
            each.entity
            for each in who.known.before(passage, start)
            if each.type == "person" and passage.number - each.passage <= 1
        ),
        None,
    )


def _agent(passage: Passage, start: int, noun: str, who: People) -> str | None:
    """As in "the scorer": the person last said to have done what the noun says."""
    if not noun.endswith(("er", "or")):
        return None
    stem = noun[:-2]
    for number in range(passage.number, max(-1, passage.number - REACH - 1), -1):
        earlier = who.reading.passages[number]
        for token in earlier.doc:
            if (
                token.pos_ == "VERB"
                and token.lemma_.lower().rstrip("e").startswith(stem)
                and (number < passage.number or token.idx < start)
            ):
                subject = _doer(earlier, token, who)
                if subject is not None:
                    return subject
    return None


def _doer(passage: Passage, verb: Token, who: People) -> str | None:
    """The person who is the subject of a verb or of the verb that governs it."""
    at = verb
    for _ in range(4):
        for child in at.children:
            place = who.known.of_token(passage, child) if child.dep_ == "nsubj" else None
            if place is not None and place.type == "person":
                return place.entity
        at = at.head
    return None
