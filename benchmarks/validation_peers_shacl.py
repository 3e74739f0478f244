"""Runs pyshacl over documents: a JSON file with documents, shapes, hierarchy and context in, the issues of each out.

It runs in a process of its own, in which pyshacl and rdflib lie on the path: ``validation_peers`` starts it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import pyshacl  # type: ignore[import-not-found]  # installed by the benchmark only
import rdflib

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def main() -> None:
    order = json.loads(Path(sys.argv[1]).read_bytes())
    shapes = rdflib.Graph().parse(data=order["shapes"], format="turtle")
    classes = rdflib.Graph().parse(data=order["hierarchy"], format="turtle")
    started = time.perf_counter()
    results = [issues(text, order["context"], shapes, classes) for text in order["documents"]]
    answer = {"results": results, "seconds": time.perf_counter() - started}
    Path(sys.argv[2]).write_text(json.dumps(answer), encoding="utf-8")


def issues(text: str, context: Any, shapes: Any, classes: Any) -> list[str]:
    """What pyshacl says of one document; that it cannot be read is an issue too."""
    try:
        document = json.loads(text)
        if isinstance(document, dict) and "schema.org" in str(document.get("@context", "")):
            document["@context"] = context["@context"]
        data = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    except Exception as error:  # noqa: BLE001 - a peer's failure of any kind is its answer
        return [f"unreadable: {type(error).__name__}"]
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=classes, inplace=True)
    found = report.subjects(rdflib.RDF.type, SH.ValidationResult)
    return sorted(f"{report.value(each, SH.sourceShape)} {report.value(each, SH.resultPath)}" for each in found)


if __name__ == "__main__":
    main()
