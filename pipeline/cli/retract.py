"""``newsgraph retract``: take a published article back, everywhere and for good."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.build import clock
from pipeline.model.errors import UsageError


@click.command()
@click.argument("url")
@click.option("--reason", default="", help="Why, in a sentence or two; readers will see it.")
@click.option("--undo", is_flag=True, help="Take the retraction back; the next build publishes the article again.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="The output folder.")
@click.option("--now", help="The clock (ISO 8601 with zone); default: the machine's.")
@options.config_option
def command(
    *, url: str, reason: str, undo: bool, output: Path | None, now: str | None, config_path: Path | None
) -> None:
    """Retract the article at URL: its page becomes a notice, feeds and wire formats say so, sitemaps forget it, endpoints
    get its removal with the next `newsgraph publish`."""
    from pipeline.run.retraction import reinstate, retract  # noqa: PLC0415 - keeps `--help` fast

    newsroom, root = options.newsroom(config_path)
    folder = output or root / newsroom.output
    if undo:
        reinstate(url, reason, folder, now=clock(now))
        click.echo(f"{url}: is no longer retracted. The next `newsgraph build` publishes it again.")
        return
    if not reason.strip():
        raise UsageError("A retraction needs a reason, since readers will ask. Give --reason with a sentence.")
    entry = retract(url, reason.strip(), newsroom, folder, now=clock(now))
    click.echo(f"{url}: is retracted (version {entry.version}). `newsgraph publish` tells the endpoints.")
