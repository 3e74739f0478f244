"""Names taken for happenings: laws and treaties are works, and a prize or a slogan takes place nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.capitals import says_nothing
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.countries import COUNTRY_CODES, DEMONYMS
from pipeline.annotate.lexicon.function_words import FUNCTION_WORDS
from pipeline.annotate.lexicon.organizations import STORM_WORDS
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage
from pipeline.model.annotations import Entity, EntityType

RULES = words(
    "accord act acts agreement amendment bill constitution directive law laws ordinance pact regulation regulations statute treaty"
)
"""Heads of the names of what is written and agreed, not of what happens."""
_PRIZES = words("award awards prize prizes medal medals trophy grant grants fellowship")
_STRIFE = words("war wars battle revolution rebellion uprising siege")
_GATHERINGS = words(
    "biennale carnival championship championships conference congress convention cup derby expo fair festival final finals forum games marathon masters "
    "olympics open rally summit tournament"
)
_OF_STRIFE = words(
    "cold world first second third great civil gulf industrial agricultural cultural boer napoleonic peninsular punic opium"
)
_HELD = re.compile(
    r"\b(?:at|during|before|after|since|until|till|by|for|of|to|in|from|attend(?:s|ed|ing)?|host(?:s|ed|ing)?|open(?:s|ed|ing)?|hold(?:s|ing)?|held|stag(?:es?|ed|ing)|"
    r"win(?:s|ning)?|won|annual|upcoming|inaugural|postponed?|cancell?ed|organi[sz](?:es?|ed|ing)|edition of|(?:this|last|next) year's|winners? of|"
    r"\d{1,3}(?:st|nd|rd|th)) (?:the |an? |its |their )?(?:\d{4} |annual |upcoming |inaugural |\d{1,3}(?:st|nd|rd|th) )*$",
    re.IGNORECASE,
)
_TAKES_PLACE = re.compile(
    r",? (?:which )?(?:(?:was|is|were|are|will be|has been|to be) (?:held|staged|hosted|postponed|cancell?ed|scheduled|due)|takes? place|took place|opens?|opened|"
    r"begins?|began|starts?|started|kicks? off|kicked off|runs?|ran|ends?|ended|in [A-Z]\w+|on (?:[A-Z][a-z]+day|\d|[A-Z][a-z]+ \d)|at the|this|next|last)\b|"
    r",? \(?(?:19|20)\d\d"
)
_DATED = re.compile(
    r"\b(?:(?:1[5-9]|20)\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|"
    r"December|(?:this|next|last) (?:week|month|year|spring|summer|autumn|fall|winter|weekend))\b"
)
_WEATHER = re.compile(
    r"\b(?:winds?|gusts?|rain(?:s|fall)?|flood(?:s|ed|ing)?|landfall|gales?|weather|coast|damage|power cuts?|outages?|killed|evacuat\w+|"
    r"category [1-5]|hit|struck|batter\w+)\b"
)
_REACH = 60


def event_or_not(entity: Entity, named: Sequence[tuple[Passage, Place]], _: frozenset[str]) -> EntityType:
    """``work`` for rules and treaties, ``other`` where nothing says that it takes place."""
    parts = [each.strip(".,'\"").lower() for each in entity.name.split()]
    core = parts[: parts.index("of")] if "of" in parts[1:] else parts
    if core[-1] in RULES:
        return "work"
    if core[-1] in {"protocol", "code", "charter"}:
        return "other"
    if core[-1] in _PRIZES:
        shown = any(_CEREMONY.match(passage.text, each.end) for passage, each in named)
    elif core[-1] in _STRIFE:
        shown = _is_strife(entity.name, core)
    elif parts[0] in STORM_WORDS:
        shown = any(_WEATHER.search(passage.text) for passage, _ in named)
    else:
        shown = _DATED.search(entity.name) is not None or any(_takes_place(passage, each) for passage, each in named)
    if not shown and core[-1] in _GATHERINGS and core[0] not in FUNCTION_WORDS and len(core) > 1:
        shown = not all(says_nothing(passage, each.start, each.end) for passage, each in named)
    return entity.type if shown else "other"


_CEREMONY = re.compile(r" (?:ceremony|gala|night|dinner|evening|show)\b")


def _is_strife(name: str, core: list[str]) -> bool:
    """As in "World War II", "Cuban revolution", "Battle of Hastings": a war has a place, a number or an age of its own."""
    if len(core) == 1 or set(core) & _OF_STRIFE:
        return True
    return any(each in DEMONYMS or each in COUNTRY_CODES or each.isdigit() for each in re.split(r"[ -]", name))


def _takes_place(passage: Passage, place: Place) -> bool:
    """Whether the words around say when or where it is, or that somebody holds, opens, attends or wins it."""
    text = passage.text
    if _HELD.search(text[max(0, place.start - _REACH) : place.start]) or _TAKES_PLACE.match(text, place.end):
        return True
    token = passage.token_at(place.start)
    return token is not None and _DATED.search(token.sent.text) is not None
