"""Puts single defects into clean documents and pages and counts which validators see them.

``python -m benchmarks.mutants`` prints a table: found, missed, and false findings on the clean documents. ``--peers`` also
runs the peers that are installed (see ``benchmarks/peers``); ``--list`` prints every mutant with what ours says of it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from benchmarks.mutant_base import (
    ARTICLE,
    NOW,
    PERSON,
    SITE,
    Change,
    Mutant,
    changed,
    graph,
    page,
    put,
    second_graph,
)
from benchmarks.mutant_kinds import CHANGES, PAGES, TEXTS
from benchmarks.mutant_kinds_shipped import SHIPPED_CHANGES, SHIPPED_PAGES, SHIPPED_TEXTS, others, short, with_script
from pipeline.run import validation
from pipeline.validate.engine import Settings

__all__ = [
    "ARTICLE",
    "CHANGES",
    "NOW",
    "PAGES",
    "PERSON",
    "SITE",
    "TEXTS",
    "TRUE_OF_CLEAN",
    "Change",
    "Mutant",
    "changed",
    "clean",
    "graph",
    "mutants",
    "page",
    "put",
]

TRUE_OF_CLEAN = frozenset({"profile-ended"})
"""What is rightly said of the clean documents: Google no longer shows claim reviews."""


def mutants() -> Iterator[Mutant]:
    """Every defect once: most in a document, some in its text, some in a page."""
    for name, change in {**CHANGES, **SHIPPED_CHANGES}.items():
        yield Mutant(name, json.dumps(changed(change), ensure_ascii=False, indent=1))
    for name, document in others().items():
        yield Mutant(name, json.dumps(document, ensure_ascii=False, indent=1))
    for name, spoil in {**TEXTS, **SHIPPED_TEXTS}.items():
        yield Mutant(name, spoil(json.dumps(graph(), ensure_ascii=False, indent=1)))
    for name, make in {**PAGES, **SHIPPED_PAGES}.items():
        yield Mutant(name, make())


def clean() -> tuple[Mutant, ...]:
    return (
        Mutant("clean document", json.dumps(graph(), ensure_ascii=False, indent=1)),
        Mutant("second clean document", json.dumps(second_graph(), ensure_ascii=False, indent=1)),
        Mutant("clean page", page(graph())),
        Mutant("clean page with two scripts", with_script(short())),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print every mutant with the findings")
    parser.add_argument("--peers", action="store_true", help="also run the installed peers")
    options = parser.parse_args()
    validate = validation.load(Settings(now=NOW))
    false = [found for each in clean() for found in validate(each.text.encode()) if found.code not in TRUE_OF_CLEAN]
    missed, infos = [], []
    listed = list(mutants())
    for each in listed:
        findings = [found for found in validate(each.text.encode()) if found.code not in TRUE_OF_CLEAN]
        worst = {found.severity for found in findings}
        if not findings:
            missed.append(each.name)
        elif worst == {"info"}:
            infos.append(each.name)
        if options.list:
            print(f"{each.name:32}", ", ".join(f"{found.severity[0].upper()}:{found.code}" for found in findings))
    print(
        f"\n{'validator':34}{'found':>6}{'missed':>7}{'false':>6}   of {len(listed)} mutants and {len(clean())} clean documents"
    )
    print(f"{'newsgraph':34}{len(listed) - len(missed):>6}{len(missed):>7}{len(false):>6}")
    if missed or infos or false:
        print(f"missed: {missed}\nonly as info: {infos}\nfalse: {[(each.code, each.pointer) for each in false]}")
    if options.peers:
        from benchmarks import validation_peers  # noqa: PLC0415 - needs node and more

        validation_peers.report(listed, clean())


if __name__ == "__main__":
    main()
