"""Names to entities: which names of one article mean the same person, organization or place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.cluster import Cluster, fold
from pipeline.annotate.gazetteer import Cities, NoCities
from pipeline.annotate.lexicon.countries import COUNTRY_NAMES, STATE_ABBREVIATIONS
from pipeline.annotate.name_patterns import Name
from pipeline.annotate.name_variants import others
from pipeline.annotate.persons import persons
from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Entity, EntityType, Mention, MentionForm


def gather(
    reading: Reading, names: Sequence[Name], cities: Cities | None = None
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Entities in the order of their first mention, with ids such as ``person-1``, and their mentions."""
    clusters = [
        *persons(reading, [each for each in names if each.type == "person"]),
        *others(reading, [each for each in names if each.type not in {"person", "group"}], cities or NoCities()),
    ]
    clusters.sort(key=lambda each: (each.names[0].passage, each.names[0].start))
    return _numbered(reading, clusters)


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
