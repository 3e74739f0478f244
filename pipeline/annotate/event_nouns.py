"""The nouns that happen when a verb does: its subject, its object, what it takes place at."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.clauses import agents, is_verb, objects_of, subjects, with_conjuncts
from pipeline.annotate.lexicon.triggers import BEGINNING, CALAMITIES, LIGHT, Trigger
from pipeline.annotate.planned import core
from pipeline.annotate.reading import Token

OVERTURNING = frozenset({"uphold", "overturn", "quash", "annul", "void", "stop", "halt", "block", "prevent"})
"""Verbs after which a date is theirs, even where the parse hangs it on their object."""
REVIEWING = OVERTURNING | frozenset(
    {
        "appeal",
        "approve",
        "reject",
        "authorise",
        "authorize",
        "endorse",
        "review",
        "mark",
        "commemorate",
        "investigate",
        "condemn",
        "criticise",
        "criticize",
    }
)
"""Verbs about something older: its date is not theirs."""


def _due_for(verb: Token) -> Iterator[Token]:
    """As in "is due in Oslo on Friday for a visit"."""
    for due in verb.children:
        if due.dep_ == "acomp" and due.lower_ == "due":
            yield from (one for top in (verb, due) for one in objects_of(top, frozenset({"for"})))


def nouns_under(verb: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """Nouns for happenings that are a verb's subject, object or companion: they happen when the verb does."""
    lemma = verb.lemma_.lower()
    if lemma in {"follow", "precede"}:  # "a talk that will be followed on Monday by a concert"
        return [each for each in agents(verb) if each in triggers]
    found = [core(each) for each in subjects(verb) if core(each) in triggers]
    if lemma in REVIEWING:
        return [each for each in _by_links(verb, triggers) if triggers[each].type == "election"]
    if not subjects(verb):  # "The parade, pushed back from Friday, will be held ..." with its halves parsed apart
        found += [
            each for child in verb.children if child.dep_ == "ccomp" for each in subjects(child) if each in triggers
        ]
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
            found += [core(each) for each in with_conjuncts(child) if core(each) in triggers]
    if (
        lemma in BEGINNING and verb.tag_ == "VBG" and verb.dep_ == "xcomp"
    ):  # "declared three days of mourning beginning on Monday"
        found += [core(each) for each in verb.head.children if each.dep_ == "dobj" and core(each) in triggers]
    found += _by_links(verb, triggers)
    for child in verb.children:
        lends = child.dep_ == "acl" or (child.dep_ == "xcomp" and is_verb(child))
        if lends and child.lemma_.lower() in LIGHT:
            found += nouns_under(child, triggers)
    return list(dict.fromkeys(found))


def _is_passive(verb: Token) -> bool:
    return any(each.dep_ == "auxpass" for each in verb.children)


GATHERING = frozenset({"gather", "convene", "assemble", "meet"})
"""Verbs of coming together: what for is what happens."""
_GOING_THERE = frozenset({"leave", "depart", "arrive", "travel", "fly", "embark", "go"})


def _by_links(verb: Token, triggers: dict[Token, Trigger]) -> list[Token]:
    """The happenings behind a verb's prepositions at which what it tells takes place: "spoke at a rally", "left on a visit"."""
    lemma = verb.lemma_.lower()
    found = [each for each in objects_of(verb, frozenset({"with", "at", "during"})) if each in triggers]
    found += [
        each for each in objects_of(verb, frozenset({"on"})) if each in triggers and triggers[each].noun == "call"
    ]
    found += [
        each
        for each in objects_of(verb, frozenset({"in", "to"}))
        if each in triggers and triggers[each].type in {"election", "match", "tournament"}
    ]
    wrongs = (*objects_of(verb, frozenset({"in"})), *agents(verb)) if _is_passive(verb) else ()
    found += [each for each in wrongs if each in triggers and triggers[each].type in CALAMITIES]
    found += [each for each in _due_for(verb) if each in triggers]
    if lemma in GATHERING:
        found += [each for each in objects_of(verb, frozenset({"for"})) if each in triggers]
    if lemma in _GOING_THERE:  # "left on a visit to Rome"
        tours = objects_of(verb, frozenset({"on", "for"}))
        found += [each for each in tours if each in triggers and triggers[each].type == "visit"]
    if lemma in {"go", "walk", "come"}:  # "went on strike", "came out on strike"
        found += [
            each for each in objects_of(verb, frozenset({"on"})) if each in triggers and triggers[each].type == "strike"
        ]
    return found
