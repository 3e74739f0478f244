"""Names that their own words or the words around them give away: universities, halls, storms, ships, countries, persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.function_words import FUNCTION_WORDS
from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.organizations import (
    COLLECTIVES,
    EVENT_HEADS,
    FACILITY_HEADS,
    FACILITY_STARTS,
    FIRMS,
    ORGANIZATION_HEADS,
    ORGANIZATION_STARTS,
    PLACE_HEADS,
    PLACE_STARTS,
    SURNAMES_LIKE_HEADS,
)
from pipeline.annotate.lexicon.titles import HONORIFICS, JOBS, KIN, WEAK_JOBS
from pipeline.annotate.reading import Passage
from pipeline.model.annotations import EntityType

GIVEN_NAMES = FEMALE_NAMES | MALE_NAMES


class Name(msgspec.Struct, frozen=True, order=True):
    """``start`` to ``end`` of the passage's text is a name of this type."""

    passage: int
    start: int
    end: int
    text: str
    type: EntityType
    by: str
    probability: float = 0.9

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words."""
        return tuple(self.text.split())


def named(passage: Passage, start: int, end: int, kind: EntityType, by: str, probability: float = 0.9) -> Name:
    """A name between two offsets of the passage."""
    return Name(passage.number, start, end, passage.text[start:end], kind, by, probability)


def pattern_names(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """Names that need no model; ``names`` are those already found."""
    yield from _runs_with_heads(passage, names)
    yield from _countries(passage, names)
    yield from _persons_by_cue(passage, names)


_WORD = r"(?:(?:[A-Z]\.)+|(?:St|Jr|Sr|Mt|Ft|Dr|Inc|Co|Corp|Ltd)\.|[A-ZÀ-Þ][\w'-]*)"
_LINK = r"(?:of|for|the|and|de|da|do|dos|del|di|du|la|le|van|von|der|den|al|el|&|upon)"
_RUN = re.compile(rf"(?<![\w.]){_WORD}(?: (?:{_LINK} )*{_WORD})*")
_OWNER = re.compile(r"([\w.-]+)'s? ")


_FOR_AN_AMOUNT = re.compile(r" (?:for|at|in|on|by) (?=\S*\d)")
_FIRM_OF = re.compile(r"(.* (?:Inc|Ltd|Corp|LLC|PLC|plc|GmbH|Bhd|Tbk|Oyj|ASA)\.?) of (?:the )?[A-Z]")


def own_end(run: str) -> str:
    """The run without what cannot be a name's: "Harwell Noodle Corp" of "Harwell Noodle Corp of Oslo for RM412"."""
    run = _FOR_AN_AMOUNT.split(run)[0]
    firm = _FIRM_OF.match(run)
    return firm[1] if firm else run


def _runs_with_heads(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """Capitalized words whose head says what they are: "Ada Moen University", "Ned Hale Park"."""
    for match in _RUN.finditer(passage.text):
        run = own_end(match.group().removesuffix("'s").removesuffix("'"))
        run_start = _behind_person(passage.text, match.start(), match.start() + len(run), names)
        text = _behind_owner(run[run_start - match.start() :])
        start = match.start() + len(run) - len(text)
        for part, offset in _joined(text):
            bare = without_opening(part)
            words = re.findall(r"[\w'-]+", bare)
            if len(words) > 1 and (kind := "organization" if is_firm(bare) else kind_by_head(words)):
                begin = start + offset + len(part) - len(bare)
                if _may_be_person(passage, words, begin) or _is_office(words):
                    continue
                name = named(passage, begin, begin + len(bare), kind, "rule:head")
                if not _is_better_known(passage, name, names):
                    yield name


DOUBTFUL = 0.4
"""Below this the names model says nothing against a head word."""
SURE = 0.8
"""From here on a name's type by the names model stands against its head word."""
PARSER = "model:parser"
"""Names by the parser are less sure than those by a model of names: the gazetteer and the head words correct them."""


def is_by_names_model(name: Name) -> bool:
    """Whether a model of names found it, and no rule has changed it."""
    return name.by.startswith("model:") and name.by != PARSER and "+" not in name.by


def _is_better_known(passage: Passage, name: Name, names: Sequence[Name]) -> bool:
    """Whether the names model tells more than the head word: two names in the run, a longer one, a body for sure.

    As in "Oslo and the Bergen Hall", "the Lord's Resistance Army", "the House of Representatives".
    """
    inside = [each for each in names if each.start < name.end and name.start < each.end and is_by_names_model(each)]
    inside = [each for each in inside if each.probability >= DOUBTFUL]
    if any(each.type == "group" and each.end == name.end for each in inside):
        return True  # "Three Republicans"
    if _is_part_of_body(passage, sorted(inside)):
        return False
    inside = [each for each in inside if each.type != "group"]
    if len(inside) != 1:
        return len(inside) > 1
    known = inside[0]
    if (known.start, known.end) == (name.start, name.end):
        if known.type == "person" and known.probability >= SURE and name.words[-1].lower() in SURNAMES_LIKE_HEADS:
            return len(name.words) == _NAME_AND_SURNAME
        return known.type == "organization" != name.type and known.probability >= SURE
    return known.start <= name.start and name.end <= known.end and known.type != "person"


_NAME_AND_SURNAME = 2


def _is_part_of_body(passage: Passage, names: Sequence[Name]) -> bool:
    """As in "Political Bureau of the Harbour Army": a part of an organization bears its name."""
    between = {passage.text[one.end : two.start] for one, two in pairwise(names)}
    kinds = {each.type for each in names}
    if len(names) > 1 and between <= {" of ", " of the ", " "} and kinds <= {"organization", "group", "other"}:
        return True
    return (
        between == {" and "}
        and _IS_DEPARTMENT.search(names[-1].text) is not None
        and kinds <= {"organization", "other", "place", "group"}
    )


_IS_DEPARTMENT = re.compile(
    r"^[A-Z][\w-]+ (?:Department|Directorate|Division|Desk|Section|Bureau|Committee|Ministry|Affairs)$"
)
"""As in "Asia and Oceania Department"."""


_LINKED = re.compile(r" of |['’]s ")


def _behind_person(text: str, start: int, end: int, names: Sequence[Name]) -> int:
    """As in "Ida Moe of Oslo University", "Ida Moe's Foundation": the run goes on behind the person and the link."""
    persons = (each.end for each in names if each.type == "person" and start <= each.start)
    links = (_LINKED.match(text, each) for each in persons)
    return max((each.end() for each in links if each and each.end() < end), default=start)


_LOCATED = re.compile(r"\b(?:at|in|the|to|outside|near|from|of|around|inside) $")


def _may_be_person(passage: Passage, words: Sequence[str], start: int) -> bool:
    """As in "Justice Elena Park": a surname that is the head of other names; where it stands decides, else the model."""
    first, last = words[0].lower(), words[-1].lower()
    person = first in GIVEN_NAMES or first in HONORIFICS or words[0].lower() in JOBS
    return last in SURNAMES_LIKE_HEADS and person and not _LOCATED.search(passage.text[:start])


def _is_office(words: Sequence[str]) -> bool:
    """As in "Minister for Public Works": what a person is, no body."""
    return len(words) > 2 and words[0].lower() in JOBS and words[1] == "for"


def without_opening(text: str) -> str:
    """The run without the words of grammar that only a sentence's start has capitalized: "When the Air Force"."""
    while match := _FIRST_WORD.match(text):
        if match[1].lower() not in FUNCTION_WORDS:
            break
        text = text[match.end() :]
    return text


_FIRST_WORD = re.compile(r"(\w+) ")
_AND = re.compile(r" and (?:the )?(?=[A-Z])")


def _joined(text: str) -> Iterator[tuple[str, int]]:
    """As in "Saudi Air Force and the UAE Air Force": two names, if each has a head of its own."""
    for match in _AND.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if is_firm(left):
            yield left, 0
            yield right, match.end()
            return
        if right.split()[0].lower() in GIVEN_NAMES and len(right.split()) > 1:
            yield left, 0
            return
        words = re.findall(r"[\w'-]+", left), re.findall(r"[\w'-]+", right)
        if all(len(each) > 1 and kind_by_head(each) for each in words) and "of" not in words[0]:
            yield left, 0
            yield right, match.end()
            return
    yield text, 0


def _behind_owner(text: str) -> str:
    """As in "Peru's Ministry of X" without the owner; but "Writers' Union" is one name."""
    for owner in reversed(list(_OWNER.finditer(text))):
        if owner[1].lower() not in COLLECTIVES and not text[: owner.start()].endswith("St. "):
            return text[owner.end() :]
    return text


_FIRM = re.compile(
    r"[^\W\d_].* (?:Co\.|Cos\.|(?:Inc|Ltd|Corp|Bros|LLC|LLP|PLC|plc|GmbH|S\.A|N\.V|ASA|A/S|Oyj|S\.p\.A|SpA|Pty|Limited|Holdings|Zrt|Nyrt|Kft|Bhd|Tbk|JSC|PJSC|Oy|Ltda|GmbH & Co\. KG)\.?)"
)
"""Legal forms that are nothing else; "AG" and "NV" are offices and states, too."""


def is_firm(text: str) -> bool:
    """Whether a name ends in a legal form, so that it is a firm whatever stands around it: "Moe Rosa Co."."""
    return _FIRM.fullmatch(text) is not None


_OF_HOSPITALS = frozenset(
    [
        "san",
        "santa",
        "santo",
        "são",
        "de",
        "del",
        "da",
        "do",
        "das",
        "dos",
        "general",
        "central",
        "regional",
        "municipal",
        "civil",
        "clínic",
        "clínico",
        "universitario",
        "universitari",
    ]
)
"""Second words of Spanish and Portuguese hospitals."""


def kind_by_head(words: Sequence[str]) -> EntityType | None:
    """The type that a name's head word gives, or None."""
    before_of = list(words[: words.index("of")]) if "of" in words else list(words)
    if not before_of:
        return None
    if len(words) > 1 and words[0].lower() == "hospital" and words[1].lower() in _OF_HOSPITALS:
        return "organization"
    if before_of == ["House"]:
        return "organization"  # of Commons, of Lords, of Representatives
    last, first, whole = before_of[-1].lower(), before_of[0].lower(), len(before_of) == len(words)
    organization = last in ORGANIZATION_HEADS or (last.endswith("s") and last[:-1] in ORGANIZATION_HEADS)
    school = last in PLACE_HEADS and "school" in {each.lower() for each in words}
    heads: tuple[tuple[EntityType, bool], ...] = (
        ("facility", last in FACILITY_HEADS and (whole or not organization)),
        ("organization", organization or school or (first in ORGANIZATION_STARTS and len(words) > 1)),
        ("facility", first in FACILITY_STARTS and whole),
        ("place", last in PLACE_HEADS and len(before_of) > 1),
        ("place", first in PLACE_STARTS and whole and len(words) > 1),
        ("named-event", last in EVENT_HEADS and len(before_of) > 1),
    )
    return next((kind for kind, holds in heads if holds), None)


def _countries(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    for match in re.finditer(r"(?<![\w-])[A-Z][\w']*(?: (?:and )?[A-Z][\w']*)?(?![\w$€£-])", passage.text):
        free = not any(each.start < match.end() and match.start() < each.end for each in names)
        if free and match.group() in COUNTRY_CODES:
            yield named(passage, *match.span(), "place", "rule:country")


_THINGS: dict[str, EntityType] = {
    **dict.fromkeys(["festival", "tournament", "championship", "marathon", "summit", "conference", "carnival", "biennale"], "named-event"),
    **dict.fromkeys(
        ["foundation", "newspaper", "magazine", "airline", "airlines", "agency", "company", "bank", "group", "party", "university", "ministry", "club"],
        "organization",
    ),
    **dict.fromkeys(["airport", "stadium", "hotel", "prison", "station", "bridge", "theatre", "theater", "museum", "cathedral", "hospital", "church", "chapel", "mosque", "temple", "synagogue"], "facility"),
    **dict.fromkeys(["island", "islands", "river", "valley", "province", "district", "region", "peninsula", "coast", "village", "desert"], "place"),
}  # fmt: skip
_NEXT_WORD = re.compile(r" ([a-z]+)\b")


def kind_by_next_word(passage: Passage, name: Name) -> EntityType | None:
    """The type that a common noun right behind the name gives: "Harwell festival"."""
    match = _NEXT_WORD.match(passage.text, name.end)
    if match is None or name.type not in {"person", "work", "product", "place"}:
        return None
    return _THINGS.get(match[1])


_FIRM_BEFORE = re.compile(
    rf"\b(?:the|its|their|a|an|[A-Z][a-z]+) (?:[\w-]+ )?(?:{'|'.join(sorted(FIRMS))}) $|\b(?:{'|'.join(sorted(FIRMS))}) $"
)
_FIRM_BEHIND = re.compile(
    r"['’]s (?:chief executive|ceo|chairman|chairwoman|board|shares?|shareholders|profits?|revenues?|headquarters|subsidiary|parent company|"
    r"customers|employees|workers|stock)\b|, (?:which is )?based in |, (?:a|the) (?:[\w-]+ ){0,3}(?:company|firm|maker|start-?up|retailer|bank)\b|"
    r" (?:shares|stock|Inc\b|Corp\b|Ltd\b|plc\b)"
)


def is_organization_by_cue(passage: Passage, name: Name) -> bool:
    """Whether the words around make a single word a firm: "the chipmaker Quanta", "Quanta's shares"."""
    if " " in name.text or name.text in COUNTRY_CODES:
        return False
    return bool(_FIRM_BEFORE.search(passage.text[: name.start]) or _FIRM_BEHIND.match(passage.text, name.end))


_AGE = re.compile(r", (?:aged )?\d{1,3}(?=[,.])")
_JOB_BEHIND = re.compile(r"(,| [–—]) (?:an?|the|his|her|their) (?:[\w'-]+ ){0,4}?([a-z-]+)\b")
"""Behind a comma, or behind a dash if the name has two words: "Oslo – the director said" is a dateline."""
_JOB_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|'s) (?:[\w-]+ ){0,3}?([a-z-]+), $")
_JOB_OF_BODY = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne) (?:[a-z-]+ )?([a-z-]+) (?:for|of|at) (?:the )?[A-Z][^,;.:]{2,40}, $"
)
"""As in "A spokeswoman for Harwell Foods, Mette Friis, confirmed it"."""
_HELD_BY_FIRMS = frozenset(
    {"owner", "operator", "publisher", "sponsor", "contractor", "supplier", "landlord", "partner", "rival"}
)
"""What a firm may be as well as a person: "the mill's owner, Harwell, said"."""
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]t|from|outside) $")
"""As in "Born in Oslo, the daughter of a grocer": what follows tells of somebody else."""
_SHAPE = re.compile(
    r"[A-ZÀ-Þ][\w'-]+(?: (?:(?:d[aeio]s?|del|van|von|der|den|la|le|bin|ibn|al|el|y|e) )*[A-ZÀ-Þ][\w'.-]*){0,4}"
)


def is_person_by_cue(passage: Passage, name: Name) -> bool:
    """Whether the words around make a capitalized name a person: an age, a job in apposition, kinship."""
    if not _SHAPE.fullmatch(name.text) or name.text.isupper() or is_firm(name.text):
        return False
    before, behind = passage.text[: name.start], passage.text[name.end :]
    if name.type == "place" and _IN_PLACE.search(before):
        return False
    if _AGE.match(behind):
        return True
    job = _JOB_BEFORE.search(before)
    if (
        job
        and not (name.type == "organization" and job[1] in _HELD_BY_FIRMS)
        and (job[1] in JOBS or job[1] in KIN)
        and re.match(r"[,.;)]", behind)
    ):
        return True
    job = _JOB_OF_BODY.search(before) if name.type != "organization" or name.probability < SURE else None
    if job and len(name.words) > 1 and job[1] in JOBS and re.match(r"[,.;)]", behind):
        return True
    job = _JOB_BEHIND.match(behind)
    return bool(
        job and (job[1] == "," or " " in name.text) and (job[2] in JOBS or job[2] in KIN or job[2] in WEAK_JOBS)
    )


_PERSON_RUN = re.compile(r"(?<![\w.'-])[A-ZÀ-Þ][\w'-]+(?: [A-Z]\.)?(?: [A-ZÀ-Þ][\w'-]+){1,3}(?=[,(])")


def _persons_by_cue(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """Untagged capitals with an age or a job behind them: "met Kwame Boateng, the head of ..."."""
    for match in _PERSON_RUN.finditer(passage.text):
        name = named(passage, *match.span(), "other", "rule:person-cue")
        if any(each.start < name.end and name.start < each.end for each in names) or kind_by_head(name.words):
            continue
        if is_person_by_cue(passage, name):
            yield msgspec.structs.replace(name, type="person")
