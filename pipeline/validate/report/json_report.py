"""Findings as JSON: ``{"files": [{"path", "findings": [...]}], "summary": {...}}``."""

from __future__ import annotations

import json
from typing import Any

from pipeline.model.finding import Finding
from pipeline.validate.report.checked import Checked, summary


def render(files: tuple[Checked, ...]) -> str:
    """All files, also the clean ones, in the order they were checked."""
    listed = [
        {"path": each.path, "findings": [_finding(found) for found in each.findings]}
        for each in files
        if not each.skipped
    ]
    return json.dumps({"files": listed, "summary": summary(files)}, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "pointer": finding.pointer,
        "line": finding.line,
        "column": finding.column,
        "hint": finding.hint,
        "source": finding.source,
    }
