"""``newsgraph receive``: run the reference receiver."""

from __future__ import annotations

import os
from pathlib import Path

import click

from pipeline.model.errors import UsageError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8400, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--store", default="received.sqlite", show_default=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--secret-env", multiple=True, help="Environment variable with a signing secret; may be repeated.")
@click.option("--token-env", multiple=True, help="Environment variable with a bearer token; may be repeated.")
def command(*, host: str, port: int, store: Path, secret_env: tuple[str, ...], token_env: tuple[str, ...]) -> None:
    """Receive articles over HTTP: store them, check them, serve them."""
    import uvicorn  # noqa: PLC0415 - keeps `--help` fast

    from pipeline.receive.application import application  # noqa: PLC0415
    from pipeline.receive.holdings import Holdings  # noqa: PLC0415
    from pipeline.receive.requests import Settings  # noqa: PLC0415
    from pipeline.standards.standard_webhooks import secret_bytes  # noqa: PLC0415

    settings = Settings(
        keys=tuple(secret_bytes(_variable(each)) for each in secret_env),
        tokens=tuple(_variable(each) for each in token_env),
    )
    Holdings(store).close()
    click.echo(f"newsgraph: articles go to http://{host}:{port}/articles, the store is {store}", err=True)
    uvicorn.run(application(store, settings=settings), host=host, port=port, log_level="warning", access_log=False)


def _variable(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise UsageError(f"the environment variable {name} is not set. Set it, or leave the option out.")
    return value
