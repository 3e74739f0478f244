"""What a build did, article by article and in sum: ``output/report.json``."""

from __future__ import annotations

from typing import Literal, Self

import msgspec

from pipeline.model.codec import encode_pretty
from pipeline.model.finding import Finding, Severity
from pipeline.model.moment import Moment
from pipeline.model.publication import Publication
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
