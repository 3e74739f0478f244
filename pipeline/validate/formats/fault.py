"""A fault in an XML file, by the element that it is about; where that element stands is found afterwards."""

from __future__ import annotations

from typing import Any

import msgspec

type Element = Any  # lxml has no public name for its elements


class XmlFault(msgspec.Struct, frozen=True):
    """A catalogue code, the element it is about (None: the file as a whole), and what to say."""

    code: str
    at: Element | None
    message: str
    hint: str = ""
    source: str = ""


class XmlEntry(msgspec.Struct, frozen=True):
    """An entry of a sitemap or feed: name, text and element of its address and of what else it says."""

    said: tuple[tuple[str, str, Element], ...]
    is_exact: bool = False


def child_or_self(element: Element, name: str) -> Element:
    """The child that a fault is about, or the element that lacks it."""
    found = element.find(name)
    return element if found is None else found
