"""JSON values (RFC 8259): objects without their empty members, and text that UTF-8 can encode."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pipeline.standards.xml_text import legal

type Json = Any  # any JSON value


def clean(members: dict[str, Json]) -> dict[str, Json]:
    """The object without members that are None or empty."""
    return {key: value for key, value in members.items() if value not in (None, "", [], {}, ())}


def encodable(value: Json) -> Json:
    """The same value with U+FFFD for each character that no document may hold."""
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, dict):
        return {legal(key): encodable(each) for key, each in value.items()}
    return [encodable(each) for each in value] if isinstance(value, list | tuple) else value


_SUSPECT = re.compile(
    rb"\\[ubf]|[\x7f]|\xc2[\x80-\x9f]|\xef\xb7[\x90-\xaf]|[\xef\xf0-\xf4][\x80-\xbf]?[\x80-\xbf]?\xbf[\xbe\xbf]"
)
"""All that may be the bytes of a character that ``legal`` replaces; looking at bytes costs a hundredth of walking the value."""


def encoded(value: Json, encode: Callable[[Json], bytes]) -> bytes:
    """What ``encode`` makes of the value, with U+FFFD for each character that no document may hold."""
    try:
        content = encode(value)
    except UnicodeEncodeError:  # a lone surrogate
        return encode(encodable(value))
    return encode(encodable(value)) if _SUSPECT.search(content) else content
