"""A clause as a headline: who does what, in the present, without articles: "Ida Moe opens new library in Oslo"."""

from __future__ import annotations

import re

from pipeline.annotate.clauses import agents, is_calendar, is_verb, patients, phrase_bounds, with_conjuncts
from pipeline.annotate.event_deeds import idiom
from pipeline.annotate.event_people import surely_meant
from pipeline.annotate.happenings import Happening
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token

LONGEST_PART = 7
"""Words that one part of a headline may have."""
MOST_NAMES = 3
_IRREGULAR = {"have": "has", "be": "is", "do": "does", "go": "goes"}


def headline(event: Happening, who: People) -> str:
    """Subject, verb and what stands with it; empty where the clause names neither doer nor what it is done to."""
    verb, passage = event.token, event.passage
    doers, done_to = agents(verb), patients(verb)
    if doers:
        subject = _phrases(passage, doers, who)
        first = who.known.of_token(passage, doers[0])
        one = first is not None and first.type == "person" and first.form not in {"pronoun", "description"}
        predicate = present(verb, several=len(doers) > 1 or (_is_plural(doers[0]) and not one))
        oneself = next((each.lower_ for each in verb.children if each.lower_ in _SELVES and each.dep_ == "dobj"), "")
        predicate = f"{predicate} {oneself}".rstrip()
        given = [each for each in done_to if each.dep_ == "dative"]
        rest = _phrases(passage, [each for each in done_to if each not in doers and each not in given], who)
        rest = f"{_phrases(passage, given, who)} {rest}".strip() if given else rest
    else:
        subject, rest = _phrases(passage, done_to, who) if verb.tag_ == "VBN" else "", ""
        predicate = str(verb.lower_)
    if not subject:
        return f"{rest} {verb.lower_}" if rest and verb.lower_.endswith("ed") else ""  # "it filed its bid"
    told = idiom(verb)
    if told == "place" and doers:  # "the workshop took place in Oslo"
        return subject
    within = bool(rest) and rest.split()[-1] in told.split()
    told, rest = ("", rest) if rest and told and not within else (told, "" if told else rest)
    beyond = _complement(passage, verb, who) or _purpose(passage, verb) or _adverbial(passage, verb, who)
    parts = (subject, predicate, told or _particle(verb), rest, "" if told and beyond == told else beyond)
    return " ".join(each for each in parts if each)


_SELVES = frozenset({"himself", "herself", "themselves", "itself"})


def _is_plural(noun: Token) -> bool:
    """As in "ministers", "they", "all three"."""
    return (
        noun.tag_ in {"NNS", "NNPS"}
        or noun.lower_ == "they"
        or (noun.pos_ == "NUM" and noun.lower_ not in {"one", "1"})
    )


def present(verb: Token, *, several: bool) -> str:
    """The verb's present form, as headlines have it."""
    lemma = str(verb.lemma_).lower()
    if several:
        return lemma
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if re.search(r"(?:s|x|z|ch|sh)$", lemma) else f"{lemma}s"


def _phrases(passage: Passage, heads: list[Token], who: People) -> str:
    found = [text for each in heads[: MOST_NAMES + 1] if (text := _phrase(passage, each, who))]
    if len(found) > MOST_NAMES:
        return f"{found[0]} and others"
    return " and ".join((", ".join(found[:-1]), found[-1])) if len(found) > 1 else "".join(found)


def _phrase(passage: Passage, head: Token, who: People) -> str:
    """The name of whom or what a noun means, or its phrase without its article."""
    own = who.known.of_token(passage, head)
    if own is not None and own.form not in {"pronoun", "description"} and own.end >= head.idx + len(head):
        return str(who.known.entities[own.entity].name)
    named = surely_meant(passage, head, who)
    if len(named) == 1:
        return str(who.known.entities[named[0]].name)
    if (
        head.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ"}
        or (is_calendar(head) and head.pos_ == "NOUN")
        or _is_when(head)
    ):
        return ""
    start, end = phrase_bounds(head)
    dated = [each.idx for each in head.subtree if each.dep_ == "prep" and each.i > head.i and _is_dated(each)]
    text = passage.original(start, min([end, *dated])).rstrip().split(", ")[0]
    if len(text.split()) > LONGEST_PART:
        text = passage.original(_core_start(head), head.idx + len(head))
    return _bare(passage, head, text)


def _is_when(head: Token) -> bool:
    """As in "began the following spring", "resigned the same evening", where the parse sees an object."""
    return head.lower_ in _SPANS and any(each.lower_ in _WHICH for each in head.children)


_SPANS = frozenset(
    {"spring", "summer", "autumn", "winter", "day", "week", "month", "year", "season", "morning", "evening"}
)
_WHICH = frozenset({"following", "next", "last", "previous", "same", "this", "that"})


def _is_dated(prep: Token) -> bool:
    """As in "a launch attempt on 10 May": what the event's date says anyway."""
    return prep.lower_ in {"on", "in", "for", "from"} and any(
        each.dep_ == "pobj" and is_calendar(each) for each in prep.children
    )


def _core_start(head: Token) -> int:
    kept = [
        each
        for each in head.lefts
        if each.dep_ in {"compound", "amod", "nmod", "nummod"} and each.i >= head.i - LONGEST_PART + 1
    ]
    return int(min([each.left_edge.idx for each in kept] or [head.idx]))


def _bare(passage: Passage, head: Token, text: str) -> str:
    """Without the article, and without a capital that only the sentence's beginning gave it."""
    if text.isupper() and passage.text.isupper():
        text = text.lower()
    text = re.sub(
        r"^(?:the|an?|his|her|its|their|our|some|this|that|these|those|whose) ", "", text, flags=re.IGNORECASE
    )
    first = passage.doc[head.left_edge.i]
    if (
        first.is_sent_start
        and first.pos_ != "PROPN"
        and text[:1].isupper()
        and not text[:2].isupper()
        and text.startswith(first.text)
    ):
        text = f"{text[0].lower()}{text[1:]}"
    return "" if any(mark in text for mark in '"“”()') else text


def _particle(verb: Token) -> str:
    behind = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    beside = behind is not None and behind.tag_ in {"RB", "RP"} and behind.lower_ in PARTICLES
    return next(
        (each.lower_ for each in verb.children if each.dep_ == "prt"),
        behind.lower_ if beside and behind is not None else "",
    )


PARTICLES = frozenset({"out", "up", "down", "off", "over", "away", "back", "home", "in"})
"""Words that belong to the verb before them."""


def _complement(passage: Passage, verb: Token, who: People) -> str:
    """As in "was made an honorary fellow", "named her head of the museum": what somebody becomes."""
    heads = [each for each in verb.children if each.dep_ == "oprd" and each.pos_ in {"NOUN", "PROPN"}]
    return _phrases(passage, heads, who)


def _purpose(passage: Passage, verb: Token) -> str:
    """As in "agreed to sell its plant": the verb that completes this one, with its object."""
    below = next((each for each in verb.children if each.dep_ == "xcomp" and each.tag_ == "VB"), None)
    if below is None:
        return ""
    head = next(iter(each for each in below.children if each.dep_ == "dobj"), None)
    last = next((each for each in below.children if each.dep_ == "prt"), below)
    end = phrase_bounds(head)[1] if head is not None else last.idx + len(last)
    text = passage.original(below.left_edge.idx, end)
    return text if len(text.split()) <= LONGEST_PART and text.startswith("to ") else ""


_NOT_IN_NAMES = frozenset(
    {
        "on",
        "during",
        "after",
        "before",
        "since",
        "until",
        "by",
        "at",
        "near",
        "outside",
        "according",
        "because",
        "amid",
        "despite",
    }
)


def _adverbial(passage: Passage, verb: Token, who: People) -> str:
    """The first phrase behind the verb that is neither time nor the place, which the name gets anyway."""
    for prep in verb.children:
        judged = prep.lower_ == "before" and verb.lemma_.lower() in {"appear", "testify"}
        if prep.dep_ != "prep" or prep.i < verb.i or (prep.lower_ in _NOT_IN_NAMES and not judged):
            continue
        head = next((each for each in prep.children if each.dep_ == "pobj"), None)
        if head is None or is_calendar(head) or _is_time(head):
            continue
        own = who.known.of_token(passage, head)
        if prep.lower_ == "in" and own is not None and own.type in {"place", "facility"}:
            continue
        if head.lower_ in {"city", "town", "village"} and own is None:
            continue
        heads = with_conjuncts(head)
        text = _phrases(passage, heads, who)
        if text:
            return f"{prep.lower_} {text}"
    return ""


def _is_time(head: Token) -> bool:
    return any(
        is_calendar(each) and each.ent_type_ != "CARDINAL" and not is_verb(each)
        for each in head.subtree
        if each.dep_ in {"pobj", "npadvmod", "compound"}
    )
