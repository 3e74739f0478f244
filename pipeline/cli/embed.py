"""``newsgraph embed``: put an article's JSON-LD into a page that somebody else made."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from pipeline.cli import options, report
from pipeline.model.errors import UsageError
from pipeline.model.graph import Json


@click.command()
@click.argument("page", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--graph", "graph_path", type=click.Path(path_type=Path, dir_okay=False),
              help="The JSON-LD document to embed, such as output/articles/SLUG/graph.jsonld. Default: what the page says.")  # fmt: skip
@click.option("--url", help="The page's address, if it does not state one.")
@click.option("--in-place", is_flag=True, help="Write the page back instead of printing it.")
@click.option("--replace-all", is_flag=True, help="Take the place of every other JSON-LD in the page.")
@options.config_option
def command(
    *, page: Path, graph_path: Path | None, url: str | None, in_place: bool, replace_all: bool, config_path: Path | None
) -> None:
    """Put an article's graph into PAGE, or replace the one put there before; no other byte of the page changes. Without
    --graph the page itself is read, annotated and mapped."""
    from pipeline.publish.embed import embed  # noqa: PLC0415 - keeps `--help` fast

    before = _read(page)
    document = _document(graph_path) if graph_path else _own(page, url, config_path)
    outcome = embed(before, document, replace_all=replace_all)
    report.show(msgspec.structs.replace(each, path=str(page)) for each in outcome.findings)
    if any(each.severity == "error" for each in outcome.findings):
        sys.exit(1)
    if in_place:
        _write(page, before, outcome.value)
    else:
        click.echo(outcome.value, nl=False)


def _own(page: Path, url: str | None, config_path: Path | None) -> Json:
    from pipeline.model.graph import document  # noqa: PLC0415 - loaded when called
    from pipeline.run.page_graph import page_graph  # noqa: PLC0415 - loaded when called

    newsroom, _ = options.newsroom(config_path)
    outcome = page_graph(page, newsroom, url=url)
    report.show(outcome.findings)
    if outcome.value is None:
        sys.exit(1)
    return document(outcome.value)


def _document(path: Path) -> Json:
    try:
        document = msgspec.json.decode(_read(path))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: is no JSON: {error}. Name a graph.jsonld.") from error
    if not isinstance(document, dict):
        raise UsageError(f"{path}: is no JSON-LD document. Name a graph.jsonld.")
    return document


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}). Check the path.") from error


def _write(path: Path, before: bytes, after: bytes) -> None:
    """Write beside the page, then rename, so that nobody ever reads half a page."""
    if before == after:
        return
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(after)
        beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}). Check the permissions.") from error
