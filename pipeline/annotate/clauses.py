"""Grammar over the dependency parse: the verb of a clause, its subjects and objects, with those it shares or leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.lexicon.calendar import MONTHS, WEEKDAYS
from pipeline.annotate.lexicon.triggers import VERBS
from pipeline.annotate.lexicon.words import words
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
        before = [each for each in own if each.i < at.i]
        if len(before) > 1:  # "After one ejection, Council voted": a name is likelier the subject, else the nearest
            own = [each for each in before if each.pos_ == "PROPN"][-1:] or before[-1:]
        if own:
            return [_antecedent(each) for head in own for each in with_conjuncts(head)]
        lost = _lost_subject(at)
        if lost is not None:
            return [lost]
        if at.dep_ in {"acl", "relcl"} and not is_verb(at.head):
            return [] if at.tag_ == "VBN" else _decided_by(at) or [at.head]
        if at.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "acomp", "prep", "ccomp"} or at.head == at:
            return []
        at = at.head
    return []


def _decided_by(verb: Token) -> list[Token]:
    """As in "made the decision to ban it", "Moe's plan to leave": who has it in mind, not the decision itself."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VB" or noun.lemma_.lower() not in _IN_MIND:
        return []
    owners = [each for each in noun.children if each.dep_ == "poss"]
    if owners or noun.dep_ not in {"dobj", "nsubjpass"} or not is_verb(noun.head):
        return owners
    return subjects(noun.head) if noun.dep_ == "dobj" else []


_IN_MIND = words("agreement commitment contract deal decision intention move offer order plan pledge promise right vow")


def _lost_subject(verb: Token) -> Token | None:
    """As in "said its summit, due on Monday, had been put off", where the parse takes "summit" for what is said."""
    if verb.dep_ == "conj" and any(each.dep_ == "auxpass" for each in verb.children):
        return _taken_for_object(verb)
    if verb.dep_ != "ccomp" or not any(each.dep_ == "auxpass" for each in verb.children):
        return None
    return next((each for each in verb.head.children if each.dep_ == "dobj" and each.i < verb.i), None)


def _is_set_off(verb: Token) -> bool:
    """As in "Moe, appointed chief in May, said": one comma parts no subject from its verb, so that it is a participle."""
    own = [each for each in verb.children if each.dep_ == "nsubj" and each.i < verb.i]
    if not own or verb.tag_ != "VBD" or verb.lemma_.lower() not in VERBS or verb.doc[verb.i - 1].text != ",":
        return False
    commas = sum(each.text == "," for each in verb.doc[own[-1].i + 1 : verb.i])
    return commas == 1 and VERBS[verb.lemma_.lower()].patient == "object"


def _taken_for_object(verb: Token) -> Token | None:
    """As in "it came after a lorry, the Big Bess, was stopped", where the parse takes "after a lorry" for a phrase."""
    if any(each.dep_ == "cc" for each in verb.head.children) or verb.head.i > verb.i:
        return None
    preps = [each for each in verb.head.children if each.lower_ in {"after", "before"} and each.dep_ == "prep"]
    return next((one for each in preps for one in each.children if one.dep_ == "pobj" and one.i < verb.i), None)


def patients(verb: Token) -> list[Token]:
    """The heads of what a verb is done to: its object, the subject of a passive, or the noun that "arrested in May" describes."""
    passive = [each for each in verb.children if each.dep_ == "nsubjpass"]
    if passive and not _names_its_object(verb):
        return [_antecedent(each) for head in passive for each in with_conjuncts(head)]
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and not is_verb(verb.head):
        return [verb.head]
    if is_bare_past(verb) or _names_its_object(verb):
        return []
    joined = verb.dep_ == "conj" and any(each.dep_ == "auxpass" for each in verb.head.children)
    if (verb.tag_ == "VBN" and joined) or _is_set_off(verb) or _has_lost_helper(verb):
        return subjects(verb)
    found = [each for head in verb.children if head.dep_ in {"dobj", "obj", "dative"} for each in with_conjuncts(head)]
    return found or (subjects(verb) if _is_passive(verb) else [])


def agents(verb: Token) -> list[Token]:
    """The heads of who does what a verb says: the subject, or "by ..." of a passive."""
    if _names_its_object(verb) or _is_past_behind_and(verb):
        return subjects(verb)
    by = [each for each in verb.children if each.dep_ == "agent"]
    if by or _is_passive(verb) or any(each.dep_ == "nsubjpass" for each in verb.children):
        return [each for prep in by for head in prep.children if head.dep_ == "pobj" for each in with_conjuncts(head)]
    if is_bare_past(verb):
        return subjects(verb)
    if _is_set_off(verb):
        return []
    if _has_lost_helper(verb):
        return []  # "arrested in May", "Born in Oslo": done to the subject
    return subjects(verb)


def is_bare_past(verb: Token) -> bool:
    """As in "Moe joined from Harwell in 2015.": the verb of a whole sentence is finite, whatever the tagger says; but who is
    "re-elected" has it done to him, even where the helper is lost."""
    children = list(verb.children)
    return (
        verb.tag_ == "VBN"
        and verb.dep_ == "ROOT"
        and any(each.dep_ == "nsubj" and each.i < verb.i for each in children)
        and not any(each.dep_ in {"aux", "auxpass", "agent"} for each in children)
        and not (verb.lemma_.lower() in VERBS and VERBS[verb.lemma_.lower()].patient == "object")
        and verb.sent.text.rstrip().endswith(".")
    )


def _has_lost_helper(verb: Token) -> bool:
    """A passive whose helper is left out, or lost by the parser: "councillors ... re-elected"."""
    return (
        verb.tag_ == "VBN"
        and not any(each.dep_ in {"aux", "dobj"} for each in verb.children)
        and not _is_past_behind_and(verb)
    )


def _is_past_behind_and(verb: Token) -> bool:
    """As in "Moe accepted it and named Jon Dahl chairman", where the tagger takes "named" for a participle."""
    if verb.tag_ != "VBN" or verb.dep_ != "conj" or verb.head.tag_ != "VBD" or _is_passive(verb.head):
        return False
    helped = any(each.dep_ in {"aux", "auxpass", "agent", "nsubjpass"} for each in verb.children)
    return not helped and any(each.dep_ in {"oprd", "dobj"} and each.i > verb.i for each in verb.children)


def _names_its_object(verb: Token) -> bool:
    """As in "Moe, 37, stabbed to death Jon Dahl", where tagger and parser lost the object and see a passive."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    fatal = any(each.lower_ == "to" and any(one.lower_ == "death" for one in each.children) for each in verb.children)
    helped = fatal and any(each.dep_ in {"aux", "auxpass", "agent"} for each in verb.children)
    return (
        fatal and not helped and any(each.dep_ in {"nsubj", "nsubjpass"} and each.i < verb.i for each in verb.children)
    )


def _is_passive(verb: Token) -> bool:
    return any(each.dep_ == "auxpass" for each in verb.children)


def unsplit(token: Token) -> Token:
    """The noun of "by-election", of which the parser takes the first part for a preposition."""
    first = token.i + (token.tag_ == "DT")
    parts = token.doc[first : first + 3]
    split = [each.lower_ for each in parts[:2]] == ["by", "-"] and len(parts) == len("by-x") - 1
    return parts[2] if split and parts[2].pos_ == "NOUN" else token


def _antecedent(token: Token) -> Token:
    """What "who" or "which" stands for; "Moe, 79, of Harwell, who ..." is Moe, not Harwell."""
    token = unsplit(token)
    if token.lower_ in MONTHS and token.dep_ == "nsubjpass" and token.sent.root.tag_ == "NNS":
        return token.sent.root  # "Two men held since May were freed", where the parse takes the month for the subject
    if token.lower_ in {"who", "which", "that"} and token.head.dep_ == "relcl":
        noun = token.head.head
        whose = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
        if (
            token.lower_ == "which"
            and noun.pos_ == "PROPN"
            and whose is not None
            and whose.lemma_.lower() in _OF_PERSONS
        ):
            return whose  # "the trial of Jon Dahl, which opened on Monday"
        if (
            token.lower_ == "who"
            and noun.dep_ == "pobj"
            and noun.pos_ == "PROPN"
            and noun.head.lower_ in {"of", "from", "in"}
        ):
            above = noun.head.head
            above = above.head if above.dep_ == "appos" else above
            return above if above.pos_ in {"PROPN", "NOUN"} and above.i < noun.i else noun
        return noun
    return _those_before(token) or token


_OF_PERSONS = words(
    "abduction arrest burial conviction death execution funeral hearing inauguration kidnapping killing murder release "
    "resignation retrial sacking sentencing trial wedding"
)
"""Happenings that are named by the person they happen to."""


def _those_before(they: Token) -> Token | None:
    """As in "two miners were flown to Oslo, where they were treated": the only plural subject that governs such a clause."""
    clause = they.head
    if they.lower_ != "they" or clause.dep_ != "relcl" or not any(each.lower_ == "where" for each in clause.children):
        return None
    above = next((each for each in path_up(clause) if is_verb(each)), None)
    own = subjects(above) if above is not None else []
    return own[0] if len(own) == 1 and own[0].tag_ == "NNS" else None


def with_conjuncts(token: Token) -> list[Token]:
    """A noun and the nouns joined to it: "A, B and C"."""
    if token.dep_ == "conj":
        return [token]
    before = [
        each
        for each in token.children
        if each.dep_ in {"nmod", "compound"} and any(one.dep_ == "cc" and one.i > each.i for one in each.children)
    ]  # "President Moe and Chancellor Dahl", where the parse hangs the first name on the second
    return [*before, token, *token.conjuncts]


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
