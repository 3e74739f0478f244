"""The output folder -> the editor's pages: one for every article that is out, one for every article held back, and their index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.codec import decode
from pipeline.model.errors import PipelineError, UsageError
from pipeline.model.finding import Finding
from pipeline.model.graph import Graph
from pipeline.model.publication import Publication
from pipeline.preview.evidence import statements
from pipeline.preview.page import index, page
from pipeline.store.output import OutputFolder

FOLDER = "preview"


class Read(msgspec.Struct, frozen=True):
    """One article's page with what the index says of it."""

    name: str
    content: bytes
    headline: str
    nodes: int
    findings: int


def write(output: Path) -> Path:
    """Write ``preview/`` anew; the index's path. Raises ``PipelineError`` where nothing was built or a file is damaged."""
    if not (output / "articles").is_dir():
        raise UsageError(f"{output}: has no built articles. Run `newsgraph build` first.")
    folder = OutputFolder(output)
    pages = tuple(_pages(output))
    folder.write(pages)
    folder.keep_only(FOLDER, (each.path for each in pages))
    return output / FOLDER / "index.html"


def _pages(output: Path) -> Iterator[Publication]:
    """A page for every article but the retracted, of which nothing is said any more; then the index."""
    found = [
        _read(each.parent, name=f"{prefix}{each.parent.name}.html", mark=mark)
        for parent, prefix, mark in (("articles", "", ""), ("held/articles", "held-", "Held back: "))
        for each in sorted((output / parent).glob("*/article.json"))
    ]
    for each in found:
        yield Publication(path=f"{FOLDER}/{each.name}", media_type="text/html", content=each.content)
    entries = tuple((each.name, each.headline, each.nodes, each.findings) for each in found)
    yield Publication(path=f"{FOLDER}/index.html", media_type="text/html", content=index(entries))


def _read(folder: Path, *, name: str, mark: str) -> Read:
    try:
        article = decode((folder / "article.json").read_bytes(), Article)
        annotations = decode((folder / "annotations.json").read_bytes(), Annotations)
        findings = decode((folder / "findings.json").read_bytes(), tuple[Finding, ...])
        nodes = tuple(json.loads((folder / "graph.jsonld").read_bytes())["@graph"])
        graph = Graph(nodes=nodes, statements=statements((folder / "evidence.jsonld").read_bytes()))
    except (OSError, ValueError, KeyError) as error:
        raise PipelineError(
            f"{folder}: is damaged ({error}). Remove the folder and run `newsgraph build`, which writes it again."
        ) from error
    content = page(article, annotations, graph, findings)
    return Read(name, content, f"{mark}{article.headline or article.slug}", len(nodes), len(findings))
