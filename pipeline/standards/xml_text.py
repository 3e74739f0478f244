"""Text for XML 1.0 (https://www.w3.org/TR/xml/#charsets): characters that no document may hold are shown as U+FFFD.

HTML and JSON sent as UTF-8 forbid the same lone surrogates, and HTML the same controls, so they use it as well.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot carry; ``illegal`` tells which, so that it is reported."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def illegal(text: str) -> tuple[str, ...]:
    """The characters that XML cannot carry, as ``U+0003``, each once, in order."""
    return tuple(dict.fromkeys(f"U+{ord(each):04X}" for each in _ILLEGAL.findall(text)))
