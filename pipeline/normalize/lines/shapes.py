"""What several of the lines' modules ask of a line: a wire's slug, a clock, a caption; and how far the head of an article reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.normalize.lines.line import Line

NEAR_HEADLINE = 12
"""How many lines behind the headline byline, date and dek stand at most."""
MIN_SENTENCE_WORDS = 4
MAX_SHORT_WORDS = 12
MIN_CAPTION_WORDS = 3
MAX_CREDIT_WORDS = 8
SLUG = re.compile(r"[^a-z]*[A-Z]{3}[^a-z]*/[^a-z]*$")
"""A wire's slug ("GRAIN-EXPORTS/DEAL (UPDATE 1)"), which stands above the headline."""
CLOCK = re.compile(r"\W*\d{1,2}[:.h]\d\d\b")


def is_caption(lines: Sequence[Line], index: int) -> bool:
    """Whether a credit and nothing more stands right below the line."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    followed = below is not None and below.credit and not below.gap and below.words <= MAX_CREDIT_WORDS
    return followed and not (lines[index].chrome or lines[index].dated) and lines[index].words >= MIN_CAPTION_WORDS
