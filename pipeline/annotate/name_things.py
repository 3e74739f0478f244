"""Names of works in quotation marks, of storms, ships and saints' churches: their own words or marks give them away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.annotate.lexicon.organizations import STORM_WORDS
from pipeline.annotate.name_patterns import Name, named
from pipeline.annotate.reading import Passage


def thing_names(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """Names of things and churches that need no model; ``names`` are those already found."""
    yield from _storms_and_ships(passage)
    yield from _works(passage, names)
    yield from _saints(passage)


_LONGEST_TITLE = 8


def _works(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """Titles in quotation marks: "the novel “The Salt Road” ..."; but no nickname within a person's name."""
    persons = [each for each in names if each.type == "person"]
    for part in passage.quoted:
        text = passage.text[part.start : part.end].strip()
        long_words = [each for each in re.findall(r"[^\W\d_]+", text) if len(each) > 3]
        titled = long_words and all(each[0].isupper() for each in long_words)
        if (
            part.closed
            and titled
            and len(text.split()) <= _LONGEST_TITLE
            and text[-1:] not in ".,?!"
            and text[:1].isupper()
            and not any(each.start < part.start and part.end < each.end for each in persons)
        ):
            start = passage.text.index(text, part.start)
            yield named(passage, start, start + len(text), "work", "rule:title-in-quotes")


_STORM = re.compile(rf"\b(?:Super )?(?:{'|'.join(each.title() for each in sorted(STORM_WORDS))}) (\"?)[A-Z][\w-]+\1")
_SHIP = re.compile(r"\b(?:HMS|USS|SS|MS|MV|RMS|HMAS|HMCS|INS) [A-Z][\w-]+(?: [A-Z][\w-]+)*")


_VESSEL = re.compile(
    r"\b(?:aboard the|(?:research |fishing |cruise |container |cargo |patrol |rescue |naval )?(?:vessel|ship|ferry|yacht|tanker|trawler|submarine|"
    r"frigate|destroyer|steamer|freighter|schooner|lifeboat|spacecraft|satellite|racehorse)) ((?:[A-Z][\w'-]+)(?: (?:of |de |do |da )?[A-Z][\w'-]+)*)"
)


_SAINTS = re.compile(
    r"(?<![\w'])St\.? [A-Z][\w-]+(?: [A-Z][\w-]+)?'s(?=[,.;:)]|$| (?:in|at|on|near|for|was|is|has|had|will|and|from)\b)"
)
_AT_SAINTS = re.compile(r"\b(?:at|in|of|to|near|outside|from|inside|around|behind|opposite) (?:the )?$|^$")


def _saints(passage: Passage) -> Iterator[Name]:
    """As in "the tenor bell of St Osric's in Bergen": a church or school, which keeps its possessive."""
    for match in _SAINTS.finditer(passage.text):
        if _AT_SAINTS.search(passage.text, max(0, match.start() - 14), match.start()):
            yield named(passage, *match.span(), "facility", "rule:saint")


def _storms_and_ships(passage: Passage) -> Iterator[Name]:
    for match in _STORM.finditer(passage.text):
        yield named(passage, *match.span(), "named-event", "rule:storm")
    for match in _VESSEL.finditer(passage.text):
        yield named(passage, *match.span(1), "product", "rule:vessel")
    for match in _SHIP.finditer(passage.text):
        yield named(passage, *match.span(), "product", "rule:ship")
