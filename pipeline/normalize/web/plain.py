"""Text out of markup: character references resolved, tags taken out of a value that should be plain text."""

from __future__ import annotations

import html
import re

from pipeline.normalize.prose import tidy

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def plain(value: str) -> str:
    """A value of JSON-LD or a meta element as one line of text; done twice equals once for text without references."""
    text = value
    for _ in range(2):  # some publishers escape twice
        if "&" not in text:
            break
        text = html.unescape(text)
    return tidy(_TAG.sub(" ", text) if "<" in text else text)
