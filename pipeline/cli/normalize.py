"""``newsgraph normalize``: sources in, one Article record a line out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import options, report

if TYPE_CHECKING:
    from pipeline.model.article import Article
    from pipeline.model.finding import Finding


@click.command()
@options.source_options
@click.option("--explain", is_flag=True, help="Show for every field where its value came from, and what lost to it.")
def command(*, config_path: Path | None, explain: bool, **named: Any) -> None:
    """Print one Article record (JSON) a line for every article in SOURCE: files, folders, addresses, or `-`."""
    from pipeline.model.codec import encode  # noqa: PLC0415 - loaded when called
    from pipeline.run.reading import every_finding, normalized  # noqa: PLC0415 - loaded when called

    newsroom, _ = options.newsroom(config_path)
    findings: list[Finding] = []
    for prepared in normalized(options.request(newsroom, **named), newsroom):
        report.show(every_finding(prepared))
        findings += every_finding(prepared)
        for each in prepared.articles:
            click.echo(_explained(each.article) if explain else encode(each.article))
    raise SystemExit(report.exit_code(tuple(findings), newsroom.fail_on))


def _explained(article: Article) -> str:
    """The table of fields: value, where it came from, and the losers."""
    from pipeline.model.codec import builtins  # noqa: PLC0415 - loaded when called

    values = builtins(article)
    lines = [article.url]
    for field, origin in article.origins.items():
        lines.append(f"  {field:22} {origin.source:24} {_short(values.get(field))}")
        lines += [f"  {'':22} {source:24} {_short(value)} (not chosen)" for source, value in origin.also]
    lines += [f"  {'dropped':22} {each.reason:24} {_short(each.text)}" for each in article.dropped]
    return "\n".join(lines)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 100 else text[:99] + "…"
