"""Step 1. Openly licensed corpora in, one JSON Lines file of documents out: sentences whose spans carry the set of types they may have.

Every set has its own guidelines. What a set does not say is left open: a span has a set of allowed types, `open` names types
that may hide in unmarked text, `unknown` ranges teach nothing. Documents are split by the hash of their name.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from gum import gum
from meantime import meantime, unannotated
from sentences import PARTICLES, Document, Lowercase, Sentence, sentence

CROSSNER = {
    **dict.fromkeys(("politician", "person", "scientist", "writer", "musicalartist"), ("person",)),
    **dict.fromkeys(("politicalparty", "organisation", "university", "band"), ("organization",)),
    "location": ("place", "facility"),
    "country": ("place",),
    "misc": ("group", "other"),
    **dict.fromkeys(
        ("election", "event", "award", "book", "poem", "song", "album", "magazine", "academicjournal"), ("other",)
    ),
    "astronomicalobject": ("other", "place"),
}
UNER = {"PER": ("person",), "ORG": ("organization",), "LOC": ("place", "facility")}
WIKIGOLD = {**UNER, "MISC": ("group", "other")}
RE3D = {
    "Person": ("person",),
    "Organisation": ("organization", "place"),
    "Location": ("place", "facility"),
    "Nationality": ("group",),
    "MilitaryPlatform": ("other",),
    "Weapon": ("other",),
}

NEAR = ("uner_ewt", "meantime", "gum_news")


def bio(tags: list[str], kinds: dict[str, tuple[str, ...]]) -> tuple[list[tuple[int, int, tuple[str, ...]]], set[int]]:
    """Spans of a BIO (or IO) column and the words whose type the table leaves out."""
    spans: list[list] = []
    unknown, before = set(), "O"
    for at, tag in enumerate(tags):
        kind = tag.partition("-")[2]
        if kind and kind not in kinds:
            unknown.add(at)
        elif kind and tag.startswith("I-") and before.partition("-")[2] == kind and spans:
            spans[-1][1] = at
        elif kind:
            spans.append([at, at, kinds[kind]])
        before = tag
    return [tuple(each) for each in spans], unknown


def columns(path: Path, word: int, tag: int, separator: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Sentences of a column file, with the document they belong to (its `newdoc id`, or the file and a block of 20)."""
    name, words, tags, count = path.stem, [], [], 0
    for line in [*path.read_text(encoding="utf8").split("\n"), ""]:
        fields = line.split(separator)
        if line.startswith("# newdoc id"):
            name = line.partition("=")[2].strip()
        elif line.startswith("#") and len(fields) < 3:
            continue
        elif len(fields) > max(word, tag):
            words.append(fields[word])
            tags.append(fields[tag].strip() or "O")
        elif words:
            yield (name if name != path.stem else f"{path.parent.name}/{name}/{count // 20}"), words, tags
            words, tags, count = [], [], count + 1


def documents(
    source: str, rows: Iterable[tuple[str, list[str], list[str]]], kinds: dict, open_: tuple[str, ...]
) -> list[Document]:
    made: dict[str, list[Sentence]] = {}
    for name, words, tags in rows:
        spans, unknown = bio(tags, kinds)
        made.setdefault(name, []).append(sentence(words, spans, open_, unknown))
    return [{"source": source, "name": name, "sentences": sentences} for name, sentences in made.items()]


def uner(folder: Path) -> list[Document]:
    rows = (row for path in sorted(folder.glob("*.iob2")) for row in columns(path, 1, 2, "\t"))
    rows = ((name, words, ["O" if tag.endswith("OTH") else tag for tag in tags]) for name, words, tags in rows)
    return documents("uner_ewt", rows, UNER, ("group", "other"))


def wikigold(folder: Path) -> list[Document]:
    return documents("wikigold", columns(folder / "wikigold.conll.txt", 0, 1, " "), WIKIGOLD, ())


def crossner(folder: Path) -> list[Document]:
    rows = (row for path in sorted(folder.glob("*/*.txt")) for row in columns(path, 0, 1, "\t"))
    return documents("crossner", rows, CROSSNER, ("group", "other"))


def re3d(folder: Path) -> list[Document]:
    """Only what is written with capitals is a name there: "Soldiers" and "the group" are marked too."""
    made = []
    for document in documents(
        "re3d",
        (row for path in sorted(folder.glob("*/*.conll")) for row in columns(path, 0, 1, "\t")),
        RE3D,
        ("other",),
    ):
        for each in document["sentences"]:
            names, vague = [], list(each["unknown"])
            for start, end, types in each["spans"]:
                words = [w for w in each["text"][start:end].split(" ") if w.lower() not in PARTICLES]
                is_name = (
                    bool(words)
                    and all(w[0].isupper() or w[0].isdigit() for w in words)
                    and (start > 0 or len(words) > 1)
                )
                (names if is_name else vague).append((start, end, types) if is_name else (start, end))
            each.update(spans=names, unknown=sorted(vague))
        made.append(document)
    return made


def fold(document: Document) -> str:
    """`held` documents are scored and never trained on: half of the news, a tenth of the web texts."""
    number = int(hashlib.sha256(f"{document['source']}/{document['name']}".encode()).hexdigest(), 16) % 20
    share = {"meantime": 10, "gum_news": 10, "uner_ewt": 2}.get(str(document["source"]), 0)
    return "held" if number < share else "train"


def split_hash(made: list[Document]) -> str:
    """One hash that says which document is trained on and which is held out."""
    lines = sorted(f"{each['source']}/{each['name']} {each['fold']}" for each in made)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpora", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("near", type=Path, help="once more, what is nearest to the news: trained on twice")
    ask.add_argument(
        "unlabelled", type=Path, help="the rest of the news articles, which nobody annotated: for students"
    )
    told = ask.parse_args()
    ner = told.corpora / "ner"
    made = [
        *uner(ner / "uner_ewt"),
        *wikigold(ner / "wikigold"),
        *crossner(ner / "crossner"),
        *re3d(ner / "re3d"),
        *meantime(told.corpora / "meantime"),
    ]
    lowercase = Lowercase(str(each["text"]) for document in made for each in document["sentences"])
    made += [*gum(ner / "gum_named", "gum_named", lowercase), *gum(told.corpora / "gum_news", "gum_news", lowercase)]
    for each in made:
        each["fold"] = fold(each)
    write(told.out, made)
    write(told.near, [each for each in made if each["source"] in NEAR and each["fold"] == "train"])
    trained = {each["name"] for each in made if each["source"] == "meantime" and each["fold"] == "train"}
    write(told.unlabelled, [each for each in unannotated(told.corpora / "meantime") if each["name"] in trained])
    report(made)


def write(path: Path, made: list[Document]) -> None:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in made), encoding="utf8")


def report(made: list[Document]) -> None:
    for source in dict.fromkeys(each["source"] for each in made):
        for part in ("train", "held"):
            sentences = [
                s for each in made if each["source"] == source and each["fold"] == part for s in each["sentences"]
            ]
            words = sum(len(s["text"].split()) for s in sentences)
            kinds = Counter("|".join(types) for s in sentences for _, _, types in s["spans"])
            if sentences:
                print(f"{source:10} {part:5} {len(sentences):6} sentences {words:7} words {dict(kinds.most_common())}")
    print("split", split_hash(made))


if __name__ == "__main__":
    main()
