"""The port to a table of the world's cities. The adapter lives in the shell."""

from __future__ import annotations

from typing import Protocol

import msgspec


class City(msgspec.Struct, frozen=True):
    """A city: ``identifier`` is its GeoNames id, ``country`` an ISO 3166-1 code, ``region`` the first-level division's code."""

    name: str
    country: str
    identifier: str
    population: int = 0
    region: str = ""


class Gazetteer(Protocol):
    """Knows cities by name."""

    def is_city(self, name: str) -> bool:
        """Whether a city of some size has this name."""
        ...

    def cities(self, name: str) -> tuple[City, ...]:
        """The cities of this name, the largest first."""
        ...


class NoGazetteer:
    """Knows nothing: used where no table is installed."""

    def is_city(self, name: str) -> bool:  # noqa: ARG002 - the port's signature
        """Never."""
        return False

    def cities(self, name: str) -> tuple[City, ...]:  # noqa: ARG002 - the port's signature
        """None."""
        return ()
