"""A caption as written -> the picture's caption and its credit."""

from __future__ import annotations

import re

from pipeline.model.sidecar import Image
from pipeline.normalize.prose import tidy

_LABEL = r"(?:photo(?:graph)?s?|photography|images?|credits?|pictures?|illustration|foto|courtesy(?: of)?)(?:\s+(?:credit|by|courtesy))?"
_LABELLED = re.compile(rf"(?:^|\s*[|(\[.]\s*|\s+)(?P<label>{_LABEL})\s*[:/]\s*(?P<credit>[^|]+?)[)\]]?$", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[|]?\s*\((?P<credit>[^()]{3,60}/[^()]{2,40}|(?:AP|AFP|Reuters) [^()]{2,40})\)\s*$")


def split_credit(text: str) -> Image:
    """Caption and credit apart; what has no credit is all caption."""
    line = tidy(text)
    found = _LABELLED.search(line) or _BRACKETED.search(line)
    if not found:
        return Image(caption=line or None)
    end = found.start() + (1 if line[found.start() : found.start() + 1] in (".", "!", "?") else 0)
    caption = line[:end].rstrip(" |(")
    return Image(caption=caption or None, credit_text=found["credit"].strip())
