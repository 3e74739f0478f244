"""Codes of the JSON Schema layer: what breaks the schemas of what we publish ourselves (only with --strict)."""

from __future__ import annotations

from pipeline.validate.codes.entry import Entry

_SOURCE = "https://json-schema.org/draft/2020-12/json-schema-validation"


def _person(members: str) -> str:
    return f'{{"@context": "https://schema.org", "@graph": [{{"@id": "https://example.org/p/ada", "@type": "Person"{members}}}]}}'


_OK = _person(', "name": "Ada"')
_ROWS = (
    ("schema-required", "A required property is missing", "The schema names what a node of this type must say.", ""),
    (
        "schema-unknown-property",
        "A property that we never publish",
        "The schema lists all properties of the type.",
        ', "name": "Ada", "cookTime": "PT1H"',
    ),
    (
        "schema-type",
        "A value of the wrong JSON type",
        "The schema says whether text, number, list or object is meant.",
        ', "name": 5',
    ),
    (
        "schema-value",
        "A value that is not allowed",
        "The schema lists the values, or the forms, that are allowed.",
        ', "name": "Ada", "sameAs": {"a": 1}',
    ),
    (
        "schema-format",
        "A value of the wrong form",
        "The schema says how dates, addresses and language tags are written.",
        ', "name": "Ada", "birthDate": "1815-13"',
    ),
    (
        "schema-length",
        "Too short or too long",
        "An empty text or list says nothing.",
        ', "name": "Ada", "alternateName": []',
    ),
    ("schema-range", "A number out of range", "The schema says which numbers make sense.", ""),
    (
        "schema-duplicate-item",
        "An entry stands twice in a list",
        "A list of values says each of them once.",
        ', "name": "Ada", "alternateName": ["Countess", "Countess"]',
    ),
)
_GLOBE = (
    '{"@context": "https://schema.org", "@graph": [{"@id": "https://example.org/g", "@type": "GeoCoordinates", "latitude": 100, '
    '"longitude": 0}]}'
)
ENTRIES = tuple(
    Entry(
        code=code,
        severity="error",
        layer="json-schema",
        title=title,
        why=why + " What this program builds must keep its own schemas (schemas/README.md).",
        fix="Correct the value at the place shown.",
        source=_SOURCE,
        wrong=_GLOBE if code == "schema-range" else _person(members),
        right=_GLOBE.replace("100", "10") if code == "schema-range" else _OK,
    )
    for code, title, why, members in _ROWS
)
