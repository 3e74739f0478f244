"""Findings as text for people and machines, one file per format; each takes checked files and gives text."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from pipeline.validate.report.checked import Checked

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "html")


def renderer(form: str) -> Callable[[tuple[Checked, ...]], str]:
    """The function that writes a format of ``FORMATS``; only its module is loaded."""
    module = importlib.import_module(f"pipeline.validate.report.{form}_report")
    render: Callable[[tuple[Checked, ...]], str] = module.render
    return render
