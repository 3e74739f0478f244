"""Findings as GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/)."""

from __future__ import annotations

import json

from pipeline.validate.report.checked import Checked, fingerprint

_LEVELS = {"error": "major", "warning": "minor", "info": "info"}


def render(files: tuple[Checked, ...]) -> str:
    """A list of issues; equal ones get fingerprints of their own, because GitLab drops repeated ones."""
    issues = []
    seen: dict[str, int] = {}
    for found in (found for each in files for found in each.findings):
        mark = fingerprint(found)
        seen[mark] = seen.get(mark, 0) + 1
        issues.append(
            {
                "description": f"{found.message} {found.hint}".strip(),
                "check_name": found.code,
                "fingerprint": mark if seen[mark] == 1 else f"{mark}-{seen[mark]}",
                "severity": _LEVELS[found.severity],
                "location": {"path": found.path, "lines": {"begin": found.line or 1}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
