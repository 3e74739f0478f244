"""``newsgraph doctor``: what is installed and set up, what is missing, and how to get it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from pipeline import __version__
from pipeline.cli import options


@click.command()
@options.config_option
@click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
def command(*, config_path: Path | None, as_json: bool) -> None:
    """Look at everything a run needs. Exit code 2 if something is missing."""
    from pipeline.model.codec import encode  # noqa: PLC0415 - loaded when called
    from pipeline.run.health import checks  # noqa: PLC0415 - loaded when called

    newsroom, root = options.newsroom(config_path)
    found = tuple(checks(newsroom, root / newsroom.output, os.environ))
    if as_json:
        click.echo(encode(found))
    else:
        click.echo(f"newsgraph {__version__}")
        for each in found:
            mark = click.style("ok     ", fg="green") if each.ok else click.style("missing", fg="red")
            click.echo(f"  {mark} {each.name:16} {each.seen}" + ("" if each.ok else f"\n          {each.remedy}"))
    raise SystemExit(0 if all(each.ok for each in found) else 2)
