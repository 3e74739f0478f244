"""Dates, identity and events on the annotated corpora: recall, precision, and every miss on demand.

python -m benchmarks.quality_corpora [--misses] [meantime] [gum]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from benchmarks import corpora
from benchmarks.corpora import Document, GoldEvent, GoldMention
from pipeline.model.annotations import Annotations, Event
from pipeline.model.article import canonical_text
from pipeline.run.engines import load_annotator

READERS: dict[str, Callable[[], Iterator[Document]]] = {"meantime": corpora.meantime, "gum": corpora.gum}


def main() -> None:
    """Print one table for each corpus."""
    if not corpora.available():
        print("quality of corpora: skipped, they are not on this machine (../shared/corpora)")
        return
    annotate = load_annotator()
    chosen = [each for each in READERS if each in sys.argv] or list(READERS)
    for name in chosen:
        tally: Counter[str] = Counter()
        misses: list[str] = []
        for document in READERS[name]():
            found = annotate(document.article).value
            _dates(document, found, tally, misses)
            _identity(document, found, tally)
            _names(document, found, tally)
            _events(document, found, tally)
            _reliability(document, found, tally)
            _pronouns(document, found, tally, misses)
        _print(name, tally)
        if "--misses" in sys.argv:
            print("\n".join(misses))


def _dates(document: Document, found: Annotations, tally: Counter[str], misses: list[str]) -> None:
    """Each date of the gold: found at its place, and right (to the precision of the gold)."""
    text = canonical_text(document.article)
    for gold in document.times:
        near = [each for each in found.times if each.span.start < gold.end and gold.start < each.span.end]
        tally["dates"] += 1
        tally["dates found"] += bool(near)
        right = any(each.value is not None and each.value[:10] == gold.value for each in near)
        tally["dates right"] += right
        if not right:
            ours = [(each.text, each.value) for each in near]
            misses.append(
                f"date {document.name[:24]} {text[gold.start : gold.end]!r} is {gold.value}, ours {ours}: ...{text[max(0, gold.start - 50) : gold.end + 20]!r}"
            )


def _paired(document: Document, found: Annotations) -> list[tuple[str, str]]:
    """Named mentions that gold and we both have, as pairs of gold entity and ours."""
    pairs: list[tuple[str, str]] = []
    for gold in _smallest(document.mentions):
        ours = next(
            (each for each in found.mentions if each.span.end == gold.end and each.span.start >= gold.start - 1), None
        )
        if ours is not None:
            pairs.append((gold.entity, ours.entity))
    return pairs


def _smallest(mentions: Sequence[GoldMention]) -> list[GoldMention]:
    return [
        each
        for each in mentions
        if not any(other is not each and each.start <= other.start and other.end <= each.end for other in mentions)
    ]


def _identity(document: Document, found: Annotations, tally: Counter[str]) -> None:
    """Pairs of mentions: the same in the gold, the same with us."""
    for (gold_one, our_one), (gold_two, our_two) in combinations(_paired(document, found), 2):
        tally["pairs gold"] += gold_one == gold_two
        tally["pairs ours"] += our_one == our_two
        tally["pairs both"] += gold_one == gold_two and our_one == our_two


def _pronouns(document: Document, found: Annotations, tally: Counter[str], misses: list[str]) -> None:
    """Each "he" and "she": whether the person whom we take is one whom the gold means."""
    text = canonical_text(document.article)
    names = {each.id: each.name for each in found.entities}
    gold_names = {each.entity for each in document.mentions if each.end - each.start > 3}
    for gold in document.mentions:
        word = text[gold.start : gold.end].lower()
        if word not in {"he", "she"} or gold.entity not in gold_names:
            continue
        ours = next(
            (each.entity for each in found.mentions if each.span.start == gold.start and each.form == "pronoun"), None
        )
        tally["pronouns"] += 1
        spans = [
            (each.span.start, each.span.end)
            for each in found.mentions
            if each.entity == ours and each.form != "pronoun"
        ]
        right = any(
            each.entity == gold.entity and any(start < each.end and each.start < end for start, end in spans)
            for each in document.mentions
        )
        tally["pronouns right"] += right
        if not right:
            misses.append(
                f"pronoun {document.name} {word}: ours {names.get(ours or '')}: ...{text[max(0, gold.start - 300) : gold.end + 30]!r}"
            )


_TYPES = {"PER": {"person"}, "ORG": {"organization"}, "LOC": {"place", "facility"}}


def _names(document: Document, found: Annotations, tally: Counter[str]) -> None:
    """Named mentions found with their type."""
    kinds = {each.id: each.type for each in found.entities}
    for gold in _smallest(document.mentions):
        near = [each for each in found.mentions if each.span.start < gold.end and gold.start < each.span.end]
        tally[f"{gold.type} gold"] += 1
        tally[f"{gold.type} right"] += any(kinds[each.entity] in _TYPES[gold.type] for each in near)


def _events(document: Document, found: Annotations, tally: Counter[str]) -> None:
    """Our events: are their words events in the gold, and stated ones."""
    if not document.events:
        return
    for event in found.events:
        gold = next(
            (each for each in document.events if each.start < event.trigger.end and event.trigger.start < each.end),
            None,
        )
        tally["events ours"] += 1
        tally["events in gold"] += gold is not None
        tally["events unstated"] += gold is not None and not gold.stated
        if gold is not None:
            _one_event(gold, event, found, tally)
    told = [each.trigger for each in found.events if each.start]
    for gold in document.events:
        if gold.date and gold.stated:
            tally["dated events gold"] += 1
            tally["dated events found"] += any(each.start < gold.end and gold.start < each.end for each in told)


def _one_event(gold: GoldEvent, event: Event, found: Annotations, tally: Counter[str]) -> None:
    """Date and participants of an event that both have, where the gold links any."""
    if gold.date and event.start:
        shorter = min(len(gold.date), len(event.start), 10)
        tally["event dates"] += 1
        tally["event dates right"] += gold.date[:shorter] == event.start[:shorter]
    ours = {each.entity for each in event.participants} | set(event.places)
    spans = [each.span for each in found.mentions if each.entity in ours]
    for start, end in gold.participants:
        tally["participants"] += 1
        tally["participants right"] += any(each.start < end and start < each.end for each in spans)


BINS = (0.4, 0.6, 0.8, 0.9, 0.95, 1.01)


def _reliability(document: Document, found: Annotations, tally: Counter[str]) -> None:
    """Whether names of each probability are as often right: by the entity's probability, against the gold's types."""
    kinds = {each.id: (each.type, each.probability) for each in found.entities}
    for mention in found.mentions:
        kind, probability = kinds[mention.entity]
        gold = [each for each in document.mentions if each.start < mention.span.end and mention.span.start < each.end]
        if mention.form in {"pronoun", "description"} or not gold:
            continue
        top = next(each for each in BINS if probability < each)
        tally[f"bin {top} all"] += 1
        tally[f"bin {top} said"] += round(1000 * probability)
        tally[f"bin {top} right"] += any(kind in _TYPES[each.type] for each in gold)


def _print(name: str, tally: Counter[str]) -> None:
    def share(part: str, whole: str) -> str:
        return f"{tally[part]}/{tally[whole]} {tally[part] / max(1, tally[whole]):.3f}"

    print(f"{name}: dates found {share('dates found', 'dates')}, right {share('dates right', 'dates')}")
    print(f"{name}: identity precision {share('pairs both', 'pairs ours')}, recall {share('pairs both', 'pairs gold')}")
    print(f"{name}: pronouns right {share('pronouns right', 'pronouns')}")
    for top in BINS:
        if tally[f"bin {top} all"]:
            said = tally[f"bin {top} said"] / tally[f"bin {top} all"] / 1000
            print(
                f"{name}: names below {top:.2f}: said {said:.2f}, right {share(f'bin {top} right', f'bin {top} all')}"
            )
    for kind in _TYPES:
        print(f"{name}: {kind} mentions found {share(f'{kind} right', f'{kind} gold')}")
    print(
        f"{name}: events that the gold has {share('events in gold', 'events ours')}, of them unstated {tally['events unstated']}"
    )
    print(f"{name}: dated events told {share('dated events found', 'dated events gold')}")
    print(f"{name}: their dates right {share('event dates right', 'event dates')}")
    print(f"{name}: their named participants right {share('participants right', 'participants')}")


if __name__ == "__main__":
    main()
