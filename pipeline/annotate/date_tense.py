"""Whether the clause around a date tells of the past or of the future, by its verbs."""

from __future__ import annotations

import re

from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS
from pipeline.annotate.lexicon.triggers import MOVING, PLANNING
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Token

_AHEAD = re.compile(r"\b(?:for|until|till) (?:the )?$|\b(?:due|planned|scheduled|slated|set|expected) (?:on )?$")
_FUTURE = words("'ll can may must shall should will wo")
_PAST = words("'d 've did had has have was were")
_PRESENT = frozenset(["is", "are", "'s", "'re", "am"])
_SET = words("bill book earmark pencil plan schedule set slate time")
"""Verbs that give a day to what they describe: "billed for Monday"."""
_MOVED = words("cancel defer delay expect move plan postpone reschedule schedule scrap slate")


_SINCE = re.compile(r"\b[Ss]ince (?:the |early |late |mid-|last )*$")


_BACK_TO = re.compile(r"\b(?:go|goes|date|dates|stretch|stretches|reach|reaches) back to (?:early |late |mid-|the )?$")


_TO = re.compile(r"\b(?:to|until|till) (?:the )?$")


def tense_at(passage: Passage, match: re.Match[str]) -> tuple[bool | None, bool]:
    """True if the clause around a date tells of the past, False if of the future, None if it is open; and whether it is sure."""
    before = passage.text[: match.start()]
    if _BACK_TO.search(before) or _SINCE.search(before):
        return True, True
    if _AHEAD.search(before) or re.match(r"(?:for|until) ", match.group()):
        return False, False
    token = passage.token_at(match.start())
    for _ in range(12):
        if token is None:
            break
        if token.pos_ == "VERB" and token.lemma_.lower() in MOVING and _TO.search(before):
            return False, False
        if token.pos_ in {"VERB", "AUX"} and not _done_before(token) and (verdict := _verb_tense(token)) is not None:
            return verdict, _is_done(token) if verdict else _will(token)
        if token.head == token:
            break
        token = token.head
    return None, False


_DONE = words("choose try attempt manage begin start continue help fail use come go return gather turn decline refuse")


def _done_before(verb: Token) -> bool:
    """As in "chose to delay it on Monday", "had planned to meet on Monday": the day is the governing verb's past."""
    if verb.tag_ != "VB" or verb.dep_ != "xcomp" or not any(each.lower_ == "to" for each in verb.children):
        return False
    above = verb.head
    if above.tag_ == "VBG" and above.dep_ in {"xcomp", "pcomp"} and above.head.lemma_.lower() in _OF_DEEDS_DONE:
        return True  # "denied asking them to withdraw it in February"
    had = any(each.lower_ == "had" for each in above.children if each.dep_ == "aux")
    return had or (above.tag_ == "VBD" and above.lemma_.lower() in _DONE)


_OF_DEEDS_DONE = words("deny admit regret accuse suspect of for")


def _is_done(verb: Token) -> bool:
    """As in "was appointed in September", "a study, completed in December": done to something, it is over."""
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBD" and not any(each.dep_ == "ccomp" for each in verb.children):
        return lemma not in _OF_WHAT_IS_TO_COME | _MOVED | MOVING | PLANNING | UNSURE_PAST
    if verb.tag_ != "VBN" or lemma in _MOVED | MOVING | PLANNING | UNSURE_PAST:
        return False
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    apart = verb.dep_ == "acl" or (
        verb.dep_ == "advcl" and not any(each.dep_ in {"mark", "advmod", "nsubj"} for each in verb.children)
    )
    return apart if not helpers else bool(helpers & {"was", "were"}) and not helpers & {"to", "have"}


_OF_WHAT_IS_TO_COME = STRONG_SPEECH_VERBS | words(
    """
    advise aim agree approve await call consider demand envisage expect fix forecast hope intend invite need offer order organise organize
    pledge prepare promise propose recommend request seek support tell urge vow want warn welcome wish
    """
)
"""Verbs beside whose past the day of something to come may stand: "promised a decision in August", "fixed a hearing in May"."""
UNSURE_PAST = words("abandon book call hold launch open pencil promise push put shelve stop suspend time bill")
"""Verbs whose passive may stand beside the day of a plan: "was called off in May", "the festival booked for May"."""


def _will(verb: Token) -> bool:
    """As in "will open", "is set to begin"."""
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    planned = "to" in helpers and verb.head.lemma_.lower() in PLANNING and verb.dep_ == "xcomp"
    return bool(helpers & {"will", "'ll", "shall"}) or planned


def _is_cut_short(verb: Token) -> bool:
    """As in "Friday's match was called off when the lights failed": it had come that far."""
    return any(
        each.dep_ == "advcl" and each.tag_ == "VBD" and any(one.lower_ == "when" for one in each.children)
        for each in verb.children
    )


def _is_unchanged_past(verb: Token) -> bool:
    """As in "the fire that shut the mill in May": one thing that does so now "shuts" it."""
    if verb.lower_ not in _UNCHANGED or verb.tag_ == "VBN":
        return False
    own = next((each for each in verb.children if each.dep_ == "nsubj"), None)
    if own is not None and own.lower_ in {"that", "which", "who"} and verb.dep_ == "relcl":
        own = verb.head
    return (
        own is not None and (own.tag_ in {"NN", "NNP"} or own.lower_ in {"he", "she", "it"}) and not any(own.conjuncts)
    )


_UNCHANGED = words("burst cost cut hit hurt put quit shut split spread")
"""Verbs whose past looks like their present."""


def _verb_tense(verb: Token) -> bool | None:
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    lemma = verb.lemma_.lower()
    put_off = lemma in MOVING | {"call"} and any(each.lower_ in {"back", "forward", "off"} for each in verb.children)
    planned_once = "had" in helpers and not any(each.dep_ == "auxpass" for each in verb.children)
    moved = bool(helpers & (_PAST | _PRESENT)) and not planned_once
    cut_short = bool(helpers & {"was", "were"}) and _is_cut_short(verb)
    set_for = verb.tag_ == "VBN" and lemma in _SET and any(each.lower_ == "for" for each in verb.children)
    undone = {"to", "have"} <= helpers or {"should", "have"} <= helpers  # "was to have opened on Sunday"
    verdicts = (
        ((set_for and not helpers & {"was", "were"}) or undone, False),
        (cut_short or (not helpers and _is_unchanged_past(verb)), True),
        (put_off or bool(helpers & _FUTURE) or (lemma in _MOVED and moved), False),
        ("would" in helpers and "have" not in helpers, False),
        (bool(helpers & {"would", "could", "might"}), True if "have" in helpers else None),
        (bool(helpers & _PAST), True),
        (verb.tag_ == "VB" and "to" in helpers, False),
        (bool(helpers & _PRESENT) or verb.tag_ in {"VBP", "VBZ"} or (verb.tag_ == "VB" and not helpers), False),
        (verb.tag_ == "VBD" or _is_done(verb), True),
    )
    return next((past for holds, past in verdicts if holds), None)
