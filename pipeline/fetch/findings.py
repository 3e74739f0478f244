"""Findings about sources: one constructor, so that every message names the source the user gave and says what to do."""

from __future__ import annotations

from pipeline.model.finding import Finding, Severity


def fault(code: str, name: str, message: str, *, hint: str, severity: Severity = "error") -> Finding:
    """A finding about the source ``name`` (a path, an address or ``-``)."""
    return Finding(code=code, severity=severity, path=name, message=message, hint=hint)


def too_large(name: str, limit: int) -> Finding:
    """The document has more bytes than are read."""
    message = f"The source has more than {limit:,} bytes, the limit for one document."
    return fault("source-too-large", name, message, hint="Give the article alone, or its feed or archive split up.")


def empty(name: str) -> Finding:
    """The document has no bytes, or nothing but white space."""
    return fault("source-empty", name, "The source is empty.", hint="Check what wrote it; give a file with text.")
