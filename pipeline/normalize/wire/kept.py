"""XML statements that the record has no field for -> JSON values under their elements' names, so that none is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pipeline.normalize.prose import tidy
from pipeline.normalize.wire.xml import Element, text

MAX_TEXT = 1_000
MAX_VALUES = 100
"""Longer texts are content and no statements; more values are data and no metadata."""


def kept(elements: Iterable[Element], name: Callable[[Element], str]) -> dict[str, Any]:
    """The elements' statements by name; several of one name become a list."""
    found: dict[str, list[Any]] = {}
    for each in elements:
        value = statement(each)
        if value and name(each):
            found.setdefault(name(each), []).append(value)
    return {each: values[0] if len(values) == 1 else values[:MAX_VALUES] for each, values in found.items()}


def statement(element: Element) -> str | dict[str, str] | None:
    """An element's text, or its attributes with its text where it has any; None where it says nothing or too much."""
    said = text(element)
    if len(said) > MAX_TEXT:
        return None
    attributes = {str(key).rpartition("}")[2]: tidy(str(value))[:MAX_TEXT] for key, value in element.attrib.items()}
    if not attributes:
        return said or None
    return attributes | ({"text": said} if said else {})
