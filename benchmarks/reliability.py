"""How often a statement is right, by what found it: the table from which probabilities come, and how reliable they are.

python -m benchmarks.reliability            every document is judged by a table made from the others
python -m benchmarks.reliability --write    write the table (pipeline/annotate/lexicon/measured.py)

Roles, facts, quotations and events are judged by the development gold and the stories, dates by the open corpora.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from msgspec.structs import replace

from benchmarks import corpora, gold
from pipeline import config
from pipeline.annotate.confidence import THRESHOLDS
from pipeline.annotate.measured import Family, Table, family, probability
from pipeline.model.annotations import Annotations, Entity, PersonFact, Role
from pipeline.model.codec import encode
from pipeline.model.graph import document
from pipeline.run.engines import load_annotator
from pipeline.run.mapping import map_prepared
from pipeline.run.reading import Request, annotated

TABLE = Path(__file__).resolve().parents[1] / "pipeline" / "annotate" / "lexicon" / "measured.py"
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
EVERYTHING = replace(config.DEFAULT, thresholds=dict.fromkeys(THRESHOLDS, 0.0))
SAME = 0.6
"""From which likeness the scorer takes two names for one person's."""


class Judged(NamedTuple):
    """One statement of a document, its family, and whether it is right."""

    document: str
    of: Family
    right: bool


def main() -> None:
    """Print the reliability table, or write the counts."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="write the counts that the annotators use")
    arguments = options.parse_args()
    if not gold.available() or not corpora.available():
        print("reliability: skipped, gold and corpora are not on this machine (../shared)")
        return
    judged = [*_of_stories(), *_of_corpora()]
    if arguments.write:
        TABLE.write_text(_module(_counted(judged)), encoding="utf-8")
        print(f"{len(judged)} statements counted")
    else:
        _print(judged)


# --- judging --------------------------------------------------------------------------------------------------------------


def _of_stories() -> Iterator[Judged]:
    scorer = _scorer()
    for given in gold.forms():
        if given.name == "html":
            continue  # the same articles as the raw form
        with tempfile.TemporaryDirectory() as folder:
            gold.lay_out(given, Path(folder))
            prepared = tuple(annotated(Request(arguments=(f"{folder}/sources",), workers=0), EVERYTHING))
            for one, graphs in zip(prepared, map_prepared(prepared, EVERYTHING), strict=True):
                slug = Path(one.source).stem
                graph = Path(folder) / f"{slug}.jsonld"
                graph.write_bytes(encode(document(graphs.graphs[0])))
                told = json.loads((given.folder / f"{slug}.facts.json").read_text(encoding="utf-8"))
                facts = [*told["must"], *told["nice"]]
                extra = gold.facts(graph, given.folder)["extra"]
                yield from _judge(slug, one.articles[0].annotations, facts, extra, scorer)


def _scorer() -> ModuleType:
    """The gold's own scorer, for how it compares names and words."""
    spec = importlib.util.spec_from_file_location("score_facts", gold.GOLD / "score_facts.py")
    assert spec is not None  # noqa: S101 - the gold is there
    assert spec.loader is not None  # noqa: S101 - as above
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _judge(
    slug: str, found: Annotations, facts: list[dict[str, Any]], extra: list[str], scorer: ModuleType
) -> Iterator[Judged]:
    names = {each.id: each for each in found.entities}
    for role in found.roles:
        yield Judged(slug, family(role), _is_role_right(role, names, facts, scorer))
    for fact in found.facts:
        right = _is_fact_right(fact, names, facts, scorer)
        if right is not None:
            yield Judged(slug, family(fact), right)
    wrong = {each.removesuffix("  [NOT IN TEXT]") for each in extra}
    speakers = [each.rpartition(": ")[2] for each in extra if each.startswith("quote_speaker:")]
    for quotation in found.quotations:
        spoken = any(quotation.text.startswith(each[:30]) for each in speakers)
        yield Judged(slug, family(quotation), f"quote: {quotation.text[:80]}" not in wrong and not spoken)
    for event in found.events:
        yield Judged(slug, family(event), f"event: {event.name[:80]}" not in wrong)


def _told_of(person: str, facts: list[dict[str, Any]], scorer: ModuleType) -> list[dict[str, Any]]:
    return [each for each in facts if scorer.person_eq(each["subject"], person) >= SAME]


def _is_role_right(role: Role, names: dict[str, Entity], facts: list[dict[str, Any]], scorer: ModuleType) -> bool:
    """Whether the gold gives the person this title, and this organization."""
    told = _told_of(names[role.person].name, facts, scorer)
    stated = [
        ("title", role.title),
        ("affiliation", names[role.organization].name if role.organization in names else None),
    ]
    return all(
        any(scorer.loose(each["value"], value, each.get("accept")) for each in told if each["kind"] == kind)
        for kind, value in stated
        if value
    )


def _is_fact_right(
    fact: PersonFact, names: dict[str, Entity], facts: list[dict[str, Any]], scorer: ModuleType
) -> bool | None:
    """Whether the gold states the fact; None where it says nothing of this property of this person."""
    told = [
        each
        for each in _told_of(names[fact.person].name, facts, scorer)
        if each["kind"] == "person_other" and each["property"] == fact.property
    ]
    right = any(scorer.loose(each["value"], fact.value, each.get("accept")) for each in told)
    return right if told else None


def _of_corpora() -> Iterator[Judged]:
    """Dates against the annotated corpora; one that the gold does not know is not judged."""
    annotate = load_annotator(EVERYTHING.thresholds)
    for one in (*corpora.meantime(), *corpora.gum()):
        for time in annotate(one.article).value.times:
            near = [each for each in one.times if time.span.start < each.end and each.start < time.span.end]
            if near:
                right = time.value is not None and any(time.value[:10] == each.value for each in near)
                yield Judged(one.name, family(time), right)


# --- the table ------------------------------------------------------------------------------------------------------------


def _counted(judged: Iterable[Judged]) -> dict[str, dict[str, tuple[int, int]]]:
    table: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for each in judged:
        right, stated = table[each.of.kind].get(each.of.name, (0, 0))
        table[each.of.kind][each.of.name] = (right + each.right, stated + 1)
    return table


def _module(table: dict[str, dict[str, tuple[int, int]]]) -> str:
    lines = [
        '"""How often the statements of each rule were right: counts by kind and family, written by ``benchmarks/reliability.py``."""',
        "",
        "from __future__ import annotations",
        "",
        "COUNTS: dict[str, dict[str, tuple[int, int]]] = {",
    ]
    for kind in sorted(table):
        lines.append(f'    "{kind}": {{')
        lines += [f'        "{name}": {counts},' for name, counts in sorted(table[kind].items())]
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


# --- the report -----------------------------------------------------------------------------------------------------------


def _print(judged: list[Judged]) -> None:
    documents = sorted({each.document for each in judged})
    split = hashlib.sha256("\n".join(documents).encode()).hexdigest()[:16]
    print(
        f"{len(judged)} statements of {len(documents)} documents, each judged by a table made from the others (split {split})"
    )
    said = _without_each(judged, documents)
    for kind in sorted({each.of.kind for each in judged}):
        mine = [(chance, each.right) for chance, each in said if each.of.kind == kind]
        error = sum(abs(sum(chance - right for chance, right in some)) for _, some in _binned(mine)) / len(mine)
        right = sum(each for _, each in mine)
        print(f"{kind}: {right}/{len(mine)} right {right / len(mine):.3f}, expected calibration error {error:.3f}")
        for top, some in _binned(mine):
            print(
                f"    said below {min(top, 1.0):.2f}: mean {sum(each for each, _ in some) / len(some):.2f}, "
                f"right {sum(each for _, each in some)}/{len(some)} {sum(each for _, each in some) / len(some):.2f}"
            )


def _without_each(judged: list[Judged], documents: list[str]) -> list[tuple[float, Judged]]:
    """Each statement with the probability that a table without its own document gives it."""
    found: list[tuple[float, Judged]] = []
    for name in documents:
        table: Table = _counted(each for each in judged if each.document != name)
        found += [(probability(table, each.of) or 0.0, each) for each in judged if each.document == name]
    return found


def _binned(pairs: list[tuple[float, bool]]) -> list[tuple[float, list[tuple[float, bool]]]]:
    edges = list(zip((0.0, *BINS), BINS, strict=False))
    binned = [(top, [each for each in pairs if low <= each[0] < top]) for low, top in edges]
    return [each for each in binned if each[1]]


if __name__ == "__main__":
    main()
