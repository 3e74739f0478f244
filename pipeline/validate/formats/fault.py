"""A fault in an XML file, by line; XML parsers keep no better place."""

from __future__ import annotations

import msgspec


class XmlFault(msgspec.Struct, frozen=True):
    """A catalogue code, the line (from 1) of the element it is about, and what to say."""

    code: str
    line: int
    message: str
    hint: str = ""
    column: int = 1
