"""``newsgraph explain``: what a finding's code means, with a wrong and a right example."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the CODE of a finding; without CODE, list all codes."""
    from pipeline.validate import catalogue  # noqa: PLC0415 - lazy, so that --help is fast
    from pipeline.validate.report import explain  # noqa: PLC0415 - lazy, so that --help is fast

    if code is None:
        click.echo(explain.listing(tuple(catalogue.entries().values())), nl=False)
        return
    entry = catalogue.entries().get(code)
    if entry is None:
        guess = catalogue.similar(code)
        hint = f" Did you mean {guess}?" if guess else ""
        click.echo(f"There is no code {code}.{hint} newsgraph explain lists all codes.", err=True)
        sys.exit(2)
    click.echo(explain.entry(entry), nl=False)
