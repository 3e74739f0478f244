"""The words of a passage that tell of a happening: verbs, nouns and the names of events."""

from __future__ import annotations

import re

from pipeline.annotate.clauses import agents, objects_of, patients
from pipeline.annotate.event_phrases import by_object, by_phrase, is_human, words_behind
from pipeline.annotate.lexicon.organizations import STORM_WORDS
from pipeline.annotate.lexicon.triggers import (
    ERUPTING,
    HUMAN_PATIENT,
    LIGHT,
    NOUNS,
    ROLLING,
    SPORT_WORDS,
    STRICT_OBJECT,
    THINGS_ISSUED,
    VEHICLES,
    VERBS,
    VOTING_BODIES,
    Trigger,
)
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.people import People
from pipeline.annotate.planned import planned_things
from pipeline.annotate.reading import Passage, Token


def find_triggers(passage: Passage, who: People) -> dict[Token, Trigger]:
    """Each word outside quotation marks that tells of a happening, with what it tells."""
    quoted = passage.quoted
    found: dict[Token, Trigger] = {}
    planned = planned_things(passage, who.known)
    for token in passage.doc:
        if any(each.start <= token.idx < each.end for each in quoted):
            continue
        trigger = _named_event(passage, token, who) or (
            None if who.known.of_token(passage, token) else _trigger(token, passage, who)
        )
        trigger = trigger or planned.get(token)
        if trigger is not None:
            found[token] = trigger
    return {each: trigger for each, trigger in found.items() if not _only_lends(each, found)}


def _only_lends(verb: Token, found: dict[Token, Trigger]) -> bool:
    """As in "delivered the judgment", "launched an inquiry": the noun tells what happens."""
    lends = verb.lemma_.lower() in LIGHT or verb.lemma_.lower() == "order"
    return verb.pos_ == "VERB" and lends and any(each in found for each in patients(verb))


def _trigger(token: Token, passage: Passage, who: People) -> Trigger | None:
    describes = token.dep_ in {"compound", "nmod", "amod", "poss"}
    if token.pos_ == "VERB" and token.dep_ not in {"amod", "compound"}:  # not "with attacking style"
        return _verb_trigger(token, passage, who)
    if token.pos_ != "NOUN" or describes or _is_charge(token) or _is_prize(token) or _is_measure(token):
        return None
    lemma = token.lemma_.lower()
    climbed = lemma == "summit" and token.dep_ == "dobj" and token.head.lemma_.lower() in {"reach", "climb", "scale"}
    if (
        climbed
        or token.lower_ in _FIGURES
        or (
            lemma in _NEED_WORD
            and not _has_word(token, _NEED_WORD[lemma])
            and not (lemma == "call" and _told_on(token))
        )
    ):
        return None
    if (
        lemma in _GAMES
        and not who.sport
        and not any(each.lemma_.lower() in SPORT_WORDS - _GAMES for each in token.lefts)
    ):
        return None  # "a video game", "light fixtures"
    return _special_noun(token, lemma, passage, who) or NOUNS.get(token.lower_) or NOUNS.get(lemma)


def _told_on(call: Token) -> bool:
    """As in "told analysts on a call": one that many listen to."""
    verb = call.head.head
    hearers = {each.lemma_.lower() for each in verb.children if each.dep_ in {"dobj", "dative"}}
    return call.head.lower_ == "on" and verb.lemma_.lower() == "tell" and bool(hearers & _LISTENERS)


_LISTENERS = words("analyst investor journalist reporter shareholder")
_TOLD = words("briefing committee hearing")
"""Gatherings that somebody tells something."""
_FIGURES = frozenset({"sales"})
"""Plurals that are figures, where the singular is a happening."""
_GAMES = words("game fixture tie final friendly replay match")


def _special_noun(token: Token, lemma: str, passage: Passage, who: People) -> Trigger | None:
    """Nouns that name a happening only as the grammar or the field has it: a result, the polls, a deal that is reached."""
    if lemma in _RESULTS:
        return _result(token, lemma, who)
    if lemma in _DEALS and _is_reached(token):
        return DEAL
    if token.lower_ == "polls" and passage.text[: token.idx].endswith("to the "):
        return NOUNS["election"]
    if lemma == "statement" and token.dep_ == "dobj" and token.head.lemma_.lower() in {"make", "deliver"}:
        return Trigger("statement", "statement")
    told = lemma in _TOLD and token.dep_ == "dobj" and token.head.lemma_.lower() in {"tell", "address"}
    if lemma == "call" or told:
        return NOUNS["meeting"]._replace(noun=lemma, alone=told)
    return NOUNS["memorial"] if lemma == "service" else None


def _is_reached(deal: Token) -> bool:
    """As in "reached a deal", "the deal struck in 1991", "the 1991 agreement"."""
    if deal.dep_ == "dobj" and deal.head.lemma_.lower() in _REACHING:
        return True
    return any(
        (each.dep_ == "acl" and each.lemma_.lower() in _REACHING)
        or (each.dep_ in {"compound", "nummod"} and each.shape_ == "dddd")
        for each in deal.children
    )


_DEALS = frozenset({"agreement", "deal", "accord", "settlement", "pact"})
DEAL = Trigger("agreement", "agreement")
_RESULTS = words("win victory defeat loss draw triumph thrashing rout")


def _result(token: Token, lemma: str, who: People) -> Trigger | None:
    """As in "a 2-0 win at Burnley", "a victory over Harwell": in sport, a result is a match."""
    scored = any(_SCORED.search(each.text) for each in token.lefts) or _SCORED.search(
        token.sent.text[: token.idx - token.sent.start_char]
    )
    against = any(each.lower_ in {"over", "against"} for each in token.children)
    return Trigger("match", lemma, "subject", "SportsEvent") if who.sport and (scored or against) else None


_NEED_WORD: dict[str, frozenset[str]] = {
    "call": words("conference earnings phone telephone video zoom"),
    "service": words("memorial funeral thanksgiving prayer remembrance commemoration"),
    "night": words("opening closing first gala"),
    "mourning": words("national official public state"),
}
"""Nouns that name a happening only with one of these words."""
_REACHING = words("reach strike clinch conclude finalise finalize seal")


def _has_word(token: Token, wanted: frozenset[str]) -> bool:
    of = objects_of(token, frozenset({"of"}))
    return any(each.lower_ in wanted for each in (*token.children, *of))


_IN_HONOUR = re.compile(r"\w+ in (?:honou?r|memory|recognition) ")
_NO_MEETING = words(
    """
    corner criterion cross deadline demand end expectation goal need requirement standard target
    """
)


def _verb_trigger(token: Token, passage: Passage, who: People) -> Trigger | None:
    lemma = token.lemma_.lower()
    phrasal = by_object(token, lemma) or by_phrase(token, lemma, passage, who)
    if phrasal is not None or lemma not in VERBS:
        return phrasal
    objects = {each.lemma_.lower() for each in token.children if each.dep_ == "dobj"}
    if lemma == "release" and objects & THINGS_ISSUED:
        return VERBS["publish"]
    excluded = (
        (lemma == "name" and (words_behind(token) & {"after", "for"} or _IN_HONOUR.match(passage.text, token.idx)))
        or (lemma == "rule" and "out" in words_behind(token))
        or (token.tag_ == "VBG" and (lemma in STRICT_OBJECT or (lemma == "travel" and "with" in words_behind(token))))
    )
    excluded = excluded or (lemma == "meet" and bool(objects & _NO_MEETING)) or not _plausible(token, passage, who)
    return None if excluded else _by_field(token, VERBS[lemma], passage, who)


_SCORED = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?! (?:vote|majority|ruling|decision))")
_VICTORY = Trigger("victory", "victory over", "object")


def _by_field(token: Token, trigger: Trigger, passage: Passage, who: People) -> Trigger | None:
    """What a verb tells of in sport and elsewhere: rivals meet in matches there, and beat each other at the polls."""
    if trigger.type == "match" and not who.sport and not _SCORED.search(token.sent.text):
        return _VICTORY if token.lemma_.lower() in {"beat", "defeat"} else None
    if trigger.type == "meeting" and who.sport:
        sides = [who.known.of_token(passage, each) for each in (*agents(token), *patients(token))]
        if len(sides) > 1 and all(each is not None and each.type != "person" for each in sides):
            return Trigger("match", "match", "both", "SportsEvent")
    return trigger


_WITH_CLAUSE = words("discover order approve vote fine")


def _plausible(token: Token, passage: Passage, who: People) -> bool:
    """Whether the verb's arguments are of the kind that its happening needs."""
    lemma, kinds = token.lemma_.lower(), {each.dep_ for each in token.children}
    doers, done_to = agents(token), patients(token)
    if any(each.lower_ in {"i", "we", "you"} for each in doers) or (lemma in _WITH_CLAUSE and "ccomp" in kinds):
        return False
    if lemma in _DOERS and not (lemma == "vote" and "xcomp" in kinds):
        return any(each.lemma_.lower() in _DOERS[lemma] for each in doers)
    acted = any(is_human(each, passage, who) for each in doers)
    suffered = any(is_human(each, passage, who) for each in done_to)
    special = {
        "receive": acted and suffered,
        "host": acted and suffered,
        "shoot": suffered,  # not "used to shooting with a small camera"
        "stab": suffered,
        "release": suffered,  # not "the updates Harwell Group released in May"
        "close": bool(done_to) or not {each.lemma_.lower() for each in doers} & (_TRADED | {"it"}),
        "land": acted or not {each.lemma_.lower() for each in doers} & ROLLING,
    }
    if lemma in special and not (lemma == "close" and special[lemma]):
        return special[lemma]
    if VERBS[lemma].type == "visit" or lemma == "strike":
        return acted and not (lemma == "strike" and "dobj" in kinds)
    needs_person = VERBS[lemma].type in HUMAN_PATIENT and VERBS[lemma].patient == "object"
    return suffered or not done_to or not needs_person


_TRADED = words("bond currency dollar euro future index market oil pound price share stock yen yield")
"""What closes at a price every day."""
_DOERS: dict[str, frozenset[str]] = {"plunge": VEHICLES, "overturn": VEHICLES, "erupt": ERUPTING, "vote": VOTING_BODIES}
"""Verbs that tell of a happening only of certain subjects."""


def _is_measure(token: Token) -> bool:
    """As in "two deaths", "a 94th-minute winner": a number of things, not one happening."""
    return any(each.dep_ == "nummod" for each in token.children) and token.tag_ == "NNS"


def _named_event(passage: Passage, token: Token, who: People) -> Trigger | None:
    """A name that is an event's ("Typhoon Ada", "Harwell Cup") counts by its last word."""
    place = who.known.of_token(passage, token)
    if place is None or place.type != "named-event" or token.idx + len(token) != place.end:
        return None
    if passage.text[place.start : place.end].split()[0].lower() in STORM_WORDS:
        return NOUNS["storm"]
    if _is_prize(token) or token.lemma_.lower() in {"award", "prize", "medal", "trophy", "title", "day", "week"}:
        return None
    named = NOUNS.get(token.lower_)
    return named or (Trigger("other", token.lower_) if " " in passage.text[place.start : place.end] else None)


_WINNING = frozenset({"win", "receive", "lift", "accept", "collect"})
_OF_CRIMES = words("guilty innocent convict acquit accuse charge suspect clear conviction acquittal charge")


def _is_charge(token: Token) -> bool:
    """As in "guilty of murder": what somebody is tried for is not what happens that day."""
    prep = token.head
    return prep.lower_ in {"of", "with", "for"} and prep.head.lemma_.lower() in _OF_CRIMES


def _is_prize(token: Token) -> bool:
    """As in "won the race": the happening is the win."""
    return token.dep_ == "dobj" and token.head.lemma_.lower() in _WINNING
