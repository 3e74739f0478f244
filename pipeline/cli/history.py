"""``newsgraph history``: everything that happened to one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options

if TYPE_CHECKING:
    from pipeline.run.history import History


@click.command()
@click.argument("url")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="The output folder.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@options.config_option
def command(*, url: str, output: Path | None, as_json: bool, config_path: Path | None) -> None:
    """Show the versions of the article at URL, what editors decided, what was delivered where, and what waits."""
    from pipeline.model.codec import encode  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.run.history import history  # noqa: PLC0415 - loaded when called

    newsroom, root = options.newsroom(config_path)
    found = history(url, output or root / newsroom.output)
    click.echo(encode(found) if as_json else "\n".join(_lines(found)))


def _lines(found: History) -> Iterator[str]:
    entry = found.entry
    yield f"{found.url}" + (f"  {entry.state}, version {entry.version}" if entry else "  never published")
    for step in found.steps:
        version = f"version {step.version}: " if step.version else ""
        yield f"  {step.at.replace('T', ' ')}  {version}{step.what}" + (f". {step.detail}" if step.detail else "")
    for each in found.deliveries:
        tries = f" after {each.attempts} attempts" if each.attempts > 1 else ""
        yield f"  {each.endpoint}: {each.operation} version {each.version}: {each.state}{tries}" + (
            f". {each.detail}" if each.detail else ""
        )
    for hold in found.waiting:
        yield f"  waits: {hold.id}  {hold.rule}: {hold.reason}"
