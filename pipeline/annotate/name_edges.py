"""Where a name begins and ends: spans of names in, without what is no part of them and with what is, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.lexicon.countries import COUNTRY_CODES, DEMONYMS, PROVINCES, STATE_ABBREVIATIONS, US_STATES
from pipeline.annotate.lexicon.function_words import FUNCTION_WORDS
from pipeline.annotate.lexicon.organizations import (
    ABBREVIATED_COMMON_NOUNS,
    GENERIC_ORGANIZATIONS,
    PARTY_HEADS,
)
from pipeline.annotate.lexicon.titles import (
    ABBREVIATIONS,
    FORMS_OF_ADDRESS,
    GIVEN_NAMES_LIKE_JOBS,
    HONORIFICS,
    JOBS,
    PARTICLES,
    PREFIX_HONORIFICS,
    STYLES_OF_TWO_WORDS,
    TITLE_MODIFIERS,
)
from pipeline.annotate.name_patterns import (
    GIVEN_NAMES,
    Name,
    kind_by_head,
    own_end,
)
from pipeline.annotate.reading import Passage

BY_CUE = 0.9
"""How sure a name is whose surroundings say what it is."""

_STRIP_BEFORE = re.compile(r"^(?:[Ee]x-|(?:[Tt]he|[Aa]n?)\s+|[\"'(\[]+)+")
_COMPOUND_ADJECTIVE = re.compile(
    r"-(?:based|led|owned|backed|born|style|made|bound|run|held|controlled|sponsored|funded|like|themed|related|inspired|era|centric|"
    r"first|only|focused|specific|native|powered|enabled|compatible|approved|friendly|affiliated|linked|appointed|trained|winning)$"
)
_COUNTRY_THEN = re.compile(r"(U\.S\.|US|UK|U\.K\.) (?:District|Circuit|Senate|House)$")
_STRIP_AFTER = re.compile(r"(?:'s?|[\"'\](),;:]|\.)+$")
_DANGLING = re.compile(r"(?: (?:of|the|in|and|for|at|on|to|by))+$")
"""What a model leaves behind a name now and then; none ends so."""
_KEEPS_STOP = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Co|Inc|Ltd|Corp|Bros)\.)$")


def trim(passage: Passage, name: Name) -> Iterator[Name]:
    """Leave out articles, possessives, brackets, forms of address and jobs."""
    text = passage.text[name.start : name.end]
    lead = _STRIP_BEFORE.match(text)
    start, end = name.start + (lead.end() if lead else 0), _trimmed_end(passage.text, name)
    if country := _COUNTRY_THEN.match(passage.text[start:end]):
        end = start + len(country[1])
    name = _addressed(passage, name, start, end)
    if name.type == "organization" and (body := _PLACES_BODY.fullmatch(passage.text[start:end])):
        if body[1] in DEMONYMS:
            return
        if body[1] in COUNTRY_CODES or body[1] in US_STATES or body[1] in PROVINCES:
            name, end = msgspec.structs.replace(name, type="place"), start + len(body[1])
    if name.type == "person":
        start = _behind_titles(passage.text, start, end)
    elif name.type in {"other", "product"}:
        end = _before_common_nouns(passage.text, start, end)
    elif (office := _OFFICE.search(passage.text[start:end])) and office[1] in JOBS:
        end = start + office.start()
    while start < end and not passage.text[start].isalnum():
        start += 1
    if start < end:
        yield msgspec.structs.replace(name, start=start, end=end, text=passage.text[start:end])


_PLACES_BODY = re.compile(rf"([A-Z][\w.-]*(?: [A-Z][\w.-]*)*) (?:{'|'.join(sorted(GENERIC_ORGANIZATIONS))})")
"""As in "Florida bank", "Swedish insurer": a common noun makes no name of the place in front of it."""
_OFFICE = re.compile(r" ([a-z-]+)$")
"""As in "Bergen sheriff": who holds an office there is no part of the name."""
_COMMON_NOUNS = re.compile(r"(?: [a-z][a-z-]+)+$")


def _before_common_nouns(text: str, start: int, end: int) -> int:
    """As in "Kestrel K350 passenger jets": the name ends where its own words end; a cut title ("Secretary of the") is none."""
    tail = _COMMON_NOUNS.search(text[start:end])
    if tail is None:
        return end
    if tail.group().split()[-1] in FUNCTION_WORDS:
        return start
    own = text[start : start + tail.start()]
    return start + tail.start() if " " in own or any(each.isdigit() for each in own) else end


_STYLES = FORMS_OF_ADDRESS | (ABBREVIATIONS & PREFIX_HONORIFICS)


def _addressed(passage: Passage, name: Name, start: int, end: int) -> Name:
    """As in "Dame Ida Moe": a form of address makes a person, unless a head word makes it "Sir Ned Hale Hospital"."""
    words = re.findall(r"[\w'-]+", passage.text[start:end])
    form = len(words) > 1 and words[0].lower() in _STYLES and words[1][0].isupper() and len(words[1]) > 1
    if not form or name.type == "person" or kind_by_head(words):
        return name
    return msgspec.structs.replace(
        name, type="person", by=f"{name.by}+rule:address", probability=max(name.probability, BY_CUE)
    )


def _trimmed_end(text: str, name: Name) -> int:
    """The end without possessives and marks, but with the full stop of an abbreviation: "U.S.", "Fla."."""
    inside = own_end(text[name.start : name.end]) if name.type == "organization" else text[name.start : name.end]
    end = name.start + len(inside)
    if dangling := _DANGLING.search(inside):
        return name.start + dangling.start()
    if adjective := _COMPOUND_ADJECTIVE.search(inside):
        end = name.start + adjective.start()
    elif (tail := _STRIP_AFTER.search(inside)) and not _KEEPS_STOP.search(inside) and inside not in STATE_ABBREVIATIONS:
        end = name.start + tail.start()
    inside = text[name.start : end]
    if inside == "U" and text.startswith((".S.", ".K."), end):
        return end + 3
    stop = text[end : end + 1] == "." and (f"{inside}." in STATE_ABBREVIATIONS or re.search(r"\.[A-Z]$", inside))
    return end + 1 if stop else end


_OF_TWO_WORDS = re.compile(rf"(?:{'|'.join(STYLES_OF_TWO_WORDS)}) (?=[A-Z])")


def _behind_titles(text: str, start: int, end: int) -> int:
    """The offset behind forms of address and jobs at the start of a person's name."""
    if styled := _OF_TWO_WORDS.match(text, start, end):
        start = styled.end()
    while match := re.match(r"([\w-]+)\.?\s+(?=\S)", text[start:end]):
        word = match[1].lower()
        if word in GIVEN_NAMES_LIKE_JOBS and len(text[start:end].split()) == 2:
            break
        if match[1] in ABBREVIATED_COMMON_NOUNS:
            start += match.end()
            continue
        if word not in HONORIFICS and word not in JOBS and word not in TITLE_MODIFIERS and match[1] not in DEMONYMS:
            break
        start += match.end()
    words = [(start + each.start(), each.group()) for each in re.finditer(r"\S+", text[start:end])]
    for offset, word in reversed(words[:-1]):
        title = word.lower().strip(".,")
        if (title in JOBS or title in HONORIFICS) and title not in GIVEN_NAMES_LIKE_JOBS:
            return offset + len(word) + 1  # "Agriculture Officer Ida Moe"
    return start


def without_leader(name: Name, persons: frozenset[str]) -> Iterator[Name]:
    """As in "the Renewal Front of Ida Moe Dahl", who is "Moe Dahl" elsewhere: a body and a person."""
    front, _, back = name.text.partition(" of ")
    words = back.split()
    given = len(words) > 1 and words[0].lower() in GIVEN_NAMES and front.split()[-1].lower() in PARTY_HEADS
    known = given or any(back == each or back.endswith(f" {each}") for each in persons)
    if name.type != "organization" or not known or kind_by_head(words):
        yield name
        return
    yield msgspec.structs.replace(name, end=name.start + len(front), text=front)
    yield msgspec.structs.replace(name, start=name.end - len(back), text=back, type="person")


_PARTICLE = "|".join(sorted(PARTICLES, key=len, reverse=True))
_RIGHT = re.compile(rf" (?:(?:{_PARTICLE}) )+[A-Z][\w'-]+")
_LEFT = re.compile(rf"(?:^|(?<=[^\w.]))([A-Z][\w'-]+ (?:(?:{_PARTICLE}) )+)$")
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|III|II|IV)(?!\w)")
_GLUED_RIGHT = re.compile(
    r"(?:-(?!(?:based|led|owned|backed|born|style|made|bound|run|held|area|to|and|era|built|trained|educated|controlled|sponsored|funded|like|themed|related|inspired|centric|first|only|focused|"
    r"specific|native|powered|enabled|compatible|approved|friendly|affiliated|linked|appointed|winning)\b)\w+|'[A-Z]\w+)+"
)
_GLUED_LEFT = re.compile(r"(?<!\w)(?!(?:Ex|Non|Anti|Pro|Pre|Post|Mid|Then|Vice|Co)-)[A-Z]\w*-$")


def grow(passage: Passage, name: Name) -> Name:
    """A name takes what is glued to it; a person's name takes its suffix and particles, too."""
    if name.type not in {"person", "organization", "place"}:
        return name
    text, start, end = passage.text, name.start, name.end
    if glued := _GLUED_RIGHT.match(text, end):
        end = glued.end()
    if before := _GLUED_LEFT.search(text[:start]):
        start = before.start()
    if name.type == "person":
        if suffix := _SUFFIX.match(text, end):
            end = suffix.end()
        while more := _RIGHT.match(text, end):
            end = more.end()
        while less := _LEFT.search(text[:start]):
            start = less.start(1)
    return msgspec.structs.replace(name, start=start, end=end, text=text[start:end])
