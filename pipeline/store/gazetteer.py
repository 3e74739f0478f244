"""The packaged tables of places as a gazetteer: 250 countries and 350 regions by Wikidata, 34,000 cities by GeoNames. Read at the
first look-up; made by ``training/compile_places.py`` (GeoNames is CC BY 4.0: https://www.geonames.org/)."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from importlib import resources

from pipeline.mapping.gazetteer import KnownPlace
from pipeline.mapping.names import folded

type Line = list[str]


class PackagedGazetteer:
    """Looks up by folded name; a line of the table becomes a place only when it is asked for."""

    def countries(self, name: str) -> tuple[KnownPlace, ...]:
        """The countries of this name or of this people ("Japanese"). Short codes such as "US" must be written in capitals."""
        found = self._territories.get(place_key(name), ())
        return tuple(self._territory(each) for each in found if each[1] == "Country")

    def country(self, code: str) -> tuple[KnownPlace, ...]:
        """The country of this ISO 3166-1 code."""
        return tuple(self._territory(each) for each in self._lines if each[0] == code and each[1] == "Country")

    def regions(self, name: str) -> tuple[KnownPlace, ...]:
        """The states, provinces and continents of this name."""
        found = self._territories.get(place_key(name), ())
        return tuple(self._territory(each) for each in found if each[1] != "Country")

    def cities(self, name: str) -> tuple[KnownPlace, ...]:
        """The cities of this name, the most populous first."""
        return tuple(self._city(each.split("\t")) for each in self._city_lines(name))

    def is_city(self, name: str) -> bool:
        """Whether a city of some size has this name."""
        return any(self._city_lines(name))

    def in_region(self, city: str, region: str) -> bool:
        """Whether a city of this name lies in the state or province of that name."""
        return any(each.region == region for each in self.cities(city))

    def _territory(self, line: Line) -> KnownPlace:
        code, kind, country, name, identifier, *_ = line
        return KnownPlace(
            identifier=identifier,
            name=name,
            schema_type=kind,
            country=country,
            country_name=self._country_names.get(country, ""),
            region=name if kind not in ("Country", "Continent") else None,
            code=code,
        )

    def _city(self, line: Line) -> KnownPlace:
        _, identifier, name, country, region, latitude, longitude, population, capital = line
        return KnownPlace(
            identifier=f"https://sws.geonames.org/{identifier}/",
            name=name,
            schema_type="City",
            country=country,
            country_name=self._country_names.get(country, ""),
            region=region or None,
            latitude=float(latitude),
            longitude=float(longitude),
            population=int(population),
            capital=bool(capital),
        )

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        text = resources.files("pipeline.store").joinpath("places", "territories.tsv").read_text(encoding="utf-8")
        return tuple(line.split("\t") for line in text.splitlines()[2:])

    @cached_property
    def _country_names(self) -> dict[str, str]:
        return {line[0]: line[3] for line in self._lines if line[1] == "Country"}

    @cached_property
    def _territories(self) -> dict[str, list[Line]]:
        found: dict[str, list[Line]] = {}
        for line in self._lines:
            for name in dict.fromkeys(place_key(each) for each in (*line[5].split("|"), *line[6].split("|")) if each):
                found.setdefault(name, []).append(line)
        return found

    @cached_property
    def _cities(self) -> list[str]:
        """The lines of the table, sorted by key as Python sorts text."""
        packed = resources.files("pipeline.store").joinpath("places", "cities.tsv.gz").read_bytes()
        return gzip.decompress(packed).decode().splitlines()

    def _city_lines(self, name: str) -> Iterator[str]:
        prefix = place_key(name) + "\t"
        position = bisect_left(self._cities, prefix)
        while position < len(self._cities) and self._cities[position].startswith(prefix):
            yield self._cities[position]
            position += 1


def place_key(name: str) -> str:
    """Folded, but a word of two or three capitals stays what it is, so that "us" is no country."""
    plain = name.removeprefix("the ").removeprefix("The ").replace(".", "").strip()
    return plain if len(plain) <= 3 else folded(name)
