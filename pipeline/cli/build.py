"""``newsgraph build``: sources in, the output folder out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import options, report
from pipeline.model.errors import UsageError

if TYPE_CHECKING:
    from pipeline.run.report import Report, Totals


@click.command()
@options.source_options
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="Where to build; default: as in the settings."
)
@click.option("--now", help="The clock of this build (ISO 8601 with zone); default: the machine's.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(*, config_path: Path | None, output: Path | None, now: str | None, as_json: bool, **named: Any) -> None:
    """Build every SOURCE (default: those of newsroom.toml) into articles, feeds and sitemaps, and queue what must be delivered."""
    from pipeline.model.codec import encode  # noqa: PLC0415 - loaded when called
    from pipeline.run.edition import build  # noqa: PLC0415 - loaded when called
    from pipeline.run.report import failing  # noqa: PLC0415 - loaded when called
    from pipeline.store.authority_recovery import is_lost  # noqa: PLC0415 - loaded when called

    newsroom, root = options.newsroom(config_path)
    named["sources"] = named["sources"] or options.configured_sources(newsroom, root)
    folder = output or root / newsroom.output
    if is_lost(folder):
        click.echo(
            "The authority is missing, but entities were published: ids may change. "
            "`newsgraph authority recover` before the build keeps them.",
            err=True,
        )
    done = build(
        options.request(newsroom, **named),
        newsroom,
        folder,
        now=clock(now),
        say=lambda text: click.echo(text, err=True),
    )
    report.show(done.findings)
    report.show(failing(done, folder, newsroom.fail_on))
    click.echo(encode(done) if as_json else describe(done))
    raise SystemExit(1 if any(done.count(each) for each in report.at_least(newsroom.fail_on)) else 0)


def clock(text: str | None) -> datetime:
    """The instant given, or the machine's; ``UsageError`` for anything without a zone."""
    try:
        moment = datetime.fromisoformat(text) if text else datetime.now(UTC).replace(microsecond=0)
    except ValueError as error:
        raise UsageError(f"--now {text!r} is no date and time. Write one such as 2014-11-18T12:00:00+09:00.") from error
    if moment.tzinfo is None:
        raise UsageError(f"--now {text!r} has no zone. Write one such as 2014-11-18T12:00:00+09:00.")
    return moment


def _entities(total: Totals) -> str:
    return (
        f"{total.persons} persons, {total.organizations} organizations, {total.places} places, {total.events} events,"
        f" {total.quotations} quotations in {total.statements} statements with evidence"
    )


def describe(done: Report) -> str:
    """The summary in words."""
    total = done.totals
    lines = [
        f"{total.articles} articles, {total.changed} new or changed"
        + (f", {total.held} held back" if total.held else "")
        + (f", {total.failed} failed" if total.failed else ""),
        _entities(total),
        f"{total.errors} errors, {total.warnings} warnings, {total.infos} notes (articles/*/findings.json)",
    ]
    lines += [f"{each.state}: {each.source}: {each.why}" for each in done.articles if each.state != "live"]
    if not total.changed and not total.held and not total.failed:
        lines.insert(0, "Nothing changed.")
    return "\n".join(lines)
