"""Codes of the JSON Schema layer: what breaks the schemas of what we publish ourselves (only with --strict)."""

from __future__ import annotations

from pipeline.validate.codes.entry import Entry

_SOURCE = "https://json-schema.org/draft/2020-12/json-schema-validation"
_ROWS = (
    ("schema-required", "A required property is missing", "The schema names what a node of this type must say."),
    ("schema-unknown-property", "A property that we never publish", "The schema lists all properties of the type."),
    ("schema-type", "A value of the wrong JSON type", "The schema says whether text, number, list or object is meant."),
    ("schema-value", "A value that is not allowed", "The schema lists the values, or the forms, that are allowed."),
    (
        "schema-format",
        "A value of the wrong form",
        "The schema says how dates, addresses and language tags are written.",
    ),
    ("schema-length", "Too short or too long", "An empty text or list says nothing."),
    ("schema-range", "A number out of range", "The schema says which numbers make sense."),
    ("schema-duplicate-item", "An entry stands twice in a list", "A list of values says each of them once."),
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
    )
    for code, title, why in _ROWS
)
