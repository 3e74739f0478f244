"""``newsgraph outbox``: see what waits for which endpoint and why, and do something about it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.model.codec import encode
from pipeline.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.store.outbox import Outbox, Row, RowState
    from pipeline.store.outbox_endpoints import Health

PLACE = Path(".state/newsgraph.sqlite")
STATES = ("pending", "delivered", "superseded", "dead", "dropped")


@click.group()
@options.config_option
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="The output folder whose outbox is meant."
)
@click.pass_context
def command(context: click.Context, *, config_path: Path | None, output: Path | None) -> None:
    """See what waits for which endpoint and why; send again, drop, back up."""
    context.obj = place(config_path, output)


def place(config_path: Path | None, output: Path | None) -> Path:
    """The outbox of the settings, or of the output folder named."""
    newsroom, root = options.newsroom(config_path)
    return (output or root / newsroom.output) / PLACE


@command.command("list")
@click.option("--state", "states", multiple=True, type=click.Choice(STATES), help="Only this state; may be repeated.")
@click.option("--endpoint", help="Only this endpoint.")
@click.option("--limit", default=1000, show_default=True, type=click.IntRange(1))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(path: Path, *, states: tuple[RowState, ...], endpoint: str | None, limit: int, as_json: bool) -> None:
    """Every delivery, and how each endpoint is."""
    with _opened(path) as outbox:
        for row in outbox.listing(states=states, endpoint=endpoint, limit=limit):
            click.echo(encode(row).decode() if as_json else _line(row))
        if not as_json:
            _show_endpoints(outbox)


@command.command()
@click.option("--endpoint", help="Only this endpoint.")
@click.pass_obj
def dead(path: Path, *, endpoint: str | None) -> None:
    """What was refused or failed too often, why, and the way out."""
    with _opened(path) as outbox:
        rows = outbox.listing(states=("dead",), endpoint=endpoint)
    for row in rows:
        click.echo(_line(row))
        _show_problem(row)
    click.echo(
        f"{len(rows)} dead. `newsgraph outbox retry ID` sends one again, `newsgraph outbox drop ID` gives it up;"
        " a new build of a corrected article sends its next version by itself."
        if rows
        else "Nothing is dead."
    )


@command.command()
@click.argument("row_id", metavar="ID", type=int)
@click.option("--content", is_flag=True, help="Print the document and nothing else.")
@click.pass_obj
def show(path: Path, *, row_id: int, content: bool) -> None:
    """One delivery with everything that is known of it."""
    with _opened(path) as outbox:
        found = outbox.get(row_id)
    if found is None:
        raise UsageError(f"The outbox has no delivery {row_id}. `newsgraph outbox list` shows them.")
    row, document = found
    if content:
        click.echo(document, nl=False)
        return
    for name in row.__struct_fields__:
        value = getattr(row, name)
        shown = _time(value) if name.endswith("_at") else value
        if shown not in {None, ""}:
            click.echo(f"{name:15} {shown}")
    click.echo(f"{'content':15} {len(document)} bytes (--content prints them)")


@command.command()
@click.argument("ids", metavar="[ID]...", nargs=-1, type=int)
@click.option("--endpoint", help="Everything that waits or is dead at this endpoint, which is enabled again.")
@click.option("--all", "everything", is_flag=True, help="Everything that waits or is dead.")
@click.pass_obj
def retry(path: Path, *, ids: tuple[int, ...], endpoint: str | None, everything: bool) -> None:
    """Make deliveries due at once; the next `newsgraph publish` sends them."""
    from pipeline.store.outbox_endpoints import Endpoints  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.store.outbox_upkeep import retry as again  # noqa: PLC0415 - loaded when called

    with _opened(path) as outbox:
        chosen = _chosen(outbox, ids, endpoint, everything=everything)
        endpoints = Endpoints(outbox.database)
        for each in endpoints.all():
            if everything or each.name == endpoint:
                endpoints.enable(each.name)
        due = again(outbox, chosen, now=time.time())
    click.echo(f"{due} due now.")


@command.command()
@click.argument("ids", metavar="[ID]...", nargs=-1, type=int)
@click.option("--endpoint", help="Everything that waits or is dead at this endpoint.")
@click.option("--all", "everything", is_flag=True, help="Everything that waits or is dead.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def drop(path: Path, *, ids: tuple[int, ...], endpoint: str | None, everything: bool, yes: bool) -> None:
    """Give deliveries up. The endpoint never gets them."""
    from pipeline.store.outbox_upkeep import drop as give_up  # noqa: PLC0415 - keeps `--help` fast

    with _opened(path) as outbox:
        chosen = _chosen(outbox, ids, endpoint, everything=everything)
        if not yes:
            click.confirm(f"Give up {len(chosen)} deliveries?", abort=True)
        dropped = give_up(outbox, chosen, now=time.time())
    click.echo(f"{dropped} dropped.")


@command.command()
@click.option("--days", default=30, show_default=True, type=click.IntRange(0), help="Keep what was finished since.")
@click.pass_obj
def prune(path: Path, *, days: int) -> None:
    """Forget deliveries that were finished long ago."""
    from pipeline.store.outbox_upkeep import prune as forget  # noqa: PLC0415 - keeps `--help` fast

    with _opened(path) as outbox:
        click.echo(f"{forget(outbox, before=time.time() - days * 86_400)} forgotten.")


@command.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup(path: Path, *, target: Path) -> None:
    """Copy builds and outbox to TARGET while publishers run on."""
    with _opened(path) as outbox:
        outbox.database.backup(target)
    click.echo(f"{target} written. To restore it, stop publishers and builds and put it in the place of {path}.")


@contextmanager
def _opened(path: Path) -> Iterator[Outbox]:
    """The outbox for one command; says what to do if there is none."""
    from pipeline.store.outbox import Outbox  # noqa: PLC0415 - keeps `--help` fast

    if not path.exists():
        raise UsageError(f"{path}: there is no outbox yet. `newsgraph build` makes it.")
    outbox = Outbox.open(path)
    try:
        yield outbox
    finally:
        outbox.close()


def _chosen(outbox: Outbox, ids: tuple[int, ...], endpoint: str | None, *, everything: bool) -> tuple[int, ...]:
    from pipeline.store.outbox_upkeep import ids_of  # noqa: PLC0415 - keeps `--help` fast

    if ids:
        unknown = [each for each in ids if outbox.get(each) is None]
        if unknown:
            raise UsageError(f"The outbox has no delivery {unknown[0]}. `newsgraph outbox list` shows them.")
        return ids
    if endpoint is None and not everything:
        raise UsageError("Name deliveries by their ID, or use --endpoint NAME or --all.")
    return ids_of(outbox, endpoint=endpoint, states=("pending", "dead"))


def _line(row: Row) -> str:
    when = f" due {_time(row.due_at)}" if row.state == "pending" else ""
    why = f" {row.detail}" if row.detail else ""
    tries = f" after {row.attempts} attempts" if row.attempts > 1 else ""
    return f"{row.id:>6} {row.state:10} {row.endpoint} {row.operation} {row.article} version {row.version}{tries}{when}{why}"


def _show_problem(row: Row) -> None:
    import msgspec  # noqa: PLC0415 - keeps `--help` fast

    from pipeline.deliver.answers import printable  # noqa: PLC0415 - loaded when called

    problem = msgspec.json.decode(row.problem) if row.problem else {}
    for each in problem.get("errors", ()):
        words = f"{each.get('code', '')} {each.get('pointer', '')}: {each.get('message', '')} {each.get('hint', '')}"
        click.echo(f"         {printable(words)}")


def _show_endpoints(outbox: Outbox) -> None:
    from pipeline.store.outbox_endpoints import Endpoints  # noqa: PLC0415 - keeps `--help` fast

    counts = outbox.counts()
    states = {each.name: each for each in Endpoints(outbox.database).all()}
    for name in sorted({*counts, *states}):
        counted = ", ".join(f"{n} {state}" for state, n in sorted(counts.get(name, {}).items()))
        click.echo(f"{name}: {counted or 'nothing'}; {_condition(states.get(name))}")


def _condition(health: Health | None) -> str:
    if health is None:
        return "well"
    if health.disabled is not None:
        return f"disabled: {health.disabled} `newsgraph outbox retry --endpoint {health.name}` enables it."
    until = max(health.open_until, health.paused_until)
    return f"waits until {_time(until)}: {health.fault}" if until > time.time() else "well"


def _time(seconds: float | None) -> str:
    return "" if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
