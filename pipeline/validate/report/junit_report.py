"""Findings as JUnit XML: a suite for each file, a failed case for each finding, one passed case for a clean file."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from pipeline.model.finding import Finding
from pipeline.standards.xml_text import legal
from pipeline.validate.report.checked import Checked


def render(files: tuple[Checked, ...]) -> str:
    """Errors and warnings are failures; infos are passed cases with their text."""
    read = [each for each in files if not each.skipped]
    total = sum(max(1, len(each.findings)) for each in read)
    failed = sum(_fails(found) for each in read for found in each.findings)
    suites = "".join(_suite(each) for each in read)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newsgraph" tests="{total}" failures="{failed}">\n{suites}</testsuites>\n'


def _fails(finding: Finding) -> bool:
    return finding.severity != "info"


def _suite(file: Checked) -> str:
    path = quoteattr(legal(file.path))
    if not file.findings:
        return f' <testsuite name={path} tests="1" failures="0"><testcase name="clean" classname={path}/></testsuite>\n'
    failed = sum(_fails(each) for each in file.findings)
    cases = "".join(_case(each, path) for each in file.findings)
    return f' <testsuite name={path} tests="{len(file.findings)}" failures="{failed}">\n{cases} </testsuite>\n'


def _case(finding: Finding, path: str) -> str:
    place = f"line {finding.line}, column {finding.column}" if finding.line is not None else finding.pointer
    name = quoteattr(legal(f"{finding.code} at {place}"))
    text = escape(legal(f"{finding.message}\n{finding.pointer}\n{finding.hint}".strip()))
    message = quoteattr(legal(finding.message))
    if not _fails(finding):
        return f"  <testcase name={name} classname={path}><system-out>{text}</system-out></testcase>\n"
    body = f'<failure type="{finding.severity}" message={message}>{text}</failure>'
    return f"  <testcase name={name} classname={path}>{body}</testcase>\n"
