"""``newsgraph held``: what is kept back and why; an editor releases it, or takes a release back."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.model.hold import Hold
    from pipeline.store.holds import Holds


@click.group(invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Articles and statements that wait for an editor; without a subcommand they are listed."""
    if context.invoked_subcommand is None:
        context.invoke(list_held, config_path=None, output=None, as_json=False)


@command.command("list")
@options.output_options
@click.option("--json", "as_json", is_flag=True, help="One JSON record a line.")
def list_held(*, config_path: Path | None, output: Path | None, as_json: bool) -> None:
    """List everything that is kept back, with its id and its reason."""
    from pipeline.model.codec import encode  # noqa: PLC0415 - loaded when called

    with _opened(config_path, output) as holds:
        for each in _all(holds):
            click.echo(encode(each) if as_json else _line(each))


@command.command()
@options.output_options
@click.option("--reason", required=True, help="Why it may go out; kept with the release.")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
def release(*, config_path: Path | None, output: Path | None, reason: str, ids: tuple[str, ...]) -> None:
    """Let what is kept back go out with the next build."""
    with _opened(config_path, output) as holds:
        known = {each.id: each for each in _all(holds)}
        unknown = [each for each in ids if each not in known]
        if unknown:
            raise UsageError(f"Nothing with the id {unknown[0]} is kept back. `newsgraph held list` shows what is.")
        holds.release([(each, known[each].article) for each in ids], reason=reason, now=time.time())
    click.echo(f"{len(ids)} released. Run `newsgraph build` to publish.", err=True)


@command.command("take-back")
@options.output_options
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
def take_back(*, config_path: Path | None, output: Path | None, ids: tuple[str, ...]) -> None:
    """Undo a release: the next build keeps it back again."""
    with _opened(config_path, output) as holds:
        for each in ids:
            if not holds.take_back(each):
                raise UsageError(f"{each} was not released. Nothing was changed by it.")
    click.echo(f"{len(ids)} taken back. Run `newsgraph build`.", err=True)


@contextmanager
def _opened(config_path: Path | None, output: Path | None) -> Iterator[Holds]:
    from pipeline.store.holds import Holds  # noqa: PLC0415 - loaded when called
    from pipeline.store.outbox_database import Database  # noqa: PLC0415 - loaded when called

    path = options.output_folder(config_path, output) / ".state" / "newsgraph.sqlite"
    if not path.exists():
        raise UsageError(f"{path.parent.parent}: was never built. Run `newsgraph build` first.")
    with Database(path) as database:
        yield Holds(database)


def _all(holds: Holds) -> tuple[Hold, ...]:
    from pipeline.model.codec import decode  # noqa: PLC0415 - loaded when called
    from pipeline.model.hold import Hold  # noqa: PLC0415 - loaded when called

    return tuple(each for content in holds.all() for each in decode(content, tuple[Hold, ...]))


def _line(hold: Hold) -> str:
    what = hold.article if hold.keeps == "article" else f"{hold.article}: {hold.text or hold.subject}"
    return f"{hold.id}  {hold.keeps:9} {hold.rule:12} {what}\n    {hold.reason}"
