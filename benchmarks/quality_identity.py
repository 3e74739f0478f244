"""How well one entity gets one id: within articles (GUM, MEANTIME), across articles (MEANTIME), and places their links.

    python -m benchmarks.quality_identity [--wrong]

Pairwise and B-cubed precision and recall over the mentions that gold and system both have; ``--wrong`` lists false pairs and links.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from urllib.parse import unquote

import msgspec

from benchmarks.coreference_corpora import ROOT, GoldDocument, gum, meantime
from pipeline import config
from pipeline.annotate.lexicon.function_words import FUNCTION_WORDS
from pipeline.annotate.lexicon.organizations import GENERIC_ORGANIZATIONS
from pipeline.annotate.lexicon.titles import JOBS
from pipeline.annotate.pronouns import PRONOUNS
from pipeline.mapping import propose
from pipeline.mapping.gazetteer import KnownPlace
from pipeline.mapping.place_links import known_places
from pipeline.model.annotations import Annotations
from pipeline.model.article import canonical_text
from pipeline.run.engines import load_annotator
from pipeline.store.authority import Authority
from pipeline.store.gazetteer import PackagedGazetteer


class Aligned(msgspec.Struct, frozen=True, kw_only=True):
    """A mention that gold and system both have: the words, whom each means, and in which document."""

    document: str
    words: str
    kind: str
    gold: str
    local: str
    world: str


class Counts(msgspec.Struct):
    """Pairs, and B-cubed sums."""

    right: int = 0
    said: int = 0
    true: int = 0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--wrong", action="store_true", help="list what is wrong")
    wrong = options.parse_args().wrong
    if not (ROOT / "meantime").is_dir():
        print(f"identity: skipped, the corpora are not on this machine ({ROOT})")
        return
    annotate, gazetteer = load_annotator(), PackagedGazetteer()
    print(f"{'':34}{'mentions':>9}{'pair P':>8}{'pair R':>8}{'B3 P':>8}{'B3 R':>8}")
    for name, documents in (("GUM", list(gum())), ("MEANTIME", list(meantime()))):
        annotated = [(each, annotate(each.article).value) for each in documents]
        _detected(name, annotated)
        aligned = list(_aligned(annotated, gazetteer))
        _within(name, aligned, wrong=wrong)
        if name == "MEANTIME":
            _across(aligned, wrong=wrong)
        _links(name, annotated, gazetteer, wrong=wrong)


def _aligned(annotated: list[tuple[GoldDocument, Annotations]], gazetteer: PackagedGazetteer) -> Iterable[Aligned]:
    """Mentions with the same words, an article in front and a possessive ending aside."""
    newsroom = config.DEFAULT
    with Authority.open(Path(":memory:")) as authority:
        answers = authority.settle(
            each for gold, found in annotated for each in propose(gold.article, found, newsroom, gazetteer=gazetteer)
        )
    for gold, found in annotated:
        text = canonical_text(gold.article)
        settled = answers.get(gold.article.url, {})
        types = {each.id: each.type for each in found.entities}
        by_span = {bare(text, each.span.start, each.span.end): each for each in found.mentions}
        for one in gold.mentions:
            match = by_span.get(bare(text, one.start, one.end))
            if match is None or match.entity not in settled:
                continue
            identity = settled[match.entity]
            yield Aligned(
                document=gold.article.slug,
                words=text[one.start : one.end],
                kind=types[match.entity],
                gold=one.entity,
                local=match.entity,
                world=f"{identity.kind}/{identity.slug}",
            )


def _detected(name: str, annotated: list[tuple[GoldDocument, Annotations]]) -> None:
    """How many of the gold's names and singular pronouns are mentions at all: what is lost before anything can be joined.

    A title or a region beside a name is no part of it for us; names within a longer name and words of grammar are counted apart.
    """
    found: Counter[str] = Counter()
    for gold, known in annotated:
        text = canonical_text(gold.article)
        spans = {bare(text, each.span.start, each.span.end) for each in known.mentions}
        for one in gold.mentions:
            kind = _found_as(text, *bare(text, one.start, one.end), spans)
            found[kind] += kind != ""
    true = sum(found[each] for each in ("exact", "in part", "missed"))
    right = found["exact"] + found["in part"]
    pronouns = found["pronoun"] + found["pronoun missed"]
    print(
        f"{name} mentions found".ljust(34)
        + f"names {right} of {true} ({_rate(right, true):.3f}), {found['exact']} of them exactly so; "
        + f"pronouns {found['pronoun']} of {pronouns} ({_rate(found['pronoun'], pronouns):.3f}); "
        + f"not counted: {found['nested']} within a longer name, {found['grammar']} such as We, Both, President"
    )


def _found_as(text: str, start: int, end: int, spans: set[tuple[int, int]]) -> str:
    words = text[start:end]
    if words.lower() in PRONOUNS:
        return "pronoun" if (start, end) in spans else "pronoun missed"
    if not (words.istitle() or words.isupper()):
        return ""
    if (start, end) in spans:
        return "exact"
    if any(start <= left and right <= end and (left == start or right == end) for left, right in spans):
        return "in part"
    if any(left <= start and end <= right for left, right in spans):
        return "nested"
    common = {each.lower() for each in words.split()}
    return "grammar" if common <= FUNCTION_WORDS | JOBS | GENERIC_ORGANIZATIONS | _SENTENCE_STARTS else "missed"


_SENTENCE_STARTS = frozenset(
    {"people", "hundreds", "scientists", "officials", "voters", "police", "muslims", "developers", "all", "superstars"}
)
"""Common nouns that the gold marks and a sentence's start has capitalized."""


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without an article in front and without a possessive ending."""
    words = text[start:end]
    match = re.fullmatch(r"((?:the|a|an) )?(.*?)( ?['’]s?)?", words, re.IGNORECASE)
    front, back = (len(match[1] or ""), len(match[3] or "")) if match else (0, 0)
    return start + front, end - back


def _within(name: str, aligned: list[Aligned], *, wrong: bool) -> None:
    for kinds in (("person",), ("organization", "place", "group", "facility", "person")):
        chosen = [each for each in aligned if each.kind in kinds]
        by_document: dict[str, list[Aligned]] = {}
        for each in chosen:
            by_document.setdefault(each.document, []).append(each)
        label = f"{name} within, {'persons' if len(kinds) == 1 else 'all'}"
        _print(label, list(by_document.values()), lambda each: each.local, wrong=wrong and len(kinds) > 1)


def _across(aligned: list[Aligned], *, wrong: bool) -> None:
    known = [each for each in aligned if "/" not in each.gold]
    _print("MEANTIME across, all", [known], lambda each: each.world, wrong=wrong)
    _print("MEANTIME across, persons", [[each for each in known if each.kind == "person"]], lambda each: each.world)


def _print(label: str, groups: list[list[Aligned]], system: Callable[[Aligned], str], *, wrong: bool = False) -> None:
    pairs, cubed_p, cubed_r, total = Counts(), 0.0, 0.0, 0
    false: dict[str, None] = {}
    for group in groups:
        for one, other in combinations(group, 2):
            said, true = system(one) == system(other), one.gold == other.gold
            pairs.said, pairs.true, pairs.right = pairs.said + said, pairs.true + true, pairs.right + (said and true)
            if said != true:
                false[f"{'joined' if said else 'parted'}: {one.words!r} and {other.words!r} ({one.document})"] = None
        for each in group:
            mine = {number for number, one in enumerate(group) if system(one) == system(each)}
            theirs = {number for number, one in enumerate(group) if one.gold == each.gold}
            cubed_p, cubed_r, total = (
                cubed_p + len(mine & theirs) / len(mine),
                cubed_r + len(mine & theirs) / len(theirs),
                total + 1,
            )
    rates = (
        _rate(pairs.right, pairs.said),
        _rate(pairs.right, pairs.true),
        _rate(cubed_p, total),
        _rate(cubed_r, total),
    )
    print(f"{label:34}{total:9}" + "".join(f"{each:8.3f}" for each in rates))
    for each in list(false)[:60] if wrong else []:
        print(f"    {each}")


def _rate(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _links(
    name: str, annotated: list[tuple[GoldDocument, Annotations]], gazetteer: PackagedGazetteer, *, wrong: bool
) -> None:
    """Links given against DBpedia's or Wikipedia's page of the same words: right if the gazetteer knows the link by that title."""
    right, given, possible, faults = 0, 0, 0, {}
    for gold, found in annotated:
        places = known_places(gold.article, found, gazetteer)
        text = canonical_text(gold.article)
        by_span = {bare(text, each.span.start, each.span.end): each for each in found.mentions}
        for one in gold.mentions:
            if not one.link or one.kind != "place":
                continue
            possible += 1
            match = by_span.get(bare(text, one.start, one.end))
            if match is None or match.entity not in places:
                continue
            given += 1
            place = places[match.entity]
            title = unquote(one.link.rstrip("/").rsplit("/", 1)[-1]).replace("_", " ")
            if _means(title, place, gazetteer):
                right += 1
            else:
                faults[f"{match.text!r} is {title!r}, not {place.name} ({place.identifier}) in {gold.article.slug}"] = (
                    None
                )
    print(f"{name + ' place links':34}{possible:9}  given {given}, right {right} ({_rate(right, given):.3f})")
    for each in faults if wrong else ():
        print(f"    {each}")


def _means(title: str, place: KnownPlace, gazetteer: PackagedGazetteer) -> bool:
    base, _, area = title.partition(",")
    base = base.split("(")[0].strip()
    found = (*gazetteer.countries(base), *gazetteer.regions(base), *gazetteer.cities(base))
    same = [each for each in found if each.identifier == place.identifier]
    return bool(same) and (area.strip() in ("", "D.C.", same[0].region, same[0].country_name))


if __name__ == "__main__":
    main()
