"""Findings on standard error, one line each with its hint below, and the exit code they mean."""

from __future__ import annotations

from collections.abc import Iterable

import click

from pipeline.model.finding import SEVERITIES, Finding, Severity, at_or_above

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def show(findings: Iterable[Finding]) -> None:
    """Print findings to standard error: where, how grave, what, which code, and what to do."""
    for each in findings:
        place = ":".join(str(part) for part in (each.path, each.line, each.column) if part)
        grave = click.style(each.severity, fg=_COLOURS[each.severity])
        click.echo(
            f"{place}: {grave}: {each.message} [{each.code}]" + (f" {each.pointer}" if each.pointer else ""), err=True
        )
        if each.hint:
            click.echo(f"    {each.hint}", err=True)


def exit_code(findings: tuple[Finding, ...], severity: Severity) -> int:
    """1 if any finding is at or above the severity, else 0."""
    return 1 if at_or_above(findings, severity) else 0


def at_least(severity: Severity) -> tuple[Severity, ...]:
    """The severity and the graver ones."""
    return SEVERITIES[: SEVERITIES.index(severity) + 1]
