"""What persons are, from the roles that the facts model marks and links; the words are cut by the rules for titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.annotate.index import Index
from pipeline.annotate.lexicon.titles import KIN, PREFIX_HONORIFICS
from pipeline.annotate.linking import Link
from pipeline.annotate.modality import says_so
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.subject import Subject
from pipeline.annotate.titles import Phrase, is_of_a_thing, noun_phrase, statements
from pipeline.model.annotations import Role

SURE = 2.0
"""Log odds from which a role is taken: nine of ten are right, of persons with and without a rule's word, in stories that were not
trained on (2026-11)."""
OVER = 0.0
"""Log odds from which it is taken for over."""
BY = "rule:title-by-model"


def titled(passages: Sequence[Passage], known: Index, links: Sequence[Link]) -> Iterator[Role]:
    """The roles of persons of whom the rules know none, the surest of each."""
    best: dict[str, Link] = {}
    for each in links:
        if each.at_b.kind == "role" and (each.a not in best or best[each.a].score < each.score):
            best[each.a] = each
    for each in sorted(best.values(), key=lambda link: (link.at_b.text, link.at_b.start)):
        if each.score > SURE and each.at_a.text == each.at_b.text and not _is_of_another(passages, each):
            yield from _role(passages[each.at_b.text], known, each)


_OF = re.compile(r"(?:^|\s)(?:for|to|of|with)\s$|['’]s?\s(?:\S+\s){0,3}$")
_ENDS = re.compile(r"[.!?][\"'”’]?\s+")
"""As in "She told the director. Ida Moe left": the words end a sentence of their own."""
_KIN = re.compile(
    rf"\b(?:{'|'.join(sorted(KIN))})\b(?: of(?: \S+){{1,2}})? $|\b(?:{'|'.join(sorted(KIN))}) of (?:\S+ )?$"
)


def _is_of_another(passages: Sequence[Passage], link: Link) -> bool:
    """As in "an aide to Ida Moe", "Ida Moe's envoy", "a cousin of the mayor", "the drummer's name", "the director. Ida Moe"."""
    a, b = link.at_a, link.at_b
    text = passages[b.text].text
    if text.startswith(("'s ", "s' "), b.end) or text.endswith(tuple(f" {each} of a " for each in KIN), 0, b.start):
        return True
    if b.end <= a.start:
        between = text[b.end : a.start]
        return _OF.search(between) is not None or _ENDS.fullmatch(between) is not None
    between = text[a.end : b.start]
    return between.startswith(("'s ", "' ")) or _KIN.search(between) is not None


def _acts_itself(person: Token, role: Token) -> bool:
    """As in "According to Ida Moe, a detective was given the file": somebody else is the subject of the clause."""
    return role.i > person.i and person.dep_ == "pobj" and role.dep_ in {"nsubj", "nsubjpass"}


def _role(passage: Passage, known: Index, link: Link) -> Iterator[Role]:
    place = known.at(passage, link.at_a.start, link.at_a.end)
    person, words = passage.tokens(link.at_a.start, link.at_a.end), passage.tokens(link.at_b.start, link.at_b.end)
    if place is None or not person or not words or words[-1].tag_ not in {"NN", "NNP"}:
        return
    first, last = sorted((link.at_a, link.at_b))
    if (
        is_of_a_thing(words[-1])
        or _acts_itself(person[-1], words[-1])
        or not says_so(passage.tokens(first.end, last.start))
    ):
        return
    subject = Subject(passage, place, known, person[0], person[-1])
    phrase = noun_phrase(subject, words[0], by=BY) or Phrase(words[0], words[-1], BY)
    for each in statements(subject, phrase):
        if (
            isinstance(each, Role)
            and each.title is not None
            and each.title.casefold().strip(".") not in PREFIX_HONORIFICS
        ):
            yield msgspec.structs.replace(each, former=each.former or link.past > OVER)
