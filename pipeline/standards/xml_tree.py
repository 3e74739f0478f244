"""Building XML (https://www.w3.org/TR/xml/) with lxml: elements with legal text, deterministic UTF-8 bytes."""

from __future__ import annotations

from lxml import etree

from pipeline.standards.xml_text import legal

type Element = etree._Element  # noqa: SLF001 - lxml has no public name for its elements


def root(name: str, namespaces: dict[str, str], **attributes: str | None) -> Element:
    """A root element; ``name`` is ``{namespace}local`` or plain; the prefix "" names the default namespace."""
    known = {key or None: value for key, value in namespaces.items()}
    return etree.Element(name, _given(attributes), nsmap=known)  # type: ignore[arg-type]  # the stubs forbid the default namespace


def add(parent: Element, name: str, text: str | None = None, **attributes: str | None) -> Element:
    """A child at the end of ``parent``; an attribute without a value (None) is left out, ``type_`` means ``type``."""
    child = etree.SubElement(parent, name, _given(attributes))
    if text:
        child.text = legal(text)
    return child


def add_text(parent: Element, name: str, text: str | None, **attributes: str | None) -> None:
    """As ``add``, but nothing where there is no text."""
    if text:
        add(parent, name, text, **attributes)


def to_bytes(element: Element, *, pretty: bool = True) -> bytes:
    """The document with its declaration."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", pretty_print=pretty)


def _given(attributes: dict[str, str | None]) -> dict[str, str]:
    return {key.removesuffix("_"): legal(value) for key, value in attributes.items() if value is not None}
