"""What a report is made of: one checked file with its findings and the lines they stand in."""

from __future__ import annotations

import msgspec

from pipeline.model.finding import SEVERITIES, Finding
from pipeline.validate.edition import Extract

WINDOW = 100
"""Characters of a line that an excerpt shows; minified JSON is one long line."""


class Excerpt(msgspec.Struct, frozen=True):
    """A piece of a line, and where in it (from 0) the finding stands."""

    text: str
    caret: int


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """One file (or page, or archive's member). ``excerpts`` stand beside ``findings``, None where there is no line."""

    path: str
    findings: tuple[Finding, ...]
    excerpts: tuple[Excerpt | None, ...] = ()
    skipped: bool = False
    extract: Extract | None = None


def excerpts(text: str, findings: tuple[Finding, ...]) -> tuple[Excerpt | None, ...]:
    """The piece of the file's text around each finding."""
    lines: list[str] | None = None
    found: list[Excerpt | None] = []
    for each in findings:
        if each.line is None or each.column is None:
            found.append(None)
            continue
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if lines is None else lines
        found.append(_cut(lines[each.line - 1], each.column - 1) if each.line <= len(lines) else None)
    return tuple(found)


def _cut(line: str, column: int) -> Excerpt:
    start = max(0, column - WINDOW // 3)
    piece = line[start : start + WINDOW]
    lead = len(piece) - len(piece.lstrip())
    shown = "".join(char if char.isprintable() else " " for char in piece.strip())
    before, after = "…" if start else "", "…" if start + WINDOW < len(line) else ""
    return Excerpt(before + shown + after, len(before) + max(0, column - start - lead))


def fingerprint(finding: Finding) -> str:
    """What names a finding across runs: it survives moved lines, but not another value or place in the tree."""
    import hashlib  # noqa: PLC0415 - only baselines and some reports need it

    parts = (finding.path, finding.code, finding.pointer, finding.message)
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def summary(files: tuple[Checked, ...]) -> dict[str, int]:
    """How many files were checked, clean and skipped, and the findings by severity."""
    read = [each for each in files if not each.skipped]
    counted = dict.fromkeys(SEVERITIES, 0)
    for each in read:
        for found in each.findings:
            counted[found.severity] += 1
    clean = sum(not each.findings for each in read)
    severities: dict[str, int] = {str(each): count for each, count in counted.items()}
    return {"files": len(read), "clean": clean, "skipped": len(files) - len(read), **severities}


def count_line(files: tuple[Checked, ...]) -> str:
    """``3 files, 1 clean: 1 error, 2 warnings, 0 infos``."""
    counted = summary(files)
    words = ", ".join(_number(counted[each], each) for each in SEVERITIES)
    skipped = f" ({_number(counted['skipped'], 'other file')} skipped)" if counted["skipped"] else ""
    return f"{_number(counted['files'], 'file')}, {counted['clean']} clean{skipped}: {words}"


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
