"""Which findings are shown: chosen and ignored codes, for all paths and for some, and those that a baseline knows already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fnmatch import fnmatchcase

import msgspec

from pipeline.model.finding import Finding
from pipeline.validate.report.checked import fingerprint


class PathRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the files are checked whose path matches a pattern (``*`` also crosses folders): what is ignored in them, what alone
    is shown (empty: all), and which consumers they shall please (None: those of all files)."""

    match: str
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    profiles: tuple[str, ...] | None = None


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Patterns of codes such as ``profile-*``. An empty ``select`` means all; ``ignore`` wins over ``select``."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    paths: tuple[PathRule, ...] = ()


def chosen(findings: Iterable[Finding], selection: Selection, *, path: str) -> tuple[Finding, ...]:
    """The findings about the file at ``path`` that are to be shown."""
    rules = [each for each in selection.paths if fnmatchcase(path, each.match)]
    ignored = (*selection.ignore, *(code for rule in rules for code in rule.ignore))
    wanted = [each for each in (selection.select, *(rule.select for rule in rules)) if each]
    return tuple(
        each
        for each in findings
        if all(_matches(each.code, patterns) for patterns in wanted) and not _matches(each.code, ignored)
    )


def profiles_for(path: str, selection: Selection, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The consumers that the file at ``path`` shall please; the last pattern that matches wins."""
    found = [each.profiles for each in selection.paths if each.profiles is not None and fnmatchcase(path, each.match)]
    return tuple(each for each in found[-1] if each != "none") if found else usual


def _matches(code: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(code, each) for each in patterns)


class Baseline(msgspec.Struct, frozen=True):
    """Findings that are known and not to be shown: fingerprint -> how often."""

    version: int
    findings: dict[str, int]


def record(findings: Iterable[Finding]) -> Baseline:
    """The baseline that knows exactly these findings."""
    counted = Counter(fingerprint(each) for each in findings)
    return Baseline(1, dict(sorted(counted.items())))


def unknown(findings: Iterable[Finding], baseline: Baseline) -> tuple[Finding, ...]:
    """The findings that the baseline does not know; one that stands more often than recorded is shown for the surplus."""
    left = Counter(baseline.findings)
    new = []
    for each in findings:
        mark = fingerprint(each)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            new.append(each)
    return tuple(new)
