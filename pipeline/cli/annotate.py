"""``newsgraph annotate``: sources in, one line of annotations an article out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import options, report

if TYPE_CHECKING:
    from pipeline.model.finding import Finding


@click.command()
@options.source_options
def command(*, config_path: Path | None, **named: Any) -> None:
    """Print what is found in the text of every article: with paragraph, offsets, and the rule or model that found it."""
    from pipeline.model.codec import builtins, encode  # noqa: PLC0415 - loaded when called
    from pipeline.run.reading import annotated, every_finding  # noqa: PLC0415 - loaded when called

    newsroom, _ = options.newsroom(config_path)
    findings: list[Finding] = []
    for prepared in annotated(options.request(newsroom, **named), newsroom):
        report.show(every_finding(prepared))
        findings += every_finding(prepared)
        for each in prepared.articles:
            click.echo(encode({"url": each.article.url, **builtins(each.annotations)}))
    raise SystemExit(report.exit_code(tuple(findings), newsroom.fail_on))
