"""Firms named after persons of the article: where a name that is part of a person's means the firm ("founded Dell", "Ford shares")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.annotate.lexicon.organizations import LEGAL_FORMS
from pipeline.annotate.lexicon.words import words as listed
from pipeline.annotate.name_patterns import (
    Name,
    is_firm,
    is_organization_by_cue,
)
from pipeline.annotate.namesake_cues import (
    around,
    is_founded,
)
from pipeline.annotate.reading import Reading


def means_firm(reading: Reading, name: Name, firms: Mapping[str, Name]) -> bool:
    """As in "founded Dell", "Dell's shares", "Dell said its board", and where nobody of the name was brought in yet."""
    if is_founded(reading, name) or is_organization_by_cue(reading.passages[name.passage], name):
        return True
    if name.text not in firms:
        return False
    before, behind = around(reading, name)
    return bool(name < firms[name.text] or _ITS.match(behind) or _WITH_FIRM.search(before))


_ITS = re.compile(
    r" (?:(?:has|had|will|would) )?[a-z]+(?: on [A-Z][a-z]+day)?,?(?: that)? "
    r"(?:its\b|it (?!(?:is|was|(?:would|will|could|may|might|has|had) (?:not )?(?:be|been))\b))"
)


_WITH_FIRM = re.compile(
    r"\b(?:work(?:s|ed|ing)? (?:for|at)|employed by|[Ss]hares? in|stake in|board of|customers of) $"
)


def firms_of_persons(reading: Reading, names: Sequence[Name], parts: frozenset[str]) -> dict[str, Name]:
    """Parts of persons' names that are a firm's too ("Dell Inc.", "Ford shares"): each with where the person is first named in full."""
    words = {
        each.words[0]
        for each in names
        if each.words[0] in parts and each.type == "organization" and (is_firm(each.text) or _is_firm_of(each))
    }
    words |= {each.text for each in names if each.text in parts and _is_spoken_of_as_firm(reading, each)}
    found: dict[str, Name] = {}
    for each in sorted(names):
        if each.type == "person" and len(each.words) > 1 and reading.passages[each.passage].is_body:
            for word in words.intersection(each.words):
                found.setdefault(word, each)
    return found


def _is_spoken_of_as_firm(reading: Reading, name: Name) -> bool:
    before, _ = around(reading, name)
    return is_organization_by_cue(reading.passages[name.passage], name) or _WITH_FIRM.search(before) is not None


def _is_firm_of(name: Name) -> bool:
    return len(name.words) > 1 and name.words[-1].lower() in _FIRM_LAST


_FIRM_LAST = LEGAL_FORMS | listed(
    """
    airlines airways bank capital chemicals electric electronics energy foods foundation industries insurance media motor motors
    oil organization partners pharma pharmaceuticals pictures shipping steel stores studios systems technologies worldwide
    """
)
