"""``newsgraph embed``: put an article's JSON-LD into a page that somebody else made."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pipeline.model.errors import UsageError


@click.command()
@click.argument("page", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--graph", "graph_path", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="The JSON-LD document to embed, such as output/articles/SLUG/graph.jsonld.")  # fmt: skip
@click.option("--in-place", is_flag=True, help="Write the page back instead of printing it.")
@click.option("--replace-all", is_flag=True, help="Take the place of every other JSON-LD in the page.")
def command(*, page: Path, graph_path: Path, in_place: bool, replace_all: bool) -> None:
    """Put the graph into PAGE, or replace the one put there before; no other byte of the page changes."""
    from pipeline.publish.embed import embed  # noqa: PLC0415 - keeps `--help` fast

    before = _read(page)
    outcome = embed(before, _document(graph_path), replace_all=replace_all)
    for each in outcome.findings:
        click.echo(f"{page}: {each.severity}: {each.message} {each.hint}", err=True)
    if any(each.severity == "error" for each in outcome.findings):
        sys.exit(1)
    if in_place:
        _write(page, before, outcome.value)
    else:
        click.echo(outcome.value, nl=False)


def _document(path: Path) -> object:
    import msgspec  # noqa: PLC0415 - keeps `--help` fast

    try:
        document = msgspec.json.decode(_read(path))
    except msgspec.DecodeError as error:
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
