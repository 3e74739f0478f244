"""Findings of one item among several: each names the item, so that a reader of the list knows where to look."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from pipeline.model.finding import Finding
from pipeline.model.source import Source


def of_item(findings: Iterable[Finding], source: Source, number: int, total: int) -> tuple[Finding, ...]:
    """The findings with the item's number (from 1) in their path; as they are where the source holds one item only."""
    if total == 1:
        return tuple(findings)
    return tuple(replace(each, path=each.path or f"{source.name} (item {number})") for each in findings)
