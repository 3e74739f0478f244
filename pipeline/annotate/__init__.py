"""Article -> Annotations: names, roles, quotations, dates and events, each with offsets into the canonical text."""

from __future__ import annotations

from pipeline.annotate.annotator import Annotate, annotator

__all__ = ["Annotate", "annotator"]
