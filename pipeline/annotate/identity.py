"""Names to entities: which names of one article mean the same person, organization or place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.annotate.cluster import Cluster, fold
from pipeline.annotate.gazetteer import Cities, NoCities
from pipeline.annotate.lexicon.countries import COUNTRY_NAMES, STATE_ABBREVIATIONS
from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.titles import FEMALE_HONORIFICS, FORMS_OF_ADDRESS, KIN, MALE_HONORIFICS, SUFFIXES
from pipeline.annotate.name_patterns import Name
from pipeline.annotate.name_variants import others
from pipeline.annotate.namesake_cues import around, described, is_another, is_female, office
from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Entity, EntityType, Mention, MentionForm


def gather(
    reading: Reading, names: Sequence[Name], cities: Cities | None = None
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Entities in the order of their first mention, with ids such as ``person-1``, and their mentions."""
    clusters = [
        *_persons(reading, [each for each in names if each.type == "person"]),
        *others(reading, [each for each in names if each.type not in {"person", "group"}], cities or NoCities()),
    ]
    clusters.sort(key=lambda each: (each.names[0].passage, each.names[0].start))
    return _numbered(reading, clusters)


# --- persons ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=100_000)
def core(text: str) -> tuple[tuple[str, ...], str]:
    """A person's name as folded words without its suffix, and the suffix ("jr", or "")."""
    words = tuple(fold(each) for each in text.replace(",", "").split())
    suffix = words[-1] if len(words) > 1 and words[-1] in SUFFIXES else ""
    return (words[:-1] if suffix else words), suffix


def _persons(reading: Reading, names: Sequence[Name]) -> list[Cluster]:
    full = [each for each in names if len(core(each.text)[0]) > 1]
    texts = {each.text for each in full}
    names = [each for each in names if each.text.removesuffix("s") not in texts - {each.text}]  # "the two Jon Dahls"
    full = [each for each in full if each in names]
    clusters: list[Cluster] = []
    for name in full:
        cluster = _same_person(reading, name, clusters)
        jobs = described(reading, name)
        if cluster is None:
            clusters.append(Cluster("person", [name], kin=_kin_before(reading, name), jobs=jobs))
        else:
            cluster.names.append(name)
            cluster.jobs |= jobs
    for name in names:
        if name in full or _is_family(reading, name):
            continue
        cluster = _by_short_name(reading, name, clusters) or _misspelt(name, clusters)
        if cluster is None:
            clusters.append(Cluster("person", [name]))
        else:
            cluster.names.append(name)
            cluster.names.sort()
    return clusters


def _is_family(reading: Reading, name: Name) -> bool:
    """As in "the Stones": several persons, none of whom is meant alone."""
    before = reading.passages[name.passage].text[: name.start]
    return name.text.endswith("s") and bool(re.search(r"\b[Tt]he $", before))


def _same_person(reading: Reading, name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
    for cluster in clusters:
        if not any(_compatible(name.text, each.text) for each in cluster.names):
            continue
        if not cluster.kin and _kin_before(reading, name) and _last_person(name, clusters) is cluster:
            continue  # "Sir Hugo Lund ... his grandfather, Hugo Lund"
        if is_another(reading, name) or _other_job(reading, name, cluster):
            continue  # "Jon Dahl, a plumber ... Jon Dahl, a judge"
        return cluster
    return None


def _other_job(reading: Reading, name: Name, cluster: Cluster) -> bool:
    """Whether a name is introduced anew, with another job than the bearer known so far."""
    if not re.match(r"(?:, \d{1,3})?, an? ", around(reading, name)[1]):
        return False
    jobs = described(reading, name)
    return bool(jobs and cluster.jobs and not jobs & cluster.jobs)


def _compatible(left: str, right: str) -> bool:
    """Whether two full names can be one person: equal, one inside the other, or initials that fit."""
    (one, suffix_one), (two, suffix_two) = core(left), core(right)
    if suffix_one and suffix_two and suffix_one != suffix_two:
        return False
    if one == two or "".join(one) == "".join(two):
        return True
    short, long = sorted((one, two), key=len)
    if len(short) == len(long):
        initial = len(short[0]) == 1 or len(long[0]) == 1
        return short[-1] == long[-1] and initial and short[0][0] == long[0][0]
    if long[-len(short) :] == short:
        return True
    if short[-1] == long[-1]:
        return short[0][0] == long[0][0] and set(short[1:]) <= set(long)
    return not (suffix_one or suffix_two) and long[: len(short)] == short


def _kin_before(reading: Reading, name: Name) -> bool:
    """Whether a kinship word introduces the name: "his father, X", "Smith's wife X"."""
    before = reading.passages[name.passage].text[: name.start]
    match = re.search(r"(?:\b(?:his|her|their|my)|'s) (?:[a-z-]+ ){0,2}?([a-z-]+),? $", before, re.IGNORECASE)
    return bool(match and match[1].lower() in KIN)


def _last_person(name: Name, clusters: Iterable[Cluster]) -> Cluster | None:
    before = [(each, cluster) for cluster in clusters for each in cluster.names if each < name]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _by_short_name(reading: Reading, name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
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


def _misspelt(name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
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


def one_letter_off(left: str, right: str) -> bool:
    """Whether one letter is missing, added or another one; the first letters are the same."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1 or left == right or left[:1] != right[:1]:
        return False
    at = next((number for number, each in enumerate(short) if each != long[number]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _rank(word: tuple[str, ...], suffix: str, cluster: Cluster) -> int:
    """How a short name fits: 1 as the last words, 2 as inner ones, 3 as the first, 4 as the same short name; 0 not at all."""
    best = 0
    for each in cluster.names:
        words, own_suffix = core(each.text)
        if suffix and suffix != own_suffix:
            continue
        if len(words) == len(word):
            rank = 4 if words == word else 0
        elif words[-len(word) :] == word:
            rank = 1
        elif any(words[at : at + len(word)] == word for at in range(1, len(words))):
            rank = 2
        else:
            rank = 3 if words[: len(word)] == word else 0
        best = min(best or 9, rank or 9) % 9
    return best


def _generation(reading: Reading, name: Name) -> str | None:
    """As in "the elder Stone": which of two generations is meant."""
    before = reading.passages[name.passage].text[: name.start]
    match = re.search(r"\b(elder|older|senior|younger|junior) (?:Mr\.? )?$", before)
    if not match:
        return None
    return "younger" if match[1] in {"younger", "junior"} else "elder"


def _choose(reading: Reading, name: Name, fits: Sequence[Cluster]) -> Cluster:
    """Of several persons whom a short name fits: the generation named, else who was not brought in as a relative, else the last."""
    fits = _titled(reading, name, _addressed(reading, name, fits))
    fits = _bare_before(reading, name, _of_gender(reading, name, fits))
    generation = _generation(reading, name)
    if generation and len(fits) > 1:
        junior = [each for each in fits if any(core(n.text)[1] in {"jr", "ii", "iii"} for n in each.names)]
        senior = [each for each in fits if each not in junior]
        fits = (junior if generation == "younger" else senior) or fits
    fits = [each for each in fits if not each.kin] or fits
    before = [each for each in fits if each.names[0] < name]
    if not before:
        return fits[0]
    return max(before, key=lambda cluster: max(_weight(reading, each) for each in cluster.names if each < name))


def _weight(reading: Reading, name: Name) -> tuple[int, bool, int]:
    """How near in mind a place is where somebody is named: the last block counts, in it the subject, then the last word."""
    token = reading.passages[name.passage].tokens(name.start, name.end)[-1:]
    return name.passage, bool(token) and token[0].dep_ in {"nsubj", "nsubjpass"}, name.start


def _titled(reading: Reading, name: Name, fits: Sequence[Cluster]) -> Sequence[Cluster]:
    """Those who were introduced with the office in front of the name: "Foreign Minister Kim" is not the envoy."""
    words = office(reading, name) | described(reading, name)
    if not words:
        return fits
    shared = [
        max(len(words & (office(reading, each) | described(reading, each))) for each in cluster.names)
        for cluster in fits
    ]
    if not any(shared):  # "Smith, a plumber" is not the detective of that name
        return [each for each in fits if not _is_styled(reading, each)] or fits
    return [each for each, count in zip(fits, shared, strict=True) if count and count == max(shared)]


def _is_styled(reading: Reading, cluster: Cluster) -> bool:
    return any(office(reading, each) | described(reading, each) for each in cluster.names)


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
    others = MALE_NAMES if form in FEMALE_HONORIFICS else FEMALE_NAMES if form in MALE_HONORIFICS else frozenset()
    fits = [each for each in fits if each.fullest.split()[0].lower() not in others] or fits
    forms = [{_form_of_address(reading, each) for each in cluster.names} - {""} for cluster in fits]
    same = [cluster for cluster, styled in zip(fits, forms, strict=True) if form in styled]
    if same or form not in _PLAIN_FORMS:
        return same or fits
    return [cluster for cluster, styled in zip(fits, forms, strict=True) if styled <= _PLAIN_FORMS] or fits


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


# --- records ------------------------------------------------------------------------------------------------------------


def _numbered(reading: Reading, clusters: Sequence[Cluster]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    counts: dict[str, int] = {}
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for cluster in clusters:
        counts[cluster.type] = counts.get(cluster.type, 0) + 1
        local = f"{cluster.type}-{counts[cluster.type]}"
        entities.append(_entity(reading, local, cluster))
        mentions.extend(_mention(reading, local, cluster, each) for each in cluster.names)
    return tuple(entities), tuple(sorted(mentions, key=lambda each: each.span))


def _entity(reading: Reading, local: str, cluster: Cluster) -> Entity:
    plain_name = _display_name(cluster)
    written = dict.fromkeys(reading.passages[each.passage].original(each.start, each.end) for each in cluster.names)
    name = next((each for each in written if fold(each) == fold(plain_name)), plain_name)
    return Entity(
        id=local,
        type=cluster.type,
        name=plain_name if name.isupper() and not plain_name.isupper() else name,
        alternate_names=tuple(each for each in written if _is_alternate(each, name, cluster.type)),
        probability=round(max(each.probability for each in cluster.names), 3),
    )


def _is_alternate(written: str, name: str, kind: EntityType) -> bool:
    """Whether a form is another name, not the same in capitals nor a part of a person's name ("Stone" alone is none)."""
    if written == name or (written.isupper() and written.title() == name):
        return False
    return kind != "person" or not set(fold(written).split()) <= set(fold(name).split())


def _display_name(cluster: Cluster) -> str:
    name = cluster.fullest
    if cluster.type == "place":
        name = name.title() if name.isupper() and len(name) > 4 and "." not in name else name
        return STATE_ABBREVIATIONS.get(name, COUNTRY_NAMES.get(name, name))
    return name


def _mention(reading: Reading, local: str, cluster: Cluster, name: Name) -> Mention:
    passage = reading.passages[name.passage]
    return Mention(
        span=passage.span(name.start, name.end),
        text=passage.original(name.start, name.end),
        entity=local,
        form=_form(cluster, name),
        by=name.by,
        probability=round(name.probability, 3),
    )


def _form(cluster: Cluster, name: Name) -> MentionForm:
    if cluster.type == "organization" and re.fullmatch(r"[A-Z]{2,}", name.text) and name.text != cluster.fullest:
        return "acronym"
    return "short-name" if len(name.words) < len(cluster.fullest.split()) else "name"
