"""The catalogue's entries, one file per family of rules."""

from __future__ import annotations

from pipeline.validate.codes import consistency, json_ld, json_schema, page, stages, syntax, vocabulary

FAMILIES = (
    syntax.ENTRIES,
    json_ld.ENTRIES,
    vocabulary.ENTRIES,
    json_schema.ENTRIES,
    consistency.ENTRIES,
    page.ENTRIES,
    stages.ENTRIES,
)
