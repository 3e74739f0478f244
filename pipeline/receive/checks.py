"""What a document must pass: its shape, then everything that the validator knows of any newsroom's JSON-LD."""

from __future__ import annotations

from pipeline.model.finding import Finding
from pipeline.receive.requests import Check
from pipeline.receive.shape import check_shape
from pipeline.run.validation import load


def full_check() -> Check:
    """The check with the packaged vocabulary and schemas; errors refuse a document, warnings only stand in the answer."""
    validate = load()

    def check(content: bytes) -> tuple[Finding, ...]:
        return check_shape(content) or validate(content, media_type="application/ld+json")

    return check
