"""Spans in, tidied spans out: titles, articles, possessives and quotes outside, hyphenated names whole,
and a surname alone of the type of the full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from pipeline.annotate.tagging import NameSpan

TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "president", "prime", "minister",
    "premier", "chancellor", "senator", "sen", "rep", "governor", "gov", "mayor", "judge", "justice", "secretary",
    "gen", "lt", "col", "maj", "capt", "sgt", "cpl", "adm", "brig", "general", "colonel", "captain", "sergeant",
    "admiral", "marshal", "vice", "rev", "ambassador", "inspector", "superintendent", "supt", "secretary-general",
))  # fmt: skip
ARTICLES = ("the ", "The ", "a ", "an ")
WITH_ARTICLE = ("The Hague",)
OPENING, CLOSING = " \n\t\"'“‘«([{-–—,;:*•", " \n\t\"'”’»)]}-–—,;:!?*•"
POSSESSIVE = re.compile(r"['’][sS]$|(?<=[sSzZxX])['’]$")
ABBREVIATION = re.compile(r"(?:\b(?:[JS]r|Inc|Ltd|Corp|Co|Bros|St|Mt|No|Gov|Dept|Univ|Assn)|\b[^\W\d_])\.$")
SUFFIX = re.compile(r"-[^\W\d_]{1,8}")
COMPOUND = frozenset((
    "led", "era", "born", "style", "backed", "owned", "run", "based", "like", "linked", "held", "free",
    "controlled", "wide", "made", "bound", "related", "friendly",
))  # fmt: skip


def tidy(text: str, spans: Iterable[NameSpan]) -> tuple[NameSpan, ...]:
    """The spans by the rules of what belongs to a name; one of which nothing is left is none, and none overlaps the next."""
    kept: list[NameSpan] = []
    for each in spans:
        span = _whole_hyphens(text, _bare(text, each))
        if span.start < span.end and (not kept or kept[-1].end <= span.start):
            kept.append(span)
    return tuple(kept)


def _bare(text: str, span: NameSpan) -> NameSpan:
    """Without article, titles, possessive, quotes and brackets around it."""
    start, end = span.start, span.end
    while start < end and text[start] in OPENING:
        start += 1
    end = _right_edge(text, start, end)
    if span.type in {"place", "organization", "facility"} and not text.startswith(WITH_ARTICLE, start):
        start += next((len(each) for each in ARTICLES if text.startswith(each, start, end)), 0)
    if span.type == "person":
        start = _behind_titles(text, start, end)
    return span if (start, end) == (span.start, span.end) else replace(span, start=start, end=max(start, end))


def _right_edge(text: str, start: int, end: int) -> int:
    before = -1
    while before != end:
        before = end
        while (
            start < end and text[end - 1] in CLOSING and text.count("(", start, end) <= text.count(")", start, end - 1)
        ):
            end -= 1
        if possessive := POSSESSIVE.search(text[start:end]):
            end = start + possessive.start()
        if text[end - 1 : end] == "." and not ABBREVIATION.search(text[start:end]):
            end -= 1
    return end


def _behind_titles(text: str, start: int, end: int) -> int:
    """Past "Prime Minister" and the like, also where nothing else is left: a title alone names nobody."""
    while start < end:
        word, space, _ = text[start:end].partition(" ")
        if word.lower().strip(".") not in TITLES:
            return start
        start += len(word) + len(space)
    return start


def _whole_hyphens(text: str, span: NameSpan) -> NameSpan:
    """The name "Hwang Pyong" before "-so" takes it in; "Trump" before "-era" does not."""
    suffix = SUFFIX.match(text, span.end)
    if span.type == "person" and suffix and " " in text[span.start : span.end] and suffix.group()[1:] not in COMPOUND:
        return replace(span, end=suffix.end())
    return span


def like_the_full_names(texts: Sequence[str], found: Sequence[tuple[NameSpan, ...]]) -> list[tuple[NameSpan, ...]]:
    """A one-word place or organization that is the surname of a person named in full in these texts is that person.

    It stays what it is where another name holds the word, too ("Lima University" beside "Ana Lima").
    """
    named = [(text[each.start : each.end], each) for text, spans in zip(texts, found, strict=True) for each in spans]
    full = [(name.split(), each.type == "person") for name, each in named if " " in name]
    surnames = {words[-1] for words, is_person in full if is_person}
    surnames -= {word for words, is_person in full if not is_person for word in words}
    return [
        tuple(_as_person(text[each.start : each.end] in surnames, each) for each in spans)
        for text, spans in zip(texts, found, strict=True)
    ]


def _as_person(is_surname: bool, span: NameSpan) -> NameSpan:
    return replace(span, type="person") if is_surname and span.type in {"place", "organization", "facility"} else span
