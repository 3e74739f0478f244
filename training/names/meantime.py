"""MEANTIME: mentions that hold descriptions in, names out. Only the headline and five sentences of an article are annotated."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from sentences import PARTICLES, PERSON_PARTICLES, Document, Sentence, capital_runs, sentence

MEANTIME = {
    "PER": ("person",),
    "ORG": ("organization", "place"),
    "LOC": ("place", "facility"),
    "PRO": ("other",),
    "FIN": ("other",),
}

ANNOTATED = 6  # the guidelines: only the headline, the date line and the first sentences are annotated


def meantime(folder: Path) -> list[Document]:
    made = []
    for path in sorted(folder.glob("*/*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314  as above
        tokens = {each.get("t_id"): (int(each.get("sentence")), each.text) for each in root.iter("token")}
        types = {each.get("m_id"): each.get("ent_type") for each in root.iter("ENTITY")}
        refers = {
            source.get("m_id"): types.get(each.find("target").get("m_id"))
            for each in root.iter("REFERS_TO")
            for source in each.iter("source")
        }
        names = [
            (
                tuple(anchor.get("t_id") for anchor in each.iter("token_anchor")),
                MEANTIME.get(refers.get(each.get("m_id")) or ""),
            )
            for each in root.iter("ENTITY_MENTION")
            if each.get("syntactic_type") in ("NAM", "PRE.NAM")
        ]
        made.append({"source": "meantime", "name": path.stem, "sentences": meantime_sentences(tokens, names)})
    return made


def unannotated(folder: Path) -> list[Document]:
    """The articles' sentences behind the annotated ones, in which everything is unknown."""
    made = []
    for path in sorted(folder.glob("*/*.xml")):
        behind: dict[int, list[str]] = {}
        for each in ET.parse(path).getroot().iter("token"):  # noqa: S314  as above
            if int(each.get("sentence")) >= ANNOTATED:
                behind.setdefault(int(each.get("sentence")), []).append(each.text)
        sentences = [sentence(words, [], (), set()) for words in behind.values()]
        for each in sentences:
            each["unknown"] = [(0, len(each["text"]))]
        made.append({"source": "meantime_rest", "name": path.stem, "fold": "train", "sentences": sentences})
    return made


def meantime_sentences(tokens: dict, names: list) -> list[Sentence]:
    order, sentences = list(tokens), []
    for number in range(ANNOTATED):
        ids = [each for each in order if tokens[each][0] == number]
        if not ids or number == 1:  # sentence 1 is the date line
            continue
        where = {each: at for at, each in enumerate(ids)}
        spans, taken, unknown = [], set(), set()
        for anchors, types in sorted(names, key=lambda each: -len(each[0])):
            at = [where[each] for each in anchors if each in where]
            if at and not taken & set(at):
                taken |= set(at)
                unknown.update(at)
                spans += meantime_spans([tokens[each][1] for each in ids], at, types) if types else []
        sentences.append(sentence([tokens[each][1] for each in ids], sorted(spans), ("group", "other"), unknown))
    return sentences


def meantime_spans(words: list[str], at: list[int], types: tuple[str, ...]) -> list[tuple[int, int, tuple[str, ...]]]:
    """MEANTIME's mentions hold descriptions too ("United States airframer Boeing"): the last run of capitals is the name,
    and each part of "Mobile, Alabama"."""
    runs = capital_runs(words, at, PERSON_PARTICLES if types == ("person",) else PARTICLES - {"'s"})
    if types == ("place", "facility"):
        return [(run[0], run[-1], types) for run in runs]
    if not runs or (types[0] == "other" and len(runs) > 1):
        return []
    chosen = runs[0] if types == ("person",) and words[min(runs[0][-1] + 1, len(words) - 1)] == "," else runs[-1]
    return [(chosen[0], chosen[-1], types)]
