"""Whom or what a noun phrase means: an entity by its name, a pronoun, a title, kinship or a common noun for an organization."""

from __future__ import annotations

from pipeline.annotate.bodies import generic_organization
from pipeline.annotate.by_title import by_title
from pipeline.annotate.clauses import phrase_bounds
from pipeline.annotate.lexicon.organizations import GENERIC_ORGANIZATIONS
from pipeline.annotate.lexicon.titles import KIN
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token


def meant(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """The entities that the noun phrase with this head means, by their ids; empty where it cannot be told."""
    own = who.known.of_token(passage, head)
    if own is not None:
        return (own.entity,)
    if head.pos_ == "PRON":
        return _pronoun(passage, head, who)
    return _apposed(passage, head, who) or _named_behind(passage, head, who) or _common_noun(passage, head, who)


def _pronoun(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    if head.lower_ in {"it", "its"}:
        return _last(passage, head.idx, who, "organization")
    return ()  # "he" and "she" are mentions by now, or nobody


def _named_behind(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """As in "the chipmaker Quanta", where the parse did not see the apposition."""
    if head.pos_ != "NOUN" or head.i + 1 >= len(head.doc) or not head.whitespace_:
        return ()
    behind = who.known.of_token(passage, head.nbor(1))
    named = behind is not None and behind.start == head.nbor(1).idx and behind.type in {"person", "organization"}
    return (behind.entity,) if named and behind is not None and behind.form not in {"pronoun", "description"} else ()


def _common_noun(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """As in "the bank" and "the trumpeter"; indefinite nouns and kinship mean nobody named before."""
    if head.lower_ in KIN or not _definite(head):
        return ()
    if head.lower_ in GENERIC_ORGANIZATIONS:
        return _generic(passage, head, who)
    start, end = phrase_bounds(head)
    entity = by_title(passage, start, passage.text[start:end], who)
    return (entity,) if entity else ()


def _apposed(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """As in "two citizens, Jon Dahl and Ida Moe" and "the pianist Ida Moe"."""
    found: list[str] = []
    of_place = (one for each in head.children if each.lower_ == "of" for one in each.children if one.pos_ == "PROPN")
    beside = (one for each in of_place for one in each.children if one.dep_ == "appos")
    for child in (
        *head.children,
        *beside,
    ):  # "the archbishop of Oslo, Jon Dahl, ...": the name is no other word for Oslo
        if child.dep_ == "appos" or (child.dep_ == "nmod" and child.i > head.i):
            for each in (child, *child.conjuncts):
                place = who.known.of_token(passage, each)
                if place is not None and place.type in {"person", "organization"}:
                    found.append(place.entity)
    return tuple(dict.fromkeys(found))


def _definite(head: Token) -> bool:
    return any(each.lower_ in {"the", "this", "that", "its", "his", "her", "their"} for each in head.children)


def _generic(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """As in "the bank"."""
    entity = generic_organization(passage, head.idx, head.lower_, who.known)
    return (entity,) if entity else ()


def _last(passage: Passage, offset: int, who: People, kind: str) -> tuple[str, ...]:
    place = next(
        (each for each in who.known.before(passage, offset) if each.type == kind and passage.number == each.passage),
        None,
    )
    return (place.entity,) if place else ()
