"""What an article is about: fits the weights of ``pipeline.annotate.topics`` to the gold and the stories, and says how good they are.

python -m benchmarks.salience

A logistic regression (ridge 1; what must be stated counts twice). The figures are leave-one-document-out: no article is scored
by weights that have seen it. The weights from all articles, printed last, are those to copy.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks import gold
from pipeline import config
from pipeline.annotate.index import index
from pipeline.annotate.reading import read
from pipeline.annotate.topics import ABOUT_AT_LEAST, MOST_ABOUT, WEIGHTS, main_events, salience_features
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.run.engines import load_annotator, load_parser

RIDGE = 1.0
STEPS = 30
THRESHOLDS = (0.2, 0.25, 0.3, ABOUT_AT_LEAST, 0.4, 0.5)


class Document(NamedTuple):
    """One article: a row of features for each entity, the fact (if any) that names it, and what must be found."""

    name: str
    features: NDArray[np.float64]
    told: list[str | None]
    must: frozenset[str]


def main() -> None:
    """Print recall and precision by threshold, and the weights."""
    if not gold.available():
        print("salience: skipped, the gold is not on this machine (../shared)")
        return
    documents = list(_documents())
    split = hashlib.sha256("\n".join(sorted(each.name for each in documents)).encode()).hexdigest()[:16]
    print(f"{len(documents)} articles, leave-one-document-out, split {split}")
    held_out = [_fit([other for other in documents if other is not each]) for each in documents]
    for threshold in THRESHOLDS:
        print(f"  from {threshold:.2f}: {_scored(documents, held_out, threshold)}")
    print({name: round(float(value), 2) for name, value in zip((*WEIGHTS, "bias"), _fit(documents), strict=True)})


def _documents() -> Iterator[Document]:
    annotate, (parse, _) = load_annotator(), load_parser(names=False)
    for given in gold.forms():
        if given.name == "html":
            continue  # the same articles as the raw form
        for slug in gold.slugs(given.folder):
            source = given.folder / f"{slug}{given.suffix}"
            if not source.exists():
                continue
            (article,) = normalize(Source(name=slug, content=source.read_bytes()), config.DEFAULT).value
            annotations, reading = annotate(article).value, read(article, parse)
            main_event = next(iter(main_events(reading, annotations)), None)
            features = salience_features(reading, annotations, index(reading, annotations), main_event)
            facts = _facts(given.folder / f"{slug}.facts.json")
            names = {each.id: (each.name, *each.alternate_names) for each in annotations.entities}
            yield Document(
                name=f"{given.name}/{slug}",
                features=np.array([[float(one.get(each, 0)) for each in WEIGHTS] for one in features.values()]),
                told=[next((facts[name] for name in names[each] if name in facts), None) for each in features],
                must=frozenset(value for value in facts.values() if value.startswith("must ")),
            )


def _facts(path: Path) -> dict[str, str]:
    """Every accepted name of an entity that the article is about -> the level and the value of its fact."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: f"{level} {each['value']}"
        for level in ("nice", "must")
        for each in told[level]
        if each["kind"] == "about" and not each["value"].startswith("event:")
        for name in (each["value"], *each.get("accept", ()))
    }


def _fit(documents: Sequence[Document]) -> NDArray[np.float64]:
    """The weights and the bias, by Newton's method."""
    rows = np.vstack([each.features for each in documents if each.told])
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    told = [fact for each in documents for fact in each.told]
    right = np.array([fact is not None for fact in told], dtype=float)
    counts = np.array([2.0 if fact and fact.startswith("must ") else 1.0 for fact in told])
    ridge = RIDGE * np.diag([*([1.0] * (rows.shape[1] - 1)), 0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        found = _probabilities(rows, weights)
        slope = rows.T @ (counts * (right - found)) - ridge @ weights
        curve = (rows * (counts * found * (1 - found))[:, None]).T @ rows + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _probabilities(rows: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-rows @ weights)))


def _scored(documents: Sequence[Document], weights: Sequence[NDArray[np.float64]], threshold: float) -> str:
    must = found = stated = right = 0
    for each, fitted in zip(documents, weights, strict=True):
        probable = each.features @ fitted[:-1] + fitted[-1] if each.told else np.zeros(0)
        about = [at for at in np.argsort(-probable) if 1 / (1 + np.exp(-probable[at])) >= threshold][:MOST_ABOUT]
        named = [each.told[at] for at in about if each.told[at] is not None]
        must, found = must + len(each.must), found + len(each.must & set(named))
        stated, right = stated + len(about), right + len(named)
    return f"{found} of {must} that must be, {right} of {stated} stated are right"


if __name__ == "__main__":
    main()
