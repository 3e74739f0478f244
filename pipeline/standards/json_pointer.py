"""JSON Pointer (RFC 6901): a path of keys and indexes to text and back, and the value a path leads to."""

from __future__ import annotations

from typing import Any

type Json = Any
type Path = tuple[str | int, ...]


def to_pointer(path: Path) -> str:
    """``("a/b", 0)`` gives ``/a~1b/0``; the empty path gives the empty text, which means the whole document."""
    return "".join("/" + str(each).replace("~", "~0").replace("/", "~1") for each in path)


def to_path(pointer: str, document: Json) -> Path:
    """The keys and indexes of a pointer, with numbers where ``document`` has lists. ``LookupError`` if it leads nowhere."""
    path: list[str | int] = []
    value = document
    for token in pointer.split("/")[1:]:
        key: str | int = token.replace("~1", "/").replace("~0", "~")
        key = int(key) if isinstance(value, list) else key
        value = value[key]
        path.append(key)
    return tuple(path)


def resolve(document: Json, path: Path) -> Json:
    """The value at a path. ``LookupError`` if it leads nowhere."""
    for each in path:
        document = document[each]
    return document
