"""What the words around a name say of its bearer, where others bear it too: where it lies, "he" or "it", which office, another one."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.gazetteer import Cities
from pipeline.annotate.lexicon.countries import COUNTRY_CODES, PROVINCES, STATE_ABBREVIATIONS, US_STATES
from pipeline.annotate.lexicon.function_words import FUNCTION_WORDS
from pipeline.annotate.lexicon.titles import (
    FEMALE_HONORIFICS,
    FEMALE_NOUNS,
    IN_FULL,
    JOBS,
    KIN,
    MALE_HONORIFICS,
    MALE_NOUNS,
)
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.name_patterns import GIVEN_NAMES, Name, is_person_by_cue
from pipeline.annotate.reading import Reading

_REGIONS = "|".join(
    re.escape(each)
    for each in sorted({*US_STATES, *PROVINCES, *STATE_ABBREVIATIONS, *COUNTRY_CODES, "D.C."}, key=len, reverse=True)
)
_REGION_BEHIND = re.compile(
    rf", (?:[A-Z]\w+, )?({_REGIONS})(?!\w|'s (?:[a-z-]+ )?(?:largest|biggest|main|only|oldest|top|leading))"
)
_PREPOSITION = re.compile(r"\b(?:in|near|of|from|at|to|outside|around) $")
_CITY_BEFORE = re.compile(r"((?:[A-Z][\w'.-]+ ){0,2}[A-Z][\w'-]+), $")
_CITY_BEHIND = re.compile(r", ((?:[A-Z][\w'.-]+ ){0,2}[A-Z][\w'-]+)(?=[,.;)]| (?!and\b|or\b)[a-z])")
_ORIGIN = re.compile(r"\b(?:in|near|from|of|outside) $")
_GOVERNED_BEHIND = re.compile(
    r" (?:officials|police|residents|voters|authorities|city|mayor|school|county|suburb|area)\b"
)


def is_located(reading: Reading, name: Name, cities: Cities) -> bool:
    """Whether the words around leave no doubt of a place: "Hamilton, Ontario", "from Chelsea, London", "in Seattle, Washington"."""
    before, behind = around(reading, name)
    if _REGION_BEHIND.match(behind) or is_state(reading, name, cities):
        return True
    city = _CITY_BEHIND.match(behind) if _ORIGIN.search(before) else None
    return city is not None and cities.is_city(name.text) and cities.is_city(city[1])


def region_behind(reading: Reading, name: Name) -> str:
    """The state, province or country that stands behind a place's name, or ""."""
    match = _REGION_BEHIND.match(around(reading, name)[1])
    return match[1] if match else ""


_TOWARDS = re.compile(
    r"\b(?:(?:fl[ey]w|fl(?:y|ies|ying|own)|travel(?:s|l?ed|l?ing)?|dr[oi]ves?|driving|return(?:s|ed|ing)?|moves?|moved|moving|"
    r"sails?|sailed|commut(?:es?|ed)|emigrated|relocated|head(?:s|ed|ing)) (?:[a-z]+ )?to|(?:arriv(?:es?|ed|ing)|lives?|lived|living|"
    r"born|raised|grew up|based|headquartered|landed|studied|stopped|resides?) (?:[a-z]+ )?in|(?:mayor|suburbs?|outskirts|residents|streets|centre|center|(?:north|south|east|west)) of) $"
)


def is_travelled_to(reading: Reading, name: Name) -> bool:
    """As in "flew to Lincoln", "born in Lincoln", "the mayor of Lincoln"."""
    return _TOWARDS.search(around(reading, name)[0]) is not None


_INSIDE = re.compile(r"([\w'’-]+)[,\"”]? in $")
_IN_PERSONS = words(
    """
    belief believe believed believes confidence disappointed disappointment faith find found interest interested invest
    invested investment see seen trust trusted
    """
)
"""What one may have in somebody: "confidence in Powell"."""


def is_reached(reading: Reading, name: Name) -> bool:
    """As in "flew to Lincoln" and "sang in Lincoln": a town, whoever else bears its name."""
    before, behind = around(reading, name)
    inside = _INSIDE.search(before) if not behind.startswith("'s") else None
    return _TOWARDS.search(before) is not None or (inside is not None and inside[1].lower() not in _IN_PERSONS)


def is_town_by_cue(reading: Reading, name: Name) -> bool:
    """Whether what the tagger took for a place is spoken of as one: "Lincoln officials", "Washington said that it"."""
    acts = _ACTS.search(around(reading, name)[1])
    return has_officials(reading, name) or (acts is not None and pronoun_behind(reading, name) == "it")


_ACTS = re.compile(r"^[^.?!;]{0,60}? (?:that )?it (?:would|will|had|has|could|might|may|plans|wants)\b")


_FROM_THERE = re.compile(
    r"\b(?:year-old|man|woman|boy|girl|couple|family|native|resident|team|farmer|student|pensioner) (?:from|of) $"
)
_FROM_TOWN = re.compile(r"\b(?:from|near|outside|across) $")


def is_visited(reading: Reading, name: Name, cities: Cities) -> bool:
    """As in "the 22-year-old from Bergen" and "sang in Bergen", where nobody of that name was brought in: news does so in full."""
    if name.text.lower() in GIVEN_NAMES or is_person_by_cue(reading.passages[name.passage], name):
        return False
    before, behind = around(reading, name)
    if pronoun_behind(reading, name) in {"he", "she"} or behind.startswith("'s "):
        return False
    return bool(
        _FROM_THERE.search(before)
        or is_travelled_to(reading, name)
        or (cities.is_city(name.text) and is_reached(reading, name))
        or (cities.is_city(name.text) and (_FROM_TOWN.search(before) or _PLACED.search(before)))
    )


_PLACED = re.compile(r"(?:^|[.;:!?,] )(?:In|At|Near|From|Outside) $")


def has_officials(reading: Reading, name: Name) -> bool:
    """As in "Lincoln officials": nobody's own."""
    return _GOVERNED_BEHIND.match(around(reading, name)[1]) is not None


_FOUNDED = re.compile(r"\b(?:co-)?(?:founded|founder of) $")


def is_founded(reading: Reading, name: Name) -> bool:
    """As in "Lars Moe founded Moe": what bears its founder's name."""
    return " " not in name.text and _FOUNDED.search(around(reading, name)[0]) is not None


_STATE_BEHIND = re.compile(r" (?:[Ss]tate\b|Gov\.|Governor\b|Lt\. Gov\.|Attorney General\b|state senator)")
_ASSEMBLY_BEHIND = re.compile(r" (?:[Ll]egislature|[Ll]awmakers|parliament)\b")


def is_state(reading: Reading, name: Name, cities: Cities) -> bool:
    """As in "Seattle, Washington" and "Washington Gov. Ida Moe": the state, not the city or the country of its name."""
    if name.text not in US_STATES and name.text not in PROVINCES:
        return False
    before, behind = around(reading, name)
    if before.endswith(("state of ", "State of ")) or _STATE_BEHIND.match(behind):
        return True
    if name.text not in COUNTRY_CODES and _ASSEMBLY_BEHIND.match(behind):
        return True
    city = _CITY_BEFORE.search(before)
    if city is None:
        return False
    words = city[1].split()
    if any(cities.in_region(" ".join(words[at:]), name.text) for at in range(len(words))):
        return True
    return name.text not in COUNTRY_CODES and _PREPOSITION.search(before[: city.start()]) is not None


_AROUND = 200
"""Characters on each side of a name in which its cues stand."""


def around(reading: Reading, name: Name) -> tuple[str, str]:
    """The text of the block in front of a name and behind it, as far as cues reach."""
    text = reading.passages[name.passage].text
    return text[max(0, name.start - _AROUND) : name.start], text[name.end : name.end + _AROUND]


_PRONOUN_BEHIND = re.compile(r"\b(he|his|him|himself|she|her|herself|it|its)\b", re.IGNORECASE)
_OTHER_NAME = re.compile(r"(?<!^)\b(?:[A-Z][\w'-]+ [A-Z][\w'-]+|(?:Mr|Mrs|Ms|Dr)\.? [A-Z]\w+)")
_SENTENCE = re.compile(r"(?<![A-Z])[.?!](?=[\s\"”’]|$)|,[\"']? (?:he|she|it) (?:said|says|added|told|wrote)\b")


def pronoun_behind(reading: Reading, name: Name) -> str | None:
    """Whether it is "he", "she" or "it", if the sentence goes on with it before it names anybody else and the name is its subject."""
    passage = reading.passages[name.passage]
    token = passage.tokens(name.start, name.end)[-1:]
    if not token or token[0].dep_ not in {"nsubj", "nsubjpass"}:
        return None
    rest = passage.text[name.end :]
    end = _SENTENCE.search(rest)
    rest = rest[: end.start() if end else len(rest)]
    other = _OTHER_NAME.search(rest)
    match = _PRONOUN_BEHIND.search(rest[: other.start() if other else len(rest)])
    if match is None or any(each.lower() in KIN for each in re.findall(r"[\w-]+", rest[: match.start()])):
        return None
    word = match[1].lower()
    return {"h": "he", "s": "she", "i": "it"}["s" if word.startswith("her") else word[0]]


_ADDRESS = re.compile(r"\b([A-Za-z]+)\.? $")


def is_female(reading: Reading, name: Name) -> bool | None:
    """Whether the words at this place call the bearer a woman (True) or a man (False)."""
    before, _ = around(reading, name)
    match = _ADDRESS.search(before)
    word = match[1].lower() if match else ""
    if word in FEMALE_HONORIFICS | FEMALE_NOUNS:
        return True
    if word in MALE_HONORIFICS | MALE_NOUNS:
        return False
    pronoun = pronoun_behind(reading, name)
    return None if pronoun in {None, "it"} else pronoun == "she"


_TITLE_BEFORE = re.compile(r"((?:[A-Za-z][\w-]*\.? ){1,5})$")
_TITLE_BEHIND = re.compile(r"(?:, \d{1,3}(?=,))?,? (?:who is |is |was )?(?:an?|the|his|her|its) ([^,.;]{3,60})")
_FORMER = frozenset({"former", "ex", "late", "then", "outgoing"})


class Style(msgspec.Struct, frozen=True):
    """The words of a person's office as said beside one name, and whether it is over: "former", "late"."""

    words: frozenset[str] = frozenset()
    former: bool = False


def style(reading: Reading, name: Name) -> Style:
    """What is said of an office in front of a name ("former Finance Minister Kim") or in apposition behind it."""
    run = _run_before(reading, name)
    behind = _phrase_behind(reading, name)
    run = tuple(IN_FULL.get(each, each) for each in run)
    if not (run and run[-1] in JOBS):
        run = ()
    if not set(behind) & JOBS:
        behind = ()
    every = {*run, *behind}
    return Style(frozenset(every - _FORMER), bool(every & _FORMER))


def _run_before(reading: Reading, name: Name) -> tuple[str, ...]:
    """The words of a title that leads up to a name: those in capitals with "former" in front, or all behind the last small word."""
    match = _TITLE_BEFORE.search(around(reading, name)[0])
    written = re.split(r"(?<=[a-z]{4}\.) ", match[1])[-1].replace("-", " ").split() if match else []
    first = len(written)
    capital = bool(written) and written[-1][0].isupper()
    while (
        first and written[first - 1].lower() not in FUNCTION_WORDS and (written[first - 1][0].isupper() or not capital)
    ):
        first -= 1
    if first and written[first - 1].lower() in _FORMER:
        first -= 1
    return tuple(each.lower().rstrip(".") for each in written[first:])


def office(reading: Reading, name: Name) -> frozenset[str]:
    """The words of a job right in front of a name ("Foreign Minister Kim"), without those of a sentence around it."""
    run = _run_before(reading, name)
    return frozenset(run) if run and run[-1] in JOBS else frozenset()


def described(reading: Reading, name: Name) -> frozenset[str]:
    """The jobs in an apposition behind a name: "Kim Dae-jung, a judge in Busan"."""
    return frozenset(each for each in _phrase_behind(reading, name) if each in JOBS)


def _phrase_behind(reading: Reading, name: Name) -> tuple[str, ...]:
    _, behind = around(reading, name)
    match = _TITLE_BEHIND.match(behind)
    if match is None:
        return ()
    noun_phrase = re.split(r" (?:in|at|of|from|for|with|who|and|on|to)\b", match[1].lower())[0]
    return tuple(re.findall(r"[\w-]+", noun_phrase))


_ANOTHER = re.compile(
    r"\b(?:[Aa]nother|[Aa] different|[Aa] second|[Nn]o relation to|[Nn]ot related to|[Aa]n unrelated) $"
)


def is_another(reading: Reading, name: Name) -> bool:
    """Whether the text itself says that this is somebody else of the name."""
    return _ANOTHER.search(around(reading, name)[0]) is not None
