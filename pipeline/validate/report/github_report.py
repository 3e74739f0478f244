"""Findings as workflow commands that GitHub shows beside the lines."""

from __future__ import annotations

from pipeline.model.finding import Finding
from pipeline.validate.report.checked import Checked, count_line

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(files: tuple[Checked, ...]) -> str:
    """A command a line, then the counts."""
    lines = [_command(found) for each in files for found in each.findings]
    return "".join(f"{each}\n" for each in lines) + count_line(files) + "\n"


def _command(finding: Finding) -> str:
    place = f",line={finding.line},col={finding.column}" if finding.line is not None else ""
    text = f"{finding.message} {finding.hint}".strip()
    return (
        f"::{_LEVELS[finding.severity]} file={_value(finding.path)}{place},title={_value(finding.code)}::{_text(text)}"
    )


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
