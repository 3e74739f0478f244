"""Small pieces of HTML: escaped text, attributes and elements. Specification: https://html.spec.whatwg.org/#syntax."""

from __future__ import annotations

from html import escape as _escape

from pipeline.standards.xml_text import legal

VOID = frozenset({"meta", "link", "img", "br"})


def escaped(text: str) -> str:
    """Text for element content and quoted attributes; characters that HTML forbids are shown as U+FFFD."""
    return _escape(legal(text), quote=True)


def element(name: str, content: str = "", /, **attributes: str | int | None) -> str:
    """An element; ``content`` is markup already. An attribute without a value (None) is left out, ``_`` in its name is ``-``."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>" if name in VOID else f"<{name}{given}>{content}</{name}>"


def text_element(name: str, text: str, /, **attributes: str | int | None) -> str:
    """An element around plain text."""
    return element(name, escaped(text), **attributes)
