"""Whom a noun means that names nobody: "Two men", "A man", "one of the injured", "a delegation led by Moe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.clauses import agents, subjects
from pipeline.annotate.event_phrases import is_human
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.calendar import NUMERALS
from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS
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


def unnamed(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """As in "A Harwell man was arrested on Monday. Jon Dahl, 46, is charged with robbery.": whom the beginning leaves unnamed.

    The age behind the name says that it is told of for the first time.
    """
    if passage.block.paragraph is None or passage.block.paragraph > _BEGINNING or head.tag_ != "NN":
        return ()
    if not any(each.lower_ in {"a", "an"} for each in head.children) or not is_human(head, passage, who):
        return ()
    if any(each.type == "person" for each in who.known.within(passage, head.idx, head.sent.end_char)):
        return ()
    for sentence in _later(passage, head, who):
        if sentence:
            first = sentence[0]
            told = who.reading.passages[first.passage]
            alone = _all_new([first], passage, head, who, known=())
            return (first.entity,) if alone and _AGE.match(told.text, first.end) and _opens(told, first) else ()
    return ()


_BEGINNING = 1
_AGE = re.compile(r", (?:aged? )?\d\d?\b")


def _opens(passage: Passage, place: Place) -> bool:
    """Whether a name opens its sentence and is not somebody's who only speaks there."""
    token = passage.token_at(place.start)
    return (
        token is not None
        and place.start - token.sent.start_char < _TITLE_REACH
        and token.sent.root.lemma_.lower() not in STRONG_SPEECH_VERBS
    )


_TITLE_REACH = 30
"""Characters that a title before a name may take."""


def named_behind(head: Token) -> Iterator[Token]:
    """As in "one of the two injured, Jon Dahl, 24,": the name behind the number."""
    if head.lower_ == "one":
        for prep in head.children:
            if prep.lower_ == "of":
                yield from (each for one in prep.children for each in one.children if each.dep_ == "appos")


def at_the_head(head: Token) -> Iterator[Token]:
    """As in "a delegation led by General Moe", "a frigate commanded by Captain Dahl"."""
    for clause in head.children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_.lower() in _HEADING:
            yield from agents(clause)


_HEADING = frozenset({"lead", "head", "command", "captain", "skipper"})


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
