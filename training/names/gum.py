"""GUM: nested referring expressions in, names out. Which mentions are names is told by capitals and by the Wikipedia identity."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

from gazetteer import DEMONYMS, TIMES, TITLES
from sentences import PARTICLES, PERSON_PARTICLES, PRONOUNS, Document, Lowercase, capital_runs, sentence

GUM = {"person": ("person",), "organization": ("organization", "place"), "place": ("place", "facility"), "event": ("other", "organization"), "object": ("other", "facility"), "abstract": ("other", "organization")}  # fmt: skip


def same_name(words: list[str], run: list[int], identity: str) -> list[int]:
    """The words of the run from the first to the last that the identity (a Wikipedia title) names, or all for its acronym."""
    known = {each.lower() for each in re.split(r"[_,().]+", identity) if len(each) > 1 or not each.islower()}
    hits = [at for at in run if words[at].lower().strip(".") in known and words[at].lower() not in PARTICLES]
    letters = re.sub(r"[^A-Z]", "", identity)
    acronym = any(re.sub(r"\W", "", words[at]) == letters for at in run) and len(letters) > 1
    return list(range(hits[0], hits[-1] + 1)) if hits else (run if acronym else [])


class Mention(dict):
    """One bracket of a referring expression: `at` word positions, `kind`, `identity`."""


def gum_mentions(rows: list[list[str]]) -> list[Mention]:
    found: dict[str, Mention] = {}
    for at, row in enumerate(rows):
        for each in row[3].split("|") if row[3] != "_" else []:
            kind, _, number = each.rstrip("]").partition("[")
            key = number or f"single-{at}"
            found.setdefault(key, Mention(at=[], kind=kind, identity=""))["at"].append(at)
        for each in row[7].split("|") if len(row) > 7 and row[7] != "_" else []:
            name, _, number = each.rstrip("]").partition("[")
            key = number or f"single-{at}"
            if key in found:
                found[key]["identity"] = name
    return list(found.values())


def gum_names(words: list[str], mentions: list[Mention], lowercase: Lowercase) -> tuple[list, set[int]]:
    """The named part of every mention: by the identity's words, or the whole mention where all of it has capitals."""
    spans: list[tuple[int, int, tuple[str, ...]]] = []
    for mention in sorted(mentions, key=lambda each: -len(each["at"])):
        types = GUM.get(mention["kind"])
        run = named_run(words, mention, mentions, lowercase) if types else []
        if run and not any(first <= at <= last for first, last, _ in spans for at in run):
            spans.append((run[0], run[-1], types))
    taken = {at for first, last, _ in spans for at in range(first, last + 1)}
    unknown = {
        at
        for at, word in enumerate(words)
        if at not in taken
        and word[0].isupper()
        and word not in TIMES
        and word not in DEMONYMS
        and not (word.lower() in PRONOUNS or (at == 0 and lowercase.is_common(word)))
    }
    torn = [span for span in spans if _is_torn(words, span, unknown)]
    unknown |= {at for first, last, _ in torn for at in range(first, last + 1)}
    return [span for span in spans if span not in torn], unknown


def _is_torn(words: list[str], span: tuple[int, int, tuple[str, ...]], unknown: set[int]) -> bool:
    """The span is a part of a longer name that was not told: "[National Library] of the Netherlands", "Berkman [Centre]"."""
    before = span[0] - 1
    while before > 0 and words[before] in ("of", "the", "for"):
        before -= 1
    return span[1] + 1 in unknown or (before in unknown and before < span[0] - 1)


def named_run(words: list[str], mention: Mention, mentions: list[Mention], lowercase: Lowercase) -> list[int]:
    person = mention["kind"] == "person"
    at = mention["at"]
    inner = {
        i
        for other in mentions
        if other is not mention and len(other["at"]) < len(at) and set(other["at"]) <= set(at)
        for i in other["at"]
    }
    runs = capital_runs(words, at, PERSON_PARTICLES if person else PARTICLES)
    if mention["identity"]:
        for run in runs:
            hit = same_name(words, run, mention["identity"])
            if hit:
                return hit if person else run
    if person:
        return first_person(words, runs, inner, lowercase)
    if mention["kind"] == "place" and runs and runs[0][-1] + 1 in at and words[runs[0][-1] + 1] == ",":
        return runs[0]
    core = [i for i in at if not (words[i].lower() in ("the", "a", "'s", "’s", "'") and i in (at[0], at[-1]))]
    if len(runs) != 1 or runs[0] != core:
        return []
    run = runs[0]
    if all(words[i].lower() in PRONOUNS or ((i == 0 or len(run) == 1) and lowercase.is_common(words[i])) for i in run):
        return []
    return [] if mention["kind"] in ("abstract", "object", "event") and len(run) == 1 else run


def first_person(words: list[str], runs: list[list[int]], inner: set[int], lowercase: Lowercase) -> list[int]:
    """The first run that is more than titles and names inside the mention: "student Ahmed Mohamed", "Cyd Ho from ..."."""
    for whole in runs:
        outside = (i in inner or words[i].lower().strip(".") in TITLES or words[i] in DEMONYMS for i in whole)
        run = whole[sum(1 for _ in takewhile(bool, outside)) :]
        common = all(lowercase.is_common(words[i]) for i in run)
        if run and not common and not inner & set(run):
            return run
    return []


def gum(folder: Path, source: str, lowercase: Lowercase) -> list[Document]:
    made = []
    for path in sorted(folder.glob("GUM_*.tsv")):
        sentences = []
        for block in path.read_text(encoding="utf8").split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if re.match(r"\d+-\d+\t", line)]
            if rows:
                words = [row[2] for row in rows]
                spans, unknown = gum_names(words, gum_mentions(rows), lowercase)
                sentences.append(sentence(words, spans, ("group", "other"), unknown))
        made.append({"source": source, "name": path.stem, "sentences": sentences})
    return made
