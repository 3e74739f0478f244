"""Exact-span F1 of predictions against documents whose spans carry sets of allowed types."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

Spans = list[tuple[int, int, str]]
KINDS = {"person": "person", "organization": "organization", "place": "place", "facility": "place"}
FINE = {each: each for each in ("facility", "group", "other")}
"""Types that few sets tell apart; a set's own spans of these are counted where they allow no other type."""


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Guidelines differ on the article and the possessive: neither counts."""
    while start < end and text[start] in " \n\"'“‘":
        start += 1
    if text[start : start + 4].lower() == "the ":
        start += 4
    end -= len(re.search(r"(?:\s?['’]s|\s?['’]|[ \n.,\"”])*$", text[start:end]).group())
    return start, max(start, end)


def count(sentence: dict, found: Iterable[tuple], counts: Counter, table: dict[str, str] = KINDS) -> None:
    """Adds hits, false alarms and misses by kind; what touches an unknown range or a span of mixed kinds does not count.

    Nor does a span of a type that the set leaves unmarked, where it touches no marked name.
    """
    text = sentence["text"]
    gold = {strip(text, start, end): {table.get(each) for each in types} for start, end, types in sentence["spans"]}
    mixed = [place for place, kinds in gold.items() if None in kinds and len(kinds) > 1]
    free = [*sentence["unknown"], *mixed]
    counted = {place: kinds for place, kinds in gold.items() if None not in kinds}
    hit = set()
    for start, end, kind, *_ in found:
        place = strip(text, start, end)
        if kind not in table or any(place[0] < stop and begin < place[1] for begin, stop in free):
            continue
        if kind in sentence["open"] and not any(place[0] < stop and begin < place[1] for begin, stop in gold):
            continue
        if table[kind] in counted.get(place, ()):
            hit.add(place)
        counts[table[kind], "hit" if place in hit else "false"] += 1
    for place, kinds in counted.items():
        if place not in hit:
            counts[min(map(str, kinds)), "missed"] += 1


def f1(counts: Counter, kinds: Iterable[str]) -> tuple[float, float, float]:
    kinds = tuple(kinds)
    hit, false, missed = (sum(counts[kind, what] for kind in kinds) for what in ("hit", "false", "missed"))
    precision, recall = hit / max(1, hit + false), hit / max(1, hit + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def score(documents: list[dict], predict: Callable[[list[str]], list[Spans]]) -> dict[str, dict[str, float]]:
    """F1 by source and kind; `all` are persons, organizations and places with facilities."""
    made: dict[str, dict[str, float]] = {}
    for source, counts in counted(documents, predict, KINDS).items():
        made[source] = {kind: round(f1(counts, [kind])[2], 3) for kind in ("person", "organization", "place")}
        made[source]["all"] = round(f1(counts, ("person", "organization", "place"))[2], 3)
        made[source]["precision"], made[source]["recall"] = (
            round(each, 3) for each in f1(counts, ("person", "organization", "place"))[:2]
        )
    return made


def fine(documents: list[dict], predict: Callable[[list[str]], list[Spans]]) -> dict[str, dict[str, tuple[float, int]]]:
    """F1 and number of gold spans by source of the types that few sets tell apart."""
    return {
        source: {kind: (round(f1(counts, [kind])[2], 3), counts[kind, "hit"] + counts[kind, "missed"]) for kind in FINE}
        for source, counts in counted(documents, predict, FINE).items()
    }


def counted(
    documents: list[dict], predict: Callable[[list[str]], list[Spans]], table: dict[str, str]
) -> dict[str, Counter]:
    """Hits, false alarms and misses by source; a document is predicted as one text."""
    made: dict[str, Counter] = {each["source"]: Counter() for each in documents}
    pasted = [paste(each["sentences"]) for each in documents]
    for document, (_, marks), found in zip(documents, pasted, predict([text for text, _ in pasted]), strict=True):
        for sentence, start in zip(document["sentences"], marks, strict=True):
            end = start + len(sentence["text"])
            inside = [(a - start, b - start, *rest) for a, b, *rest in found if start <= a and b <= end]
            count(sentence, inside, made[document["source"]], table)
    return made


def paste(sentences: list[dict]) -> tuple[str, list[int]]:
    """A document's text as paragraphs of five sentences, and where each sentence begins."""
    text, marks = "", []
    for at, each in enumerate(sentences):
        text += "" if not text else "\n\n" if at % 5 == 0 else " "
        marks.append(len(text))
        text += each["text"]
    return text, marks
