"""``newsgraph init``: write a commented newsroom.toml."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from pipeline.config import FILE_NAME
from pipeline.model.errors import UsageError


@click.command()
@click.option("--print", "show", is_flag=True, help="Print it instead of writing it.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def command(*, folder: Path, show: bool, force: bool) -> None:
    """Write newsroom.toml, with every key explained, into FOLDER (default: here)."""
    text = files("pipeline.cli").joinpath("newsroom.template.toml").read_text(encoding="utf-8")
    if show:
        click.echo(text, nl=False)
        return
    path = folder / FILE_NAME
    if path.exists() and not force:
        raise UsageError(f"{path} exists already. Use --force to replace it, or --print to see the template.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}). Choose another folder.") from error
    click.echo(f"{path} written. Set site.url and publisher.name, then run `newsgraph build`.")
