"""Regular expressions that are compiled when they are first used: a command that needs few of them starts faster."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class LazyPattern:
    """A pattern of ``re`` with its flags; the methods are those of ``re.Pattern``."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.source, self.flags)

    def match(self, text: str, position: int = 0) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self.compiled.match(text, position)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch(text)

    def search(self, text: str, position: int = 0) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self.compiled.search(text, position)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.compiled.finditer(text)

    def split(self, text: str) -> list[str]:
        """As ``re.Pattern.split``."""
        return self.compiled.split(text)

    def sub(self, replacement: str, text: str) -> str:
        """As ``re.Pattern.sub``."""
        return self.compiled.sub(replacement, text)


class LazyBytesPattern:
    """The same for bytes."""

    def __init__(self, source: bytes, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[bytes]:
        """The pattern itself."""
        return re.compile(self.source, self.flags)

    def match(self, content: bytes) -> re.Match[bytes] | None:
        """As ``re.Pattern.match``."""
        return self.compiled.match(content)

    def search(self, content: bytes) -> re.Match[bytes] | None:
        """As ``re.Pattern.search``."""
        return self.compiled.search(content)
