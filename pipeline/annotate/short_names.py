"""Whom a short name means: of those whose surname, given name or double surname it is, the one whom the words around allow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.cluster import Cluster, fold
from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.titles import FEMALE_HONORIFICS, FORMS_OF_ADDRESS, KIN, MALE_HONORIFICS
from pipeline.annotate.name_patterns import Name
from pipeline.annotate.namesake_cues import Style, is_female, office, style
from pipeline.annotate.person_names import core, is_same_given_name, one_letter_off
from pipeline.annotate.reading import Reading


def by_short_name(reading: Reading, name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
    """The person whose surname, double surname or family name in front a short name is."""
    word, suffix = core(name.text)
    able = [each for each in clusters if not _kin_of_other(reading, name, each)]
    for rank in range(1, 5):
        fits = [each for each in able if _rank(word, suffix, each) == rank]
        if len(fits) > 1 or (fits and _generation(reading, name)):
            return _choose(reading, name, [each for each in able if 0 < _rank(word, suffix, each) <= 3])
        if fits:
            return fits[0] if rank > 1 else _choose(reading, name, fits)
    return None


_SHORTEST_MISSPELT = 5


def misspelt(name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
    """The only person of the last blocks whose surname is one letter off: news brings nobody in by a bare surname."""
    word = fold(name.text)
    if len(word) < _SHORTEST_MISSPELT or word in FEMALE_NAMES or word in MALE_NAMES or " " in word:
        return None
    fits = [
        each
        for each in clusters
        if len(core(each.fullest)[0]) > 1
        and one_letter_off(word, core(each.fullest)[0][-1])
        and any(0 <= name.passage - one.passage <= 1 for one in each.names)
    ]
    return fits[0] if len(fits) == 1 else None


def _rank(word: tuple[str, ...], suffix: str, cluster: Cluster) -> int:
    """How a short name fits: 1 as the last words, 2 as inner ones, 3 as the first, 4 as the same short name; 0 not at all."""
    best = 0
    for each in cluster.names:
        words, own_suffix = core(each.text)
        if suffix and suffix != own_suffix:
            continue
        if len(words) == len(word):
            regnal = own_suffix in _YOUNGER_SUFFIXES and not suffix  # "Charles" behind "Charles III"
            rank = 0 if words != word else 1 if regnal else 4
        elif len(word) == 1 and word[0] != words[0] and is_same_given_name(word[0], words[0]):
            rank = 3
        elif words[-len(word) :] == word:
            rank = 1
        elif any(words[at : at + len(word)] == word for at in range(1, len(words))):
            rank = 2
        else:
            rank = 3 if words[: len(word)] == word else 0
        best = min(best or 9, rank or 9) % 9
    return best


_GENERATION_BEFORE = re.compile(r"\b(elder|older|senior|younger|junior) (?:Mr\.? )?$")
_GENERATION_BEHIND = re.compile(
    r",? (?:the )?(elder|senior|younger|junior)\b(?! (?:[a-z]+ )?(?:minister|adviser|advisor|officer|official|member|lecturer|partner))"
)


def _generation(reading: Reading, name: Name) -> str | None:
    """As in "the elder Stone" and "Stone senior": which of two generations is meant."""
    text = reading.passages[name.passage].text
    match = _GENERATION_BEFORE.search(text[: name.start]) or _GENERATION_BEHIND.match(text, name.end)
    if not match:
        return None
    return "younger" if match[1] in {"younger", "junior"} else "elder"


_ELDERS = frozenset({"father", "mother", "grandfather", "grandmother", "uncle", "aunt", "son of", "daughter of"})
_YOUNGER = frozenset({"son", "daughter", "grandson", "granddaughter", "nephew", "niece"})
_YOUNGER_SUFFIXES = frozenset({"jr", "ii", "iii", "iv"})


def _choose(reading: Reading, name: Name, fits: Sequence[Cluster]) -> Cluster:
    """Of several persons whom a short name fits: the generation named, else who was not brought in as a relative, else the last."""
    fits = _titled(reading, name, _addressed(reading, name, fits))
    fits = [each for each in fits if each.names[0] < name] or fits
    fits = _bare_before(reading, name, _of_gender(reading, name, fits))
    generation = _generation(reading, name)
    if generation and len(fits) > 1:
        fits = _of_generation(fits, generation)
    fits = _called_so(reading, name, _without_juniors(fits))
    fits = [each for each in fits if not each.kin] or fits
    before = [each for each in fits if each.names[0] < name]
    if not before:
        return fits[0]
    return max(before, key=lambda cluster: max(_weight(reading, each) for each in cluster.names if each < name))


def _of_generation(fits: Sequence[Cluster], generation: str) -> Sequence[Cluster]:
    """By "Jr." and "Sr.", else by who was brought in as a parent or a child."""
    suffixes = [{core(one.text)[1] for one in each.names} for each in fits]
    juniors = [
        each for each, found in zip(fits, suffixes, strict=True) if found & _YOUNGER_SUFFIXES or each.kin in _YOUNGER
    ]
    elders = [each for each, found in zip(fits, suffixes, strict=True) if "sr" in found or each.kin in _ELDERS]
    if generation == "younger":
        return juniors or [each for each in fits if each not in elders] or fits
    return elders or [each for each in fits if each not in juniors] or fits


def _without_juniors(fits: Sequence[Cluster]) -> Sequence[Cluster]:
    """Where the article says "Moe Jr.", "Moe" is the other one."""
    short = [
        any(len(words) == 1 and suffix for words, suffix in (core(one.text) for one in each.names)) for each in fits
    ]
    return [each for each, is_so in zip(fits, short, strict=True) if not is_so] or fits


def _called_so(reading: Reading, name: Name, fits: Sequence[Cluster]) -> Sequence[Cluster]:
    """Without those who go by another short name: where the article says "Lula", "Silva" is somebody else."""
    own = core(name.text)[0]
    short = [
        {core(one.text)[0] for one in each.names if " " not in one.text and not _is_quoted(reading, one)}
        for each in fits
    ]
    return [each for each, called in zip(fits, short, strict=True) if not called or own in called] or fits


def _is_quoted(reading: Reading, name: Name) -> bool:
    return reading.passages[name.passage].is_quoted(name.start)


def _weight(reading: Reading, name: Name) -> tuple[int, bool, int]:
    """How near in mind a place is where somebody is named: the last block counts, in it the subject, then the last word."""
    token = reading.passages[name.passage].tokens(name.start, name.end)[-1:]
    return name.passage, bool(token) and token[0].dep_ in {"nsubj", "nsubjpass"}, name.start


def _titled(reading: Reading, name: Name, fits: Sequence[Cluster]) -> Sequence[Cluster]:
    """Those who were introduced with the office in front of the name: "Foreign Minister Kim" is not the envoy."""
    own = style(reading, name)
    if not own.words:
        return fits
    shared = [max(_shared(own, style(reading, each)) for each in cluster.names) for cluster in fits]
    if not any(shared):  # "Smith, a plumber" is not the detective of that name
        return [each for each in fits if not _is_styled(reading, each)] or fits
    return [each for each, count in zip(fits, shared, strict=True) if count and count == max(shared)]


def _shared(one: Style, other: Style) -> float:
    """How many words of two titles are the same; a former office is less than the office."""
    words = len(one.words & other.words)
    return words + 0.5 * (one.former == other.former) if words else 0.0


def _is_styled(reading: Reading, cluster: Cluster) -> bool:
    return any(style(reading, each).words for each in cluster.names)


def _bare_before(reading: Reading, name: Name, fits: Sequence[Cluster]) -> Sequence[Cluster]:
    """Of a detective who stays "Detective Smith" and a man who is "Smith" by now, "Smith" is the man."""
    if len(fits) < 2 or office(reading, name) or _form_of_address(reading, name):
        return fits
    bare = [
        (one, cluster)
        for cluster in fits
        for one in cluster.names
        if one < name and one.text == name.text and not (office(reading, one) or _form_of_address(reading, one))
    ]
    return [max(bare, key=lambda each: each[0])[1]] if bare else fits


def _of_gender(reading: Reading, name: Name, fits: Sequence[Cluster]) -> Sequence[Cluster]:
    """Those who may be "he" or "she" as the words around the name say."""
    wanted = is_female(reading, name) if len(fits) > 1 else None
    if wanted is None:
        return fits
    return [each for each in fits if _gender(reading, each, core(name.text)[0]) in {wanted, None}] or fits


def _gender(reading: Reading, cluster: Cluster, surname: tuple[str, ...]) -> bool | None:
    given = cluster.fullest.split()[0].lower()
    if given not in surname and (given in FEMALE_NAMES or given in MALE_NAMES):
        return given in FEMALE_NAMES
    said = {is_female(reading, each) for each in cluster.names if len(each.words) > 1} - {None}
    return said.pop() if len(said) == 1 else None


_FORM = re.compile(rf"\b({'|'.join(sorted(FORMS_OF_ADDRESS))})\.? $", re.IGNORECASE)
_PLAIN_FORMS = frozenset({"mr", "mrs", "ms", "miss", "mx"})


def _form_of_address(reading: Reading, name: Name) -> str:
    """The form of address right in front of a name, or ""."""
    match = _FORM.search(reading.passages[name.passage].text[: name.start])
    return match[1].lower() if match else ""


def _addressed(reading: Reading, name: Name, fits: Sequence[Cluster]) -> Sequence[Cluster]:
    """Those whom a form of address may mean: "Mr Rao" is not the brother styled "Dr Rao", nor "Mrs Rao" a man."""
    form = _form_of_address(reading, name)
    if not form:
        return fits
    female = form in FEMALE_HONORIFICS if form in FEMALE_HONORIFICS | MALE_HONORIFICS else None
    fits = fits if female is None else _of_given_name(fits, female=female)
    forms = [{_form_of_address(reading, each) for each in cluster.names} - {""} for cluster in fits]
    same = [cluster for cluster, styled in zip(fits, forms, strict=True) if form in styled]
    if same or form not in _PLAIN_FORMS:
        return same or fits
    return [cluster for cluster, styled in zip(fits, forms, strict=True) if styled <= _PLAIN_FORMS] or fits


def _of_given_name(fits: Sequence[Cluster], *, female: bool) -> Sequence[Cluster]:
    """Those whose given name is a woman's or a man's; else those for whom it is not the other's."""
    own, other = (FEMALE_NAMES, MALE_NAMES) if female else (MALE_NAMES, FEMALE_NAMES)
    given = [each.fullest.split()[0].lower() for each in fits]
    same = [each for each, word in zip(fits, given, strict=True) if word in own]
    return same or [each for each, word in zip(fits, given, strict=True) if word not in other] or fits


def _kin_of_other(reading: Reading, name: Name, cluster: Cluster) -> bool:
    """In "Vargas, a nephew of the former winger Leo Vargas" the two are not one."""
    text = reading.passages[name.passage].text
    for each in cluster.names:
        between = text[name.end : each.start] if each.passage == name.passage and each.start > name.end else ""
        if (
            0 < len(between) < 80
            and (match := re.match(r",? (?:an?|the) (?:[a-z-]+ ){0,2}?([a-z-]+) of ", between))
            and match[1] in KIN
        ):
            return True
    return False
