"""Text as it stands in the record: Unicode NFC, single spaces, no control characters; quotes and dashes as written."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """One line of clean text; done twice equals once."""
    bare = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", bare)).strip()


def same(text: str) -> str:
    """A form for comparing: letters and digits only, case folded."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in folded if each.isalnum())


def words(text: str) -> int:
    """How many words a text has; a script without spaces counts two characters as a word."""
    wide = sum("\u3040" <= each <= "\u9fff" or "\uac00" <= each <= "\ud7af" for each in text)
    return len(text.split()) + wide // 2
