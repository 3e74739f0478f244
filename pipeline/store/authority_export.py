"""The authority -> CSV or JSON-LD, sorted by kind and slug, so that two exports can be compared. Read back by ``import``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from pipeline.mapping.ids import entity_id
from pipeline.model.codec import encode_pretty
from pipeline.model.graph import CONTEXT, Json, Node
from pipeline.store.authority import Authority
from pipeline.store.authority_formats import COLUMNS, FROM_REGISTRY, SEPARATOR, guarded
from pipeline.store.authority_rows import Entity


def export_csv(authority: Authority) -> bytes:
    """One row an entity, the columns of ``import``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entity in _entities(authority):
        writer.writerow([_cell(each) for each in _row(authority, entity)])
    return text.getvalue().encode()


def export_json_ld(authority: Authority, site_url: str) -> bytes:
    """One node an entity, under the same @id that graphs use."""
    nodes = [_node(authority, site_url, each) for each in _entities(authority)]
    return encode_pretty({"@context": CONTEXT, "@graph": nodes})


def _entities(authority: Authority) -> Iterator[Entity]:
    yield from (each for each in authority.edits.all_entities() if each.name)


def _row(authority: Authority, entity: Entity) -> tuple[str | tuple[str, ...], ...]:
    rows, edits = authority.rows, authority.edits
    merged = rows.entity(entity.merged_into).slug if entity.merged_into else ""
    names = tuple(each for each in edits.own_names(entity.id) if each != entity.name)
    features = tuple(edits.own_values(entity.id, each) for each in ("title", "organization", "place", "nation"))
    return (
        entity.kind,
        entity.slug,
        entity.name,
        entity.type,
        names,
        edits.own_identifiers(entity.id),
        *features,
        merged,
        str(entity.start or ""),
        "yes" if entity.bulk else "",
    )


def _cell(value: str | tuple[str, ...]) -> str:
    """Lists joined by bars, nothing that a spreadsheet would run."""
    text = value if isinstance(value, str) else SEPARATOR.join(each.replace(SEPARATOR, " ") for each in value)
    return guarded(text)


def _node(authority: Authority, site_url: str, entity: Entity) -> Node:
    rows, edits = authority.rows, authority.edits
    known = edits.own_identifiers(entity.id)
    target = rows.entity(entity.merged_into) if entity.merged_into else None
    fields: dict[str, Json] = {
        "@id": entity_id(site_url, entity.kind, entity.slug),
        "@type": entity.type if entity.kind != "event" else "Event",
        "name": entity.name,
        "alternateName": [each for each in edits.own_names(entity.id) if each != entity.name],
        "sameAs": [each for each in known if each.startswith(("https://", "http://"))],
        "identifier": [each for each in known if not each.startswith(("https://", "http://"))],
        "disambiguatingDescription": FROM_REGISTRY if entity.bulk else None,
        "additionalType": entity.type if entity.kind == "event" else None,
        "startDate": entity.start if entity.kind == "event" else None,
        "birthDate": entity.start if entity.kind == "person" else None,
        "jobTitle": list(edits.own_values(entity.id, "title")) if entity.kind == "person" else None,
        "isReplacedBy": entity_id(site_url, target.kind, target.slug) if target else None,
    }
    return {key: value for key, value in fields.items() if value}
