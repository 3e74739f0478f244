"""Organizations and buildings that are none: labels, headings and abbreviations of common nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.capitals import are_common, says_nothing
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.function_words import FUNCTION_WORDS
from pipeline.annotate.lexicon.things_not_bodies import CAR_MAKES, NETWORKS
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage
from pipeline.model.annotations import Entity, EntityType

_PLURAL_OF_LETTERS = re.compile(r"[A-Z]{2,5}s|[A-Z]+-[a-z]+(?:-[a-z]+)*")
"""As in "CFOs", "C-suite": kinds of persons and things."""
_GENERATION = re.compile(
    r"New Yorkers|Londoners|Parisians|Berliners|Angelenos|Gen(?:eration)?[ -](?:[XYZ]|Alpha|Zers?|Xers?|Y)|(?:Gen )?[XZ]ers"
)
_NUMBERED = re.compile(
    r"(?:No\.?|Nr\.?|Part|Step|Chapter|Section|Phase|Tip|Day|Week|Figure|Table|Fortune|Group) ?(?:\d+|[A-H])"
)
_OPENS_LIKE_A_SENTENCE = re.compile(
    r"(?:Read|Meet|Visit|See|Work|Pay|Learn|Get|Contact|Join|Choose|Choosing|Find|Best|Top|How|Why|What|When|Your|Our|My|About|Key|Free) "
)
_INSTITUTIONS = words(
    "academy administration agency army association authority bank board bureau center centre church clinic club coalition college command commission "
    "committee council court department federation forum foundation front fund hospital institute institution league ministry museum network office "
    "orchestra organisation organization parliament party police press school senate service society theatre theater tribunal trust union university"
)
"""Heads that bodies' own names have, be the rest as common as it may."""
_NO_FIRST_WORDS = words("digital online social email search mobile local best top free community building")
_UNITS = words("MW GW KW MWH GWH GB TB MB HP MPH KPH KM CM MM KG HZ GHZ MHZ PPM BPM RPM CC DB AH MAH PSI PT TEU")
_CURRENCIES = frozenset(
    [
        "Tk",
        "Rs",
        "Re",
        "RM",
        "Rp",
        "Sh",
        "KSh",
        "Ksh",
        "USh",
        "Ush",
        "TSh",
        "Tsh",
        "GHS",
        "Birr",
        "Kc",
        "Kr",
        "Lei",
        "Ft",
        "Fr",
        "BRL",
        "ZAR",
        "INR",
        "PKR",
        "NPR",
        "LKR",
        "BDT",
    ]
)
"""Currencies that stand in front of a figure."""
_SPELT_OUT = r"\b((?:[a-z][a-z-]+ ){1,5}[a-z][a-z-]+s?) \(%s\)"


def body_or_not(entity: Entity, named: Sequence[tuple[Passage, Place]], small: frozenset[str]) -> EntityType:
    """The entity's type, or ``other`` if nothing shows that a body or building is named."""
    name = entity.name
    if _PLURAL_OF_LETTERS.fullmatch(name) or _GENERATION.fullmatch(name) or _NUMBERED.fullmatch(name):
        return "other"
    if (name.isupper() or name in _CURRENCIES) and _is_short_for_common_noun(name, named):
        return "other"
    if _is_institution(name) or _is_used(name, named):
        return entity.type if _is_institution(name) else "product"
    own = [each for each in name.replace("&", " ").split() if each.lower() not in FUNCTION_WORDS]
    if are_common(own, small) and all(says_nothing(passage, each.start, each.end) for passage, each in named):
        return "other"
    opens = _OPENS_LIKE_A_SENTENCE.match(name)
    if opens and all(says_nothing(passage, each.start, each.start + opens.end() - 1) for passage, each in named):
        return "other"
    return entity.type


_IS_A_CAR = re.compile(
    r"\b(?:an?|his|her|my|their|the|two|three|stolen|parked) (?:(?!of |for |at |by )[a-z\d-]+ ){0,3}$", re.IGNORECASE
)
_NO_CAR = re.compile(
    r"(?:'s?)? (?:plant|factory|dealer|dealership|workers?|executives?|said|spokes\w+|shares|chief|group|engine|boss|motor|foundation|family|team|driver)\b|'s\b"
)
_ON_A_NETWORK = re.compile(
    r"\b(?:on|via|over|through|from|to|her|his|its|their|a|social media site) (?:the )?$", re.IGNORECASE
)
_OF_A_NETWORK = re.compile(
    r" (?:page|post|posts|account|group|groups|message|video|live|story|stories|profile|followers|channel|ad|ads)\b"
)


def _is_used(name: str, named: Sequence[tuple[Passage, Place]]) -> bool:
    """As in "a maroon Buick" and "wrote on Facebook": a thing that somebody has or uses, and not its maker."""
    if name in CAR_MAKES:
        return all(
            _IS_A_CAR.search(passage.text, max(0, each.start - 40), each.start)
            and not _NO_CAR.match(passage.text, each.end)
            for passage, each in named
        )
    return name in NETWORKS and all(
        _ON_A_NETWORK.search(passage.text, max(0, each.start - 25), each.start)
        or _OF_A_NETWORK.match(passage.text, each.end)
        for passage, each in named
    )


def _is_institution(name: str) -> bool:
    """As in "National Center for Learning", "Tax Foundation": made of common words, and a name all the same."""
    core = re.split(r" (?:of|for) ", name.lower())[0].split()
    return len(name.split()) > 1 and core[-1] in _INSTITUTIONS and core[0] not in _NO_FIRST_WORDS


def _is_short_for_common_noun(letters: str, named: Sequence[tuple[Passage, Place]]) -> bool:
    measured = all(_is_measure(passage, each) for passage, each in named)
    return measured or any(_is_spelt_out(passage, letters) for passage, _ in named)


def _is_measure(passage: Passage, place: Place) -> bool:
    """As in "40 MW", "NT$300" and "Tk 120": a unit behind a figure, a currency in front of one."""
    text, unit = passage.text, passage.text[place.start : place.end] in _UNITS
    behind_figure = re.search(r"\d[ -]?$", text[max(0, place.start - 3) : place.start]) is not None
    currency = text[place.start : place.end] in _CURRENCIES and re.match(r"\.? ?\d", text[place.end :]) is not None
    return (unit and behind_figure) or currency or re.match(r"[$€£¥] ?\d", text[place.end :]) is not None


def _is_spelt_out(passage: Passage, letters: str) -> bool:
    """As in "average order value (AOV)": letters for words that are written small."""
    for match in re.finditer(_SPELT_OUT % re.escape(letters), passage.text):
        initials = "".join(each[0] for each in re.split(r"[ -]", match[1]) if each).upper()
        if initials.endswith(letters):
            return True
    return False
