"""``newsgraph validate``: checks files, folders and pages, and prints what is wrong with where and why."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from pipeline.model.errors import PipelineError


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print findings.",
)
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "info"]),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
@click.option("--strict", is_flag=True, help="Hold documents to the schemas of what newsgraph itself publishes.")
@click.option("--thorough", is_flag=True, help="Run the reference engines (pyld, jsonschema) on clean documents too.")
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=20_000_000,
    show_default=True,
    help="Larger files are not checked.",
)
def command(paths: tuple[str, ...], form: str, severity: str, *, strict: bool, thorough: bool, max_bytes: int) -> None:
    """Check JSON-LD files, JSON Lines, HTML pages and folders of them; - is standard input.

    Exit code 0: clean; 1: findings of the chosen severity; 2: a path or option is wrong.
    """
    from pipeline.run import validation  # noqa: PLC0415 - lazy, so that --help is fast
    from pipeline.validate.engine import Settings  # noqa: PLC0415 - lazy, so that --help is fast
    from pipeline.validate.report import RENDERERS  # noqa: PLC0415 - lazy, so that --help is fast

    try:
        validate = validation.load(Settings(strict=strict, thorough=thorough, now=datetime.now(UTC)))
        checked = list(validation.check_paths(paths, validate=validate, max_bytes=max_bytes))
    except PipelineError as error:
        click.echo(f"newsgraph validate: {error}", err=True)
        sys.exit(2)
    click.echo(RENDERERS[form](tuple((each.path, each.findings) for each in checked)), nl=False)
    grave = {"error": ("error",), "warning": ("error", "warning"), "info": ("error", "warning", "info")}[severity]
    sys.exit(1 if any(found.severity in grave for each in checked for found in each.findings) else 0)
