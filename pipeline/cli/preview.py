"""``newsgraph preview``: the output folder in, one page of evidence an article out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.model.errors import PipelineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.model.publication import Publication


@click.command()
@options.output_options
def command(*, config_path: Path | None, output: Path | None) -> None:
    """Write OUTPUT/preview: for every article its text with the evidence marked, every statement, findings, and what was withheld."""
    from pipeline.store.output import OutputFolder  # noqa: PLC0415 - loaded when called

    folder = options.output_folder(config_path, output)
    if not (folder / "articles").is_dir():
        raise UsageError(f"{folder}: has no built articles. Run `newsgraph build` first.")
    target = OutputFolder(folder)
    pages = tuple(_pages(folder))
    target.write(pages)
    target.keep_only("preview", (each.path for each in pages))
    click.echo(f"Open {folder / 'preview' / 'index.html'}")


def _pages(folder: Path) -> Iterator[Publication]:
    """A page for every article but the retracted, of which nothing is said any more; then the index."""
    from pipeline.model.publication import Publication  # noqa: PLC0415 - loaded when called
    from pipeline.preview.page import index  # noqa: PLC0415 - loaded when called

    entries = []
    for article in sorted(each.parent for each in (folder / "articles").glob("*/article.json")):
        content, headline, nodes, findings = _read_page(article)
        entries.append((f"{article.name}.html", headline, nodes, findings))
        yield Publication(path=f"preview/{article.name}.html", media_type="text/html", content=content)
    yield Publication(path="preview/index.html", media_type="text/html", content=index(tuple(entries)))


def _read_page(folder: Path) -> tuple[bytes, str, int, int]:
    """The page; ``PipelineError`` where a file it is made from is missing or damaged."""
    try:
        return _page(folder)
    except (OSError, ValueError, KeyError) as error:
        raise PipelineError(
            f"{folder}: is damaged ({error}). Remove the folder and run `newsgraph build`, which writes it again."
        ) from error


def _page(folder: Path) -> tuple[bytes, str, int, int]:
    from pipeline.model.annotations import Annotations  # noqa: PLC0415 - loaded when called
    from pipeline.model.article import Article  # noqa: PLC0415 - loaded when called
    from pipeline.model.codec import decode  # noqa: PLC0415 - loaded when called
    from pipeline.model.finding import Finding  # noqa: PLC0415 - loaded when called
    from pipeline.model.graph import Graph  # noqa: PLC0415 - loaded when called
    from pipeline.preview.evidence import statements  # noqa: PLC0415 - loaded when called
    from pipeline.preview.page import page  # noqa: PLC0415 - loaded when called

    article = decode((folder / "article.json").read_bytes(), Article)
    annotations = decode((folder / "annotations.json").read_bytes(), Annotations)
    findings = decode((folder / "findings.json").read_bytes(), tuple[Finding, ...])
    nodes = tuple(json.loads((folder / "graph.jsonld").read_bytes())["@graph"])
    graph = Graph(nodes=nodes, statements=statements((folder / "evidence.jsonld").read_bytes()))
    return page(article, annotations, graph, findings), article.headline or article.slug, len(nodes), len(findings)
