"""What a build did, article by article and in sum: ``output/report.json``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Self

import msgspec

from pipeline.model.codec import decode, encode_pretty
from pipeline.model.finding import SEVERITIES, Finding, Severity, at_or_above
from pipeline.model.moment import Moment
from pipeline.model.publication import Publication
from pipeline.publish.addresses import article_path
from pipeline.run.finishing import Summary

PATH = "report.json"


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article: ``state`` says whether it is out, ``why`` what made this run touch it (or keep it back)."""

    source: str
    url: str
    slug: str
    state: Literal["live", "held", "failed", "retracted"]
    why: str
    version: int = 0
    changed: bool = False
    summary: Summary = Summary()


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """The sums over all articles."""

    articles: int
    changed: int
    held: int
    failed: int
    persons: int
    organizations: int
    places: int
    events: int
    quotations: int
    statements: int
    errors: int
    warnings: int
    infos: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One build. ``findings`` are about sources; those about articles lie beside each of them."""

    now: Moment
    totals: Totals
    articles: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, lines: tuple[Line, ...], findings: tuple[Finding, ...], *, now: Moment) -> Self:
        """Sum up the lines."""
        return cls(now=now, totals=_totals(lines, findings), articles=lines, findings=findings)

    @property
    def publication(self) -> Publication:
        """The report as a file."""
        return Publication(path=PATH, media_type="application/json", content=encode_pretty(self))

    def count(self, severity: Severity) -> int:
        """How many findings are exactly so grave."""
        return {"error": self.totals.errors, "warning": self.totals.warnings, "info": self.totals.infos}[severity]


def failing(report: Report, output: Path, severity: Severity) -> Iterator[Finding]:
    """The findings about articles that are at least so grave, from the files beside each of them."""
    grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
    counts = {"error": "errors", "warning": "warnings", "info": "infos"}
    for line in report.articles:
        if any(getattr(line.summary, counts[each]) for each in grave):
            path = article_path(line.slug, "findings.json")
            folder = output / "held" if line.state == "held" else output
            yield from at_or_above(_findings_in(folder / path), severity)


def _findings_in(path: Path) -> tuple[Finding, ...]:
    return decode(path.read_bytes(), tuple[Finding, ...]) if path.is_file() else ()


def _totals(lines: tuple[Line, ...], findings: tuple[Finding, ...]) -> Totals:
    def total(field: str) -> int:
        return sum(getattr(each.summary, field) for each in lines)

    def grave(severity: Severity) -> int:
        return sum(each.severity == severity for each in findings)

    return Totals(
        articles=len(lines),
        changed=sum(each.changed for each in lines),
        held=sum(each.state == "held" for each in lines),
        failed=sum(each.state == "failed" for each in lines),
        persons=total("persons"),
        organizations=total("organizations"),
        places=total("places"),
        events=total("events"),
        quotations=total("quotations"),
        statements=total("statements"),
        errors=total("errors") + grave("error") + sum(each.state == "failed" for each in lines),
        warnings=total("warnings") + grave("warning"),
        infos=total("infos") + grave("info"),
    )
