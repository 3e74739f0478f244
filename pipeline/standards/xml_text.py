"""Text for documents: characters that XML 1.0 (https://www.w3.org/TR/xml/#charsets) or HTML
(https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream) forbids are shown as U+FFFD.

Controls but tab and line breaks, lone surrogates and noncharacters; JSON sent as UTF-8 cannot hold the surrogates either.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_PLANE_ENDS = "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17))
_ILLEGAL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
_UNUSUAL = re.compile("[^ -~\t\n\r\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]")
"""All that is not surely allowed: one fast look settles most text."""


def legal(text: str) -> str:
    """Plain text with U+FFFD for each forbidden character; ``illegal`` tells which, so that it is reported."""
    return _ILLEGAL.sub(REPLACEMENT, text) if _UNUSUAL.search(text) else str(text)


def illegal(text: str) -> tuple[str, ...]:
    """The forbidden characters, as ``U+0003``, each once, in order."""
    return (
        tuple(dict.fromkeys(f"U+{ord(each):04X}" for each in _ILLEGAL.findall(text))) if _UNUSUAL.search(text) else ()
    )
