"""Findings as JSON: ``{"files": [{"path", "findings": [...]}], "summary": {...}}``."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from pipeline.model.finding import SEVERITIES, Finding

type Files = tuple[tuple[str, tuple[Finding, ...]], ...]


def render(files: Files) -> str:
    """All files, also the clean ones, in the order they were checked."""
    listed = [{"path": path, "findings": [_finding(each) for each in findings]} for path, findings in files]
    return json.dumps({"files": listed, "summary": summary(files)}, ensure_ascii=False, indent=1) + "\n"


def summary(files: Files) -> dict[str, int]:
    """How many files there were, how many were clean, and the findings by severity."""
    counted = Counter(each.severity for _, findings in files for each in findings)
    clean = sum(not findings for _, findings in files)
    return {"files": len(files), "clean": clean, **{each: counted[each] for each in SEVERITIES}}


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
