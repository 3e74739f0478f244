"""Seeded copies of the development gold with other names, places and dates: a figure that falls there was learnt by heart.

python -m benchmarks.perturb [SEEDS] [--misses]
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks import gold
from pipeline.annotate.lexicon.calendar import FIXED_HOLIDAYS, MONTHS
from pipeline.annotate.lexicon.countries import COUNTRY_NAMES, DEMONYMS
from pipeline.annotate.lexicon.titles import HONORIFICS, PARTICLES, SUFFIXES
from pipeline.annotate.lexicon.words import words

type Rewrite = Callable[[str], str]

KEPT = frozenset({"university", "foundation", "park", "hall", "courthouse", "stand", "city", "the", "of"})
SHIFT = timedelta(weeks=8)
YEARS = 28
"""After so many years every date falls on the same day of the week again."""

GIVEN = sorted(
    words(
        "Adaeze Anselm Aino Baltasar Birgitta Caspian Cosima Dagny Darius Elodie Emeka Farrukh Fenna Gudrun Gustavo Halina Hiroko Ilse "
        "Ismael Jadwiga Jovan Kirsi Klement Leocadia Lorcan Mbali Mirek Nadezhda Nuno Oksana Osvaldo Pelle Perpetua Quentin Radek "
        "Rosalia Sanjay Signe Tadeusz Thora Ulises Urszula Vanja Viggo Wiktor Xiomara Yevgenia Zbigniew"
    )
)
FAMILY = sorted(
    words(
        "Abernathy Achterberg Adebayo Bielak Brannigan Castellano Czerny Dragomir Drummond Eskildsen Fairweather Fujimoto Gallardo "
        "Grigoryan Haverkamp Holloway Iturbe Jankauskas Kettering Kowalczyk Lindqvist Lombardi Mackintosh Mbeki Nakamura Nightingale "
        "Oduya Okonkwo Pellegrini Petrosyan Quiroga Ravensworth Rosenthal Saldanha Sokolov Thibodeaux Tshabalala Uribe Vasilenko "
        "Waterhouse Winterbourne Yamaguchi Zalewski Zubizarreta"
    )
)
TOWNS = sorted(
    words(
        "Aarhus Bilbao Bologna Bristol Cork Dresden Galway Ghent Gdansk Groningen Haifa Izmir Katowice Leipzig Liverpool Lyon Malmo "
        "Nantes Odense Osaka Padua Poznan Rotterdam Sapporo Seville Szeged Tampere Turin Utrecht Valencia Wroclaw Zaragoza"
    )
)
NATIONS = (
    ("Peru", "Peruvian"), ("Kenya", "Kenyan"), ("Norway", "Norwegian"), ("Chile", "Chilean"), ("Estonia", "Estonian"),
    ("Ghana", "Ghanaian"), ("Croatia", "Croatian"), ("Nepal", "Nepalese"), ("Bolivia", "Bolivian"), ("Tunisia", "Tunisian"),
    ("Latvia", "Latvian"), ("Jordan", "Jordanian"), ("Zambia", "Zambian"), ("Slovakia", "Slovak"), ("Uruguay", "Uruguayan"),
)  # fmt: skip


def rewriter(slug: str, seed: int) -> Rewrite:
    """What turns every text of one gold article into its copy: the source, the facts and what the page states alike."""
    chance = random.Random(f"{slug} {seed}")  # noqa: S311 - a seeded copy, no secret
    facts = json.loads((gold.GOLD / f"{slug}.facts.json").read_text(encoding="utf-8"))
    source = (gold.GOLD / f"{slug}.raw.txt").read_text(encoding="utf-8")
    table = {**_nations(source, chance), **_words(facts, source, chance)}
    names = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in sorted(table, key=len, reverse=True)))
    dates = _dates(source, gold_stated(slug)["datePublished"])
    return lambda text: dates(names.sub(lambda match: table[match.group()], text))


def gold_stated(slug: str) -> dict[str, str]:
    """Url, datePublished and publisher of a gold article."""
    meta = gold.GOLD / f"{slug}.meta.json"
    known = json.loads(meta.read_text(encoding="utf-8")) if meta.exists() else gold.STATED[slug]
    return {key: known[key] for key in ("url", "datePublished", "publisher")}


# --- names and places ---------------------------------------------------------------------------------------------------


def _words(facts: dict[str, Any], source: str, chance: random.Random) -> dict[str, str]:
    """Each word of a person's or town's name to another of its kind: shared surnames stay shared."""
    given, family, towns = (chance.sample(pool, len(pool)) for pool in (GIVEN, FAMILY, TOWNS))
    table: dict[str, str] = {}
    for fact in [*facts["must"], *facts["nice"]]:
        if fact["kind"] == "person":
            parts = [each for each in _parts(fact["value"]) if each not in table]
            for number, part in enumerate(parts):
                pool = family if number == len(parts) - 1 and len(parts) > 1 else given
                table[part] = _like(part, pool.pop())
    for fact in [*facts["must"], *facts["nice"]]:
        name = fact["value"]
        plain = fact["kind"] == "place" and re.fullmatch(r"[A-Z][a-z]+", name) and name not in COUNTRY_NAMES
        if plain and name not in table and name.upper() not in source and towns:
            table[name] = towns.pop()
    return table


def _parts(name: str) -> list[str]:
    """The words of a name that may be changed: no particles, suffixes, initials or forms of address."""
    fixed = PARTICLES | SUFFIXES | HONORIFICS | KEPT
    words = re.sub(r"\(.*?\)", "", name).split()
    return [
        each
        for each in words
        if each.lower().strip(".") not in fixed and "." not in each and len(each) > 1 and each[0].isupper()
    ]


def _like(part: str, new: str) -> str:
    """The new word with the old one's hyphen: "Moo-jin" becomes "Adaeze-lin"."""
    return f"{new}-{part.split('-')[1]}" if "-" in part and part.split("-")[1].islower() else new


def _nations(source: str, chance: random.Random) -> dict[str, str]:
    """Countries with their adjectives, where the article names them in plain forms only."""
    pool = chance.sample(NATIONS, len(NATIONS))
    table: dict[str, str] = {}
    for country in dict.fromkeys([*COUNTRY_NAMES, *DEMONYMS.values()]):
        adjectives = [each for each, name in DEMONYMS.items() if name == country and re.search(rf"\b{each}\b", source)]
        named = re.search(rf"\b{re.escape(country)}\b", source)
        if (
            not (named or adjectives)
            or country in {"United States", "U.S.", "US", "America"}
            or len(adjectives) > 1
            or not pool
        ):
            continue
        new, adjective = pool.pop()
        table[country] = new
        table.update(dict.fromkeys(adjectives, adjective))
    return table


# --- dates --------------------------------------------------------------------------------------------------------------

_MONTH = "|".join(sorted({each.title() for each in MONTHS}, key=len, reverse=True))
_DATE = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<d1>\d{{1,2}}) (?P<m1>{_MONTH})(?P<y1>,? \d{{4}})?|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?!\d)(?P<y2>, \d{{4}})?"
)


def _dates(source: str, published: str) -> Rewrite:
    """A shift by whole weeks; where a holiday or a bare day of a month forbids it, by as many years as keep the weekdays."""
    holiday = any(each in source.lower() for each in FIXED_HOLIDAYS)
    bare = re.search(
        r"\bthe \d+(?:st|nd|rd|th)\b|[Mm]id-|\bin (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d+ to \d+ [A-Z]",
        source,
    )
    if holiday or bare:
        return lambda text: re.sub(
            r"(?<![\d$.,-])((?:19|20)\d\d)(?=\b|-)(?![.,]\d)", lambda match: str(int(match[1]) - YEARS), text
        )
    today = date.fromisoformat(published[:10])
    return lambda text: _DATE.sub(lambda match: _shifted(match, today), text)


def _shifted(match: re.Match[str], today: date) -> str:
    if match["iso"]:
        return (date.fromisoformat(match["iso"]) + SHIFT).isoformat()
    day, month = int(match["d1"] or match["d2"]), MONTHS[(match["m1"] or match["m2"]).lower()]
    year_text = match["y1"] or match["y2"] or ""
    years = [int(year_text[-4:])] if year_text else [today.year - 1, today.year, today.year + 1]
    near = min((date(each, month, day) for each in years), key=lambda each: abs(each - today))
    new = near + SHIFT
    year = f"{year_text[:-4]}{new.year}" if year_text else ""
    return f"{new.day} {new:%B}{year}" if match["d1"] else f"{new:%B} {new.day}{year}"


# --- scores -------------------------------------------------------------------------------------------------------------


def main() -> None:
    """Print recall and precision by kind, originals against copies."""
    if not gold.available():
        print("perturb: skipped, the development gold is not on this machine (../shared/gold)")
        return
    seeds = [int(each) for each in sys.argv[1:] if each.isdigit()] or [3]
    original = _scores([None])
    copies = _scores(range(seeds[0]))
    print(f"{'kind':18}{'original recall':>18}{'precision':>12}{'copies recall':>18}{'precision':>12}")
    for kind in sorted(original, key=lambda each: -original[each]["must"]):
        one, many = original[kind], copies.get(kind, Counter())
        print(
            f"{kind:18}{_share(one, 'must_found', 'must'):>18}{_share(one, 'sys_ok', 'sys'):>12}{_share(many, 'must_found', 'must'):>18}{_share(many, 'sys_ok', 'sys'):>12}"
        )


def _share(row: Counter[str], part: str, whole: str) -> str:
    return f"{row[part]}/{row[whole]} {row[part] / row[whole]:.2f}" if row[whole] else "-"


def _scores(seeds: Iterable[int | None]) -> dict[str, Counter[str]]:
    totals: dict[str, Counter[str]] = {"ALL": Counter()}
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            _lay_out(Path(folder), seed)
            for graph in sorted(gold.build_graphs(Path(folder)).glob("*.jsonld")):
                result = gold.score_against(graph, Path(folder) / "gold")
                for kind, row in result["result"].items():
                    totals.setdefault(kind, Counter()).update(row)
                    totals["ALL"].update(row)
                if "--misses" in sys.argv and seed is not None:
                    print(
                        "\n".join(
                            f"{graph.stem} {seed} {word} {each}"
                            for word in ("misses", "extra")
                            for each in result[word]
                        )
                    )
    return totals


def _lay_out(target: Path, seed: int | None) -> None:
    """Sources with sidecars, and the facts beside them, rewritten alike."""
    sources, facts = target / "sources", target / "gold"
    sources.mkdir()
    facts.mkdir()
    for slug in gold.slugs():
        rewrite: Rewrite = rewriter(slug, seed) if seed is not None else (lambda text: text)
        raw = (gold.GOLD / f"{slug}.raw.txt").read_text(encoding="utf-8")
        sources.joinpath(f"{slug}.txt").write_text(rewrite(raw), encoding="utf-8")
        stated = json.dumps(gold_stated(slug))
        sidecar = json.loads(stated)
        sidecar["datePublished"] = rewrite(sidecar["datePublished"])
        sources.joinpath(f"{slug}.sidecar.json").write_text(json.dumps(sidecar), encoding="utf-8")
        told = (gold.GOLD / f"{slug}.facts.json").read_text(encoding="utf-8")
        facts.joinpath(f"{slug}.facts.json").write_text(_rewritten(told, rewrite), encoding="utf-8")
        facts.joinpath(f"{slug}.txt").write_text(rewrite(raw), encoding="utf-8")


def _rewritten(told: str, rewrite: Rewrite) -> str:
    """The facts with every text rewritten; keys and kinds stay."""

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return rewrite(value)
        if isinstance(value, list):
            return [walk(each) for each in value]
        if isinstance(value, dict):
            plain = {"kind", "property", "level"}
            return {
                key: each if key in plain else _lowered(walk(each), rewrite) if key == "keywords" else walk(each)
                for key, each in value.items()
            }
        return value

    return json.dumps(walk(json.loads(told)), ensure_ascii=False)


def _lowered(words: list[str], rewrite: Rewrite) -> list[str]:
    """Keywords are in lower case: rewrite them as names, then lower them again."""
    return [rewrite(each.title()).lower() if rewrite(each.title()) != each.title() else each for each in words]


if __name__ == "__main__":
    main()
