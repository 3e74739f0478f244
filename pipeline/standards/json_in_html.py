"""JSON for a ``script`` element: no content can close the element or open a comment in it.

Specification: HTML, restrictions for contents of script elements
(https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
"""

from __future__ import annotations

_ESCAPES = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
"""These characters stand only inside JSON strings, where \\u escapes mean the same."""


def escape(json_text: str) -> str:
    """JSON that means the same and holds no ``<``, ``>``, ``&``, U+2028 or U+2029."""
    for character, escaped in _ESCAPES:  # five searches cost a tenth of one translation by a table
        json_text = json_text.replace(character, escaped)
    return json_text
