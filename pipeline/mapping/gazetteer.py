"""The port to a gazetteer: what mapping asks of known places. The adapter lives in ``store``; without one nothing is linked."""

from __future__ import annotations

from typing import Protocol

import msgspec


class KnownPlace(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A country or a city of the world. ``identifier`` is the IRI it is known by (Wikidata, GeoNames); ``country`` and
    ``country_name`` say where it lies (for a country: itself), ``region`` its first-level division as text;
    ``code`` is the ISO 3166 code of a country or region."""

    identifier: str
    name: str
    schema_type: str
    country: str
    country_name: str
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    capital: bool = False
    code: str = ""


class Gazetteer(Protocol):
    """Looks up places by name; never guesses."""

    def countries(self, name: str) -> tuple[KnownPlace, ...]:
        """The countries and territories that bear this name or variant, or whose people do ("Japanese")."""
        ...

    def country(self, code: str) -> tuple[KnownPlace, ...]:
        """The country of this ISO 3166-1 code."""
        ...

    def cities(self, name: str) -> tuple[KnownPlace, ...]:
        """The cities of this name, the most populous first."""
        ...

    def regions(self, name: str) -> tuple[KnownPlace, ...]:
        """The first-level divisions of countries that bear this name (Florida)."""
        ...


class NoGazetteer:
    """Knows no place, so that nothing is linked."""

    def countries(self, name: str) -> tuple[KnownPlace, ...]:  # noqa: ARG002 - the port's signature
        """Nothing."""
        return ()

    def country(self, code: str) -> tuple[KnownPlace, ...]:  # noqa: ARG002 - the port's signature
        """Nothing."""
        return ()

    def cities(self, name: str) -> tuple[KnownPlace, ...]:  # noqa: ARG002 - the port's signature
        """Nothing."""
        return ()

    def regions(self, name: str) -> tuple[KnownPlace, ...]:  # noqa: ARG002 - the port's signature
        """Nothing."""
        return ()
