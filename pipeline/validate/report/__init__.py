"""Findings as text for people and machines, one file per format; each takes files with their findings and gives text."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model.finding import Finding
from pipeline.validate.report import json_report, text_report

type Files = tuple[tuple[str, tuple[Finding, ...]], ...]

RENDERERS: dict[str, Callable[[Files], str]] = {"text": text_report.render, "json": json_report.render}
