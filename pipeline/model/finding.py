"""What is wrong or notable about an article or a document, as a value that is reported and never raised."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, order=True):
    """One thing an editor or engineer should know.

    ``code`` is a kebab slug with an entry in the catalogue; ``pointer`` a JSON Pointer (RFC 6901) into the document, or the
    field of an article (``/datePublished``); ``line`` and ``column`` count from 1 in the file ``path`` that the user gave.
    ``source`` names the rule's origin (a specification's URL, with the date checked where rules change).
    """

    code: str
    severity: Severity
    message: str
    pointer: str = ""
    path: str = ""
    line: int | None = None
    column: int | None = None
    hint: str = ""
    source: str = ""


class Outcome[Value](msgspec.Struct, frozen=True):
    """What a stage returns: its value together with its findings."""

    value: Value
    findings: tuple[Finding, ...] = ()


def worst(findings: tuple[Finding, ...]) -> Severity | None:
    """The gravest severity among the findings, or None if there are none."""
    present = {each.severity for each in findings}
    return next((each for each in SEVERITIES if each in present), None)


def at_or_above(findings: tuple[Finding, ...], severity: Severity) -> tuple[Finding, ...]:
    """The findings that are at least as grave as ``severity``."""
    grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return tuple(each for each in findings if each.severity in grave)
