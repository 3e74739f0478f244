"""JSON for a ``script`` element: no content can close the element or open a comment in it.

Specification: HTML, restrictions for contents of script elements
(https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
"""

from __future__ import annotations

_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)  # these characters stand only inside JSON strings, where \u escapes mean the same


def escape(json_text: str) -> str:
    """JSON that means the same and holds no ``<``, ``>``, ``&``, U+2028 or U+2029."""
    return json_text.translate(_ESCAPES)
