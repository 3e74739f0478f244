"""Findings as SARIF 2.1.0, as code-scanning services take it.

Specification: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.model.finding import Finding, Severity
from pipeline.validate import catalogue
from pipeline.validate.report.checked import Checked, fingerprint

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(files: tuple[Checked, ...]) -> str:
    """One run with the rules that are used and all results."""
    findings = [found for each in files for found in each.findings]
    codes = sorted({each.code for each in findings})
    driver = {
        "name": "newsgraph",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code)) for each in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str) -> dict[str, Any]:
    known = catalogue.entry(code)
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.why},
        "help": {"text": known.fix},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
        "properties": {"tags": ["structured-data", known.layer]},
    }
    address = known.source.split(" ", maxsplit=1)[0]
    return rule | ({"helpUri": address} if address.startswith("https://") else {})


def _result(finding: Finding, index: int) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(finding.path or "document", safe="/:?=&%~+@,;-._!'()#[]")},
            "region": {"startLine": finding.line or 1, "startColumn": finding.column or 1},
        }
    }
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.pointer, "kind": "member"}]
    text = f"{finding.message} {finding.hint}".strip()
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {"newsgraph/v1": fingerprint(finding)},
    }
