"""How messages name a source, its members and items, so that a reader of the list knows where to look."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from pipeline.model.finding import Finding
from pipeline.model.source import Source


def label(source: Source) -> str:
    """The source's name, and in brackets which document of an archive it is."""
    return f"{source.name} ({source.member})" if source.member else source.name


def of_item(findings: Iterable[Finding], source: Source, number: int, total: int) -> tuple[Finding, ...]:
    """The findings with the item's number (from 1) in their path; as they are where the source holds one item only."""
    if total == 1:
        return tuple(findings)
    return tuple(replace(each, path=each.path or f"{label(source)} (item {number})") for each in findings)
