"""Findings as text for people, grouped by file, with a summary in the last line."""

from __future__ import annotations

from pipeline.model.finding import Finding
from pipeline.validate.report.json_report import summary

type Files = tuple[tuple[str, tuple[Finding, ...]], ...]


def render(files: Files) -> str:
    """Files with findings, then the counts."""
    blocks = [_file(path, findings) for path, findings in files if findings]
    return "".join(f"{each}\n" for each in blocks) + count_line(files) + "\n"


def _file(path: str, findings: tuple[Finding, ...]) -> str:
    lines = [path]
    for each in findings:
        place = f"{each.line}:{each.column}" if each.line is not None else each.pointer or "/"
        lines.append(f"  {place:>8}  {each.severity:<7}  {each.message}  [{each.code}]")
        if each.pointer and each.line is not None:
            lines.append(f"            at {each.pointer}")
        if each.hint:
            lines.append(f"            {each.hint}")
    return "\n".join(lines) + "\n"


def count_line(files: Files) -> str:
    """``3 files: 1 error, 2 warnings, 0 infos``."""
    counted = summary(files)
    words = ", ".join(
        f"{counted[each]} {each}{'' if counted[each] == 1 else 's'}" for each in ("error", "warning", "info")
    )
    return f"{counted['files']} file{'' if counted['files'] == 1 else 's'}: {words}"
