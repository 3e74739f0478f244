"""Findings as one HTML page without scripts or anything to load."""

from __future__ import annotations

from html import escape

from pipeline.model.finding import Finding
from pipeline.validate import catalogue
from pipeline.validate.report.checked import Checked, Excerpt, count_line

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h2{font-size:1.1rem;margin-top:2rem;overflow-wrap:anywhere}article{border-left:4px solid;padding:.2rem 0 .2rem 1rem;margin:1rem 0}
.error{border-color:#b3261e}.warning{border-color:#8a5a00}.info{border-color:#2b5fa3}
pre{background:#f4f4f4;padding:.5rem;overflow:auto;margin:.4rem 0}small{color:#555;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}pre{background:#262626}small{color:#aaa}}
"""


def render(files: tuple[Checked, ...]) -> str:
    """All files with findings, the counts on top."""
    blocks = "".join(_file(each) for each in files if each.findings)
    title = escape(count_line(files))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>newsgraph: {title}</title><style>{_STYLE}</style></head>\n<body><h1>newsgraph validate</h1><p>{title}</p>\n"
        f"{blocks}</body></html>\n"
    )


def _file(file: Checked) -> str:
    rows = zip(file.findings, (*file.excerpts, *([None] * len(file.findings))), strict=False)
    return f"<h2>{escape(file.path)}</h2>\n" + "".join(_finding(found, excerpt) for found, excerpt in rows)


def _finding(finding: Finding, excerpt: Excerpt | None) -> str:
    place = f"line {finding.line}, column {finding.column}" if finding.line is not None else ""
    known = catalogue.entry(finding.code)
    source = (
        f"<pre>{escape(excerpt.text)}\n{' ' * excerpt.caret}^</pre>" if excerpt is not None and excerpt.text else ""
    )
    hint = f"<p>{escape(finding.hint)}</p>" if finding.hint else ""
    return (
        f'<article class="{finding.severity}"><strong>{escape(finding.message)}</strong>{source}{hint}'
        f"<details><summary>{escape(finding.code)} ({finding.severity})</summary><p>{escape(known.why)} {escape(known.fix)}</p>"
        f"</details><small>{escape(place)} {escape(finding.pointer)}</small></article>\n"
    )
