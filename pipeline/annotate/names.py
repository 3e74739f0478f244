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
    LEGAL_FORMS,
    ORGANIZATION_HEADS,
    PLACE_HEADS,
)
from pipeline.annotate.lexicon.things_not_bodies import INDICES, PEOPLES_OF_REGIONS
from pipeline.annotate.lexicon.titles import (
    ABBREVIATIONS,
    GIVEN_NAMES_LIKE_JOBS,
    HONORIFICS,
    JOBS,
    KIN,
    NOT_BEFORE_NAMES,
    PARTICLES,
    RANK_MODIFIERS,
)
from pipeline.annotate.name_agreement import agree, title_case
from pipeline.annotate.name_bodies import body_names, is_called_body, is_team
from pipeline.annotate.name_edges import BY_CUE, grow, trim
from pipeline.annotate.name_patterns import (
    GIVEN_NAMES,
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
from pipeline.annotate.name_things import thing_names
from pipeline.annotate.namesakes import namesakes
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.tagging import NameTagger
from pipeline.model.annotations import EntityType

_SPACY_TYPES: dict[str, EntityType] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "WORK_OF_ART": "work", "PRODUCT": "product", "EVENT": "named-event", "LAW": "other",
}  # fmt: skip


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
    names = [grow(passage, each) for name in names for each in trim(passage, name)]
    names = list(_firms_in_one(passage, sorted(names)))
    names = _without_overlaps([*names, *_by_rule(passage, names)])
    names = [_retype(passage, each, cities) for each in names]
    return [
        each for each in names if _is_name(each) and not (_is_common(passage, each) or _is_party_mark(passage, each))
    ]


def _firms_in_one(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """As in "Minas" and "Sol Andina SA": side by side, and with a legal form at the end, they are one firm."""
    before: Name | None = None
    for each in names:
        if before is not None:
            firm = each.type == before.type == "organization" and each.words[-1].lower().rstrip(".") in LEGAL_FORMS
            if firm and passage.text[before.end : each.start] == " ":
                whole = passage.text[before.start : each.end]
                before = msgspec.structs.replace(before, end=each.end, text=whole)
                continue
            yield before
        before = each
    if before is not None:
        yield before


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
    yield from thing_names(passage, names)
    yield from pattern_names(passage, names)
    yield from body_names(passage, names)
    yield from namesakes(passage, names)
    for each in () if title_case(passage) else _after_titles(passage, names):
        yield from (grow(passage, trimmed) for trimmed in trim(passage, each))


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
        if first.text == "." and first.i + 1 < len(doc) and not token.whitespace_ and token.text[:1].isupper():
            first = first.nbor(1)  # "Gov. Moe"; behind "the owner." another sentence begins
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
    if token.i and token.nbor(-1).lower_ == "gen" and word in {"Zers", "Zer", "Xers", "Xer", "Alpha", "Zs"}:
        return False  # a generation, and no general
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
    r" (?:police|sheriff|mayor|council|court|prosecutors?|residents?|airport|firefighters?|hospital|street|suburbs?|law firm|daily|newspaper|"
    r"(?:radio |TV |television )?station|think-?tank|consultancy|trio|quartet|songwriter|native|marathon)\b"
)
"""As in "Bergen police": what a town has, and no club or firm of its name."""


def _retype(passage: Passage, name: Name, cities: Cities) -> Name:
    """Correct a type that the name itself, the words around it or the gazetteer decide."""
    if name.by == "rule:head" and name.type == "place" and is_team(passage, name):
        return msgspec.structs.replace(name, type="organization", by="rule:team")
    if name.by.startswith("rule:"):
        return name
    if is_called_body(passage, name) or is_team(passage, name):
        return msgspec.structs.replace(
            name, type="organization", by=f"{name.by}+rule:type", probability=max(name.probability, BY_CUE)
        )
    certain = _certain_type(passage, name)
    if certain is None and name.type == "person" and is_person_by_cue(passage, name):
        return msgspec.structs.replace(name, probability=max(name.probability, BY_CUE))
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
        name, type=kind, by=f"{name.by}+rule:type", probability=max(name.probability, BY_CUE if certain else 0.0)
    )


def _certain_type(passage: Passage, name: Name) -> EntityType | None:
    """The type that the name itself or the words around it leave no doubt of."""
    kind = _by_table(name.text)
    if kind is not None:
        return kind
    if is_firm(name.text) or _is_school(name):
        return "organization"
    if _is_people(passage, name):
        return "group"
    if name.start == 0 and name.text.isupper() and _DATELINE.match(passage.text, name.end):
        return "place"
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


def _is_people(passage: Passage, name: Name) -> bool:
    """As in "the Tasmanian town" and "the Amis people"."""
    if name.text in PEOPLES_OF_REGIONS:
        return re.match(r" [a-z]", passage.text[name.end : name.end + 2]) is not None
    tribe = " " not in name.text and _PEOPLE.match(passage.text, name.end) is not None
    return tribe and passage.text.endswith("the ", 0, name.start)


def _is_school(name: Name) -> bool:
    return name.words[-1] in _SCHOOLS and len(name.words) > _SURNAME_TOO and name.words[0].lower() in GIVEN_NAMES


_SURNAME_TOO = 2
_SCHOOLS = frozenset({"Primary", "Elementary", "Middle", "High", "Secondary", "Grammar", "Prep"})
"""As in "Ida Moe Primary": behind a person's name they are schools."""
_PEOPLE = re.compile(r" (?:people|tribe|tribes|tribesmen|clan|ethnic (?:group|minority))\b")
_DATELINE = re.compile(r"(?:, [A-Z][\w.]+){0,2}(?: \([^)]{2,40}\))? (?:[-–—]|--) ")
"""As in "OSLO – " and "OSLO, Norway (Agency) -- ", where a first paragraph begins."""


_CITIES = frozenset({"LA", "L.A.", "NYC", "N.Y.C.", "D.C."})
"""Initials that are nothing else in news."""


def _by_table(text: str) -> EntityType | None:
    if (
        text in COUNTRY_CODES
        or text in US_STATES
        or text in STATE_ABBREVIATIONS
        or text in CONTINENTS
        or text in _CITIES
    ):
        return "place"
    if text in INDICES or text == "Earth":
        return "other"
    if _REPUBLIC.fullmatch(text):
        return "place"
    return "group" if text in DEMONYMS else None


_REPUBLIC = re.compile(
    r"(?:[A-Z][\w']+ )+Democratic Republic|(?:People's |Islamic |Democratic )*Republic of (?:the )?[A-Z]\w+|Kingdom of (?:the )?[A-Z]\w+"
)


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
        return not (len(name.words) > 1 and all(_is_rank(each) for each in name.words))
    first = name.words[0]
    if first.islower() and first not in PARTICLES:
        return False  # "of State for Trade" is the rest of a title
    common = lowered in HONORIFICS or lowered in JOBS or lowered in MONTHS or lowered in WEEKDAYS or lowered in KIN
    return not common and not any(each.isdigit() for each in name.text)


def _is_rank(word: str) -> bool:
    """As in "Rear Adm", which begins a name and is none."""
    bare = word.lower().rstrip(".")
    return bare in ABBREVIATIONS or bare in RANK_MODIFIERS or bare in _RANKS


_RANKS = frozenset({"corps"})
