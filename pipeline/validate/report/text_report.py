"""Findings as text for people, grouped by file, with the source and a caret, and a summary in the last line."""

from __future__ import annotations

from collections import Counter

from pipeline.model.finding import Finding
from pipeline.validate.report.checked import Checked, Excerpt, count_line

FOLD_AFTER = 20
"""Findings of one code in one file that are shown; the rest is counted."""


def render(files: tuple[Checked, ...]) -> str:
    """Files with findings, then the counts."""
    blocks = [_file(each) for each in files if each.findings]
    return "".join(f"{each}\n" for each in blocks) + count_line(files) + "\n"


def _file(file: Checked) -> str:
    lines = [file.path]
    seen: Counter[str] = Counter()
    for index, each in enumerate(file.findings):
        seen[each.code] += 1
        if seen[each.code] <= FOLD_AFTER:
            lines.extend(_finding(each, file.excerpts[index] if index < len(file.excerpts) else None))
    for code, count in seen.items():
        if count > FOLD_AFTER:
            lines.append(f"  … and {count - FOLD_AFTER:,} more of {code}")
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, excerpt: Excerpt | None) -> list[str]:
    place = f"{finding.line}:{finding.column}" if finding.line is not None else finding.pointer or "/"
    lines = [f"  {place}  {finding.severity}  {finding.message}  [{finding.code}]"]
    if excerpt is not None and excerpt.text:
        lines += [f"    | {excerpt.text}", f"    | {' ' * excerpt.caret}^"]
    if finding.pointer and finding.line is not None:
        lines.append(f"    at {finding.pointer}")
    if finding.hint:
        lines.append(f"    {finding.hint}")
    return lines
