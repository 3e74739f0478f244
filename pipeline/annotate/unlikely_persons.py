"""Persons that are none: products, programs, firms and common nouns that a capital and the words around made look like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.capitals import are_common, in_title, says_nothing
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.common_words import COMMON_ENDINGS
from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.organizations import CREATURE_WORDS
from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS
from pipeline.annotate.lexicon.titles import FORMS_OF_ADDRESS, HONORIFICS, KIN
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage
from pipeline.annotate.titles import is_job
from pipeline.model.annotations import Entity, EntityType

_THINGS = (
    r"tools?|apps?|applications?|platforms?|software|languages?|models?|assistants?|chatbots?|frameworks?|librar(?:y|ies)|products?|brands?|devices?|"
    r"systems?|LLMs?|plug-?ins?|editors?|IDEs?|databases?|engines?|browsers?|websites?|sites?|streaming services?|services|gadgets?|packages?|vehicles?|"
    r"consoles?|cameras?|games?|programming languages?|medicines?|drugs?|vaccines?|styles?"
)
_BODIES = (
    r"compan(?:y|ies)|firms?|providers?|vendors?|retailers?|manufacturers?|startups?|start-ups?|agenc(?:y|ies)|consultanc(?:y|ies)|restaurants?|bars?|"
    r"cafes?|hotels?|chains?|stores?|banks?|publishers|platforms? (?:maker|owner)s?|studios?|organi[sz]ations?|teams?|parties|bands?|groups?"
)
_LIST = r"(?:[A-Z][\w.+'-]*(?: [A-Z][\w.+'-]*)?(?:,? and |,? or |, ))*$"
_THINGS_LIKE = re.compile(rf"\b(?:{_THINGS}),? (?:like|such as|including|called|named|e\.g\.,?|known as) {_LIST}")
_BODIES_LIKE = re.compile(rf"\b(?:{_BODIES}),? (?:like|such as|including|called|named|e\.g\.,?|known as) {_LIST}")
_USED = re.compile(
    r"\b(?:using|via|install(?:ed|ing)?|powered by|built (?:on|with)|written in|downloads?|downloaded|upgraded? to|integrat\w+ with|compatible with|"
    r"deploy(?:ed|ing)?|subscrib\w+ to|stream(?:s|ed|ing)? on|switch(?:ed|ing)? to|log(?:ged|ging)? in(?: |-)?to|version of|users? of|versions? of) (?:the )?$"
)
_ITS_THINGS = re.compile(
    r"(?:'s?)? (?:apps?|platforms?|software|APIs?|SDK|CLI|users?|models?|plug-?ins?|interface|dashboards?|subscriptions?|tools?|library|framework|compiler|"
    r"syntax|documentation|database|pricing|firmware|output|code|agents?|features?|server|devices?|technology|equipment|appliances?|cameras?|files?|"
    r"websites?)\b(?!-)"
)
_IS_A_THING = re.compile(
    rf"(?: \([^)]{{1,40}}\))?,? (?:is|was|are|has become|remains) (?:an?|the|one of the|our|my|their) (?:[\w'’-]+ ){{0,5}}?(?:{_THINGS})\b(?! (?:maker|writer|designer|engineer|developer))"
)
_IS_A_BODY = re.compile(
    rf"(?: \([^)]{{1,40}}\))?,? (?:is|was|are|has become|remains) (?:an?|the|one of the) (?:[\w'’-]+ ){{0,6}}?(?:{_BODIES})\b"
)
_CREATURE = "|".join(sorted(CREATURE_WORDS))
_CREATURE_BEFORE = re.compile(
    rf"(?:['’]s?|\b(?:his|her|their|our|my|an?|the|[a-z]+-year-old)) (?:[\w-]+ ){{0,2}}(?:(?:{_CREATURE}),|(?:{_CREATURE}),? (?:named|called)) (?:(?:Sir|Lord|Lady|Dame|King|Queen|Prince) )?$"
)
_SOMEBODYS = re.compile(r"\b(?:of|for|with|to)(?: [\w'’-]+){0,3} ?$")
_VERSION = re.compile(r" v?\d+\.\d+\b(?!%)|\.(?:js|io|ai|com|net|org|py|NET)\b")
_DOES_AS_THINGS_DO = re.compile(
    r" (?:supports?|lets|allows (?:you|users|teams)|enables|features|integrates|comes with|runs on|offers (?:a|an|the|its|free|multiple|several|both)|"
    r"provides|includes|automates|streamlines|generates)\b"
)
_PERSON_BEHIND = re.compile(
    r",? (?:who|whose|et al)\b|,? \(?(?:aged )?\d{1,3}\)?(?=[,.;) ])|'s (?:wife|husband|mother|father|son|daughter|brother|sister|family|career|life|death|"
    r"birth|theory|biography|widow|girlfriend|boyfriend|lawyers?|attorney|estate)\b"
)
_SAYS = re.compile(r",? (?:(?:also|once|later|then|had|has) )?([a-z]+)\b")
_SAID_BEFORE = re.compile(r"\b([a-z]+) $")
_HE_OR_SHE = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{2,6}s?|\w")
_ODD = re.compile(r".*(?:[a-z]{2}[A-Z]|\d|[A-Z]-[A-Z]{2}).*")
_CAMEL_NAMES = re.compile(r"(?:Mac|Mc|De|Di|Du|La|Le|Van|Von|Fitz|St|O'|D'|Al|El|San|Lo|Des)[A-Z]\w*")
_GRAMMAR = words(
    "about after all and as at before by for from how if in into its my of on or our that the their these this those when where while why with your"
)
_NEAR = 150
_REACH = 90
_SURE = 0.8
_SURER = 0.95
_GIVEN = MALE_NAMES | FEMALE_NAMES


def person_or_not(entity: Entity, named: Sequence[tuple[Passage, Place]], small: frozenset[str]) -> EntityType:
    """The entity's type, ``product`` or ``organization`` if the words around say so, ``other`` if nothing shows a person."""
    parts = entity.name.split()
    if _is_no_name(parts):
        return "other"
    if len(parts) < 3 and _is_creature(*named[0]):
        return "other"
    if any(_is_shown(passage, each) for passage, each in named):
        return entity.type
    quiet = all(says_nothing(passage, each.start, each.end) for passage, each in named)
    alone = len(parts) == 1 and parts[0].lower() not in _GIVEN
    kind: EntityType | None = "other" if quiet and are_common(parts, small) else None
    if kind is None and len(parts) > 1 and _ends_like_a_trade(parts, small):
        kind = "organization"
    kind = kind or _by_words_around(named, alone=alone)
    if kind is None and alone and entity.probability < (_SURER if quiet else _SURE):
        kind = "other"
    if kind is None and alone and all(in_title(passage, each.start, each.end) for passage, each in named):
        kind = "other"
    return kind or entity.type


def _is_no_name(parts: Sequence[str]) -> bool:
    """Letters alone, a program's spelling ("DataFlow", "T5"), or a phrase that begins with a word of grammar."""
    if len(parts) > 1:
        return parts[0].istitle() and parts[0].lower() in _GRAMMAR
    odd = _ODD.fullmatch(parts[0]) is not None and not _CAMEL_NAMES.match(parts[0])
    return odd or _LETTERS.fullmatch(parts[0]) is not None


def _is_creature(passage: Passage, place: Place) -> bool:
    """As in "Moe's dog, Rex, barked", "a horse called Ida", where it is first named; not in "the owner of the horse, Ida Moe"."""
    named = _CREATURE_BEFORE.search(passage.text[max(0, place.start - _REACH) : place.start])
    if named is None or re.search(r" (?:named|called) ", named.group()):
        return named is not None
    return passage.text[place.end : place.end + 1] in ",.;)" and not _SOMEBODYS.search(named.string[: named.start()])


def _ends_like_a_trade(parts: Sequence[str], small: frozenset[str]) -> bool:
    """As in "Ida Moe Photography", "Harwell Moving", where the article speaks of photography and moving."""
    last = parts[-1].lower()
    return last in small and len(last) > len("king") + 1 and last.endswith(COMMON_ENDINGS)


def _by_words_around(named: Sequence[tuple[Passage, Place]], *, alone: bool) -> EntityType | None:
    """What the words around all mentions say; a name that may well be somebody's needs two signs."""
    things = bodies = 0
    for passage, place in named:
        before, text, end = passage.text[max(0, place.start - _REACH) : place.start], passage.text, place.end
        bodies += 2 * bool(_IS_A_BODY.match(text, end)) + bool(_BODIES_LIKE.search(before))
        things += 2 * bool(_IS_A_THING.match(text, end) or _VERSION.match(text, end)) + bool(
            _THINGS_LIKE.search(before)
        )
        things += (
            bool(_USED.search(before)) + bool(_ITS_THINGS.match(text, end)) + bool(_DOES_AS_THINGS_DO.match(text, end))
        )
    if things + bodies < (1 if alone else 2):
        return None
    return "organization" if bodies > things else "product"


def _is_shown(passage: Passage, place: Place) -> bool:
    """Whether the words around a mention say that it is a person: a title, an age, what one says, "he"."""
    text = passage.text
    if _PERSON_BEHIND.match(text, place.end):
        return True
    before = re.search(r"([\w'-]+)\.?,? $", text[max(0, place.start - 40) : place.start])
    word = before[1].lower() if before else ""
    if (
        word in FORMS_OF_ADDRESS
        or word in HONORIFICS
        or word in KIN
        or (is_job(word) and text[place.start - 1 - len(word)].islower())
    ):
        return True
    said = _SAYS.match(text, place.end)
    if said and _lemma(said[1]) in STRONG_SPEECH_VERBS:
        return True
    spoke = _SAID_BEFORE.search(text[max(0, place.start - 20) : place.start])
    if spoke and spoke[1] in {"said", "says", "wrote", "writes", "told", "asked"}:
        return True
    return _HE_OR_SHE.search(text, place.end, place.end + _NEAR) is not None


def _lemma(verb: str) -> str:
    for ending, more in (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("s", "")):
        if verb.endswith(ending) and verb[: -len(ending)] + more in STRONG_SPEECH_VERBS:
            return verb[: -len(ending)] + more
    return {"said": "say", "told": "tell", "wrote": "write", "made": "make"}.get(verb, verb)
