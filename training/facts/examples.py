"""Documents in, numbers for the network out: word pieces, what our annotator would have found, tags and pairs with their aims."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

import torch

from encoding import CLS, SEP, pieces, shape_code, vocabulary, words
from markup import STATES, Document, Span

LONGEST = 400  # word pieces
KINDS = ("none", "P", "p", "O", "o", "L", "D")
"""What a piece is given as: a person's name or pronoun, an organization's name or description, a place, a time."""
RELATIONS = ("PO", "PT", "TO", "ED", "EL", "EP", "EO", "DW", "LW")
POINTING = {"D": RELATIONS.index("DW"), "L": RELATIONS.index("LW")}
"""Times and places point at the words that tell what happened then and there."""
REACH = 90  # word pieces between a time or place and the word it points at
TITLES = ("out", "begin", "inside")
TRIGGERS = ("none", *STATES)
DESCRIBED = re.compile(
    r"(?:the|its|his|her|their|it|he|she|they|him|them|who|we|i|our|my|a|an|this|that)\b", re.IGNORECASE
)
OPEN = -1
NO_WORDS = (6, 7)  # shapes of numbers and marks
SENTENCE_ENDS = frozenset(vocabulary()[each] for each in ".?!")


class Pair(NamedTuple):
    """Two spans in pieces (first and last), their relation, and the number of the pair of ids they stand for."""

    a: tuple[int, int]
    b: tuple[int, int]
    relation: int
    crowd: int
    group: int


class Example(NamedTuple):
    ids: list[int]
    shapes: list[int]
    kinds: list[int]
    first: list[bool]
    titles: list[int]
    triggers: list[int]
    pairs: list[Pair]
    aims: list[int]  # of each group: 0, 1
    past: list[int]  # of each group: -1 open, 0, 1


ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)


def bare(document: Document) -> Document:
    """Names without the article that a writer took in ("the Althing"): an annotator leaves it outside."""
    spans = []
    for each in document.spans:
        words = document.text[each.start : each.end]
        article = ARTICLE.match(words) if each.id[0] in "OL" else None
        cut = article.end() if article and any(c.isupper() for c in words[article.end() :]) else 0
        spans.append(each._replace(start=each.start + cut))
    return document._replace(spans=tuple(spans))


def is_name(text: str) -> bool:
    return any(c.isupper() for c in text) and not DESCRIBED.match(text)


def example(document: Document, rng: random.Random | None) -> Example:
    """With a random generator the given spans are as imperfect as an annotator's; without one they are all there."""
    document = bare(document)
    ids, shapes, first, owners = [CLS], [0], [False], [(-1, -1)]
    for start, end in words(document.text):
        split = pieces(document.text[start:end])
        if len(ids) + len(split) >= LONGEST:
            break
        ids += split
        shapes += [shape_code(document.text, start, end)] * len(split)
        first += [True, *[False] * (len(split) - 1)]
        owners += [(start, end)] * len(split)
    ids, shapes, first, owners = [*ids, SEP], [*shapes, 0], [*first, False], [*owners, (-1, -1)]
    places = {each: located(each, owners) for each in document.spans}
    spans = [(each, place) for each, place in places.items() if place]
    kinds = given(document, spans, len(ids), rng)
    titles, triggers = tags(document, spans, first)
    seen = [(each, place) for each, place in spans if each.id[0] in "TE" or kinds[place[0]]]
    ends = [at for at, piece in enumerate(ids) if piece in SENTENCE_ENDS and first[at]]
    pairs, aims, past = linked(document, seen, kinds, ends)
    if document.states:
        words_at = [at for at, each in enumerate(first) if each and shapes[at] // 2 not in NO_WORDS and not kinds[at]]
        more, told = pointing(document, seen, kinds, ends, words_at)
        pairs += [each._replace(group=each.group + len(aims)) for each in more]
        aims, past = aims + told, past + [OPEN] * len(told)
    return Example(ids, shapes, kinds, first, titles, triggers, pairs, aims, past)


def located(span: Span, owners: list[tuple[int, int]]) -> tuple[int, int] | None:
    at = [number for number, (start, end) in enumerate(owners) if start < span.end and span.start < end]
    return (at[0], at[-1]) if at else None


def given(document: Document, spans: list, size: int, rng: random.Random | None) -> list[int]:
    kinds = [0] * size
    for span, (start, end) in spans:
        letter = span.id[0]
        if letter in "TE":
            continue
        name = is_name(document.text[span.start : span.end])
        kind = letter if letter in "LD" or name else letter.lower()
        if rng is not None:
            lost = {"P": 0.03, "p": 0.35, "O": 0.08, "o": 0.85, "L": 0.08, "D": 0.08}[kind]
            if rng.random() < lost:
                continue
            if kind in "OL" and rng.random() < 0.05:
                kind = "L" if kind == "O" else "O"
        elif kind == "o":
            continue
        for at in range(start, end + 1):
            kinds[at] = KINDS.index(kind)
    return kinds


def tags(document: Document, spans: list, first: list[bool]) -> tuple[list[int], list[int]]:
    titles = [0 if each and document.roles else OPEN for each in first]
    told = bool(document.states)
    triggers = [0 if each and told else OPEN for each in first]
    for span, (start, end) in spans:
        if span.id[0] == "T" and document.roles:
            at = [each for each in range(start, end + 1) if first[each]]
            for number, each in enumerate(at):
                titles[each] = 1 if number == 0 else 2
        elif span.id[0] == "E" and triggers[start] != OPEN:
            triggers[start] = TRIGGERS.index(document.states[span.id])
    return titles, triggers


def linked(
    document: Document, seen: list, kinds: list[int], ends: list[int]
) -> tuple[list[Pair], list[int], list[int]]:
    by_id: dict[str, list[tuple[int, int]]] = {}
    crowd = crowds(kinds, ends)
    for span, place in seen:
        by_id.setdefault(span.id, []).append(place)
    pairs, aims, past = [], [], []
    for a, places_a in by_id.items():
        for b, places_b in by_id.items():
            if a[0] + b[0] not in RELATIONS:
                continue
            group, relation = len(aims), RELATIONS.index(a[0] + b[0])
            aims.append(int((a, b) in document.links))
            past.append(int((a, b) in document.past) if (a, b) in document.links else OPEN)
            pairs += [Pair(x, y, relation, crowd(x, y), group) for x in places_a for y in places_b]
    return pairs, aims, past


def pointing(
    document: Document, seen: list, kinds: list[int], ends: list[int], words_at: list[int]
) -> tuple[list[Pair], list[int]]:
    """Each time and place with each word near it that is no name: one group for all words of a happening that belongs to it, one
    for each other word."""
    crowd = crowds(kinds, ends)
    happening = {at: span.id for span, (start, _) in seen if span.id[0] == "E" for at in [start]}
    groups: dict[tuple[str, str], int] = {}
    pairs, aims = [], []
    for span, place in seen:
        if span.id[0] not in POINTING:
            continue
        for at in words_at:
            if place[0] <= at <= place[1] or abs(at - place[0]) > REACH:
                continue
            event = happening.get(at, f"word{at}")
            key = (f"{span.id} {place[0]}", event)
            linked_here = (event, span.id) in document.links
            if key not in groups:
                groups[key] = len(aims)
                aims.append(int(linked_here))
            pairs.append(Pair(place, (at, at), POINTING[span.id[0]], crowd(place, (at, at)), groups[key]))
    return pairs, aims


def crowds(kinds: list[int], ends: list[int]) -> Callable[[tuple[int, int], tuple[int, int]], int]:
    """How many persons, organizations and sentences' ends lie between two spans, as one number."""
    begins = [kind if at == 0 or kind != kinds[at - 1] else 0 for at, kind in enumerate(kinds)]
    persons = [0, *accumulate(int(each in (1, 2)) for each in begins)]
    others = [0, *accumulate(int(each in (3, 4)) for each in begins)]
    marks = set(ends)
    stops = [0, *accumulate(int(at in marks) for at in range(len(kinds)))]

    def crowd(x: tuple[int, int], y: tuple[int, int]) -> int:
        low, high = min(x[1], y[1]) + 1, max(x[0], y[0])
        a, b, c = (each[max(low, high)] - each[low] for each in (persons, others, stops))
        return (min(3, a) * 4 + min(3, b)) * 3 + min(2, c)

    return crowd


class Batch(NamedTuple):
    ids: torch.Tensor
    shapes: torch.Tensor
    mask: torch.Tensor
    kinds: torch.Tensor
    titles: torch.Tensor
    triggers: torch.Tensor
    pairs: torch.Tensor  # row, first and last of a, first and last of b, relation
    groups: torch.Tensor
    aims: torch.Tensor
    past: torch.Tensor
    relations: torch.Tensor  # of each group


def collated(examples: list[Example]) -> Batch:
    longest = max(len(each.ids) for each in examples)

    def table(column: str, blank: int) -> torch.Tensor:
        rows = [list(getattr(each, column)) for each in examples]
        return torch.tensor([row + [blank] * (longest - len(row)) for row in rows])

    pairs, groups, aims, past, relations = [], [], [], [], []
    for row, each in enumerate(examples):
        pairs += [(row, *pair.a, *pair.b, pair.relation, pair.crowd) for pair in each.pairs]
        groups += [len(aims) + pair.group for pair in each.pairs]
        kind = {pair.group: pair.relation for pair in each.pairs}
        relations += [kind[number] for number in range(len(each.aims))]
        aims += each.aims
        past += each.past
    ids = table("ids", 0)
    return Batch(
        ids, table("shapes", 0), (ids > 0).long(), table("kinds", 0), table("titles", OPEN), table("triggers", OPEN),
        torch.tensor(pairs).reshape(-1, 7), torch.tensor(groups), torch.tensor(aims), torch.tensor(past), torch.tensor(relations),
    )  # fmt: skip


def batches(examples: list[Example], rng: random.Random, budget: int = 2000) -> list[list[Example]]:
    """Batches of like length, in random order."""
    made: list[list[Example]] = []
    batch: list[Example] = []
    for each in sorted(examples, key=lambda one: (len(one.ids), rng.random())):
        if batch and len(each.ids) * (len(batch) + 1) > budget:
            made.append(batch)
            batch = []
        batch.append(each)
    made.append(batch)
    rng.shuffle(made)
    return made
