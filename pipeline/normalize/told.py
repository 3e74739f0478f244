"""What every finding of normalizing is made of: its code, what happened, and what to do next."""

from __future__ import annotations

from functools import partial

from pipeline.model.finding import Finding, Severity


def _told(  # noqa: PLR0913 - a finding's own fields
    severity: Severity,
    code: str,
    message: str,
    hint: str = "",
    *,
    pointer: str = "",
    path: str = "",
    line: int | None = None,
    column: int | None = None,
    source: str = "",
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        message=message,
        hint=hint,
        pointer=pointer,
        path=path,
        line=line,
        column=column,
        source=source,
    )


error_finding = partial(_told, "error")
warning_finding = partial(_told, "warning")
info_finding = partial(_told, "info")
