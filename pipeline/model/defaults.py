"""Defaults that are always written.

msgspec leaves a field out if it *is* its default, the very object: a record that came from another process or from a file has
equal texts and numbers, but other objects. Same record, same bytes; so a default that is neither empty nor a constant of the
interpreter (None, a truth value, a small number) is made by ``written``.
"""

from __future__ import annotations

from typing import Any

import msgspec


def written(value: str | float) -> Any:  # what a type checker reads as the field's default, whatever its type
    """The default of a field that stands in the encoded record even where nothing else was given."""
    return msgspec.field(default_factory=lambda: value)
