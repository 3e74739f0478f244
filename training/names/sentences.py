"""Words and spans of words in, sentences of text with spans of characters out: set as a newspaper would, names trimmed to one guideline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from gazetteer import DEMONYM_PAIRS, DEMONYMS, LANGUAGES, TITLES, place_types, places

NO_SPACE_BEFORE = {
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    ")",
    "%",
    "'s",
    "’s",
    "n't",
    "n’t",
    "]",
    "”",
    "…",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "'m",
}
NO_SPACE_AFTER = {"(", "[", "$", "“", "£", "€", "#", "@"}
QUOTES = ('"', "``", "''")
PARTICLES = {"of", "the", "de", "del", "da", "dos", "di", "la", "le", "van", "der", "den", "von", "bin", "ibn", "al", "el", "and", "for", "-", "–", "'", "’", ".", "&", "'s", "/", "on"}  # fmt: skip
PERSON_PARTICLES = PARTICLES - {"of", "the", "and", "for", "'s", "/", "on"}
COMPOUND = {"led", "based", "owned", "born", "era", "style", "like", "run", "made", "free"}
PRONOUNS = {"i", "he", "she", "we", "they", "you", "it", "who", "his", "her", "my", "our", "their", "your", "me", "us", "this", "that", "these", "those"}  # fmt: skip
Document = dict[str, object]
Sentence = dict[str, object]


def join(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Text as a newspaper would set it, and each word's place in it."""
    text, places, quotes, glue = "", [], 0, True
    for at, each in enumerate(words):
        word = '"' if each in QUOTES else each
        space = not glue and word not in NO_SPACE_BEFORE
        glue = word in NO_SPACE_AFTER
        if each in QUOTES:
            opening = each == "``" or (each == '"' and quotes % 2 == 0)
            quotes, glue, space = quotes + 1, opening, space and opening
        elif (
            word in ("-", "/")
            and 0 < at < len(words) - 1
            and words[at - 1][-1:].isalnum()
            and words[at + 1][:1].isalnum()
        ):
            glue, space = True, False
        text += " " if space and text else ""
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


def settle(text: str, types: tuple[str, ...]) -> tuple[str, ...]:
    """Allowed types narrowed by what the words say: demonyms are groups, "... Airport" is a facility, "France" a place.

    A country or city that acts stays a place, as schema.org has it, also where a corpus calls it an organization.

    Nothing is left where the span is no name ("Swedish cover songs", "the Secretary").
    """
    words = text.split(" ")
    if text in LANGUAGES or all(each.lower().strip(".,") in TITLES for each in words):
        return ()
    if text in DEMONYMS | DEMONYM_PAIRS and "person" not in types:
        return ("group",)
    if types[-1] == "other" and text.islower():
        return ()
    if "other" in types and words[0] in DEMONYMS and len(words) > 1 and words[-1].islower():
        return ()
    if types == ("group", "other") and len(words) > 1:
        return ("other",)
    if types == ("organization", "place"):
        return ("place",) if text in places() else ("organization",)
    return place_types(text) if types == ("place", "facility") else types


def trim(text: str, start: int, end: int, types: tuple[str, ...]) -> tuple[int, int]:
    """The span without article, quotes, possessive and, for a person, titles."""
    while start < end and (
        text[start] in " \"'“‘(" or (re.match(r"(?:the|a|an) ", text[start:end], re.IGNORECASE) and types[0] != "other")
    ):
        start += 1 if text[start] in " \"'“‘(" else text[start:end].index(" ") + 1
    while (
        "person" in types
        and (first := text[start:end].split(" ", maxsplit=1)[0]).lower().strip(".,") in TITLES
        and " " in text[start:end]
    ):
        start += len(first) + 1
    if "person" in types and (
        office := re.search(
            r".*\b(?:Minister|Secretary|President|Ambassador|Director|Commander|Spokesman|Spokeswoman) (?=[A-Z])",
            text[start:end],
        )
    ):
        start += office.end()
    end -= len(re.search(r"(?:['’]s|['’]|[ ,\"”])*$", text[start:end]).group())
    return start, max(start, end)


def sentence(
    words: list[str], spans: Iterable[tuple[int, int, tuple[str, ...]]], open_: tuple[str, ...], unknown: set[int]
) -> Sentence:
    """Spans of word indices become spans of characters; unmarked demonyms are groups, unmarked languages stay open."""
    text, where = join(words)
    marked, nameless, taken = [], [], set()
    for first, last, types in spans:
        start, end = trim(text, where[first][0], where[last][1], types)
        taken |= set(range(first, last + 1))
        settled = settle(text[start:end], types) if start < end else ()
        if settled:
            marked.append((start, end, settled))
        elif start < end:
            nameless.append((start, end))
    holes = [*nameless, *(where[at] for at in unknown - taken)]
    if open_:
        free = [at not in taken and at not in unknown for at in range(len(words))]
        for start, end, is_sure in demonyms(words, free):
            place = where[start][0], where[end][1]
            if is_sure:
                marked.append((*place, ("group",)))
            else:
                holes.append(place)
    return {"text": text, "spans": sorted(marked), "open": open_, "unknown": sorted(holes)}


def demonyms(words: list[str], free: list[bool]) -> Iterator[tuple[int, int, bool]]:
    """Unmarked nationalities: first and last word, and whether no capital beside them makes them part of a longer name."""
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2]) in DEMONYM_PAIRS and all(free[at : at + 2])
        end = at + pair
        if free[at] and (pair or words[at] in DEMONYMS or words[at] in LANGUAGES):
            beside = [words[i] for i in (at - 1, end + 1) if 0 < i < len(words)]
            alone = not any(each[0].isupper() and each not in DEMONYMS for each in beside)
            yield at, end, alone and (pair or words[at] not in LANGUAGES)
        at = end + 1


class Lowercase:
    """Which words also live in small letters: a capital at a sentence's start says nothing about them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.counts = Counter(word for text in texts for word in re.findall(r"\b[a-z]+\b", text))

    def is_common(self, word: str) -> bool:
        return self.counts[word.lower()] >= 2 or word.lower() in PRONOUNS


def capital_runs(words: list[str], at: list[int], particles: set[str]) -> list[list[int]]:
    """Maximal runs of capitalised words among the positions, joined by particles."""
    runs: list[list[int]] = []
    gap: list[int] = []
    for position in at:
        word = words[position]
        tail = (
            bool(runs)
            and not gap
            and 1 < len(word) <= 5
            and word not in COMPOUND
            and position - 1 in runs[-1]
            and words[position - 1] == "-"
        )
        if word == "-" and runs and not gap and runs[-1][-1] == position - 1:
            runs[-1].append(position)
        elif word[0].isupper() or tail or (word[0].isdigit() and runs and not gap):
            if runs and all(words[g].lower() in particles for g in gap) and runs[-1][-1] + len(gap) + 1 == position:
                runs[-1] += [*gap, position]
            else:
                runs.append([position])
            gap = []
        elif runs:
            gap.append(position)
    return [each for run in runs if (each := _without_edges(words, run))]


def _without_edges(words: list[str], run: list[int]) -> list[int]:
    """The run without an article before and a hyphen behind it."""
    first = 1 if words[run[0]] in ("The", "A", "An") else 0
    return run[first:-1] if words[run[-1]] == "-" else run[first:]
