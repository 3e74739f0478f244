"""``make quality``: the road's statements against the development gold, one table. Skipped with a reason where the gold is absent."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import gold, richness

ROWS = [
    "person",
    "title",
    "affiliation",
    "honorificPrefix",
    "nationality",
    "homeLocation",
    "deathDate",
    "organization",
    "place",
    "event",
    "event_date",
    "event_place",
    "event_person",
    "quote",
    "quote_speaker",
    "about",
    "mentions",
    "article",
]


def main() -> None:
    """Print recall and precision by kind for each form of the sources, false facts and richness."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--misses", action="store_true", help="list every fact missed, every false one, every trap fallen into"
    )
    options.add_argument(
        "--stories", type=Path, metavar="FOLDER", help="score these articles instead of all that are known"
    )
    arguments = options.parse_args()
    if not gold.available():
        print("quality: skipped, the development gold is not on this machine (../shared/gold)")
        return
    given = (gold.Sources(arguments.stories.name, arguments.stories),) if arguments.stories else gold.forms()
    results = {each.name: _scores(each) for each in given}
    _print_table(results)
    if arguments.misses:
        for form, scores in results.items():
            _print_misses(form, scores)


def _scores(given: gold.Sources) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        gold.lay_out(given, target)
        graphs = gold.build_graphs(target)
        found = sorted(graphs.glob("*.jsonld"))
        traps = {each.stem: gold.negatives(each, given.folder) for each in found}
        configured, left_out = richness.scores(given, target / "configured")
        return {
            "configured": configured,
            "left_out": left_out,
            "facts": {each.stem: gold.facts(each, given.folder) for each in found},
            "negatives": {slug: each for slug, each in traps.items() if each is not None},
            "richness": {each.stem: gold.richness(each) for each in found},
        }


def _print_table(results: dict[str, dict[str, Any]]) -> None:
    print(
        "Facts: recall of what must be stated / of all / precision. raw, html: the development gold; the others: stories written apart from the code"
    )
    print(f"{'kind':16}" + "".join(f"{form:>44}" for form in results))
    totals = {form: _totals(scores["facts"]) for form, scores in results.items()}
    for kind in (*ROWS, "ALL"):
        cells = "".join(f"{_cell(totals[form].get(kind)):>44}" for form in results)
        if cells.strip():
            print(f"{kind:16}{cells}")
    for label, show in (
        ("false facts", _false_facts),
        ("richness", lambda scores: _mean(scores["richness"])),
        ("  configured", lambda scores: _mean(scores["configured"])),
    ):
        print(f"{label:16}" + "".join(f"{show(scores):>44}" for scores in results.values()))
    print("configured: with the newsroom's own settings filled in, and without what a source cannot know:")
    for reason in sorted({each for scores in results.values() for each in scores["left_out"]}):
        articles = sum(len(scores["left_out"].get(reason, ())) for scores in results.values())
        print(f"  {reason} ({articles} articles)")


def _totals(facts: dict[str, Any]) -> dict[str, dict[str, int]]:
    totals: dict[str, dict[str, int]] = {}
    for one in facts.values():
        for kind, row in one["result"].items():
            for name in (kind, "ALL"):
                total = totals.setdefault(name, dict.fromkeys(row, 0))
                for key, value in row.items():
                    total[key] += value
    return totals


def _cell(row: dict[str, int] | None) -> str:
    if row is None:
        return ""
    pairs = ((row["must_found"], row["must"]), (row["all_found"], row["all"]), (row["sys_ok"], row["sys"]))
    return "  ".join(f"{part:>3}/{whole:<3} {part / whole:4.0%}" if whole else f"{'-':>12}" for part, whole in pairs)


def _false_facts(scores: dict[str, Any]) -> str:
    negatives = scores["negatives"].values()
    return f"{sum(each['false_facts'] for each in negatives)} of {sum(each['negatives'] for each in negatives)} traps"


def _mean(richness_of: dict[str, float]) -> str:
    points = richness_of.values()
    return f"{sum(points) / len(points):.1f} (lowest {min(points):.1f})" if points else "-"


def _print_misses(form: str, scores: dict[str, Any]) -> None:
    for slug, each in scores["facts"].items():
        print(f"\n{form} {slug}")
        for label in ("misses", "extra"):
            for line in each[label]:
                print(f"  {label:7} {line}")
    for slug, each in scores["negatives"].items():
        for hit in each["hits"]:
            print(f"  trap    {slug}: {hit['found'][:100]} ({hit['why']})")


if __name__ == "__main__":
    main()
