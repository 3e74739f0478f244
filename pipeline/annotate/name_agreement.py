"""One article, one meaning: names that the whole article decides, and the names that only repeat others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pipeline.annotate.gazetteer import Cities
from pipeline.annotate.lexicon.countries import CONTINENTS, COUNTRY_CODES, DEMONYMS, PROVINCES, US_STATES
from pipeline.annotate.lexicon.organizations import EVENT_HEADS, PARTS_OF_BODIES
from pipeline.annotate.lexicon.titles import HONORIFICS, SUFFIXES
from pipeline.annotate.name_edges import without_leader
from pipeline.annotate.name_firms import firms_of_persons, means_firm
from pipeline.annotate.name_patterns import (
    GIVEN_NAMES,
    PARSER,
    SURE,
    Name,
    is_by_names_model,
    is_person_by_cue,
    kind_by_head,
    named,
)
from pipeline.annotate.namesake_cues import (
    around,
    has_officials,
    is_located,
    is_reached,
    is_town_by_cue,
    is_visited,
    pronoun_behind,
)
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import EntityType

_RULE_WEIGHT = 3.0


def title_case(passage: Passage) -> bool:
    """Whether nearly every word is capitalized, so that capitals say nothing: "Minister Departs for Peru"."""
    words = [each for each in re.findall(r"[^\W\d_]+", passage.text) if len(each) > 3]
    return not passage.is_body and len(words) >= 3 and sum(each[0].isupper() for each in words) >= 0.8 * len(words)


def agree(reading: Reading, names: Sequence[Name], cities: Cities) -> list[Name]:
    """One article, one meaning: parts of a person's full name are that person wherever they stand."""
    names = [_with_surname(reading, each) for each in names]
    persons = frozenset(each.text for each in names if each.type == "person" and len(each.words) > 1)
    names = [part for each in names for part in without_leader(each, persons)]
    alone = {each.text: each.type for each in names if "-" not in each.text}
    people = frozenset(word for each in names if each.type == "person" and len(each.words) > 1 for word in each.words)
    names = [_as_located(reading, part, people, cities) for each in names for part in _parted(each, alone)]
    names = _short_forms(_one_type_each(reading, _bare_storms(names), cities))
    towns = frozenset(each.text for each in names if each.by.endswith(_LOCATED))
    parts = _person_parts(names, towns)
    firms = firms_of_persons(reading, names, parts)
    names = [_as_person_part(reading, each, parts, firms, cities) for each in names]
    names = [_as_town(reading, each, towns, parts, cities) for each in names]
    surnames = _surnames(names)
    names = [_as_namesake_of_country(reading, each, surnames) for each in names]
    names = [_not_a_person(reading, each, names, parts, cities) for each in names]
    names = [*names, *_untagged_parts(reading, names, parts), *_nested(reading, names)]
    return sorted(_confirmed_headline(reading, names))


_SURNAME_BEFORE = re.compile(r"([A-Z][\w'-]+),? $")


def _with_surname(reading: Reading, name: Name) -> Name:
    """As in "King Sr.", of which the model saw the ending alone."""
    before = _SURNAME_BEFORE.search(around(reading, name)[0]) if name.text.lower() in SUFFIXES else None
    if before is None:
        return name
    passage = reading.passages[name.passage]
    return named(passage, before.start(1), name.end, "person", f"{name.by}+rule:suffix", name.probability)


_JOINED = re.compile(r"([^\W\d_][\w.&]*)[-–](?=[A-ZÀ-Þ])")


_REGIONS = sorted({*US_STATES, *PROVINCES, *COUNTRY_CODES}, key=len, reverse=True)
_WITH_REGION = re.compile(rf"(.+), ({'|'.join(map(re.escape, _REGIONS))})")
"""As in "Round Rock, Texas": two places."""


def _parted(name: Name, alone: Mapping[str, EntityType]) -> Iterator[Name]:
    """The town and the region that a comma parts, and the two names that a hyphen joins for once ("the Boeing-Air Force deal"): the first stands alone elsewhere in the article."""
    region = _WITH_REGION.fullmatch(name.text) if name.type == "place" else None
    if region is not None:
        yield msgspec.structs.replace(name, end=name.start + region.end(1), text=region[1])
        yield msgspec.structs.replace(name, start=name.start + region.start(2), text=region[2])
        return
    joined = _JOINED.match(name.text) if name.type != "person" else None
    if joined is None or joined[1] not in alone:
        yield name
        return
    middle = name.start + len(joined[1])
    rest = name.text[joined.end() :]
    yield msgspec.structs.replace(name, end=middle, text=joined[1], type=alone[joined[1]])
    yield msgspec.structs.replace(name, start=middle + 1, text=rest, type=alone.get(rest, name.type))


_LOCATED = "rule:located"


def _as_located(reading: Reading, name: Name, people: frozenset[str], cities: Cities) -> Name:
    """A place whatever else bears its name: "Hamilton, Ontario", "Lincoln officials", and what the tagger saw behind "in"."""
    single = " " not in name.text or name.text in US_STATES or name.text in PROVINCES
    acronym = name.text.isupper() and len(name.text) < _SHORTEST_IN_CAPITALS and name.text not in COUNTRY_CODES
    if not single or acronym or name.by.startswith("rule:") or name.type not in {"person", "place", "organization"}:
        return name
    before, _ = around(reading, name)
    if is_located(reading, name, cities) or (
        name.type == "place" and (_IN.search(before) or is_town_by_cue(reading, name))
    ):
        return _located(name)
    if name.type == "person" and name.text not in people and is_visited(reading, name, cities):
        return _located(name)
    return name


_SHORTEST_IN_CAPITALS = 5
"""Letters from which on a word in capitals is a town in capitals ("OSLO" is left to the tagger), not an acronym."""


def _located(name: Name) -> Name:
    return msgspec.structs.replace(name, type="place", by=f"{name.by}+{_LOCATED}")


def _surnames(names: Sequence[Name]) -> frozenset[str]:
    return frozenset(each.words[-1] for each in names if each.type == "person" and len(each.words) > 1)


def _as_namesake_of_country(reading: Reading, name: Name, surnames: frozenset[str]) -> Name:
    """As in "Jordan, 61, said that he" behind "Michael Jordan": no country."""
    if name.type != "place" or name.text not in surnames or name.text not in COUNTRY_CODES:
        return name
    if is_person_by_cue(reading.passages[name.passage], name) or pronoun_behind(reading, name) in {"he", "she"}:
        return msgspec.structs.replace(name, type="person", by="rule:part-of-name")
    return name


def _as_town(reading: Reading, name: Name, towns: frozenset[str], parts: frozenset[str], cities: Cities) -> Name:
    """A town of the article stays one where it stands alone: "Paris was hot", beside somebody whose given name is Paris."""
    if name.type != "person" or name.text not in towns or (name.text in parts and not cities.is_city(name.text)):
        return name
    if _IN.search(around(reading, name)[0]):
        return _located(name)
    passage = reading.passages[name.passage]
    if name.text in parts or is_person_by_cue(passage, name) or pronoun_behind(reading, name) in {"he", "she"}:
        return name
    return _located(name)


_IN = re.compile(r"\b(?:in|near|outside|city of|town of|state of) $")


def _bare_storms(names: Sequence[Name]) -> list[Name]:
    """The name of a storm or an event alone is it: "Ada weakened" behind "Cyclone Ada", "Ada opens" beside "the Ada festival".

    Unless somebody is called so.
    """
    storms = {each.words[-1].strip('"') for each in names if each.by == "rule:storm"}
    full = {word for each in names if each.type == "person" and len(each.words) > 1 for word in each.words}
    storms -= full
    events = {each.words[0] for each in names if len(each.words) == 2 and each.words[1] in EVENT_HEADS} - full
    return [
        msgspec.structs.replace(each, type="named-event", by="rule:storm")
        if each.text in storms or (each.text in events and each.type == "person" and each.probability < SURE)
        else each
        for each in names
    ]


def _one_type_each(reading: Reading, names: Sequence[Name], cities: Cities) -> list[Name]:
    """A name has one type in one article: the one that most of its places have, rules counting more."""
    votes: dict[str, dict[EntityType, float]] = {}
    given = {each.words[0] for each in names if each.type == "person" and len(each.words) > 1}
    alone = [each for each in names if _keeps_its_type(each) or _is_as_given(each, given)]
    names = [each for each in names if each not in alone]
    sure: dict[str, set[EntityType]] = {}
    for each in names:
        tally = votes.setdefault(_spelling(each), {})
        tally[each.type] = tally.get(each.type, 0.0) + (_RULE_WEIGHT if "rule:" in each.by else each.probability)
        if is_by_names_model(each) and each.probability >= SURE:
            sure.setdefault(_spelling(each), set()).add(each.type)
    opening = {each.words[0] for each in names if each.type == "organization" and len(each.words) > 1} - set(DEMONYMS)
    opening -= {each.text for each in names if _is_sure_of_itself(reading, each)}
    for text, tally in votes.items():
        if text in opening:
            _as_short_form(text, tally, cities)
    best = {text: max(sorted(tally), key=lambda kind: tally[kind]) for text, tally in votes.items()}
    agreed = [
        each
        if best[_spelling(each)] == each.type or _are_two(sure.get(_spelling(each), set()), each, best[_spelling(each)])
        else msgspec.structs.replace(each, type=best[_spelling(each)], by="rule:one-type")
        for each in names
    ]
    return [*agreed, *alone]


def _is_as_given(name: Name, given: set[str]) -> bool:
    """As in "Chelsea won" beside "Chelsea Lowe": each place of the word is judged by itself."""
    return (
        name.text in given
        and name.text.lower() in GIVEN_NAMES
        and is_by_names_model(name)
        and name.probability >= _SURE_NAMESAKE
    )


def _is_sure_of_itself(reading: Reading, name: Name) -> bool:
    """Whether a word alone is no short form of an organization that begins with it: "in Harwell", "Harwell-born", "Marilyn"."""
    if name.probability < SURE or not is_by_names_model(name):
        return False
    if name.type == "place":
        text = reading.passages[name.passage].text
        return text.startswith("-", name.end) or _LOCATIVE.search(text[: name.start]) is not None
    return name.type == "person" and name.text.lower() in GIVEN_NAMES


def _are_two(sure: set[EntityType], name: Name, best: EntityType) -> bool:
    """As in "Leeds-born" beside "Leeds beat Norwich": the town and its club, if the names model is sure of both."""
    return {name.type, best} == {"place", "organization"} <= sure and name.probability >= SURE


def _keeps_its_type(name: Name) -> bool:
    return name.by in _NAMESAKES or name.by.endswith(_LOCATED)


_NAMESAKES = frozenset({"rule:vessel", "rule:ship", "rule:storm", "rule:title-in-quotes", "rule:work"})
"""Ships, storms and works bear the names of persons beside whom they are told of: each keeps its own type."""


def _short_forms(names: Sequence[Name]) -> list[Name]:
    """As in "Sol Andina" beside "Sol Andina Group plc": no person, unless its first word is a given name."""
    longer = {
        " ".join(each.words[:size])
        for each in names
        if each.type == "organization" and len(each.words) > 2
        for size in range(2, len(each.words))
    }
    return [
        msgspec.structs.replace(each, type="organization", by="rule:short-form")
        if each.type == "person" and each.text in longer and each.words[0].lower() not in GIVEN_NAMES
        else each
        for each in names
    ]


def _spelling(name: Name) -> str:
    """The name as written in running text: a dateline's "OSLO" is Oslo."""
    return name.text.title() if name.text.isupper() and len(name.text) > 4 and name.text.isalpha() else name.text


def _as_short_form(text: str, tally: dict[EntityType, float], cities: Cities) -> None:
    """The first word of a longer organization's name is that organization, or the town that it is named after; no person."""
    known = cities.is_city(text) or text in COUNTRY_CODES or text in US_STATES or text in CONTINENTS
    if known and len(tally) > 1:
        tally.pop("person", None)
    elif not known:
        tally["organization"] = tally.get("organization", 0.0) + tally.pop("place", 0.0) + _RULE_WEIGHT


def _person_parts(names: Sequence[Name], towns: frozenset[str]) -> frozenset[str]:
    """Surnames, and first words where they may be surnames and are no town of the article, of persons with full names."""
    parts: set[str] = set()
    for each in names:
        words = [word for word in each.words if word.lower() not in SUFFIXES]
        if each.type == "person" and len(words) > 1:
            parts.update((words[-1], *({words[0]} - towns)))
            parts.update(" ".join(words[at:]) for at in range(1, len(words) - 1))
    return frozenset(each for each in parts if len(each) > 1 and each[0].isupper() and each not in COUNTRY_CODES)


def _not_a_person(reading: Reading, name: Name, names: Sequence[Name], parts: frozenset[str], cities: Cities) -> Name:
    """A single word taken for a person: "the Real" is a hall, and a doubtful "Oslo" that wants something is the city."""
    if name.type != "person" or " " in name.text or name.text in parts:
        return name
    if reading.passages[name.passage].text[: name.start].endswith(("the ", "The ")) and not name.text.endswith("s"):
        hall = any(each.type == "facility" and name.text in each.words for each in names)
        medium = _REPORTS.match(reading.passages[name.passage].text, name.end)
        kind: EntityType = "facility" if hall else "organization" if medium else "other"
        return msgspec.structs.replace(name, type=kind, by="rule:behind-article")
    doubtful = name.probability < (_SURE_PERSON if name.by == PARSER else SURE) and name.text.lower() not in GIVEN_NAMES
    if doubtful and cities.is_city(name.text):
        return msgspec.structs.replace(name, type="place", by=f"{name.by}+rule:type")
    return name


_REPORTS = re.compile(r" (?:has )?(?:reports?|reported|cites?|cited|quotes?|quoted|writes|wrote|published|revealed)\b")
"""What newspapers do: "the Guardian cited"."""
_SURE_PERSON = 0.9


def _nested(reading: Reading, names: Sequence[Name]) -> Iterator[Name]:
    """The organization inside the name of a part of it: "Council of the Writers' Union" names the union, too."""
    for each in names:
        match = re.search(r" of (?:the )?(?=[A-Z])", each.text) if each.type == "organization" else None
        if match is None:
            continue
        inner = each.text[match.end() :]
        words = re.findall(r"[\w'-]+", inner)
        whole = each.text[: match.start()].split()[-1].lower() in PARTS_OF_BODIES or match.group() == " of the "
        if not whole:
            continue  # "Friends of Oslo Society" is one name
        if (len(words) > 1 and kind_by_head(words) == "organization") or re.fullmatch(r"[A-Z]{3,6}", inner):
            passage = reading.passages[each.passage]
            yield named(passage, each.start + match.end(), each.end, "organization", "rule:nested", 0.8)


_LOCATIVE = re.compile(
    r"\b(?:in|near|outside|across|city of|town of|province of|from|visit|visited|visiting) (?:the )?$"
)


def _as_person_part(
    reading: Reading, name: Name, parts: frozenset[str], firms: Mapping[str, Name], cities: Cities
) -> Name:
    """A place or organization called like a part of a person's name is that person, unless the words around say where or what."""
    if name.by.endswith(_LOCATED) or name.text not in parts:
        return name
    if means_firm(reading, name, firms):
        return msgspec.structs.replace(name, type="organization", by="rule:founded")
    if cities.is_city(name.text) and (has_officials(reading, name) or is_reached(reading, name)):
        return _located(name)
    before, _ = around(reading, name)
    if (
        name.type == "person"
        or _keeps_from_given_name(reading, name)
        or (name.type == "place" and _LOCATIVE.search(before))
    ):
        return name
    return msgspec.structs.replace(name, type="person", by="rule:part-of-name")


def _keeps_from_given_name(reading: Reading, name: Name) -> bool:
    """As in "Chelsea won" beside somebody called Chelsea: the club, if nothing says that she is meant."""
    if name.text.lower() not in GIVEN_NAMES or name.probability < _SURE_NAMESAKE or not is_by_names_model(name):
        return False
    passage = reading.passages[name.passage]
    return not (is_person_by_cue(passage, name) or pronoun_behind(reading, name) in {"he", "she"})


_SURE_NAMESAKE = 0.75


def _untagged_parts(reading: Reading, names: Sequence[Name], parts: frozenset[str]) -> Iterator[Name]:
    """Words that are part of a person's name and stand alone, untagged, as a proper noun."""
    for passage in reading.passages:
        taken = [each for each in names if each.passage == passage.number]
        for token in passage.doc:
            if token.text not in parts or token.pos_ not in {"PROPN", "NOUN", "ADJ"} or _in_longer_run(token):
                continue
            start, end = token.idx, token.idx + len(token)
            if not any(each.start < end and start < each.end for each in taken):
                yield named(passage, start, end, "person", "rule:part-of-name")


def _in_longer_run(token: Token) -> bool:
    before = token.nbor(-1) if token.i > 0 else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before is not None and before.pos_ == "PROPN" and before.text.lower().rstrip(".") not in HONORIFICS:
        return True
    return after is not None and after.pos_ == "PROPN"


def _confirmed_headline(reading: Reading, names: Sequence[Name]) -> list[Name]:
    """Names of a Title Case headline count only where running text has one of their words in a name, too."""
    titled = {each.number for each in reading.passages if title_case(each)}
    elsewhere = {word for each in names if each.passage not in titled for word in each.words}
    if not elsewhere:
        return list(names)
    return [
        each for each in names if each.passage not in titled or set(each.words) & elsewhere or each.by == "rule:country"
    ]
