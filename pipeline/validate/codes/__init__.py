"""The catalogue's entries, one file per family of rules."""

from __future__ import annotations

from pipeline.validate.codes import (
    consistency,
    consistency_addresses,
    consistency_figures,
    consistency_texts,
    consistency_wording,
    edition,
    formats,
    json_ld,
    json_schema,
    page,
    profiles,
    stages,
    syntax,
    vocabulary,
)

FAMILIES = (
    syntax.ENTRIES,
    json_ld.ENTRIES,
    vocabulary.ENTRIES,
    json_schema.ENTRIES,
    consistency.ENTRIES,
    consistency_texts.ENTRIES,
    consistency_addresses.ENTRIES,
    consistency_figures.ENTRIES,
    consistency_wording.ENTRIES,
    page.ENTRIES,
    profiles.ENTRIES,
    formats.ENTRIES,
    edition.ENTRIES,
    stages.ENTRIES,
)
