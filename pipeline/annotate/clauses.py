"""Grammar over the dependency parse: the verb of a clause, its subjects and objects, with those it shares or leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.lexicon.calendar import MONTHS, WEEKDAYS
from pipeline.annotate.reading import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMB = 8


def is_verb(token: Token) -> bool:
    """Whether a token acts as a verb; the parser takes "close" in "and close in Pisa" for an adjective."""
    return token.pos_ in {"VERB", "AUX"} or (
        token.dep_ == "conj" and token.head.pos_ == "VERB" and token.tag_ == "JJ" and token.lower_ in {"close", "open"}
    )


def governor(token: Token) -> Token:
    """The verb whose clause a token stands in (the token itself, if it is a verb or nothing governs it)."""
    at = token
    while not is_verb(at) and at.head != at:
        at = at.head
    return at


def subjects(verb: Token) -> list[Token]:
    """The heads of a verb's subject: its own, or the one it shares with the verb it is joined or subordinate to."""
    at = verb
    for _ in range(_CLIMB):
        own = [each for each in at.children if each.dep_ in SUBJECTS]
        if own:
            return [_antecedent(each) for head in own for each in with_conjuncts(head)]
        if at.dep_ in {"acl", "relcl"} and not is_verb(at.head):
            return [] if at.tag_ == "VBN" else [at.head]
        if at.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "acomp", "prep", "ccomp"} or at.head == at:
            return []
        at = at.head
    return []


def patients(verb: Token) -> list[Token]:
    """The heads of what a verb is done to: its object, the subject of a passive, or the noun that "arrested in May" describes."""
    passive = [each for each in verb.children if each.dep_ == "nsubjpass"]
    if passive:
        return [_antecedent(each) for head in passive for each in with_conjuncts(head)]
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and not is_verb(verb.head):
        return [verb.head]
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and any(each.dep_ == "auxpass" for each in verb.head.children):
        return subjects(verb)
    if verb.tag_ == "VBN" and not any(each.dep_ in {"aux", "dobj"} for each in verb.children):
        return subjects(verb)  # a passive whose helper the parser lost: "councillors ... re-elected"
    found = [each for head in verb.children if head.dep_ in {"dobj", "obj", "dative"} for each in with_conjuncts(head)]
    return found or (subjects(verb) if _is_passive(verb) else [])


def agents(verb: Token) -> list[Token]:
    """The heads of who does what a verb says: the subject, or "by ..." of a passive."""
    by = [each for each in verb.children if each.dep_ == "agent"]
    if by or _is_passive(verb) or any(each.dep_ == "nsubjpass" for each in verb.children):
        return [each for prep in by for head in prep.children if head.dep_ == "pobj" for each in with_conjuncts(head)]
    if verb.tag_ == "VBN" and not any(each.dep_ in {"aux", "dobj"} for each in verb.children):
        return []  # "arrested in May", "Born in Oslo": done to the subject
    return subjects(verb)


def _is_passive(verb: Token) -> bool:
    return any(each.dep_ == "auxpass" for each in verb.children)


def _antecedent(token: Token) -> Token:
    """What "who" or "which" stands for."""
    if token.lower_ in {"who", "which", "that"} and token.head.dep_ == "relcl":
        return token.head.head
    return token


def with_conjuncts(token: Token) -> list[Token]:
    """A noun and the nouns joined to it: "A, B and C"."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]


def objects_of(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """The nouns behind a token's prepositions of the given words, conjuncts included."""
    for prep in token.children:
        if prep.dep_ in {"prep", "agent", "dative"} and prep.lower_ in prepositions:
            for head in prep.children:
                if head.dep_ in {"pobj", "pcomp"}:
                    yield from with_conjuncts(head)


def path_up(token: Token) -> Iterator[Token]:
    """The token's governors, nearest first, without the token itself."""
    at = token
    while at.head != at:
        at = at.head
        yield at


def phrase_bounds(head: Token) -> tuple[int, int]:
    """Offsets of a noun phrase without its clauses and appositions."""
    inside = [head]
    for child in head.children:
        if child.dep_ in {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl"}:
            continue
        inside.extend(
            each
            for each in child.subtree
            if not any(up.dep_ in {"relcl", "acl"} and up.i > head.i for up in (each, *_between(each, head)))
        )
    return min(each.idx for each in inside), max(each.idx + len(each) for each in inside)


def _between(token: Token, head: Token) -> Iterator[Token]:
    at = token
    while at.i != head.i and at.head != at:
        at = at.head
        yield at


def is_calendar(token: Token) -> bool:
    """Whether a token is a month, a weekday or a number of them."""
    return (
        token.lower_ in MONTHS
        or token.lower_ in WEEKDAYS
        or token.lower_ in {"day", "week", "month", "year"}
        or bool(token.like_num)
    )
