"""Where each value of a JSON text stands: JSON text (RFC 8259) in, offsets of keys and values and duplicate keys out.

It reads only text that ``json.loads`` has accepted before, so it does not check syntax. It never recurses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import scanstring  # type: ignore[attr-defined]  # the standard library's own string reader has no stub

import msgspec

from pipeline.standards.json_pointer import Path

_SPACE = re.compile(r"[ \t\n\r]*+")
_SCALAR = re.compile(r"[^\s,\]}]++")


class Place(msgspec.Struct, frozen=True):
    """Offsets in code points: ``key`` of the property's name (None in lists and at the top), ``start`` to ``end`` of the value."""

    key: int | None
    start: int
    end: int


class Duplicate(msgspec.Struct, frozen=True):
    """A key that stands twice in one object; the second one, at ``offset``, wins in every common parser."""

    path: Path
    offset: int


class SourceMap(msgspec.Struct, frozen=True):
    """The places of all values by path, and the duplicate keys."""

    places: dict[Path, Place]
    duplicates: tuple[Duplicate, ...]

    def nearest(self, path: Path) -> Place | None:
        """The place of a path, or of the closest enclosing value that has one."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)


class LineIndex:
    """Turns offsets into lines and columns (both from 1, columns in code points)."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(each.end() for each in re.finditer("\r\n|\n|\r", text))]

    def start(self, line: int) -> int:
        """The offset at which a line (from 1) starts; that of the last line for one beyond."""
        return self._starts[min(line, len(self._starts)) - 1]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class _Frame:
    """One open object or array while scanning."""

    __slots__ = ("index", "is_object", "key", "key_at", "path", "seen", "start")

    def __init__(self, *, is_object: bool, path: Path, start: int, key_at: int | None) -> None:
        self.is_object, self.path, self.start, self.key_at = is_object, path, start, key_at
        self.index = -1
        self.key: str | None = None
        self.seen: set[str] = set()


def source_map(text: str) -> SourceMap:
    """Scan valid JSON text once."""
    return _Scanner(text).scan()


class _Scanner:
    """The state of one scan: a stack of open containers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[Path, Place] = {}
        self.duplicates: list[Duplicate] = []
        self.stack: list[_Frame] = []
        self.key_at: int | None = None

    def scan(self) -> SourceMap:
        offset = self._skip(1 if self.text.startswith("\ufeff") else 0)
        while offset < len(self.text):
            offset = self._skip(self._step(offset, self.text[offset]))
        return SourceMap(self.places, tuple(self.duplicates))

    def _skip(self, offset: int) -> int:
        match = _SPACE.match(self.text, offset)
        return match.end() if match else offset

    def _step(self, offset: int, char: str) -> int:
        if char in ",:":
            return offset + 1
        if char in "]}":
            return self._close(offset)
        if char == '"' and self.stack and self.stack[-1].is_object and self.stack[-1].key is None:
            return self._key(offset)
        if char in "[{":
            return self._open(offset, is_object=char == "{")
        return self._value(offset, char)

    def _key(self, offset: int) -> int:
        frame = self.stack[-1]
        key, end = scanstring(self.text, offset + 1, False)
        if key in frame.seen:
            self.duplicates.append(Duplicate((*frame.path, key), offset))
        frame.seen.add(key)
        frame.key = key
        self.key_at = offset
        return int(end)

    def _path(self) -> Path:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if frame.is_object:
            key, frame.key = frame.key or "", None
            return (*frame.path, key)
        frame.index += 1
        return (*frame.path, frame.index)

    def _open(self, offset: int, *, is_object: bool) -> int:
        key_at = self._take_key()
        self.stack.append(_Frame(is_object=is_object, path=self._path(), start=offset, key_at=key_at))
        return offset + 1

    def _close(self, offset: int) -> int:
        frame = self.stack.pop()
        self.places[frame.path] = Place(frame.key_at, frame.start, offset + 1)
        return offset + 1

    def _value(self, offset: int, char: str) -> int:
        if char == '"':
            end = int(scanstring(self.text, offset + 1, False)[1])
        else:
            match = _SCALAR.match(self.text, offset)
            end = match.end() if match else offset + 1
        key_at = self._take_key()
        self.places[self._path()] = Place(key_at, offset, end)
        return end

    def _take_key(self) -> int | None:
        key_at, self.key_at = self.key_at, None
        return key_at
