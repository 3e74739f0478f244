"""Names of persons to persons: full names that can be one, then who each short name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.annotate.cluster import Cluster
from pipeline.annotate.lexicon.titles import KIN
from pipeline.annotate.name_patterns import Name
from pipeline.annotate.namesake_cues import around, described, is_another
from pipeline.annotate.person_names import compatible, core
from pipeline.annotate.reading import Reading
from pipeline.annotate.short_names import by_short_name, misspelt


def persons(reading: Reading, names: Sequence[Name]) -> list[Cluster]:
    """One cluster for each person; who is introduced in full comes first, then the short names."""
    full = _in_full(names)
    texts = {each.text for each in full}
    names = [each for each in names if each.text.removesuffix("s") not in texts - {each.text}]  # "the two Jon Dahls"
    full = [each for each in full if each in names]
    clusters: list[Cluster] = []
    for name in full:
        cluster = _same_person(reading, name, clusters)
        if cluster is None:
            cluster = Cluster("person", [], kin=_kin_before(reading, name))
            clusters.append(cluster)
        cluster.names.append(name)
        cluster.jobs |= described(reading, name)
        cluster.age = cluster.age or _age(reading, name)
    for name in names:
        if name in full or _is_family(reading, name):
            continue
        cluster = by_short_name(reading, name, clusters) or misspelt(name, clusters)
        if cluster is None:
            clusters.append(Cluster("person", [name]))
        else:
            cluster.names.append(name)
            cluster.names.sort()
    return clusters


def _in_full(names: Sequence[Name]) -> list[Name]:
    """Those of more than one word, but not what only ends a longer one: "von der Leyen" beside "Ursula von der Leyen"."""
    full = [each for each in names if len(core(each.text)[0]) > 1]
    whole = {core(each.text)[0] for each in full}
    tails = {words[at:] for words in whole for at in range(1, len(words) - 1)}
    return [each for each in full if core(each.text)[0] not in tails]


def _is_family(reading: Reading, name: Name) -> bool:
    """As in "the Stones": several persons, none of whom is meant alone."""
    before = reading.passages[name.passage].text[: name.start]
    return name.text.endswith("s") and bool(re.search(r"\b(?:[Tt]he|[Bb]oth|[Tt]wo|[Oo]ther|[Tt]hree) $", before))


def _same_person(reading: Reading, name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
    """Who bears the name already: somebody of exactly this name, else of one that can be the same."""
    kin = _kin_before(reading, name)
    able = [each for each in clusters if all(compatible(name.text, one.text) for one in each.names)]
    for cluster in sorted(able, key=lambda each: _distance(name, each)):
        if kin and kin != cluster.kin and (_last_person(name, clusters) is cluster or _other_suffix(name, cluster)):
            continue  # "Sir Hugo Lund ... his grandfather, Hugo Lund"
        if is_another(reading, name) or _other_job(reading, name, cluster) or _other_age(reading, name, cluster):
            continue  # "Jon Dahl, a plumber ... Jon Dahl, a judge"
        return cluster
    return None


def _other_suffix(name: Name, cluster: Cluster) -> bool:
    """As in "his father, Robert Dahl" of Robert Dahl Jr., whoever was named in between."""
    return all(core(name.text)[1] != core(each.text)[1] for each in cluster.names)


def _distance(name: Name, cluster: Cluster) -> int:
    """0 where the cluster has exactly this name, 1 where it has one of as many words, else 2: "J. R. Moe" is James Robert first."""
    own, _ = core(name.text)
    forms = [core(each.text)[0] for each in cluster.names]
    return (
        0 if core(name.text) in [core(each.text) for each in cluster.names] else 1 if len(own) in map(len, forms) else 2
    )


_AGE = re.compile(r",? \(?(?:aged )?(\d{1,3})\)?(?=[,.;)])")


def _age(reading: Reading, name: Name) -> int:
    """The age behind a name, or 0."""
    match = _AGE.match(around(reading, name)[1])
    return int(match[1]) if match else 0


def _other_age(reading: Reading, name: Name, cluster: Cluster) -> bool:
    """As in "John Dahl, 34, ... John Dahl, 61": a birthday apart they are two."""
    age = _age(reading, name)
    return bool(age and cluster.age and abs(age - cluster.age) > 1)


def _other_job(reading: Reading, name: Name, cluster: Cluster) -> bool:
    """Whether a name is introduced anew, with another job than the bearer known so far."""
    if not re.match(r"(?:, \d{1,3})?, an? ", around(reading, name)[1]):
        return False
    jobs = described(reading, name)
    return bool(jobs and cluster.jobs and not jobs & cluster.jobs)


_TITLES = r"(?:(?:former |late |ex-|then-)?[A-Z][\w'.-]* ){0,4}"
_KIN_BEFORE = re.compile(rf"(?:\b(?i:his|her|their|my)|'s) (?:[a-z-]+ ){{0,2}}?([a-z-]+),? {_TITLES}$")
_KIN_OF = re.compile(rf"\b(son|daughter|nephew|niece|grandson|granddaughter|brother|sister) of (?:the )?{_TITLES}$")
_KIN_BEHIND = re.compile(r",? (?:his|her|their) (?:[a-z-]+ ){0,2}?([a-z-]+)(?=[,.;)]| (?:and|who|in|at|of)\b|$)")


def _kin_before(reading: Reading, name: Name) -> str:
    """The kinship word that introduces the name: "his father, X", "Smith's wife X", "the son of X"; "" if none does."""
    before, behind = around(reading, name)
    match = _KIN_BEFORE.search(before)
    if match and match[1].lower() in KIN:
        return match[1].lower()
    if match := _KIN_OF.search(before):
        return f"{match[1]} of"
    match = _KIN_BEHIND.match(behind)
    return match[1] if match and match[1] in KIN else ""


def _last_person(name: Name, clusters: Iterable[Cluster]) -> Cluster | None:
    before = [(each, cluster) for cluster in clusters for each in cluster.names if each < name]
    return max(before, key=lambda pair: pair[0])[1] if before else None
