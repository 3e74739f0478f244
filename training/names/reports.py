"""Reports of our own in the manner of every region's news, with their names marked: `reports/*.txt` in, documents out.

Marks: <person> [organization] {place} ^facility^ ~group~ *other*. A blank line ends a report; a line holds a sentence or more.
Persons of our days in them are invented.
"""

from __future__ import annotations

import re
from pathlib import Path

from sentences import Document, Sentence

FOLDER = Path(__file__).parent / "reports"
MARKED = re.compile(r"<([^<>\n]+)>|\[([^\[\]\n]+)\]|\{([^{}\n]+)\}|\^([^^\n]+)\^|~([^~\n]+)~|\*([^*\n]+)\*")
TYPES = ("person", "organization", "place", "facility", "group", "other")


def reports() -> list[Document]:
    made = []
    for path in sorted(FOLDER.glob("*.txt")):
        for number, block in enumerate(path.read_text(encoding="utf8").strip().split("\n\n")):
            sentences = [unmarked(line) for line in block.split("\n")]
            name = f"{path.stem}-{number}"
            made.append({"source": "reports", "name": name, "sentences": sentences, "fold": "train"})
    return made


def unmarked(line: str) -> Sentence:
    """The line without its marks, and the spans they told."""
    text, spans, at = "", [], 0
    for mark in MARKED.finditer(line):
        text += line[at : mark.start()]
        at, kind = mark.end(), mark.lastindex or 1
        spans.append((len(text), len(text) + len(mark[kind]), [TYPES[kind - 1]]))
        text += mark[kind]
    return {"text": text + line[at:], "spans": spans, "open": [], "unknown": []}
