"""Documents in, padded batches of word pieces, shapes and aims out."""

from __future__ import annotations

import random
import re

import torch

from encoding import CLS, LABELS, SEP, pieces, shape_code, words

BATCH = 1536  # word pieces a step
LONGEST = 256  # word pieces a packed example
NUMBER = {label: at for at, label in enumerate(LABELS)}
Example = tuple[
    list[int], list[int], list[int]
]  # piece numbers, shapes, aims: bits of allowed labels; 0 open, -1 no word


def mask_of(labels: list[str]) -> int:
    return sum(1 << NUMBER[each] for each in labels)


def vary(text: str, rng: random.Random) -> str:
    """Now and then a headline in capitals or Title Case; small letters never, they teach to find nothing."""
    luck = rng.random()
    if luck < 0.03 and len(text.upper()) == len(text):
        return text.upper()
    return re.sub(r"\b[a-z]", lambda match: match.group().upper(), text) if luck < 0.07 else text


def targets(sentence: dict, found: list[tuple[int, int]]) -> list[int]:
    """For each word the labels that are not wrong, as bits; 0 teaches nothing."""
    outside = mask_of(["O", *(f"{prefix}-{kind}" for kind in sentence["open"] for prefix in "BI")])
    made, begun = [], set()
    for start, end in found:
        span = next((each for each in sentence["spans"] if each[0] < end and start < each[1]), None)
        if span:
            made.append(mask_of([("I-" if (span[0], span[1]) in begun else "B-") + kind for kind in span[2]]))
            begun.add((span[0], span[1]))
        else:
            made.append(0 if any(a < end and start < b for a, b in sentence["unknown"]) else outside)
    return made


def example(sentences: list[dict], rng: random.Random) -> Example:
    ids, shapes, aims = [CLS], [0], [-1]
    for sentence in sentences:
        text = vary(sentence["text"], rng)
        found = words(text)
        for (start, end), aim in zip(found, targets(sentence, found), strict=True):
            split = pieces(text[start:end])
            ids += split
            shapes += [shape_code(text, start, end)] * len(split)
            aims += [aim, *[-1] * (len(split) - 1)]
    return [*ids[: LONGEST - 1], SEP], [*shapes[: LONGEST - 1], 0], [*aims[: LONGEST - 1], -1]


def packed(documents: list[list[dict]], rng: random.Random) -> list[Example]:
    """Consecutive sentences joined to 1, 40, 80 or 120 words."""
    made = []
    for sentences in documents:
        at = 0
        while at < len(sentences):
            limit, stop = rng.choice([1, 40, 80, 120]), at + 1
            size = len(sentences[at]["text"].split())
            while stop < len(sentences) and size + len(sentences[stop]["text"].split()) <= limit:
                size += len(sentences[stop]["text"].split())
                stop += 1
            made.append(example(sentences[at:stop], rng))
            at = stop
    rng.shuffle(made)
    return made


def batches(examples: list[Example], rng: random.Random) -> list[list[Example]]:
    """Batches of like length, in random order."""
    made: list[list[Example]] = []
    for begin in range(0, len(examples), 1500):
        batch: list[Example] = []
        for each in sorted(examples[begin : begin + 1500], key=lambda e: len(e[0])):
            if batch and len(each[0]) * (len(batch) + 1) > BATCH:
                made.append(batch)
                batch = []
            batch.append(each)
        made.append(batch)
    rng.shuffle(made)
    return made


def tensors(batch: list[Example]) -> tuple[torch.Tensor, ...]:
    longest = max(len(each[0]) for each in batch)
    columns = zip(zip(*batch, strict=True), (0, 0, -1), strict=True)
    return tuple(torch.tensor([row + [blank] * (longest - len(row)) for row in rows]) for rows, blank in columns)
