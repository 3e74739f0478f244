"""Whether a clause states its happening: not denied, not negated, not hypothetical; and what has become of a plan."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.annotate.clauses import is_verb
from pipeline.annotate.lexicon.speech import DENYING
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Token

HYPOTHETICAL = frozenset({"would", "could", "might", "may", "can"})
UNREAL_ADJECTIVES = words(
    """
    able capable free impossible likely possible ready reluctant unable unlikely willing
    """
)
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
UNREAL_VERBS = words(
    """
    suppose     accuse allege ask attempt avoid consider contemplate decline demand deny fail fear hope imagine mull need
    offer oppose prevent propose recommend refuse reject seek stop suggest suspect threaten try urge vow want warn
    weigh wish
    """
)
"""Verbs whose complement need not happen."""
UNREAL_NOUNS = words(
    """
    accusation allegation attempt bid chance claim demand fear hope idea possibility proposal prospect risk rumor
    rumour speculation suggestion suspicion threat warning
    """
)
_AVERTING = frozenset({"avert", "forestall"})
"""Verbs of which neither subject nor object happens."""
_DEPTH = 14


def is_stated(token: Token) -> bool:
    """Whether the text states the happening that a verb or noun names as fact or as planned."""
    if any(each.lower_ == "no" and each.dep_ == "det" for each in token.children):
        return False
    at, below = token, token
    for _ in range(_DEPTH):
        apart = _stands_alone(below, at) or _describes_subject(token, below, at)
        if is_verb(at) and not apart and _unreal_here(at):
            return False
        if _is_not_chosen(at):
            return False
        if at.i != token.i and (_takes_back(at, below) or _is_hidden_order(at, below)):
            return False
        if at.head == at or _is_told_beside(at):
            break
        below, at = at, at.head
    return True


def _is_not_chosen(token: Token) -> bool:
    """As in "transferred rather than sacked", "instead of being sacked"."""
    if token.dep_ not in {"conj", "pcomp", "pobj", "advcl"} or token.head.i >= token.i:
        return False
    first = token.head.i if token.dep_ in {"pcomp", "pobj"} else token.i - 1
    return first > 0 and [each.lower_ for each in token.doc[first - 1 : first + 1]] in _RATHER


_RATHER = (["rather", "than"], ["instead", "of"])


def _is_told_beside(clause: Token) -> bool:
    """As in "they want it to drop a plan, made known on 12 February", "the envoy, whom the ministry had called in, would say": set
    off by a comma, what a clause tells of a noun in the past holds whatever becomes of the noun."""
    if clause.dep_ not in {"relcl", "acl"} or not is_verb(clause) or clause.tag_ not in {"VBD", "VBN"}:
        return False
    first = clause.left_edge
    helpers = {each.lower_ for each in clause.children if each.dep_ in {"aux", "auxpass", "neg"}}
    set_off = first.i > 0 and first.nbor(-1).text == ","
    return set_off and helpers <= _FINITE - {"will", "are", "is"} | {"been"} and not _unreal_here(clause)


def says_so(between: Iterable[Token]) -> bool:
    """Whether no verb among the tokens is denied, supposed or ordered: what joins two things by them is said."""
    return all(is_stated(each) for each in between if is_verb(each))


def _stands_alone(below: Token, at: Token) -> bool:
    """As in "to have been held tonight, has been scrapped": a joined verb with a helper of its own is stated by itself."""
    return (
        below is not at
        and below.dep_ == "conj"
        and any(each.dep_ in {"aux", "auxpass"} and each.lower_ in _FINITE for each in below.children)
    )


def _describes_subject(token: Token, subject: Token, verb: Token) -> bool:
    """As in "Moe, in London for talks that began on Monday, has not commented": only the clause's own verb is denied."""
    if subject.dep_ not in {"nsubj", "nsubjpass"} or not any(each.dep_ == "neg" for each in verb.children):
        return False
    if token is subject:  # "A Boston show, set for Saturday, is not affected"
        own = verb.lemma_.lower() in _OF_ITSELF or any(each.dep_ == "acomp" for each in verb.children)
        return not own and token.pos_ in {"NOUN", "PROPN"} and _is_known(token)
    if subject.pos_ == "PROPN" or _in_clause_under(token, subject):
        return True
    beneath = token.pos_ in {"NOUN", "PROPN"} and subject.lemma_.lower() not in UNREAL_NOUNS | DENYING
    return beneath and verb.lemma_.lower() not in _OF_ITSELF  # "the report on a derailment in May was never published"


def _in_clause_under(token: Token, noun: Token) -> bool:
    """As in "his rival, who resigned in March, did not attend"."""
    at = token
    while at.head not in (at, noun):
        if at.dep_ in {"relcl", "acl"}:
            return True
        at = at.head
    return bool(at.dep_ in {"relcl", "acl"})


def _is_known(noun: Token) -> bool:
    """As in "the attack on Monday", "a Boston show, set for Saturday": the text speaks of one that is sure."""
    definite = any(
        each.lower_ in {"the", "this", "his", "her", "its", "their"} or each.dep_ == "poss" for each in noun.children
    )
    return definite or any(each.dep_ in {"acl", "relcl"} and bool(each.i > noun.i) for each in noun.children)


_OF_ITSELF = words(
    """
    agree announce arrange be become begin choose come confirm decide exclude exist expect fix follow go happen hold
    materialise materialize occur open plan proceed prove reach resume rule schedule set start take
    """
)
"""Verbs whose denial denies their subject: "a meeting has not been confirmed"."""
_FINITE = frozenset({"has", "have", "had", "was", "were", "is", "are", "will"})


def _unreal_here(verb: Token) -> bool:
    """Whether the verb's own words make its clause negated, conditional or only thought of."""
    children = list(verb.children)
    words = {each.lower_ for each in children if each.dep_ in {"aux", "auxpass", "mark", "neg", "advmod"}}
    denied = any(each.dep_ == "neg" for each in children) or bool(words & {"never", "not", "n't"})
    if (denied and not _not_until(verb)) or words & CONDITIONS:
        return True
    if {"to", "have"} <= words:
        return True  # "was to have been launched in March"
    if words & HYPOTHETICAL and not _reported_future(verb, words):
        return True
    return _inverted_condition(verb) or _on_condition(verb) or _is_order(verb)


def _not_until(verb: Token) -> bool:
    """As in "Not until the pit was drained did it come to light": both happened."""
    return any(
        each.lower_ == "not" and each.i + 1 < len(each.doc) and each.nbor(1).lower_ == "until" for each in verb.children
    )


def _is_hidden_order(at: Token, below: Token) -> bool:
    """As in "State that ...", where the tagger sees a noun."""
    return bool(at.dep_ == "ROOT" and at.pos_ in {"NOUN", "PROPN"} and at.i == at.sent.start and below.dep_ == "ccomp")


def _is_order(verb: Token) -> bool:
    """As in "State that Moe was arrested": what an imperative asks for is no fact, and neither is what hangs on it."""
    return (
        verb.tag_ == "VB"
        and verb.dep_ == "ROOT"
        and not any(each.dep_ in {"aux", "nsubj", "nsubjpass", "expl"} for each in verb.children)
    )


def _on_condition(verb: Token) -> bool:
    """As in "If nobody wins, a runoff will be held": what happens only on a condition is not stated."""
    clauses = (each for each in verb.children if each.dep_ == "advcl")
    return any(mark.lower_ == "if" for clause in clauses for mark in clause.children if mark.dep_ in {"mark", "advmod"})


def _reported_future(verb: Token, words: set[str]) -> bool:
    """As in "said the minister would sign": "would" behind a past verb of speech is the future, not a condition."""
    if "would" not in words or "have" in words or verb.dep_ not in {"ccomp", "conj"}:
        return False
    head = verb.head
    reporting = head.lemma_.lower() in {
        "say",
        "announce",
        "tell",
        "confirm",
        "add",
        "declare",
        "reveal",
        "state",
        "pledge",
        "promise",
    }
    return bool(reporting) and not any(
        each.dep_ == "advcl" and any(mark.lower_ in CONDITIONS for mark in each.children) for each in verb.children
    )


def _inverted_condition(verb: Token) -> bool:
    """As in "Had the jury failed, ..." and "Should the talks fail, ..."."""
    first = next(
        (each for each in verb.children if each.dep_ == "aux" and each.lower_ in {"had", "should", "were"}), None
    )
    if first is None:
        return False
    subject = next((each for each in verb.children if each.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and first.i < subject.i and not verb.sent.text.rstrip().endswith("?")


_WHERE_DENIED = frozenset({"in", "at", "during", "on"})
"""As in "rejected the reform in a referendum", "denied it at a hearing": where it is denied is a happening."""


_RUMOURS = words("post hoax leaflet meme message rumor rumour tweet video")
"""What spreads a story that nobody answers for: "posts on social media said he had been arrested"."""


def _is_rumour(verb: Token) -> bool:
    own = (each for each in verb.children if each.dep_ == "nsubj" and each.pos_ == "NOUN")
    return any(each.lemma_.lower() in _RUMOURS for each in own)


def _takes_back(governor: Token, below: Token) -> bool:
    """Whether a governing word makes what depends on it unreal: "denied that", "refused to", "threat of"."""
    lemma = governor.lemma_.lower()
    if (below.dep_ == "ccomp" and _is_rumour(governor)) or (
        lemma in _AVERTING and below.dep_ in {"nsubj", "nsubjpass", "dobj"}
    ):
        return True
    if lemma == "without" or (lemma == "rule" and any(each.lower_ == "out" for each in governor.children)):
        return True
    if lemma in DENYING:
        return below.lower_ not in _WHERE_DENIED and below.dep_ in {
            "ccomp",
            "xcomp",
            "dobj",
            "pcomp",
            "prep",
            "acl",
            "relcl",
        }
    if is_verb(governor) and lemma in UNREAL_VERBS:
        return below.dep_ in {"ccomp", "xcomp", "pcomp", "dobj"} and below.dep_ != "nsubj"
    if lemma in UNREAL_ADJECTIVES and governor.pos_ == "ADJ":
        return below.dep_ in {"xcomp", "prep", "ccomp", "pcomp"}
    return lemma in UNREAL_NOUNS and below.dep_ in {"acl", "prep", "relcl", "ccomp"}
