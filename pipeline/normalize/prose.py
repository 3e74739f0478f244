"""Text as it stands in the record: Unicode NFC, single spaces, no control characters; quotes and dashes as written."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NO_LETTERS = re.compile(r"[\W_]+")
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """One line of clean text; done twice equals once."""
    if text.isascii():  # most text is, and this is called for every block of a page
        return " ".join((text if text.isprintable() else _CONTROL.sub("", text)).split())
    bare = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", bare)).strip()


def same(text: str) -> str:
    """A form for comparing: letters and digits only, case folded."""
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NO_LETTERS.sub("", folded.casefold())


def words(text: str) -> int:
    """How many words a text has; a script without spaces counts two characters as a word."""
    spaced = len(text.split())
    return spaced if text.isascii() else spaced + len(_WIDE.findall(text)) // 2
