"""``newsgraph receive``: run the reference receiver."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.model.errors import UsageError

if TYPE_CHECKING:
    from pipeline.receive.requests import Check, Settings
    from pipeline.standards.message_signatures import Key

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8400, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--store", default="received.sqlite", show_default=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--check",
    type=click.Choice(["full", "shape"]),
    default="full",
    show_default=True,
    help="What each document must pass.",
)
@click.option(
    "--secret-env", multiple=True, metavar="NAME", help="Environment variable with a Standard Webhooks secret."
)
@click.option("--message-key-env", multiple=True, metavar="ID=NAME", help="Key id and variable of an RFC 9421 key.")
@click.option("--token-env", multiple=True, metavar="NAME", help="Environment variable with a bearer token.")
@click.option("--private", is_flag=True, help="Ask readers for the token too.")
@click.option(
    "--rate", "rate_per_s", type=click.FloatRange(min=0, min_open=True), help="Requests a second of one sender."
)
@click.option(
    "--max-bytes",
    "body_limit",
    default=2_000_000,
    show_default=True,
    type=click.IntRange(1),
    help="Size of one document.",
)
@click.option("--subscribe", multiple=True, metavar="TOPIC", help="Subscribe to a feed by WebSub; needs --public-url.")
@click.option("--public-url", default="", help="How the world reaches this receiver.")
def command(*, host: str, port: int, store: Path, check: str, **named: Any) -> None:
    """Receive articles over HTTP: store them, check them, serve them. Options that name secrets may be repeated."""
    import uvicorn  # noqa: PLC0415 - keeps `--help` fast

    from pipeline.receive.application import application  # noqa: PLC0415 - loaded when called
    from pipeline.receive.holdings import Holdings  # noqa: PLC0415 - loaded when called

    settings = _settings(**named)
    Holdings(store).close()
    app = application(store, settings=settings, check=_check(check))
    with _listening(host, port) as listening:
        where = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/articles"
        click.echo(f"newsgraph: articles go to {where}, the store is {store}", err=True)
        if host not in LOOPBACK and not (settings.keys or settings.message_keys or settings.tokens):
            click.echo(
                "newsgraph: anybody who reaches this address can write. Ask for --secret-env or --token-env.", err=True
            )
        configuration = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            limit_concurrency=1000,
            h11_max_incomplete_event_size=65_536,
            server_header=False,
        )
        uvicorn.Server(configuration).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """The open port; ``UsageError`` if it cannot be had."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
        raise UsageError(f"{host}:{port}: cannot be listened on ({error}). Choose another --host or --port.") from error


def _settings(
    *,
    secret_env: tuple[str, ...],
    message_key_env: tuple[str, ...],
    token_env: tuple[str, ...],
    subscribe: tuple[str, ...],
    **plain: Any,
) -> Settings:
    """The receiver's settings, secrets read from the environment."""
    from pipeline.receive.requests import Settings  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.standards.standard_webhooks import secret_bytes, separate  # noqa: PLC0415 - loaded when called

    if subscribe and not plain["public_url"]:
        raise UsageError("--subscribe needs --public-url: a hub must be able to call back.")
    try:
        keys = tuple(secret_bytes(one) for each in secret_env for one in separate(_variable(each)))
    except ValueError as error:
        raise UsageError(f"{', '.join(secret_env)}: {error}. Copy the secret anew.") from None
    return Settings(
        keys=keys,
        message_keys=tuple(_message_key(each) for each in message_key_env),
        tokens=tuple(_variable(each) for each in token_env),
        topics=subscribe,
        **plain,
    )


def _check(name: str) -> Check:
    from pipeline.receive.checks import full_check  # noqa: PLC0415 - loads the validator
    from pipeline.receive.shape import check_shape  # noqa: PLC0415 - loaded when called

    return check_shape if name == "shape" else full_check()


def _message_key(option: str) -> Key:
    from pipeline.standards.message_signatures import Key, algorithm_for  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.standards.standard_webhooks import secret_bytes  # noqa: PLC0415 - loaded when called

    key_id, _, name = option.partition("=")
    secret = _variable(name)
    known = secret.encode() if secret.startswith("-----BEGIN") else secret_bytes(secret)
    try:
        return Key(id=key_id, secret=known, algorithm=algorithm_for(known))
    except ValueError as error:
        raise UsageError(f"{name}: {error}. Name an Ed25519, P-256 or RSA key, or a shared secret.") from None


def _variable(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise UsageError(f"the environment variable {name} is not set. Set it, or leave the option out.")
    return value
