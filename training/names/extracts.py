"""Extracts of news of our own from every desk (`../facts/extracts/*.txt`), read as documents with names.

Marks: {P1|a person} {O1|an organization} {L1|a place}, other letters for what is no name; lines that begin with `=` tell facts.
Where descriptions carry the mark of whom they mean, they are no names, and what cannot be told apart teaches nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

from gazetteer import place_types
from sentences import PARTICLES, Document, Sentence, trim
from things import STATES, atlas

FOLDER = Path(__file__).parents[1] / "facts" / "extracts"
MARK = re.compile(r"\{([A-Z])\d+\|([^{}|]*)\}")
TYPES = {"P": ("person",), "O": ("organization",), "L": ("place", "facility")}
OPEN = ["facility", "group", "other"]  # these the marks leave out
PRONOUNS = set(
    "he she it they him her them his hers its their theirs who whom whose i we us you my our your mum dad".split()
)
ARTICLE = re.compile(r"(?:the|a|an) ", re.IGNORECASE)
SENTENCE_END = re.compile(
    r"(?:(?<=[a-z\d)}%][.!?])|(?<=[.!?][\"”]))(?<!\b(?:[A-Z]r|St|Mt)\.)(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Rev)\.) (?=[A-Z{\"“])(?![^{}]*\})"
)


def extracts() -> list[Document]:
    made = []
    for path in sorted(FOLDER.glob("*.txt")):
        for number, block in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf8").strip())):
            lines = [line.strip() for line in block.split("\n") if line.strip() and not line.startswith(("=", "#"))]
            sentences = [unmarked(each) for line in lines for each in SENTENCE_END.split(line)]
            if sentences:
                made.append(
                    {"source": "extracts", "name": f"{path.stem}-{number}", "sentences": sentences, "fold": "train"}
                )
    return made


def unmarked(line: str) -> Sentence:
    """The line without its marks, the spans of names they told, and the ranges that may or may not be names."""
    text, spans, unknown, at = "", [], [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        kind, words = mark.groups()
        begin, at = len(text), mark.end()
        text += words
        if kind in TYPES and not is_description(words):
            start, end = trim(text, begin, len(text), TYPES[kind])
            if is_name(text[start:end]) and not (kind == "P" and ARTICLE.match(words)):
                spans.append((start, end, types_of(kind, text[start:end])))
            else:
                unknown.append((begin, len(text)))
    return {"text": text + line[at:], "spans": spans, "open": OPEN, "unknown": unknown}


def types_of(kind: str, name: str) -> list[str]:
    """A country that plays or acts is a place, as everywhere in this training."""
    if kind == "O":
        return ["place"] if name in atlas()[0] or name in STATES else ["organization"]
    return list(place_types(name) if kind == "L" else TYPES[kind])


def is_description(words: str) -> bool:
    """A pronoun, or nothing with a capital behind the article: "the company", "The 54-year-old"."""
    rest = ARTICLE.sub("", words, count=1)
    return words.lower() in PRONOUNS or rest == rest.lower()


def is_name(words: str) -> bool:
    """Every word is written with a capital, but for particles and joints: not "Nairobi-based firm"."""
    parts = [each for each in words.split() if each.lower() not in PARTICLES]
    return bool(parts) and all(
        re.match(r"(?:(?:al|el|d|l|an)[-’'])?[\"“(]?[^\W\d_a-z]|\d|&", each) or each[1:2].isupper() for each in parts
    )
