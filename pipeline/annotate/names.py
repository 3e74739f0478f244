"""Names in the article: the tagger's spans, mended by rules that need the whole article, with their types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.annotate.gazetteer import Cities
from pipeline.annotate.lexicon.calendar import FIXED_HOLIDAYS, MONTHS, WEEKDAYS
from pipeline.annotate.lexicon.countries import CONTINENTS, COUNTRY_CODES, DEMONYMS, STATE_ABBREVIATIONS, US_STATES
from pipeline.annotate.lexicon.function_words import FUNCTION_WORDS
from pipeline.annotate.lexicon.organizations import (
    ABBREVIATED_COMMON_NOUNS,
    EVENT_HEADS,
    FACILITY_HEADS,
    ORGANIZATION_HEADS,
    PLACE_HEADS,
)
from pipeline.annotate.lexicon.titles import (
    FORMS_OF_ADDRESS,
    GIVEN_NAMES_LIKE_JOBS,
    HONORIFICS,
    JOBS,
    KIN,
    NOT_BEFORE_NAMES,
    PARTICLES,
    TITLE_MODIFIERS,
)
from pipeline.annotate.name_agreement import agree, title_case
from pipeline.annotate.name_patterns import (
    PARSER,
    SURE,
    Name,
    is_by_names_model,
    is_firm,
    is_organization_by_cue,
    is_person_by_cue,
    kind_by_head,
    kind_by_next_word,
    named,
    pattern_names,
)
from pipeline.annotate.namesakes import namesakes
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.tagging import NameTagger
from pipeline.model.annotations import EntityType

_SPACY_TYPES: dict[str, EntityType] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "WORK_OF_ART": "work", "PRODUCT": "product", "EVENT": "named-event", "LAW": "other",
}  # fmt: skip
_BY_CUE = 0.9
"""How sure a name is whose surroundings say what it is."""


def find_names(reading: Reading, tagger: NameTagger | None, cities: Cities) -> tuple[Name, ...]:
    """All names of the article, in order, not overlapping. Without a tagger the parser's own entities are taken."""
    found = _tagged(reading, tagger)
    mended = [_mend_passage(each, found[each.number], cities) for each in reading.passages]
    return tuple(agree(reading, [name for names in mended for name in names], cities))


def _tagged(reading: Reading, tagger: NameTagger | None) -> list[list[Name]]:
    if tagger is None:
        return [list(_parser_names(each)) for each in reading.passages]
    by = f"model:{tagger.name}"
    spans = tagger([each.text for each in reading.passages])
    return [
        [named(passage, each.start, each.end, each.type, by, each.probability) for each in of_passage]
        for passage, of_passage in zip(reading.passages, spans, strict=True)
    ]


def _parser_names(passage: Passage) -> Iterator[Name]:
    for entity in passage.doc.ents:
        if entity.label_ in _SPACY_TYPES:
            yield named(passage, entity.start_char, entity.end_char, _SPACY_TYPES[entity.label_], PARSER)


# --- one block ----------------------------------------------------------------------------------------------------------


def _mend_passage(passage: Passage, names: Sequence[Name], cities: Cities) -> list[Name]:
    names = [_grow(passage, each) for name in names for each in _trim(passage, name)]
    names = _without_overlaps([*names, *_by_rule(passage, names)])
    names = [_retype(passage, each, cities) for each in names]
    return [
        each for each in names if _is_name(each) and not (_is_common(passage, each) or _is_party_mark(passage, each))
    ]


_PARTY_AND_STATE = re.compile(r"\((?:[RDI]|Lab|Con|Lib|SNP|Green)[-,–] ?[A-Z][\w. ]*\)")


def _is_party_mark(passage: Passage, name: Name) -> bool:
    """As in "Senator Ida Moe (D-Ariz.)": no name of its own."""
    return any(
        each.start() <= name.start and name.end <= each.end() for each in _PARTY_AND_STATE.finditer(passage.text)
    )


_OPENERS = frozenset(
    [
        "study",
        "survey",
        "report",
        "poll",
        "research",
        "team",
        "crew",
        "data",
        "crime",
        "weather",
        "traffic",
        "storm",
        "flood",
        "fire",
        "budget",
        "tax",
        "trade",
        "health",
    ]
)
"""Everyday words that a sentence or a headline opens with, beside the heads and jobs of the lexicons."""


def _is_common(passage: Passage, name: Name) -> bool:
    """As in "Harbour authority chief ...": a common noun that only a sentence's start has capitalized."""
    if (
        " " in name.text
        or not name.by.startswith("model:")
        or not re.search(r"(?:^|[.!?:][\"'”’]? )$", passage.text[: name.start])
    ):
        return False
    word = name.text.lower()
    common = (
        word in _OPENERS
        or word in ORGANIZATION_HEADS
        or word in FACILITY_HEADS
        or word in JOBS
        or word in PLACE_HEADS
        or word in EVENT_HEADS
    )
    return common and re.match(r" [a-z]", passage.text[name.end :]) is not None


def _by_rule(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    yield from pattern_names(passage, names)
    yield from namesakes(passage, names)
    for each in () if title_case(passage) else _after_titles(passage, names):
        yield from (_grow(passage, trimmed) for trimmed in _trim(passage, each))


_STRIP_BEFORE = re.compile(r"^(?:[Ee]x-|(?:[Tt]he|[Aa]n?)\s+|[\"'(\[]+)+")
_COMPOUND_ADJECTIVE = re.compile(
    r"-(?:based|led|owned|backed|born|style|made|bound|run|held|controlled|sponsored|funded)$"
)
_COUNTRY_THEN = re.compile(r"(U\.S\.|US|UK|U\.K\.) (?:District|Circuit|Senate|House)$")
_STRIP_AFTER = re.compile(r"(?:'s?|[\"'\](),;:]|\.)+$")
_DANGLING = re.compile(r"(?: (?:of|the|in|and|for|at|on|to|by))+$")
"""What a model leaves behind a name now and then; none ends so."""
_KEEPS_STOP = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Co|Inc|Ltd|Corp|Bros)\.)$")


def _trim(passage: Passage, name: Name) -> Iterator[Name]:
    """Leave out articles, possessives, brackets, forms of address and jobs."""
    text = passage.text[name.start : name.end]
    lead = _STRIP_BEFORE.match(text)
    start, end = name.start + (lead.end() if lead else 0), _trimmed_end(passage.text, name)
    if country := _COUNTRY_THEN.match(passage.text[start:end]):
        end = start + len(country[1])
    name = _addressed(passage, name, start, end)
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


def _addressed(passage: Passage, name: Name, start: int, end: int) -> Name:
    """As in "Dame Ida Moe": a form of address makes a person, unless a head word makes it "Sir Ned Hale Hospital"."""
    words = re.findall(r"[\w'-]+", passage.text[start:end])
    form = len(words) > 1 and words[0].lower() in FORMS_OF_ADDRESS and words[1][0].isupper()
    if not form or name.type == "person" or kind_by_head(words):
        return name
    return msgspec.structs.replace(
        name, type="person", by=f"{name.by}+rule:address", probability=max(name.probability, _BY_CUE)
    )


def _trimmed_end(text: str, name: Name) -> int:
    """The end without possessives and marks, but with the full stop of an abbreviation: "U.S.", "Fla."."""
    inside, end = text[name.start : name.end], name.end
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


def _behind_titles(text: str, start: int, end: int) -> int:
    """The offset behind forms of address and jobs at the start of a person's name."""
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


_PARTICLE = "|".join(sorted(PARTICLES, key=len, reverse=True))
_RIGHT = re.compile(rf" (?:(?:{_PARTICLE}) )+[A-Z][\w'-]+")
_LEFT = re.compile(rf"(?:^|(?<=[^\w.]))([A-Z][\w'-]+ (?:(?:{_PARTICLE}) )+)$")
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|III|II|IV)(?!\w)")
_GLUED_RIGHT = re.compile(
    r"(?:-(?!(?:based|led|owned|backed|born|style|made|bound|run|held|area|to|and|era|built|trained|educated|controlled|sponsored|funded)\b)\w+|'[A-Z]\w+)+"
)
_GLUED_LEFT = re.compile(r"(?<!\w)(?!(?:Ex|Non|Anti|Pro|Pre|Post|Mid|Then|Vice|Co)-)[A-Z]\w*-$")


def _grow(passage: Passage, name: Name) -> Name:
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


def _without_overlaps(names: Sequence[Name]) -> list[Name]:
    """Rules come first, then the longer name, then the earlier."""
    kept: list[Name] = []
    for each in sorted(names, key=lambda n: (not n.by.startswith("rule:"), n.start - n.end, n.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return sorted(kept)


def _after_titles(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """What stands right behind a job or a form of address is a person: "pianist Dame Ida Moe"."""
    doc = passage.doc
    for token in doc[:-1]:
        first = token.nbor(1)
        if first.text == "." and first.i + 1 < len(doc) and not token.whitespace_:
            first = first.nbor(1)
        if not _is_title(token) or not _opens_person(first) or _is_title(first):
            continue
        last = first
        while last.i + 1 < len(doc) and _continues_person(last, last.nbor(1)):
            last = last.nbor(1)
        start, end = first.idx, last.idx + len(last)
        if not _is_known(names, start, end):
            yield named(passage, start, end, "person", "rule:after-title")


def _is_known(names: Sequence[Name], start: int, end: int) -> bool:
    """Whether a name holds the span, or the names model found a person or several names in it: "Gen. [Omar Ali] Meets [Oslo]"."""
    if any(each.start <= start and end <= each.end for each in names):
        return True
    inside = [each for each in names if each.start < end and start < each.end and is_by_names_model(each)]
    return len(inside) > 1 or any(each.type == "person" for each in inside)


def _is_title(token: Token) -> bool:
    word = token.text.lower().rstrip(".")
    if token.text[:1].isupper():
        return word not in GIVEN_NAMES_LIKE_JOBS | NOT_BEFORE_NAMES and (word in HONORIFICS or word in JOBS)
    return word in JOBS and token.tag_ == "NN"


def _opens_person(token: Token) -> bool:
    word = token.text
    if not (word[:1].isupper() and token.is_alpha and len(word) > 1) or word.isupper():
        return False
    return (
        word not in DEMONYMS
        and word not in COUNTRY_CODES
        and word.lower() not in MONTHS
        and word.lower() not in WEEKDAYS
    )


def _continues_person(previous: Token, token: Token) -> bool:
    if token.text == "-" and not previous.whitespace_:
        return not token.whitespace_
    if previous.text == "-":
        return bool(token.is_alpha)
    capital = token.text[:1].isupper() and token.is_alpha and token.text.lower() not in WEEKDAYS
    return bool(capital and previous.whitespace_)


_TOWN_S = re.compile(
    r" (?:police|sheriff|mayor|council|court|prosecutors?|residents?|airport|firefighters?|hospital|street|suburbs?)\b"
)
"""As in "Bergen police": what a town has, and no club or firm of its name."""


def _retype(passage: Passage, name: Name, cities: Cities) -> Name:
    """Correct a type that the name itself, the words around it or the gazetteer decide."""
    if name.by.startswith("rule:"):
        return name
    certain = _certain_type(passage, name)
    if certain is None and name.type == "person" and is_person_by_cue(passage, name):
        return msgspec.structs.replace(name, probability=max(name.probability, _BY_CUE))
    kind = certain or name.type
    if kind == "organization" and _TOWN_S.match(passage.text, name.end) and cities.is_city(name.text):
        kind = "place"
    if (
        name.by == PARSER
        and kind == name.type
        and kind in {"person", "organization"}
        and " " not in name.text
        and cities.is_city(name.text)
    ):
        kind = "place"
    if kind == name.type:
        return name
    return msgspec.structs.replace(
        name, type=kind, by=f"{name.by}+rule:type", probability=max(name.probability, _BY_CUE if certain else 0.0)
    )


def _certain_type(passage: Passage, name: Name) -> EntityType | None:
    """The type that the name itself or the words around it leave no doubt of."""
    kind = _by_table(name.text)
    if kind is not None:
        return kind
    if is_firm(name.text):
        return "organization"
    if name.type == "person" and re.fullmatch(r"[A-Z]{3,6}", name.text):
        return "organization"
    words = re.findall(r"[\w'-]+", name.text)
    sure = is_by_names_model(name) and name.probability >= SURE and name.type == "organization"
    kind = kind_by_head(words) if not sure and name.type != "person" and len(words) > 1 else None
    kind = kind or kind_by_next_word(passage, name)
    if kind is None and name.type in {"person", "place", "other"} and is_organization_by_cue(passage, name):
        kind = "organization"
    if kind is None and name.type != "person" and is_person_by_cue(passage, name):
        kind = "person"
    return kind


def _by_table(text: str) -> EntityType | None:
    if text in COUNTRY_CODES or text in US_STATES or text in STATE_ABBREVIATIONS or text in CONTINENTS:
        return "place"
    return "group" if text in DEMONYMS else None


def _is_name(name: Name) -> bool:
    """Whether the span can be a name at all."""
    lowered = name.text.lower()
    if name.by == "rule:institution":
        return True
    if (
        not any(each.isupper() for each in name.text)
        or lowered in FIXED_HOLIDAYS
        or (lowered in FUNCTION_WORDS and not (name.text.isupper() and len(lowered) > 1))
    ):
        return False
    if name.text in ABBREVIATED_COMMON_NOUNS:
        return False
    if name.type != "person":
        return True
    first = name.words[0]
    if first.islower() and first not in PARTICLES:
        return False  # "of State for Trade" is the rest of a title
    common = lowered in HONORIFICS or lowered in JOBS or lowered in MONTHS or lowered in WEEKDAYS or lowered in KIN
    return not common and not any(each.isdigit() for each in name.text)
