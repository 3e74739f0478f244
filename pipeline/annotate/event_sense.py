"""Happenings that nobody would call one: figures told in plurals, play told in words of war, what an article says of itself."""

from __future__ import annotations

import re

from pipeline.annotate.clauses import is_verb, patients
from pipeline.annotate.event_headlines import PARTICLES, present
from pipeline.annotate.event_merging import Told
from pipeline.annotate.lexicon.happening_verbs import FIGURES, NOTHING_ALONE
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.people import People
from pipeline.annotate.reading import Token

_ITSELF = re.compile(
    r"(?:post|article|story|page|guide|blog|content|information|website|site|list|entry|photo|image|video|figures?)s? (?:\w+ )?"
    r"(?:updated|published|posted|written|reviewed|edited|modified|updates|posts)$",
    re.IGNORECASE,
)
_NEED_OBJECT = words(
    "add allow announce be become bring build create feature give have hold include launch make offer provide publish put release say show take "
    "tell update use want"
)
_OF_PLAY = frozenset({"attack", "award", "defence", "strike"})
_NAMED = frozenset({"person", "organization", "place", "facility", "product"})


def makes_sense(event: Told, name: str, who: People) -> bool:
    """Whether a person would note it down under this name."""
    first = event.first
    kinds = {who.known.entities[each].type for each in (*first.patients, *event.patients)}
    lemma = first.token.lemma_.lower()
    if _ITSELF.match(name):
        return False
    if lemma == "pass" and first.trigger.type == "vote" and kinds & _NAMED:
        return False  # "it passed Harwell Stores to become the largest"
    if first.trigger.noun == "publication" and kinds & {"person", "organization"}:
        return False
    if who.sport and first.trigger.type in _OF_PLAY and first.start is None:
        return False
    return not (_says_nothing(event, name) if is_verb(first.token) else _is_vague(event, name))


def _says_nothing(event: Told, name: str) -> bool:
    """As in "Moe adds"; and as in "Moe stands", "shares close", where only a model took it for a happening."""
    verb = event.first.token
    lemma = verb.lemma_.lower()
    bare = event.first.read and not patients(verb) and _is_bare(verb, name)
    if (
        bare
        and lemma in NOTHING_ALONE | _NEED_OBJECT
        and not (lemma in FIGURES and name.rsplit(maxsplit=1)[-1] in PARTICLES)
    ):
        return True  # but "the neighbours fell out"
    return lemma in _NEED_OBJECT and len(name.split()) == 2 and not patients(verb)


def _is_bare(verb: Token, name: str) -> bool:
    """Whether a name has nothing behind its verb but a particle."""
    *_, before, last = ["", "", *name.lower().split()]
    forms = {present(verb, several=True), present(verb, several=False), verb.lower_}
    return last in forms or (before in forms and last in PARTICLES)


def _is_vague(event: Told, name: str) -> bool:
    """As in "Deaths" of a year: a plural of which neither day nor place nor anybody in it is told."""
    first = event.first
    by_day = event.start is not None and len(str(event.start.value or "")) >= len("2024-06-12")
    told = event.people or event.places or first.status is not None or by_day
    return first.token.tag_ == "NNS" and not told and len(name.split()) <= _FEW_WORDS


_FEW_WORDS = 2
