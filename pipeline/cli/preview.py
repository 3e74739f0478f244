"""``newsgraph preview``: the output folder in, one page of evidence an article out."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options


@click.command()
@options.output_options
def command(*, config_path: Path | None, output: Path | None) -> None:
    """Write OUTPUT/preview: for every article its text with the evidence marked, every statement, findings, and what was
    withheld; articles that are held back, too."""
    from pipeline.preview import site  # noqa: PLC0415 - loaded when called

    click.echo(f"Open {site.write(options.output_folder(config_path, output))}")
