"""Whom a number of people means: "Two men were arrested. Jon Dahl, 34, and Ola Moe, 29, were taken to Oslo."."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.clauses import subjects
from pipeline.annotate.event_phrases import is_human
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.calendar import NUMERALS
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token

MOST = 6
"""Of how many people at most an article names all."""
_REACH = 3
"""How many paragraphs on they are named, counted from their own."""


def group(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """The persons of whom a noun with a number speaks, if one sentence behind it names as many for the first time."""
    number = _number(head)
    if number is None or head.tag_ != "NNS" or not is_human(head, passage, who):
        return ()
    one = _one_of(passage, head, who)
    for sentence in _later(passage, head, who):
        named = tuple(dict.fromkeys(each.entity for each in sentence))
        new = tuple(each for each in named if each not in one)
        if len(new) + len(one) == number and _all_new(sentence, passage, head, who, known=one):
            return (*one, *new)
    return one


def _number(head: Token) -> int | None:
    for each in head.children:
        if each.dep_ == "nummod":
            word = each.lower_
            number = int(word) if word.isdigit() else NUMERALS.get(word, 0)
            return number if 2 <= number <= MOST else None
    return None


def _one_of(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """As in "Moe was one of four people arrested"."""
    one = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    if one is None or one.lower_ not in {"one", "among"} or one.dep_ != "attr":
        return ()
    named = (who.known.of_token(passage, each) for each in subjects(one.head))
    return tuple(each.entity for each in named if each is not None and each.type == "person")


def _later(passage: Passage, head: Token, who: People) -> Iterator[list[Place]]:
    """The persons that each sentence behind the noun names, its own sentence's rest first."""
    for later in who.reading.passages:
        if not passage.number <= later.number < passage.number + _REACH or not later.is_body:
            continue
        for sentence in later.doc.sents:
            start = max(sentence.start_char, head.idx) if later.number == passage.number else sentence.start_char
            if start < sentence.end_char:
                named = who.known.within(later, start, sentence.end_char)
                yield [
                    each
                    for each in named
                    if each.type == "person" and each.form not in {"pronoun", "description"} and not _owns(later, each)
                ]


def _owns(passage: Passage, place: Place) -> bool:
    return passage.text.startswith(("'s", "’s"), place.end)


def _all_new(named: list[Place], passage: Passage, head: Token, who: People, *, known: tuple[str, ...]) -> bool:
    """Whether nobody of them was named before the number was."""
    before = {each.entity for each in who.known.before(passage, head.idx)}
    return not any(each.entity in before and each.entity not in known for each in named)
