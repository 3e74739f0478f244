"""How fast ``newsgraph validate`` is: milliseconds for each layer of a warm document, and CPU of a cold start.

``python -m benchmarks.validate [FILE...]`` (default: the clean document of ``benchmarks/mutants.py``, and one of 40 nodes).
The peer ``jsonschema alone`` checks the same document against the same schemas; ``benchmarks/mutants.py --peers`` times others.
"""

from __future__ import annotations

import argparse
import copy
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import mutants
from pipeline.fetch import packaged
from pipeline.run import validation
from pipeline.validate import consistency, json_ld, json_schema, profiles, syntax, vocabulary
from pipeline.validate.consistency.scope import Scope
from pipeline.validate.engine import STRICT_ROOT, Settings
from pipeline.validate.nodes import View

type Json = Any
ROUNDS = 5
NODES = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    documents = {str(each): each.read_text(encoding="utf-8") for each in options.files}
    if not documents:
        documents = {f"clean article, {NODES} nodes": json.dumps(of_forty_nodes())}
    for name, text in documents.items():
        layers(name, text)
    cold(json.dumps(mutants.graph()))


def of_forty_nodes() -> Json:
    """The clean document with more persons of the same kind."""
    document = mutants.graph()
    nodes = document["@graph"]
    while len(nodes) < NODES:
        person = copy.deepcopy(nodes[mutants.PERSON])
        person.update({"@id": f"{person['@id']}-{len(nodes)}", "name": f"Ada Byron {len(nodes)}"})
        nodes.append(person)
        nodes[0]["mentions"].append({"@id": person["@id"]})
    return document


def layers(name: str, text: str) -> None:
    """A line for each layer: CPU milliseconds of the fastest of some rounds."""
    document, schemas, words = json.loads(text), packaged.schema_documents(), packaged.vocabulary()
    view = View(document)
    scope = Scope(view=view, vocabulary=words, now=mutants.NOW)
    chosen = validation.engine(Settings(now=mutants.NOW), validation.DEFAULT_PROFILES)
    gate, reference = json_schema.gate(schemas, STRICT_ROOT), json_schema.reference(schemas, STRICT_ROOT)
    rows: dict[str, Callable[[], object]] = {
        "syntax (parse)": lambda: syntax.parse(text),
        "schema and vocabulary, fast engine": lambda: gate(document),
        "nodes of the document": lambda: View(document),
        "consistency": lambda: list(consistency.rules(scope)),
        "profiles": lambda: list(profiles.node_rules(scope, chosen.profiles)),
        "all of it, fast (file to findings)": lambda: chosen.validate(text.encode()),
        "vocabulary, slow engine": lambda: list(vocabulary.rules(view, words)),
        "JSON-LD by pyld": lambda: list(json_ld.rules(view, packaged.context(), thorough=True)),
        "jsonschema alone": lambda: list(reference(document)),
    }
    print(
        f"{name}: {len(text):,} characters, {len(view.nodes)} nodes and references, clean for the fast engine: {gate(document)}"
    )
    for label, run in rows.items():
        print(f"  {label:38}{milliseconds(run):>9.3f} ms")


def milliseconds(run: Callable[[], object]) -> float:
    run()
    best = float("inf")
    for _ in range(ROUNDS):
        count, started = 0, time.process_time()
        while time.process_time() - started < 0.05:
            run()
            count += 1
        best = min(best, (time.process_time() - started) / count)
    return best * 1000


def cold(text: str) -> None:
    """CPU of a process from its start to its end, over an interpreter that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clean.json"
        path.write_text(text, encoding="utf-8")
        nothing = cpu("-c", "pass", folder=folder)
        commands = {
            "newsgraph validate FILE (clean)": ("-m", "pipeline", "validate", "clean.json"),
            "newsgraph --help": ("-m", "pipeline", "--help"),
            "import jsonschema_rs, json": ("-c", "import jsonschema_rs, json"),
            "import jsonschema": ("-c", "import jsonschema"),
            "import pyld.jsonld": ("-c", "import pyld.jsonld"),
        }
        print(
            f"cold, CPU over the interpreter's own {nothing:.0f} ms ({datetime.now(UTC):%Y-%m-%d}, Python {sys.version.split()[0]}):"
        )
        for label, command in commands.items():
            print(f"  {label:38}{cpu(*command, folder=folder) - nothing:>9.1f} ms")


def cpu(*arguments: str, folder: str) -> float:
    """The least CPU time of several runs, in milliseconds."""
    root = str(Path(__file__).resolve().parents[1])
    best = float("inf")
    for _ in range(2 * ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *arguments], cwd=folder, env={"PYTHONPATH": root}, stdout=subprocess.DEVNULL, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best * 1000


if __name__ == "__main__":
    main()
