"""Marked texts in (`extracts/*.txt`, `articles/*.txt`), documents out: text, spans of persons, organizations, places, titles, times and
happenings, and what a reader takes from the text about them. README.md tells the marks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MARK = re.compile(r"\{([POLTDE])(\d+)\|([^{}|]+)\}")
FACT = re.compile(r";\s*(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")
STATED = re.compile(r'(E\d+) : (\w+) (\w+)(?: main)? "[^"]+"')
PUBLISHED = re.compile(r"published \d{4}-\S+")
STATES = ("happened", "planned", "cancelled", "postponed", "denied", "hypothetical", "general")
HELD = 8  # one text of so many is never trained on


class Span(NamedTuple):
    """`text[start:end]`; spans of one ``id`` ("P1") mean the same."""

    start: int
    end: int
    id: str


class Document(NamedTuple):
    """An extract or article. ``links`` are pairs of ids that belong together, ``past`` those of them that ended."""

    name: str
    text: str
    spans: tuple[Span, ...]
    links: frozenset[tuple[str, str]]
    past: frozenset[tuple[str, str]]
    states: dict[str, str]
    held: bool
    roles: bool = True  # whether every role is marked


def marked(folder: Path) -> list[Document]:
    """All documents of the folder's files, in order; what cannot be read is an error that names the extract."""
    return [each for path in sorted(folder.glob("*.txt")) for each in of_file(path)]


def of_file(path: Path) -> Iterator[Document]:
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf8"))
    for number, block in enumerate(each for each in blocks if each.strip()):
        yield document(f"{path.stem}-{number}", block)._replace(roles=not PUBLISHED.search(block))


def document(name: str, block: str) -> Document:
    lines = block.strip().split("\n")
    text, spans = unmarked("\n".join(each for each in lines if not each.startswith("=")))
    told = [each.strip() for line in lines if line.startswith("=") for each in FACT.split(line[1:]) if each.strip()]
    states = {found[1]: found[2] for each in told if (found := STATED.fullmatch(each))}
    facts = [each for each in told if not STATED.fullmatch(each) and not PUBLISHED.fullmatch(each)]
    links, past = set(), set()
    for fact in facts:
        made = pairs(re.findall(r"\b[POLTDE]\d+\b", fact))
        links |= made
        past |= made if fact.endswith(" past") else set()
    known = {each.id for each in spans}
    unknown = {each for link in links for each in link} - known
    if unknown or set(states.values()) - set(STATES):
        links = {each for each in links if not set(each) & unknown}
        print(f"{name}: no marks for {sorted(unknown)}, states {sorted(set(states.values()))}")
    digest = hashlib.sha256(text.encode()).digest()
    return Document(name, text, spans, frozenset(links), frozenset(past), states, digest[0] % HELD == 0)


def pairs(ids: list[str]) -> set[tuple[str, str]]:
    """A role at an organization (P T O) links all three, two persons or organizations nobody."""
    kinds = "".join(each[0] for each in ids)
    if kinds == "PTO":
        return {(ids[0], ids[1]), (ids[0], ids[2]), (ids[1], ids[2])}
    return {(ids[0], ids[1])} if kinds not in {"PP", "OO"} and len(ids) == 2 else set()


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its marks, and the spans they told."""
    text, spans, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        spans.append(Span(len(text), len(text) + len(mark[3]), mark[1] + mark[2]))
        text += mark[3]
    return text + marked[at:], tuple(spans)


def split_hash(documents: list[Document]) -> str:
    """Names the held-out texts, so that two trainings can be compared."""
    held = sorted(hashlib.sha256(each.text.encode()).hexdigest() for each in documents if each.held)
    return hashlib.sha256("\n".join(held).encode()).hexdigest()[:16]


def parts(document: Document, sizes: Iterator[int]) -> Iterator[Document]:
    """An article in stretches of paragraphs of about so many words each; what stands in two of them is linked in neither."""
    first, size, wanted = 0, 0, next(sizes)
    for line in re.finditer(r"[^\n]+\n?", document.text):
        count = len(line[0].split())
        if size and size + count > wanted:
            yield part(document, first, line.start())
            first, size, wanted = line.start(), 0, next(sizes)
        size += count
    yield part(document, first, len(document.text))


def part(document: Document, first: int, last: int) -> Document:
    """`text[first:last]` with what is told of it."""
    if (first, last) == (0, len(document.text)):
        return document
    spans = tuple(
        each._replace(start=each.start - first, end=each.end - first)
        for each in document.spans
        if first <= each.start and each.end <= last
    )
    here = {each.id for each in spans}

    def inside(links: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        return frozenset(each for each in links if set(each) <= here)

    return Document(
        f"{document.name}:{first}",
        document.text[first:last].rstrip("\n"),
        spans,
        inside(document.links),
        inside(document.past),
        {event: state for event, state in document.states.items() if event in here},
        document.held,
        document.roles,
    )


def joined(first: Document, second: Document) -> Document:
    """Two extracts as the paragraphs of one article; nothing of one belongs to the other."""
    shift = len(first.text) + 1

    def far(name: str) -> str:
        return f"{name[0]}{int(name[1:]) + 100}"

    def pairs_of(links: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        return frozenset((far(a), far(b)) for a, b in links)

    return Document(
        f"{first.name} {second.name}",
        f"{first.text}\n{second.text}",
        (*first.spans, *(Span(start + shift, end + shift, far(name)) for start, end, name in second.spans)),
        first.links | pairs_of(second.links),
        first.past | pairs_of(second.past),
        first.states | {far(name): state for name, state in second.states.items()},
        first.held,
        first.roles and second.roles,
    )
