"""The port to a table of the world's cities, as far as names need it. The adapter lives in the store."""

from __future__ import annotations

from typing import Protocol


class Cities(Protocol):
    """Knows the names of cities."""

    def is_city(self, name: str) -> bool:
        """Whether a city of some size has this name."""
        ...

    def in_region(self, city: str, region: str) -> bool:
        """Whether a city of this name lies in the state or province of that name."""
        ...


class NoCities:
    """Knows none: for tests of single rules."""

    def is_city(self, name: str) -> bool:  # noqa: ARG002 - the port's signature
        """Never."""
        return False

    def in_region(self, city: str, region: str) -> bool:  # noqa: ARG002 - the port's signature
        """Never."""
        return False
