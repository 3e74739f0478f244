"""Organizations, places and the rest: which names of one article mean the same, by spelling, acronym, nation or short form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.annotate.cluster import Cluster, fold
from pipeline.annotate.gazetteer import Cities
from pipeline.annotate.lexicon.countries import (
    CONTINENTS,
    COUNTRY_NAMES,
    DEMONYMS,
    SHORT_PLACES,
    STATE_ABBREVIATIONS,
    US_STATES,
)
from pipeline.annotate.lexicon.organizations import (
    CLUB_WORDS,
    DIVISIONS,
    INSTITUTIONS,
    LEGAL_FORMS,
    MEDIA_WORDS,
    OF_NAMES,
    SHORT_BODIES,
)
from pipeline.annotate.name_patterns import Name
from pipeline.annotate.namesake_cues import is_state, region_behind
from pipeline.annotate.reading import Reading
from pipeline.model.annotations import EntityType


def others(reading: Reading, names: Sequence[Name], cities: Cities) -> list[Cluster]:
    """One cluster for each organization, place, facility, work ...; the longest names come first."""
    clusters: list[Cluster] = []
    keys: dict[str, Cluster] = {}
    acronyms: dict[str, Cluster] = {}
    often = Counter(fold(each.text) for each in names)
    areas = _areas(reading, names)
    aliases = _aliases(reading, names)
    for name in sorted(names, key=lambda each: (-len(each.words), each)):
        key = f"{_family(name.type)} {_key(reading, name, cities)}{areas.get(name, '')}"
        cluster = (
            keys.get(key)
            or next((each for each in clusters if aliases.get(name.text) in [one.text for one in each.names]), None)
            or _by_acronym(name, acronyms, clusters)
            or _by_nation(reading, name, clusters)
            or _by_part(reading, name, clusters, often, cities)
        )
        if cluster is None:
            cluster = Cluster(name.type, [])
            clusters.append(cluster)
        keys.setdefault(key, cluster)
        cluster.names.append(name)
        if acronym := _acronym_after(reading, name):
            acronyms.setdefault(acronym, cluster)
    for each in clusters:
        each.names.sort()
    return clusters


_AS_KNOWN = re.compile(r", as (?:the )?$")
_IS_KNOWN = re.compile(r" (?:is|was) (?:\w+ )?(?:known|called|nicknamed)\b")


def _aliases(reading: Reading, names: Sequence[Name]) -> dict[str, str]:
    """As in "Sur Banco SA, as Surban is formally known": the other name of one body, with the name in front."""
    found: dict[str, str] = {}
    ends = {(each.passage, each.end): each for each in names if each.type == "organization"}
    for each in names:
        text = reading.passages[each.passage].text
        before = _AS_KNOWN.search(text, max(0, each.start - 12), each.start)
        other = ends.get((each.passage, before.start())) if before and _IS_KNOWN.match(text, each.end) else None
        if other is not None and len(other.words) > len(each.words):
            found[each.text] = other.text
    return found


def _family(kind: EntityType) -> str:
    return "place" if kind in {"place", "facility"} else kind


def _areas(reading: Reading, names: Sequence[Name]) -> dict[Name, str]:
    """What tells towns or ministries of one name apart, where the article has several: the region behind each, the country in
    front ("Japan's"), or that of the last one of its name."""
    places: dict[str, list[tuple[Name, str]]] = {}
    for each in sorted(names):
        if each.type == "place":
            region = region_behind(reading, each)
            places.setdefault(fold(each.text), []).append((each, STATE_ABBREVIATIONS.get(region, region)))
        elif each.type == "organization":
            owner = _OWNER.search(reading.passages[each.passage].text, max(0, each.start - 30), each.start)
            nation = COUNTRY_NAMES.get(owner[1], "") if owner else ""
            places.setdefault(_body(each.text), []).append((each, nation))
    found: dict[Name, str] = {}
    for same in places.values():
        regions = [region for _, region in same if region]
        last = regions[0] if len(set(regions)) > 1 else ""
        for each, region in same if last else ():
            last = region or last
            found[each] = f", {last}"
    return found


_OWNER = re.compile(r"((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]*)'s? $")
_SHARED_BY_STATES = frozenset({"New York", "Washington", "Georgia", "Victoria"})
"""Names of states that a big city or a country bears, too: only they need to be told apart."""


def _key(reading: Reading, name: Name, cities: Cities) -> str:
    text = name.text
    for table in (STATE_ABBREVIATIONS, COUNTRY_NAMES, SHORT_PLACES if name.type == "place" else {}):
        text = table.get(text, text)
    if name.type != "organization":
        words = fold(text).removeprefix("the ")
        if name.type == "place" and text in _SHARED_BY_STATES and is_state(reading, name, cities):
            return f"{words} state"
        return words.removesuffix(" d c")
    nation, rest = _nation_in_front(text)
    return f"{fold(nation)} {_body(rest)}".strip()


_OFFICE_OF = re.compile(r"(?:the )?(department|ministry|bureau) of (?:the )?(.+)")


def _body(text: str) -> str:
    """What the spellings of one body share: "Department of Justice" is the "Justice Department"."""
    words = fold(text).removeprefix("the ")
    match = _OFFICE_OF.fullmatch(words)
    words = f"{match[2]} {match[1]}" if match else words
    return " ".join(_singular(each) for each in words.split())


def _singular(word: str) -> str:
    """Without the ending that writers of one article add and leave: "People's Party", "Peoples Party", "Allied Airline(s)"."""
    return word.removesuffix("s") if len(word) > 4 else word


_NATIONS = sorted({*COUNTRY_NAMES, *DEMONYMS}, key=len, reverse=True)
_NATION_IN_FRONT = re.compile(rf"({'|'.join(re.escape(each) for each in _NATIONS)}) (?=\S)")


def _nation_in_front(text: str) -> tuple[str, str]:
    """The usual name of the country that an organization's name begins with, and the rest: "U.S. Navy", "Peruvian Senate"."""
    match = _NATION_IN_FRONT.match(text)
    if match is None:
        return "", text
    return COUNTRY_NAMES.get(match[1], DEMONYMS.get(match[1], "")), text[match.end() :]


def _by_nation(reading: Reading, name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
    """As in "the Air Force" behind "the U.S. Air Force", and "the North" behind "North Korea"; none, where two nations have one."""
    if name.type == "place" and name.text in _SIDES:
        fits = [each for each in clusters if each.type == "place" and _half(each.fullest) == name.text]
    elif name.type == "organization" and not reading.passages[name.passage].text[: name.start].endswith("'s "):
        wanted = _body(name.text)
        fits = [
            each
            for each in clusters
            if each.type == "organization" and any(_bare_of_nation(one.text) == wanted for one in each.names)
        ]
    else:
        return None
    return fits[0] if len(fits) == 1 else None


_SIDES = frozenset({"North", "South", "East", "West"})


def _half(text: str) -> str:
    """The side in the name of a half of a divided country, or ""."""
    return text.split(maxsplit=1)[0] if text in COUNTRY_NAMES and text.split(maxsplit=1)[0] in _SIDES else ""


def _bare_of_nation(text: str) -> str:
    nation, rest = _nation_in_front(text)
    return _body(rest) if nation else ""


def _acronym_after(reading: Reading, name: Name) -> str | None:
    """As in "(ABC)" behind a long name; it may be written as a word: "(Ha)"."""
    match = re.match(r" \(\"?([A-Z][A-Za-z&-]{1,9})\"?\)", reading.passages[name.passage].text[name.end :])
    if match is None or len(name.words) < 2:
        return None
    initials = "".join(each[0] for each in re.findall(r"\w+", name.text)).lower()
    return match[1] if match[1].isupper() or match[1].lower()[0] == initials[0] else None


def _by_acronym(name: Name, acronyms: dict[str, Cluster], clusters: Sequence[Cluster]) -> Cluster | None:
    if name.text in acronyms:
        return acronyms[name.text]
    letters = name.text.replace(".", "")
    if name.type != "organization" or not re.fullmatch(r"[A-Z]{2,6}", letters):
        return None
    bodies = [each for each in clusters if each.type == "organization"]
    fits = [each for each in bodies if letters in {_initials(one.text) for one in each.names}]
    fits = fits or [each for each in bodies if _abbreviates(letters, each.fullest)]
    fits = fits or [each for each in bodies if letters == _all_initials(each.fullest)]
    if not fits and letters[:2] in {"US", "UK"} and len(letters) > 3:
        fits = [each for each in bodies if _initials(each.fullest) == letters[2:]]
    return fits[0] if len(fits) == 1 else None


def _initials(text: str) -> str:
    words = re.findall(r"[\w']+", text)
    return "".join(each[0] for each in words if each[0].isupper()) if len(words) > 1 else ""


def _all_initials(text: str) -> str:
    """As in "DOJ" for "U.S. Department of Justice": those of the small words, too, and none of the nation."""
    words = re.findall(r"[\w']+", _nation_in_front(text)[1])
    return "".join(each[0] for each in words).upper() if len(words) > 2 else ""


def _abbreviates(letters: str, text: str) -> bool:
    """As in "SIA" for "Singapore Airlines": every word's initial, and letters of the words between."""
    words = re.findall(r"[A-Z][\w']*", text)
    if len(letters) < 3 or len(words) < 2 or len(words) != len(text.split()) or letters[0] != words[0][0]:
        return False
    pattern = "".join(rf"{each[0]}(?:{'|'.join(dict.fromkeys(each[1:].upper()))})?" for each in words if each.isalpha())
    return re.fullmatch(pattern, letters) is not None


def _by_part(
    reading: Reading, name: Name, clusters: Sequence[Cluster], often: Mapping[str, int], cities: Cities
) -> Cluster | None:
    """A short form of a longer name: "Harwell" for "Harwell Athletic", "the Real" for "Teatro Real"."""
    words = fold(name.text).split()
    if name.text in COUNTRY_NAMES or name.type in {"work", "product"}:
        return None
    if name.type == "place" and (name.text in US_STATES or name.text in CONTINENTS):
        return None
    if name.by == "rule:storm" and len(words) == 1:
        return next((each for each in clusters if fold(each.fullest).split()[-1:] == words and _is_storm(each)), None)
    fits = [each for each in clusters if each.type in {"organization", "facility"} and _is_part(words, each)]
    fits = fits or [each for each in clusters if _same_firm(name, each)]
    fits = fits or _called_by_kind(reading, name, clusters) or _called_by_last_words(reading, name, clusters)
    fits = [each for each in fits if not (_is_division(name, each, often) or _are_two(reading, name, each))]
    fits = sorted(fits, key=lambda each: len(each.fullest.split()))[:1]
    if not fits or (
        name.type == "place" and fits[0].type == "organization" and _is_town(reading, name, fits[0], cities)
    ):
        return None
    if name.type == "place" and fits[0].type == "facility" and not _behind_the(reading, name):
        return None
    return fits[0]


def _is_division(name: Name, cluster: Cluster, often: Mapping[str, int]) -> bool:
    """Whether the longer name is that of a part of the firm, of which the article speaks less than of the firm itself."""
    words, whole = fold(name.text).split(), fold(cluster.fullest).split()
    if whole[: len(words)] != words or not DIVISIONS.intersection(whole[len(words) :]):
        return False
    return often[fold(name.text)] >= 2 * often[fold(cluster.fullest)]


def _are_two(reading: Reading, name: Name, cluster: Cluster) -> bool:
    """As in "Moe and Moe Energy": a short form is not named beside what it stands for."""
    short, long = name.text, cluster.fullest
    if long.startswith(f"{short}-"):
        return True  # "Air Moe" beside "Air Moe-Dahl"
    return any(
        f"{one} {word} {other}" in reading.text
        for one, other in ((short, long), (long, short))
        for word in ("and", "from")
    )


def _called_by_last_words(reading: Reading, name: Name, clusters: Sequence[Cluster]) -> list[Cluster]:
    """As in "City" for a club, "the Times" for a newspaper, "the Security Council" behind "UN Security Council", and "the Fed"."""
    if name.type != "organization" or reading.passages[name.passage].text[: name.start].endswith("'s "):
        return []
    words = fold(name.text).split()
    bodies = [each for each in clusters if each.type == "organization" and each.fullest != name.text]
    full = SHORT_BODIES.get(name.text)
    if full:
        return [each for each in bodies if fold(full) in (fold(one.text) for one in each.names)][:1]
    last = CLUB_WORDS | MEDIA_WORDS if len(words) == 1 else frozenset()
    fits = [
        each
        for each in bodies
        if fold(each.fullest).split()[-len(words) :] == words
        and (words[0] in last or (len(words) > 1 and re.fullmatch(r"(?:[A-Z]\.?){2,5}", each.fullest.split()[0])))
    ]
    return fits if len(fits) == 1 else []


def _called_by_kind(reading: Reading, name: Name, clusters: Sequence[Cluster]) -> list[Cluster]:
    """As in "the University" behind "the University of Harwell", where the article names no other."""
    if name.type != "organization" or " " in name.text or not _behind_the(reading, name):
        return []
    first = f"{fold(name.text)} of "
    fits = [each for each in clusters if each.type == "organization" and fold(each.fullest).startswith(first)]
    return fits if len(fits) == 1 else []


def _behind_the(reading: Reading, name: Name) -> bool:
    return reading.passages[name.passage].text[: name.start].lower().endswith("the ")


def _is_town(reading: Reading, name: Name, body: Cluster, cities: Cities) -> bool:
    """Whether the town is meant and not the body named after it: "Harwell" beside "Harwell Gazette", but not "Harwell Athletic"."""
    club = CLUB_WORDS & set(fold(body.fullest).split())
    return _located(reading, name) or (not club and cities.is_city(name.text))


def _is_storm(cluster: Cluster) -> bool:
    return any(each.by == "rule:storm" for each in cluster.names)


def _same_firm(name: Name, cluster: Cluster) -> bool:
    """As in "Harwell Shipping" and "Harwell ASA": one firm, if a legal form is all that the shorter one adds."""
    if name.type != "organization" or cluster.type != "organization":
        return False
    one, two = fold(name.text).split(), fold(cluster.fullest).split()
    return len(one) == 2 and one[0] == two[0] and one[1] in LEGAL_FORMS and len(one[0]) > 3


def _is_part(words: list[str], cluster: Cluster) -> bool:
    whole = fold(cluster.fullest).split()
    if len(words) > 1 and words == whole[-len(words) :] and len(words) < len(whole) and " ".join(words) in INSTITUTIONS:
        return True  # "the coast guard" behind "the Philippine Coast Guard"
    if len(words) > 1 and words[-1].isdigit() and words == whole[-len(words) :] != whole:
        return True  # "Local 12" behind "Harbour Workers Local 12"
    if (
        len(whole) > 2
        and whole[0] in OF_NAMES
        and whole[1] == "of"
        and words == whole[2:]
        and cluster.type == "organization"
    ):
        return True  # "Mercy" behind "the Order of Mercy"; ministries have namesakes abroad
    if len(words) >= len(whole) or "of" in whole:
        return False
    if len(words) > 1 and whole[-1] in LEGAL_FORMS and words == whole[1:-1]:
        return True  # "Sol Andina" behind "Minas Sol Andina SA"
    return whole[: len(words)] == words or (cluster.type == "facility" and whole[-len(words) :] == words)


def _located(reading: Reading, name: Name) -> bool:
    """Whether the words around say that a place is meant: "in Harwell", "Harwell, Ohio"."""
    text = reading.passages[name.passage].text
    return bool(re.search(r"\b(?:in|near|outside|around|across|city of|town of) $", text[: name.start])) or bool(
        re.match(r", (?:[A-Z][a-z]+\.?),? ", text[name.end :])
    )
