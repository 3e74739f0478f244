"""``newsgraph publish``: deliver what the outbox holds."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.model.codec import encode
from pipeline.model.errors import DeliveryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.model.newsroom import Endpoint, Newsroom
    from pipeline.model.publication import Receipt
    from pipeline.run.publishing import Summary
    from pipeline.store.outbox import Outbox

STATE = Path(".state/newsgraph.sqlite")


@click.command()
@options.config_option
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="The output folder to publish from.")
@click.option("--endpoint", "names", multiple=True, help="Only this endpoint; may be repeated.")
@click.option("--drain", "mode", flag_value="drain", help="Go on until nothing is left to deliver.")
@click.option("--watch", "mode", flag_value="watch", help="Go on until stopped.")
@click.option("--dry-run", "mode", flag_value="dry-run", help="Say what would be delivered, send nothing.")
@click.option(
    "--wait", "patience_s", default=5.0, show_default=True, help="Seconds to wait for what becomes due again."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON receipt a line.")
def command(
    *,
    config_path: Path | None,
    output: Path | None,
    names: tuple[str, ...],
    mode: str | None,
    patience_s: float,
    as_json: bool,
) -> None:
    """Deliver what the outbox holds to every endpoint. What cannot be delivered stays there (exit code 3)."""
    newsroom, root = options.newsroom(config_path)
    endpoints = chosen(newsroom, names)
    if not endpoints:
        click.echo(
            "No endpoint is configured. Add one to newsroom.toml, or set NEWSGRAPH_ENDPOINT to its address.", err=True
        )
        return
    folder = output or root / newsroom.output
    path = folder / STATE
    _catch_up(folder, endpoints, known={each.name for each in newsroom.endpoints})
    if mode == "dry-run":
        _dry_run(path, endpoints)
        return
    endpoints = _prepared(newsroom, endpoints, folder)
    summary = _publish(path, endpoints, mode or "pass", patience_s=patience_s, as_json=as_json)
    if mode != "watch":
        _report(summary)


def chosen(newsroom: Newsroom, names: tuple[str, ...]) -> tuple[Endpoint, ...]:
    """The endpoints to deliver to; ``UsageError`` for a name that is not configured."""
    every = newsroom.endpoints
    unknown = sorted(set(names) - {each.name for each in every})
    if unknown:
        raise UsageError(f"endpoint {unknown[0]!r} is not configured. Known: {', '.join(each.name for each in every)}.")
    return tuple(each for each in every if not names or each.name in names)


def _catch_up(folder: Path, endpoints: tuple[Endpoint, ...], known: set[str]) -> None:
    """Endpoints configured since the last build get what is there; that is put into the outbox even by a dry run."""
    from pipeline.publish.addresses import article_path  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.run.publishing_record import catch_up  # noqa: PLC0415 - loaded when called
    from pipeline.store.outbox import Outbox  # noqa: PLC0415 - loaded when called
    from pipeline.store.output import OutputFolder  # noqa: PLC0415 - loaded when called

    files, outbox = OutputFolder(folder), Outbox.open(folder / STATE)
    try:
        _say_forgotten(outbox, known)
        catch_up(
            outbox, endpoints, content_of=lambda slug: files.read(article_path(slug, "graph.jsonld")), now=time.time()
        )
    finally:
        outbox.close()


def _prepared(newsroom: Newsroom, endpoints: tuple[Endpoint, ...], folder: Path) -> tuple[Endpoint, ...]:
    """The endpoints with what announcing needs: topics for hubs, and the key file of IndexNow on the site."""
    from pipeline.run.publishing_site import key_files, with_topics  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.store.output import OutputFolder  # noqa: PLC0415 - loaded when called

    OutputFolder(folder).write(key_files(endpoints, os.environ))
    return with_topics(newsroom, endpoints)


def _publish(path: Path, endpoints: tuple[Endpoint, ...], mode: str, *, patience_s: float, as_json: bool) -> Summary:
    from pipeline.run.publishing import Circumstances, publish  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.store.outbox import Outbox  # noqa: PLC0415 - loaded when called

    stopped: list[int] = []
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda number, _: stopped.append(number))
    outbox = Outbox.open(path)
    try:
        circumstances = Circumstances(
            environment=os.environ,
            stop=lambda: bool(stopped),
            patience_s=patience_s,
            on_receipt=_printer(as_json=as_json),
        )
        return publish(outbox, endpoints, circumstances=circumstances, mode=mode)  # type: ignore[arg-type]  # click checked it
    finally:
        outbox.close()


def _say_forgotten(outbox: Outbox, known: set[str]) -> None:
    """Deliveries for endpoints that are configured no more wait for ever, so they are named."""
    for name, counted in sorted(outbox.counts().items()):
        if name not in known and counted.get("pending"):
            click.echo(
                f"{counted['pending']} deliveries wait for the endpoint {name!r}, which is not configured."
                f" `newsgraph outbox drop --endpoint {name}` gives them up.",
                err=True,
            )


def _printer(*, as_json: bool) -> Callable[[Receipt], None]:
    def show(receipt: Receipt) -> None:
        if as_json:
            click.echo(encode(receipt).decode())
        elif receipt.outcome != "delivered":
            click.echo(
                f"{receipt.endpoint}: {receipt.article} version {receipt.version}: {receipt.outcome}. {receipt.detail}",
                err=True,
            )

    return show


def _dry_run(path: Path, endpoints: tuple[Endpoint, ...]) -> None:
    from pipeline.store.outbox import Outbox  # noqa: PLC0415 - keeps `--help` fast

    outbox = Outbox.open(path)
    for each in endpoints:
        for row in outbox.listing(states=("pending",), endpoint=each.name, limit=1_000_000):
            click.echo(f"{each.name}: {row.operation} {row.article} version {row.version}")
    outbox.close()


def _report(summary: Summary) -> None:
    delivered = sum(each.outcome == "delivered" for each in summary.receipts)
    click.echo(
        f"{delivered} delivered." if delivered else "Nothing to deliver." if summary.complete else "Nothing delivered.",
        err=True,
    )
    if summary.complete:
        return
    lines = [
        f"{each.endpoint}: {each.pending} waiting, {each.dead} dead. {each.why}".rstrip() for each in summary.waiting
    ]
    lines += [f"{each}: the endpoint holds a newer version than this database knows." for each in summary.outrun[:20]]
    raise DeliveryError(
        "not everything was delivered; the outbox keeps it.\n  "
        + "\n  ".join(lines)
        + (
            "\nThe database was lost or restored: run `newsgraph build`, which numbers on from there."
            if summary.outrun
            else ""
        )
        + (
            "\n`newsgraph outbox retry --all` makes the dead ones due again."
            if any(each.dead for each in summary.waiting)
            else ""
        )
        + "\nRun `newsgraph publish` again when the cause is gone; `newsgraph outbox list` shows every delivery."
    )
