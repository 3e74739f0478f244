"""``newsgraph demo``: the whole road on one screen, with a receiver on this machine that starts and stops with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from pipeline.cli import options, report
from pipeline.cli.build import clock, describe
from pipeline.model.errors import DeliveryError
from pipeline.model.newsroom import Endpoint

if TYPE_CHECKING:
    from datetime import datetime

    from pipeline.model.newsroom import Newsroom
    from pipeline.run.publishing import Summary
    from pipeline.run.reading import Request
    from pipeline.run.report import Report

RECEIVER = "sample receiver"


@click.command()
@options.source_options
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="Where to build; default: as in the settings."
)
@click.option("--now", help="The clock of this build (ISO 8601 with zone); default: the machine's.")
def command(*, config_path: Path | None, output: Path | None, now: str | None, **named: object) -> None:
    """Build SOURCE (default: the sources of newsroom.toml), validate it, publish it to a receiver on this machine, and sum up."""
    newsroom, root = options.newsroom(config_path)
    named["sources"] = named["sources"] or options.configured_sources(newsroom, root)
    folder = output or root / newsroom.output
    built, delivered = _run(options.request(newsroom, **named), newsroom, folder, clock(now))  # type: ignore[arg-type] # click's values
    report.show(built.findings)
    click.echo(_describe(built, delivered, folder))
    if not delivered.complete:
        raise DeliveryError("the sample receiver did not get everything. Run `newsgraph outbox list` to see why.")
    raise SystemExit(1 if any(built.count(each) for each in report.at_least(newsroom.fail_on)) else 0)


def _run(request: Request, newsroom: Newsroom, folder: Path, now: datetime) -> tuple[Report, Summary]:
    from pipeline.receive.checks import full_check  # noqa: PLC0415 - loaded when called
    from pipeline.receive.embedded import embedded  # noqa: PLC0415 - loaded when called
    from pipeline.run.edition import build  # noqa: PLC0415 - loaded when called
    from pipeline.run.publishing import Circumstances, publish  # noqa: PLC0415 - loaded when called
    from pipeline.run.stores import STATE  # noqa: PLC0415 - loaded when called
    from pipeline.store.outbox import Outbox  # noqa: PLC0415 - loaded when called

    with embedded(folder / STATE / "received.sqlite", check=full_check()) as receiver:
        endpoint = Endpoint(name=RECEIVER, url=receiver.url, allow_private=True)
        newsroom = replace(newsroom, endpoints=(endpoint,))
        built = build(request, newsroom, folder, now=now, say=_progress)
        outbox = Outbox.open(folder / STATE / "newsgraph.sqlite")
        try:
            delivered = publish(outbox, (endpoint,), circumstances=Circumstances(environment=os.environ))
        finally:
            outbox.close()
    return built, delivered


def _progress(text: str) -> None:
    click.echo(text, err=True)


def _describe(built: Report, delivered: Summary, folder: Path) -> str:
    receipts = sum(each.outcome == "delivered" for each in delivered.receipts)
    pushed = f"{receipts} receipts from the {RECEIVER}" if receipts else f"Nothing to push: the {RECEIVER} has it all."
    where = os.path.relpath(folder)
    return "\n".join(
        (
            describe(built),
            pushed,
            f"Look at {where}/articles/*/page.html (for readers) and graph.jsonld (for machines), {where}/feeds, {where}/sitemaps;",
            f"`newsgraph preview --output {where}` shows why the machine says what it says.",
        )
    )
