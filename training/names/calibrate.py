"""From the weakest word's probability to the span's: logistic regression on documents that were not trained on."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

from decoding import predict
from scoring import KINDS, paste, strip


def judged(documents: list[dict], run) -> tuple[list[float], list[bool]]:
    """Each predicted person, organization, place or facility: its probability, and whether place and type are right."""
    texts = [paste(each["sentences"]) for each in documents]
    sure, right = [], []
    for document, (_, marks), found in zip(documents, texts, predict([text for text, _ in texts], run), strict=True):
        for sentence, start in zip(document["sentences"], marks, strict=True):
            text = sentence["text"]
            gold = {
                (*strip(text, a, b), KINDS[kind])
                for a, b, kinds in sentence["spans"]
                for kind in kinds
                if kind in KINDS
            }
            for a, b, kind, probability in found:
                inside = start <= a and b <= start + len(text) and kind in KINDS
                if inside and not any(x < b - start and a - start < y for x, y in sentence["unknown"]):
                    sure.append(probability)
                    right.append((*strip(text, a - start, b - start), KINDS[kind]) in gold)
    return sure, right


def calibration(documents: list[dict], run) -> dict[str, float]:
    """Slope and intercept on the log odds, fitted on every second held-out document."""
    sure, right = judged(documents[::2], run)
    odds = np.log(np.clip(sure, 1e-6, 1 - 1e-6) / (1 - np.clip(sure, 1e-6, 1 - 1e-6)))
    fitted = LogisticRegression().fit(odds[:, None], right)
    made = {"slope": round(float(fitted.coef_[0][0]), 4), "intercept": round(float(fitted.intercept_[0]), 4)}
    sure, right = judged(documents[1::2], run)
    odds = np.log(np.clip(sure, 1e-6, 1 - 1e-6) / (1 - np.clip(sure, 1e-6, 1 - 1e-6)))
    for label, chance in (
        ("raw", np.array(sure)),
        ("calibrated", 1 / (1 + np.exp(-made["slope"] * odds - made["intercept"]))),
    ):
        print(
            label,
            "Brier score on the other half",
            round(float(np.mean((chance - np.array(right)) ** 2)), 4),
            "expected calibration error",
            round(error(chance, right), 4),
        )
    return made


def error(chance: np.ndarray, right: list[bool]) -> float:
    """Mean gap between promised and true rate over ten equal bins."""
    bins = np.minimum((chance * 10).astype(int), 9)
    truth = np.array(right, float)
    return float(
        sum(
            abs(chance[bins == n].mean() - truth[bins == n].mean()) * (bins == n).mean()
            for n in range(10)
            if (bins == n).any()
        )
    )
