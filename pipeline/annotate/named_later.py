"""Who is told of before he is named: "A nurse was honoured on Monday. Ida Moe, 26, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.annotate.lexicon.words import words
from pipeline.annotate.people import People
from pipeline.annotate.pronouns import unnamed
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.titles import is_office
from pipeline.model.annotations import Role

_EARLY = 3
"""Blocks within which a story brings in whom it is of."""
_AGAINST = words("accuse admit arrest charge convict deny detain hold jail plead remand sentence")
"""What is told of another person than the one who was hurt or robbed."""
_OF_ANYBODY = words("be believe call find hear know say see tell think watch witness")
"""What is told of somebody new as well, unless his age or home is said, as of whom a story is of."""
_AGE_OR_HOME = re.compile(r", \d{1,3},|,? (?:of|from) |, who ")
_BEFORE = frozenset({"a", "an", "the"})


def named_later(reading: Reading, who: People) -> Iterator[Role]:
    """The title that the sentence before gives to whoever the next one begins with."""
    body = [each for each in reading.passages if each.is_body][:_EARLY]
    sentences = [(passage, sentence) for passage in body for sentence in passage.doc.sents]
    for (passage, sentence), (near, following) in pairwise(sentences):
        head = _untold(passage, sentence, who)
        person = _opens(near, following, who) if head is not None else None
        if head is not None and person is not None:
            first = head.doc[head.left_edge.i + 1]
            yield Role(
                person=person,
                title=passage.original(first.idx, head.idx + len(head)),
                span=passage.span(first.idx, head.idx + len(head)),
                by="rule:named-later",
                probability=0.65,
            )


def _untold(passage: Passage, sentence: Token, who: People) -> Token | None:
    """The job of the only person whom a sentence speaks of, if it names nobody."""
    within = who.known.within(passage, sentence.start_char, sentence.end_char)
    if any(each.type == "person" for each in within):
        return None
    heads = [each for each in sentence.root.children if each.dep_ in {"nsubj", "nsubjpass"}]
    head = heads[0] if len(heads) == 1 else None
    if head is None or head.tag_ != "NN" or head.left_edge.lower_ not in _BEFORE or not is_office(head):
        return None
    if head.left_edge.lower_ == "the" and (sentence.start > 0 or any(passage.is_quoted(each.idx) for each in sentence)):
        return None
    others = [each for each in unnamed(passage, ()) if sentence.start <= each.i < sentence.end and each != head]
    return None if others or any(each.text == "," for each in head.doc[head.left_edge.i : head.i]) else head


def _opens(passage: Passage, sentence: Token, who: People) -> str | None:
    """The person with whom a sentence begins, named in full for the first time and without a title."""
    place = who.known.at(passage, sentence.start_char, sentence.start_char + 1)
    if place is None or place.type != "person" or place.form != "name" or place.start != sentence.start_char:
        return None
    head = passage.tokens(place.start, place.end)[-1]
    verb = head.head.lemma_.lower()
    told = verb not in _OF_ANYBODY or _AGE_OR_HOME.match(passage.text, place.end) is not None
    acts = head.dep_ in {"nsubj", "nsubjpass"} and verb not in _AGAINST and told
    named = " " in passage.text[place.start : place.end]
    first = not any(each.entity == place.entity for each in who.known.before(passage, place.start))
    titled = any(each.person == place.entity and each.title for each in who.roles)
    return place.entity if acts and named and first and not titled else None
