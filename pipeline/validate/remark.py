"""What a rule yields: a code with a place in the document. The engine turns it into a Finding with severity, line and column."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from pipeline.standards.json_pointer import Path

type Json = Any
SHOWN = 80
"""How many characters of an offending value a message shows."""


class Remark(msgspec.Struct, frozen=True):
    """A catalogue code, the path of the value it is about (``key``: of its property's name), and what to say. Without a hint or
    a ``source`` of the rule, the catalogue's are given."""

    code: str
    path: Path
    message: str
    hint: str = ""
    key: bool = False
    source: str = ""


type Remarks = Iterator[Remark]


def shown(value: Json) -> str:
    """A value as it stands in a message: JSON, cut after 80 characters."""
    text = json.dumps(value, ensure_ascii=False, default=str) if not isinstance(value, str) else f'"{value}"'
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
