"""What the words around a name say of its bearer, where others bear it too: where it lies, "he" or "it", which office, another one."""

from __future__ import annotations

import re

from pipeline.annotate.lexicon.countries import COUNTRY_CODES, STATE_ABBREVIATIONS, US_STATES
from pipeline.annotate.lexicon.titles import FEMALE_HONORIFICS, FEMALE_NOUNS, JOBS, KIN, MALE_HONORIFICS, MALE_NOUNS
from pipeline.annotate.name_patterns import Name
from pipeline.annotate.reading import Reading

_REGIONS = "|".join(
    re.escape(each)
    for each in sorted({*US_STATES, *STATE_ABBREVIATIONS, *COUNTRY_CODES, "D.C."}, key=len, reverse=True)
)
_REGION_BEHIND = re.compile(
    rf", (?:[A-Z]\w+, )?(?:{_REGIONS}|Ontario|Quebec|Alberta|British Columbia|New South Wales|Victoria)(?!\w)"
)
_CITY_BEFORE = re.compile(r"\b(?:in|near|of|from|at|to|outside|around) (?:[A-Z][\w'-]+ ){0,2}[A-Z][\w'-]+, $")
_GOVERNED_BEHIND = re.compile(
    r" (?:officials|police|residents|voters|authorities|city|mayor|school|county|suburb|area)\b"
)


def is_located(reading: Reading, name: Name) -> bool:
    """Whether the words around leave no doubt of a place: "Hamilton, Ontario", "in Seattle, Washington"."""
    if _REGION_BEHIND.match(around(reading, name)[1]):
        return True
    return is_state(reading, name)


def is_town_by_cue(reading: Reading, name: Name) -> bool:
    """Whether what the tagger took for a place is spoken of as one: "Lincoln officials", "Washington said that it"."""
    acts = _ACTS.search(around(reading, name)[1])
    return has_officials(reading, name) or (acts is not None and pronoun_behind(reading, name) == "it")


_ACTS = re.compile(r"^[^.?!;]{0,60}? (?:that )?it (?:would|will|had|has|could|might|may|plans|wants)\b")


def has_officials(reading: Reading, name: Name) -> bool:
    """As in "Lincoln officials": nobody's own."""
    return _GOVERNED_BEHIND.match(around(reading, name)[1]) is not None


_FOUNDED = re.compile(r"\b(?:co-)?(?:founded|founder of) $")


def is_founded(reading: Reading, name: Name) -> bool:
    """As in "Lars Moe founded Moe": what bears its founder's name."""
    return " " not in name.text and _FOUNDED.search(around(reading, name)[0]) is not None


def is_state(reading: Reading, name: Name) -> bool:
    """As in "Seattle, Washington": the state, not the city of its name."""
    before, behind = around(reading, name)
    city = _CITY_BEFORE.search(before) is not None or before.endswith(("state of ", "State of "))
    return name.text in US_STATES and (city or behind.startswith((" state", " State")))


def around(reading: Reading, name: Name) -> tuple[str, str]:
    """The text of the block in front of a name and behind it."""
    text = reading.passages[name.passage].text
    return text[: name.start], text[name.end :]


_PRONOUN_BEHIND = re.compile(r"\b(he|his|him|himself|she|her|herself|it|its)\b", re.IGNORECASE)
_OTHER_NAME = re.compile(r"(?<!^)\b(?:[A-Z][\w'-]+ [A-Z][\w'-]+|(?:Mr|Mrs|Ms|Dr)\.? [A-Z]\w+)")
_SENTENCE = re.compile(r"(?<![A-Z])[.?!](?=[\s\"”’]|$)|, (?:he|she|it) (?:said|says|added|told|wrote)\b")


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


_TITLE_BEFORE = re.compile(r"((?:[A-Za-z][\w-]*\.? ){1,4})$")
_TITLE_BEHIND = re.compile(r"(?:, \d{1,3}(?=,))?,? (?:who is |is |was )?(?:an?|the|his|her|its) ([^,.;]{3,60})")


def office(reading: Reading, name: Name) -> frozenset[str]:
    """The words of a job right in front of a name ("Foreign Minister Kim"), without those of a sentence around it."""
    before, _ = around(reading, name)
    match = _TITLE_BEFORE.search(before)
    words = match[1].lower().replace(".", "").split() if match else []
    return frozenset(words) if words and words[-1] in JOBS else frozenset()


def described(reading: Reading, name: Name) -> frozenset[str]:
    """The jobs in an apposition behind a name: "Kim Dae-jung, a judge in Busan"."""
    _, behind = around(reading, name)
    match = _TITLE_BEHIND.match(behind)
    if match is None:
        return frozenset()
    noun_phrase = re.split(r" (?:in|at|of|from|for|with|who|and|on|to)\b", match[1].lower())[0]
    return frozenset(each for each in re.findall(r"[\w-]+", noun_phrase) if each in JOBS)


_ANOTHER = re.compile(
    r"\b(?:[Aa]nother|[Aa] different|[Aa] second|[Nn]o relation to|[Nn]ot related to|[Aa]n unrelated) $"
)


def is_another(reading: Reading, name: Name) -> bool:
    """Whether the text itself says that this is somebody else of the name."""
    return _ANOTHER.search(around(reading, name)[0]) is not None
