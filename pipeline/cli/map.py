"""``newsgraph map``: sources in, one JSON-LD document an article out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import options, report

if TYPE_CHECKING:
    from pipeline.model.finding import Finding


@click.command()
@options.source_options
@click.option("--pretty", is_flag=True, help="Indent the documents instead of one a line.")
def command(*, config_path: Path | None, pretty: bool, **named: Any) -> None:
    """Print the JSON-LD document of every article, the article first in its graph."""
    from pipeline.model.codec import encode, encode_pretty  # noqa: PLC0415 - loaded when called
    from pipeline.model.graph import document  # noqa: PLC0415 - loaded when called
    from pipeline.run.mapping import mapped  # noqa: PLC0415 - loaded when called

    newsroom, _ = options.newsroom(config_path)
    findings: list[Finding] = []
    for one in mapped(options.request(newsroom, **named), newsroom):
        report.show(one.findings)
        findings += one.findings
        for graph in one.graphs:
            click.echo(encode_pretty(document(graph)) if pretty else encode(document(graph)), nl=not pretty)
    raise SystemExit(report.exit_code(tuple(findings), newsroom.fail_on))
